import type { StarterDeclaration } from '@shared/api/people';
import { type Pence, parsePence, poundsString } from '@shared/money';
import { type StarterAnswers, startingTaxCode } from '@shared/payroll/starter';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForDay } from '@shared/rates/rates-book';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText, readDateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { MoneyField } from '../../components/money-field';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readDate, readMoney, readText } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { pa, taxBases } from '../../text/people';
import { lifeWords } from '../../text/people-life';
import { problemsFor } from '../../text/refusals';
import { LoanFields, type LoanText, planOf } from './loan-fields';
import type { PartProps } from './part-page';
import { useSaved } from './use-worker';

type Statement = 'A' | 'B' | 'C' | 'none';
const STATEMENTS: readonly Statement[] = ['A', 'B', 'C', 'none'];

function readOptionalMoney(text: string, label: string): Read<Pence | null> {
  return text.trim() === '' ? fine(null) : readMoney(text, label);
}

const moneyText = (amount: Pence | null | undefined): string =>
  amount === null || amount === undefined ? '' : poundsString(amount);

/** A code with its basis, as it is typed. */
function codeText(job: { readonly taxCode: string; readonly taxBasis: string }): string {
  return job.taxBasis === 'week1-month1' ? `${job.taxCode} W1` : job.taxCode;
}

/** The P45 as far as it has been typed; `undefined` until its leaving day can be read. */
function p45Of(typed: {
  readonly p45LeavingDay: ReturnType<typeof dateText>;
  readonly p45TaxCode: string;
  readonly p45Pay: string;
  readonly p45Tax: string;
}): StarterAnswers['p45'] | undefined {
  const leavingDay = readDateText(typed.p45LeavingDay);
  if (!leavingDay.ok) return undefined;
  const money = (text: string): Pence | null => {
    const read = parsePence(text);
    return read.ok ? read.value : null;
  };
  return {
    leavingDay: leavingDay.value,
    taxCode: typed.p45TaxCode,
    pay: money(typed.p45Pay),
    tax: money(typed.p45Tax),
  };
}

/** The starter checklist or the P45, with the tax code that follows from it before it is saved. */
export function StarterForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const saved = useSaved(home);
  const kept = worker.starter;
  // Somebody who comes back in the same tax year has a P45 of ours.
  const here = kept === null ? worker.earlierJobHere : null;
  const initial: {
    hasP45: 'yes' | 'no' | '';
    p45LeavingDay: ReturnType<typeof dateText>;
    p45TaxCode: string;
    p45Pay: string;
    p45Tax: string;
    statement: Statement | '';
    studentLoanPlan: LoanText;
    postgraduateLoan: boolean;
  } = {
    hasP45: kept === null ? (here === null ? '' : 'yes') : kept.hasP45 ? 'yes' : 'no',
    p45LeavingDay: dateText(kept?.p45LeavingDay ?? here?.leftOn),
    p45TaxCode: kept?.p45TaxCode ?? (here === null ? '' : codeText(here)),
    p45Pay: moneyText(kept?.p45Pay ?? here?.pay),
    p45Tax: moneyText(kept?.p45Tax ?? here?.tax),
    statement: kept === null ? '' : (kept.statement ?? (kept.hasP45 ? '' : 'none')),
    studentLoanPlan: kept?.studentLoanPlan ?? 'none',
    postgraduateLoan: kept?.postgraduateLoan ?? false,
  };
  const form = useForm<typeof initial, StarterDeclaration>({
    initial,
    check: (values) => {
      const p45 = values.hasP45 === 'yes';
      const asks = values.hasP45 === 'no' || follows(values)?.oldP45 === true;
      const read = checkFields({
        hasP45: readChoice(values.hasP45, pa.hasP45Empty),
        p45LeavingDay: p45 ? readDate(values.p45LeavingDay, pa.asked.p45LeavingDay) : fine(null),
        p45TaxCode: p45 ? readText(values.p45TaxCode, pa.taxCodeEmpty) : fine(''),
        p45Pay: p45 ? readOptionalMoney(values.p45Pay, pa.p45Pay) : fine(null),
        p45Tax: p45 ? readOptionalMoney(values.p45Tax, pa.p45Tax) : fine(null),
        statement: asks ? readChoice(values.statement, pa.statementEmpty) : fine<Statement>('none'),
        studentLoanPlan: fine(planOf(values.studentLoanPlan)),
        postgraduateLoan: fine(values.postgraduateLoan),
      });
      if (!read.ok) return { ok: false, problems: read.problems };
      const { hasP45, statement, ...rest } = read.value;
      return {
        ok: true,
        value: { ...rest, hasP45: hasP45 === 'yes', statement: statement === 'none' ? null : statement },
      };
    },
    send: async (starter) => {
      const answer = await answerOf(client.people.saveStarter({ householdId, workerId: worker.id, starter }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  // What follows from the answers so far, to show before they are saved; the program decides again when they are.
  const follows = (values: typeof initial) => {
    if (values.hasP45 === '' || (values.hasP45 === 'no' && values.statement === '')) return undefined;
    const { startedOn } = worker.details;
    const rates = ratesForDay(bundledRates, startedOn);
    if (!rates.ok) return undefined;
    const statement = values.statement === 'none' || values.statement === '' ? null : values.statement;
    const p45 = values.hasP45 === 'no' ? null : p45Of(values);
    if (p45 === undefined) return undefined;
    const code = startingTaxCode(startedOn, { statement, p45 }, rates.value.incomeTax);
    return code.ok ? code.value : undefined;
  };
  const code = follows(form.values);
  const asksStatement = form.values.hasP45 === 'no' || code?.oldP45 === true;
  const answered = code !== undefined && (!asksStatement || form.values.statement !== '');
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {pa.starterSave}
        </Button>
      }
    >
      {here === null ? null : <Notice title={lifeWords.back(worker.shortName, here.leftOn)} />}
      <RadioGroup<'yes' | 'no'>
        label={pa.hasP45}
        {...form.field('hasP45')}
        choices={[
          { value: 'yes', label: pa.p45Yes },
          { value: 'no', label: pa.p45No },
        ]}
      />
      {form.values.hasP45 === 'yes' ? (
        <>
          <DateField label={pa.p45LeavingDay} {...form.field('p45LeavingDay')} />
          <TextField label={pa.p45TaxCode} hint={pa.taxCodeHint} width="8" {...form.field('p45TaxCode')} />
          <MoneyField label={pa.p45Pay} hint={pa.p45Hint} optional {...form.field('p45Pay')} />
          <MoneyField label={pa.p45Tax} hint={pa.p45Hint} optional {...form.field('p45Tax')} />
        </>
      ) : null}
      {code?.oldP45 ? <p>{pa.followsOldP45}</p> : null}
      {asksStatement ? (
        <RadioGroup<Statement>
          label={pa.statement}
          {...form.field('statement')}
          choices={STATEMENTS.map((value) => ({
            value,
            label: pa.statements[value][0],
            note: pa.statements[value][1],
          }))}
        />
      ) : null}
      <LoanFields plan={form.field('studentLoanPlan')} postgraduate={form.field('postgraduateLoan')} />
      <Notice title={pa.follows} spoken>
        <p>
          {answered && code !== undefined
            ? pa.followsCode(code.code, taxBases[code.basis][0])
            : pa.followsWait}
        </p>
      </Notice>
    </Form>
  );
}
