import type { KnownPayee, Payee, PayeeKind } from '@shared/api/payments';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { type Read, readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { payeeKinds, paymentRefusals, payees as words } from '../../../text/payments';
import { problemsFor } from '../../../text/refusals';
import { sortCodeText, useDoing, usePayees, useWritten } from './use-payments';

type KeptPayee = Payee & { readonly id: string };

const LIST = '/money/payments/payees';
const KINDS = Object.keys(payeeKinds) as PayeeKind[];

/** One of those who are paid: their account, and what they want to see with a payment. */
export function PayeePage() {
  const { payeeId } = useParams();
  const [search] = useSearchParams();
  const found = usePayees();
  const payee = found?.payees.find((one) => one.id === payeeId);
  const back = { backTo: LIST, backLabel: words.backToList };
  if (found === undefined)
    return (
      <Page title={words.newTitle} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (payeeId !== undefined && payee === undefined)
    return (
      <Page title={words.title} {...back}>
        <EmptyState title={words.gone}>{words.sub}</EmptyState>
      </Page>
    );
  const kind = KINDS.find((one) => one === search.get('kind'));
  return (
    <Page title={payee === undefined ? words.newTitle : words.change(payee.name)} {...back}>
      <PayeeForm
        key={payee?.id ?? 'new'}
        payee={payee}
        kind={kind ?? ''}
        name={search.get('name') ?? ''}
        known={found.known}
      />
    </Page>
  );
}

function readDigits(text: string, count: number, message: string): Read<string> {
  const digits = text.replace(/[\s-]/g, '');
  return digits === '' || (digits.length === count && /^\d+$/.test(digits))
    ? fine(digits)
    : { ok: false, message };
}

function PayeeForm(props: {
  readonly payee: KeptPayee | undefined;
  readonly kind: PayeeKind | '';
  readonly name: string;
  readonly known: readonly KnownPayee[];
}) {
  const { payee } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const { doing, run } = useDoing();
  const initial = {
    kind: payee?.kind ?? props.kind,
    name: payee?.name ?? props.name,
    nameOnAccount: payee?.nameOnAccount ?? '',
    sortCode: sortCodeText(payee?.sortCode ?? ''),
    accountNumber: payee?.accountNumber ?? '',
    reference: payee?.reference ?? '',
    phone: payee?.phone ?? '',
    note: payee?.note ?? '',
  };
  const form = useForm({
    initial,
    check: (values: typeof initial) =>
      checkFields({
        kind: readChoice<PayeeKind>(values.kind, words.kindNeeded),
        name: readText(values.name, words.nameNeeded),
        nameOnAccount: fine(values.nameOnAccount.trim()),
        sortCode: readDigits(values.sortCode, 6, words.sortCodeWrong),
        accountNumber: readDigits(values.accountNumber, 8, words.accountWrong),
        reference: fine(values.reference.trim()),
        phone: fine(values.phone.trim()),
        note: fine(values.note.trim()),
      }),
    send: async (value) => {
      const answer = await answerOf(
        client.payments.savePayee({ householdId, payee: { id: payee?.id ?? null, ...value } }),
      );
      if (answer.ok) {
        void navigate(LIST);
        await written(words.saved(value.name));
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), paymentRefusals),
  });
  const remove = async (kept: KeptPayee) => {
    const done = await run(
      'remove',
      () => answerOf(client.payments.removePayee({ householdId, id: kept.id })),
      words.removed(kept.name),
    );
    if (done) void navigate(LIST);
  };
  const known = props.known.find((one) => one.kind === form.values.kind);
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {payee === undefined ? null : (
            <Button icon={Trash2} pending={doing === 'remove'} onPress={() => void remove(payee)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <Select
        label={words.kind}
        {...form.field('kind')}
        choices={KINDS.map((value) => ({ value, label: payeeKinds[value] }))}
      />
      {known === undefined ? null : (
        <Known
          known={known}
          onUse={() => {
            if (form.values.name === '') form.set('name', known.name);
            form.set('nameOnAccount', known.nameOnAccount);
            form.set('sortCode', sortCodeText(known.sortCode));
            form.set('accountNumber', known.accountNumber);
          }}
        />
      )}
      <TextField label={words.name} hint={words.nameHint} {...form.field('name')} />
      <TextField
        label={words.nameOnAccount}
        hint={words.nameOnAccountHint}
        optional
        {...form.field('nameOnAccount')}
      />
      <TextField label={words.sortCode} optional width="8" inputMode="numeric" {...form.field('sortCode')} />
      <TextField
        label={words.accountNumber}
        optional
        width="12"
        inputMode="numeric"
        {...form.field('accountNumber')}
      />
      <TextField label={words.reference} hint={words.referenceHint} optional {...form.field('reference')} />
      <TextField label={words.phone} optional type="tel" inputMode="tel" {...form.field('phone')} />
      <TextField label={words.note} optional width="full" {...form.field('note')} />
    </Form>
  );
}

/** Numbers that come with the program: shown with where they are from, and only filled in when asked for. */
function Known({ known, onUse }: { readonly known: KnownPayee; readonly onUse: () => void }) {
  const [used, setUsed] = useState(false);
  return (
    <Notice tone="attention" title={words.knownTitle(known.name)}>
      <p>
        {known.nameOnAccount}, <span className="figure">{sortCodeText(known.sortCode)}</span>,{' '}
        <span className="figure">{known.accountNumber}</span>
      </p>
      <p>
        {words.knownBody(known.source)} {words.knownCheck(known.checkAt)}
      </p>
      {used ? null : (
        <Button
          onPress={() => {
            onUse();
            setUsed(true);
          }}
        >
          {words.knownUse}
        </Button>
      )}
    </Notice>
  );
}
