import { type NoticeKind, type NoticeOutcome, noticeKind, type TaxNotice } from '@shared/api/people-life';
import { addYears, isoDay, taxYearStart } from '@shared/dates';
import type { Pence } from '@shared/money';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { skipToken, useQuery } from '@tanstack/react-query';
import { answerOf, api, client, refusalOf } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Checkbox } from '../../components/checkbox';
import { DateField } from '../../components/date-field';
import { dateText, NO_DATE } from '../../components/date-text';
import { Form } from '../../components/form';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readDate, readMoney } from '../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { loanPlans, taxBases } from '../../text/people';
import { notice as words } from '../../text/people-life';
import { problemsFor, sentenceFor } from '../../text/refusals';
import type { PartProps } from './part-page';
import { useSaved, useToday } from './use-worker';

type Plan = NonNullable<TaxNotice['plan']>;
const PLANS: readonly Plan[] = ['plan-1', 'plan-2', 'plan-4', 'plan-5'];

const CODES: readonly NoticeKind[] = ['P6', 'P6B', 'P9'];

const NOT_ASKED = isoDay('2000-01-01');

const INITIAL = {
  kind: '' as NoticeKind | '',
  noticeOn: NO_DATE,
  fromDay: NO_DATE,
  taxCode: '',
  isWeek1Month1: false,
  previousPay: '',
  previousTax: '',
  plan: '' as Plan | '',
};

function readTaxCode(text: string): Read<string> {
  const read = parseTaxCode(text);
  return read.ok ? fine(text.trim()) : { ok: false, message: sentenceFor(read) };
}

function readFigure(text: string, label: string): Read<Pence | null> {
  return text.trim() === '' ? fine(null) : readMoney(text, label);
}

function check(values: typeof INITIAL) {
  const hasCode = values.kind !== '' && CODES.includes(values.kind);
  const isP6 = values.kind === 'P6';
  return checkFields({
    kind: readChoice(values.kind, words.kindEmpty),
    noticeOn: readOptionalDate(values.noticeOn, words.askedOn),
    taxCode: hasCode ? readTaxCode(values.taxCode) : fine(''),
    isWeek1Month1: fine(hasCode && values.isWeek1Month1),
    previousPay: isP6 ? readFigure(values.previousPay, words.previousPay) : fine(null),
    previousTax: isP6 ? readFigure(values.previousTax, words.previousTax) : fine(null),
    plan: values.kind === 'SL1' ? readChoice(values.plan, words.planEmpty) : fine(null),
    // Asked once the kind is known: until then the missing kind is told alone.
    fromDay: values.kind === '' ? fine(NOT_ASKED) : readDate(values.fromDay, words.askedFrom),
  });
}

/** A notice from HMRC: what it says, and what it changes on which pay day, before it is saved. */
export function NoticeForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const saved = useSaved(home);
  const today = useToday();
  const workerId = worker.id;
  const form = useForm({
    initial: INITIAL,
    check,
    send: async (notice) => {
      const answer = await answerOf(client.people.saveNotice({ householdId, workerId, notice }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(INITIAL)),
  });
  const { values } = form;
  const kind = form.field('kind');
  const choose = (chosen: NoticeKind) => {
    kind.onChange(chosen);
    // A P9 is for the tax year that begins next.
    if (chosen === 'P9' && today !== undefined)
      form.set('fromDay', dateText(addYears(taxYearStart(today), 1)));
  };
  const read = check(values);
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup<NoticeKind>
        label={words.kind}
        {...kind}
        onChange={choose}
        choices={noticeKind.options.map((value) => {
          const [label, note] = words.kinds[value];
          return { value, label, ...(note === '' ? {} : { note }) };
        })}
      />
      {values.kind === '' ? null : (
        <>
          {CODES.includes(values.kind) ? (
            <>
              <TextField label={words.code} hint={words.codeHint} width="12" {...form.field('taxCode')} />
              <Checkbox label={words.week1} {...form.field('isWeek1Month1')} />
            </>
          ) : null}
          {values.kind === 'P6' ? (
            <>
              <MoneyField
                label={words.previousPay}
                hint={words.previousHint}
                optional
                {...form.field('previousPay')}
              />
              <MoneyField
                label={words.previousTax}
                hint={words.previousHint}
                optional
                {...form.field('previousTax')}
              />
            </>
          ) : null}
          {values.kind === 'SL1' ? (
            <RadioGroup<Plan>
              label={words.plan}
              {...form.field('plan')}
              choices={PLANS.map((value) => ({ value, label: loanPlans[value] }))}
            />
          ) : null}
          <DateField label={words.noticeOn} optional {...form.field('noticeOn')} />
          <DateField
            label={words.fromDay}
            hint={values.kind === 'P9' ? words.fromDayP9Hint : words.fromDayHint}
            {...form.field('fromDay')}
          />
          <Preview workerId={workerId} notice={read.ok ? read.value : undefined} />
        </>
      )}
    </Form>
  );
}

function Preview({
  workerId,
  notice,
}: {
  readonly workerId: string;
  readonly notice: TaxNotice | undefined;
}) {
  const householdId = useHouseholdId();
  const query = useQuery({
    ...api.people.notice.queryOptions({
      input: notice === undefined ? skipToken : { householdId, workerId, notice },
      retry: false,
    }),
  });
  const refusal = query.isError ? refusalOf(query.error) : undefined;
  const sentences =
    notice === undefined
      ? [words.wait]
      : refusal !== undefined
        ? [sentenceFor(refusal)]
        : query.data === undefined
          ? [words.wait]
          : outcomeSentences(query.data, notice);
  return (
    <Notice title={words.changes} spoken>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

/** What a notice changes, a sentence each. */
function outcomeSentences(outcome: NoticeOutcome, notice: TaxNotice): readonly string[] {
  const { before, after, previousBefore, previousAfter } = outcome;
  const isCode = CODES.includes(outcome.kind);
  const loan = after.studentLoanPlan;
  return [
    ...(!isCode
      ? []
      : before?.taxCode === after.taxCode
        ? [words.codeSame(after.taxCode)]
        : [words.codeChange(before?.taxCode ?? null, after.taxCode)]),
    ...(isCode && before?.taxBasis !== after.taxBasis
      ? [words.basisChange(taxBases[after.taxBasis][0])]
      : []),
    ...(outcome.kind === 'SL1' && loan !== null ? [words.loanStarts(loanPlans[loan])] : []),
    ...(outcome.kind === 'SL2' ? [words.loanStops] : []),
    ...(outcome.kind === 'PGL1' ? [words.postgraduateStarts] : []),
    ...(outcome.kind === 'PGL2' ? [words.postgraduateStops] : []),
    ...(outcome.kind === 'P6' && notice.previousPay !== null && after.taxBasis === 'week1-month1'
      ? [words.figuresNotUsed]
      : []),
    ...(outcome.kind === 'P6' && after.taxBasis === 'cumulative' && previousAfter !== null
      ? [words.figures(previousAfter.pay, previousAfter.tax)]
      : []),
    ...(outcome.kind === 'P6' &&
    previousBefore !== null &&
    previousAfter !== null &&
    (previousBefore.pay !== previousAfter.pay || previousBefore.tax !== previousAfter.tax)
      ? [words.figuresReplaced(previousBefore.pay, previousBefore.tax)]
      : []),
    ...(outcome.afterPaid === null ? [] : [words.afterPaid(outcome.afterPaid)]),
    outcome.firstPayDay === null ? words.nextPay(outcome.fromDay) : words.firstPay(outcome.firstPayDay),
  ];
}
