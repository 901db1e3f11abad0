import type { PlanView, SavedAgreed, SpendingAgreedInput } from '@shared/api/plan';
import { poundsString } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { fileToSend, saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText, NO_DATE } from '../../../components/date-text';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate, readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { answerKinds, planRefusals, rules, agreed as words } from '../../../text/plan';
import { problemsFor } from '../../../text/refusals';
import { lineName } from '../line-names';
import { useDoing } from '../use-money';
import { usePlan } from './use-plan';

/** Noting what was asked and agreed, with its letter. */
export function AgreedFormPage() {
  const { id } = useParams();
  const plan = usePlan();
  const one = plan?.agreed.find((each) => each.id === id);
  return (
    <Page
      title={id === undefined ? words.addTitle : words.changeTitle}
      backTo="/money/agreed"
      backLabel={words.back}
    >
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : id !== undefined && one === undefined ? (
        <p>{words.gone}</p>
      ) : (
        <>
          <AgreedForm key={id} plan={plan} one={one} />
          {one === undefined ? null : <LinesOf one={one} />}
        </>
      )}
    </Page>
  );
}

const ANSWERS: readonly SpendingAgreedInput['answer'][] = ['waiting', 'yes', 'no'];
const FIELDS = ['what', 'amount', 'askedOn', 'answeredOn', 'until', 'file'] as const;

function AgreedForm({ plan, one }: { readonly plan: PlanView; readonly one: SavedAgreed | undefined }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const { busy, run } = useDoing();
  const first = plan.agreements.length === 1 ? (plan.agreements[0]?.id ?? '') : '';
  const form = useForm({
    initial: {
      agreementId: one?.agreementId ?? query.get('agreement') ?? first,
      what: one?.what ?? query.get('what') ?? '',
      amount:
        one === undefined ? (query.get('amount') ?? '') : one.amount === null ? '' : poundsString(one.amount),
      askedOn: dateText(one?.askedOn),
      askedHow: one?.askedHow ?? '',
      answer: (one?.answer ?? '') as SpendingAgreedInput['answer'] | '',
      answeredBy: one?.answeredBy ?? '',
      answeredOn: dateText(one?.answeredOn),
      until: dateText(one?.until),
      note: one?.note ?? '',
      file: [] as readonly File[],
    },
    check: (typed) => {
      const answered = typed.answer === 'yes' || typed.answer === 'no';
      return checkFields({
        agreementId: readChoice(typed.agreementId, rules.agreementMissing),
        what: readText(typed.what, words.whatMissing),
        amount: typed.amount.trim() === '' ? fine(null) : readMoney(typed.amount, words.theAmount),
        askedOn: readDate(typed.askedOn, words.theAskedOn),
        askedHow: fine(typed.askedHow.trim()),
        answer: readChoice(typed.answer, words.answerMissing),
        answeredBy: fine(typed.answeredBy.trim()),
        answeredOn: answered ? readDate(typed.answeredOn, words.theAnsweredOn) : fine(null),
        until: readOptionalDate(typed.answer === 'yes' ? typed.until : NO_DATE, words.theUntil),
        note: fine(typed.note),
        file: fine(typed.file[0]),
      });
    },
    send: async ({ file, ...value }) => {
      const answer = await answerOf(
        client.plan.saveAgreed({
          householdId,
          agreed: {
            ...value,
            id: one?.id ?? null,
            file: file === undefined ? null : await fileToSend(file),
            removeFile: false,
          },
        }),
      );
      if (!answer.ok) return answer;
      const lineId = query.get('line');
      if (lineId !== null)
        await answerOf(client.plan.linkAgreed({ householdId, lineId, agreedId: answer.value.id }));
      await queryClient.invalidateQueries();
      announce(words.saved);
      void navigate(lineId === null ? '/money/agreed' : `/money/lines/${lineId}`);
      return undefined;
    },
    refusal: (refusal) => problemsFor(refusal, FIELDS, planRefusals),
  });
  const { answer } = form.values;
  const answered = answer === 'yes' || answer === 'no';
  const { value: files, ...fileField } = form.field('file');
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {one === undefined ? null : (
            <Button
              pending={busy === 'remove'}
              onPress={() =>
                void run(
                  'remove',
                  () => client.plan.removeAgreed({ householdId, id: one.id }),
                  words.removed,
                ).then((gone) => {
                  if (gone.ok) void navigate('/money/agreed');
                })
              }
            >
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      {plan.agreements.length === 1 ? null : (
        <Select
          label={rules.agreement}
          {...form.field('agreementId')}
          choices={plan.agreements.map((each) => ({ value: each.id, label: each.funderName }))}
        />
      )}
      <TextField label={words.what} width="full" {...form.field('what')} />
      <MoneyField label={words.amount} hint={words.amountHint} optional {...form.field('amount')} />
      <DateField label={words.askedOn} {...form.field('askedOn')} />
      <TextField
        label={words.askedHow}
        hint={words.askedHowHint}
        width="20"
        optional
        {...form.field('askedHow')}
      />
      <RadioGroup
        label={words.answer}
        {...form.field('answer')}
        choices={ANSWERS.map((value) => ({ value, label: answerKinds[value] }))}
      />
      {answered ? (
        <>
          <TextField label={words.answeredBy} width="20" optional {...form.field('answeredBy')} />
          <DateField label={words.answeredOn} {...form.field('answeredOn')} />
        </>
      ) : null}
      {answer === 'yes' ? (
        <DateField label={words.until} hint={words.untilHint} optional {...form.field('until')} />
      ) : null}
      <FileField
        label={words.file}
        hint={
          one === undefined || one.fileName === ''
            ? words.fileHint
            : `${words.fileKept(one.fileName)} ${words.fileHint}`
        }
        accept={['image/jpeg', 'image/png', 'application/pdf']}
        optional
        files={files}
        {...fileField}
      />
      {one === undefined || one.fileName === '' ? null : (
        <div className="actions">
          <Button
            pending={busy === 'file'}
            onPress={() =>
              void run(
                'file',
                async () => saveFile(await client.plan.agreedFile({ householdId, id: one.id })),
                '',
              )
            }
          >
            {words.openFile(one.fileName)}
          </Button>
          <Button
            pending={busy === 'no-file'}
            onPress={() => {
              const { fileName: _name, holds: _holds, lines: _lines, ...kept } = one;
              void run(
                'no-file',
                () =>
                  client.plan.saveAgreed({ householdId, agreed: { ...kept, file: null, removeFile: true } }),
                words.saved,
              );
            }}
          >
            {words.removeFile}
          </Button>
        </div>
      )}
      <TextArea label={words.note} rows={3} optional {...form.field('note')} />
    </Form>
  );
}

/** The lines that were said to be about this. */
function LinesOf({ one }: { readonly one: SavedAgreed }) {
  const householdId = useHouseholdId();
  const { busy, run } = useDoing();
  if (one.lines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="agreed-lines">
      <h2 id="agreed-lines">{words.lines}</h2>
      <ul className="money-kinds">
        {one.lines.map((line) => (
          <li key={line.id}>
            <span>{lineName(line)}</span>
            <Button
              pending={busy === line.id}
              name={words.takeOffNamed(lineName(line))}
              onPress={() =>
                void run(
                  line.id,
                  () => client.plan.linkAgreed({ householdId, lineId: line.id, agreedId: null }),
                  words.takenOff,
                )
              }
            >
              {words.takeOff}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
