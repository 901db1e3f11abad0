import type { PayRunView } from '@shared/api/pay';
import { NO_MONEY } from '@shared/money';
import { DEDUCTION_PURPOSES, type DeductionPurpose, purposeFacts } from '@shared/payroll/deduction-purposes';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Checkbox } from '../../components/checkbox';
import { EmptyState } from '../../components/empty-state';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { MoneyField } from '../../components/money-field';
import { Page } from '../../components/page';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readMoney } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { payRun, addLine as words } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { problemsFor } from '../../text/refusals';
import { PayAnswer } from './pay-answer';
import { useRun } from './use-pay';

type Kind = keyof typeof words.kinds;
const KINDS: readonly Kind[] = ['bonus', 'mileage', 'expenses', 'deduction', 'own-spending'];
const FIELDS = ['code', 'purpose', 'agreedInWriting', 'amount', 'note'];

function readKind(value: Kind | ''): Read<Kind> {
  return value === '' ? { ok: false, message: words.kindNeeded } : { ok: true, value };
}

const needsAgreement = (purpose: DeductionPurpose | ''): boolean =>
  purpose !== '' && purposeFacts(purpose).needsAgreement;

function readAmount(text: string) {
  const read = readMoney(text, words.theAmount);
  return read.ok && read.value <= NO_MONEY ? ({ ok: false, message: words.amountNeeded } as const) : read;
}

/** Adds a bonus, mileage, money back or a deduction to somebody’s next pay. */
export function AddLinePage() {
  const { key = '', workerId = '' } = useParams();
  const query = useRun(key);
  return (
    <PayAnswer query={query} title={words.gone}>
      {(run) => {
        const name =
          run.lines.find((line) => line.workerId === workerId)?.shortName ??
          [...run.refused, ...run.unconfirmed].find((one) => one.workerId === workerId)?.name;
        return (
          <Page
            title={name === undefined ? words.gone : words.title(name)}
            sub={words.sub(run.payDate)}
            backTo={`/pay/run/${run.key}`}
            backLabel={payRun.title(run)}
          >
            {name === undefined ? (
              <EmptyState title={words.gone} />
            ) : (
              <AddLineForm run={run} workerId={workerId} name={name} />
            )}
          </Page>
        );
      }}
    </PayAnswer>
  );
}

function AddLineForm(props: { readonly run: PayRunView; readonly workerId: string; readonly name: string }) {
  const { run, workerId, name } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const initial: {
    code: Kind | '';
    purpose: DeductionPurpose | '';
    agreedInWriting: boolean;
    amount: string;
    note: string;
  } = { code: '', purpose: '', agreedInWriting: false, amount: '', note: '' };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        code: readKind(values.code),
        purpose: values.code === 'deduction' ? readChoice(values.purpose, words.purposeNeeded) : fine(null),
        agreedInWriting:
          values.code === 'deduction' && needsAgreement(values.purpose) && !values.agreedInWriting
            ? ({ ok: false, message: words.agreedNeeded } as const)
            : fine(values.agreedInWriting),
        amount: readAmount(values.amount),
        note: { ok: true, value: values.note.trim() } as const,
      }),
    send: (value) => answerOf(client.pay.addLine({ householdId, workerId, payDate: run.payDate, ...value })),
    refusal: (refusal) => problemsFor(refusal, FIELDS, payRefusals),
    done: () => {
      void queryClient.invalidateQueries();
      void navigate(`/pay/run/${run.key}`);
    },
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.submit(name)}
          </Button>
          <LinkButton to={`/pay/run/${run.key}`}>{common.cancel}</LinkButton>
        </>
      }
    >
      <RadioGroup
        label={words.kind}
        {...form.field('code')}
        choices={KINDS.map((value) => ({ value, ...words.kinds[value] }))}
      />
      {form.values.code === 'deduction' ? (
        <>
          <RadioGroup
            label={words.purpose}
            {...form.field('purpose')}
            choices={DEDUCTION_PURPOSES.map((value) => ({ value, ...words.purposes[value] }))}
          />
          {needsAgreement(form.values.purpose) ? (
            <Checkbox label={words.agreed(name)} note={words.agreedNote} {...form.field('agreedInWriting')} />
          ) : null}
        </>
      ) : null}
      <MoneyField label={words.amount} {...form.field('amount')} />
      <TextField label={words.note} hint={words.noteHint} optional {...form.field('note')} />
    </Form>
  );
}
