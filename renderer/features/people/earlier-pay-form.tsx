import type { EarlierPay, NiLetterToDate } from '@shared/api/people-life';
import { formatHours } from '@shared/clock-time';
import { addYears } from '@shared/dates';
import { NO_MONEY, negatePence, type Pence, poundsString } from '@shared/money';
import { NI_CATEGORIES } from '@shared/payroll/ni-category';
import { taxYearOf } from '@shared/payroll/tax-period';
import { Plus, Trash2 } from 'lucide-react';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { Checkbox } from '../../components/checkbox';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { HoursField } from '../../components/hours-field';
import { MoneyField } from '../../components/money-field';
import { type Read, readDate, readHours, readMoney } from '../../components/read-fields';
import { Select } from '../../components/select';
import { showToast } from '../../components/toast';
import { type Checked, useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { earlier as words } from '../../text/people-life';
import { problemsFor, sentenceFor } from '../../text/refusals';
import type { PartProps } from './part-page';
import { useSaved, useToday } from './use-worker';

const FIGURES = ['gross', 'taxable', 'tax'] as const;
const LOANS = ['studentLoan', 'postgraduateLoan', 'pensionEmployee', 'pensionEmployer'] as const;
const BANDS = ['earnings', 'atLel', 'lelToPt', 'ptToUel', 'niEmployee', 'niEmployer'] as const;
const STATUTORY = [
  'statutory-maternity-pay',
  'statutory-paternity-pay',
  'statutory-adoption-pay',
  'statutory-shared-parental-pay',
  'statutory-parental-bereavement-pay',
  'statutory-neonatal-care-pay',
] as const;

type Typed = {
  readonly taxYear: string;
  readonly reachOn: ReturnType<typeof dateText>;
  readonly hasStatutory: boolean;
  readonly sure: boolean;
  readonly holidayEarned: string;
  readonly holidayTaken: string;
  /** NI letters in their order, by the number their fields carry. */
  readonly letters: readonly string[];
  /** All amounts, by field. */
  readonly [field: `amount-${string}`]: string;
};

const amount = (name: string): `amount-${string}` => `amount-${name}`;
const band = (index: number, name: (typeof BANDS)[number]): `amount-${string}` => `amount-${index}-${name}`;

function text(pence: Pence | undefined): string {
  return pence === undefined || pence === NO_MONEY ? '' : poundsString(pence);
}

function hoursText(minutes: number | undefined): string {
  return minutes === undefined || minutes === 0 ? '' : formatHours(minutes);
}

function lettersOf(nationalInsurance: readonly NiLetterToDate[]): Record<`amount-${string}`, string> {
  return Object.fromEntries(
    nationalInsurance.flatMap((ni, index) => [
      [band(index, 'earnings'), text(ni.earnings)],
      [band(index, 'atLel'), text(ni.earningsAtLel)],
      [band(index, 'lelToPt'), text(ni.earningsLelToPt)],
      [band(index, 'ptToUel'), text(ni.earningsPtToUel)],
      [band(index, 'niEmployee'), text(ni.employee)],
      [band(index, 'niEmployer'), text(ni.employer)],
    ]),
  );
}

function readAmount(typed: string | undefined, label: string): Read<Pence> {
  return typed === undefined || typed.trim() === '' ? { ok: true, value: NO_MONEY } : readMoney(typed, label);
}

/** Tax may have a minus in front: more was given back than taken. */
function readTax(typed: string | undefined): Read<Pence> {
  const trimmed = (typed ?? '').trim();
  if (!/^[-−]/.test(trimmed)) return readAmount(trimmed, words.tax);
  const read = readMoney(trimmed.slice(1), words.tax);
  return read.ok ? { ok: true, value: negatePence(read.value) } : read;
}

type Sent = { readonly earlierPay: EarlierPay; readonly sure: boolean };

function check(values: Typed): Checked<Typed, Sent> {
  const problems: Record<string, string> = {};
  const take = <Value,>(name: string, read: Read<Value>, other: Value): Value => {
    if (read.ok) return read.value;
    problems[name] = read.message;
    return other;
  };
  const money = (name: `amount-${string}`, label: string): Pence =>
    take(name, readAmount(values[name], label), NO_MONEY);
  const hours = (name: 'holidayEarned' | 'holidayTaken', label: string): number =>
    values[name].trim() === '' ? 0 : take(name, readHours(values[name], label), 0);
  const reach = readDate(values.reachOn, words.askedReach);
  if (!reach.ok) problems['reachOn'] = reach.message;
  const earlierPay = {
    taxYear: values.taxYear,
    gross: money(amount('gross'), words.gross),
    taxablePay: money(amount('taxable'), words.taxable),
    tax: take(amount('tax'), readTax(values[amount('tax')]), NO_MONEY),
    nationalInsurance: values.letters.map((letter, index) => ({
      letter,
      earnings: money(band(index, 'earnings'), words.earnings),
      earningsAtLel: money(band(index, 'atLel'), words.atLel),
      earningsLelToPt: money(band(index, 'lelToPt'), words.lelToPt),
      earningsPtToUel: money(band(index, 'ptToUel'), words.ptToUel),
      employee: money(band(index, 'niEmployee'), words.niEmployee),
      employer: money(band(index, 'niEmployer'), words.niEmployer),
    })),
    studentLoan: money(amount('studentLoan'), words.studentLoan),
    postgraduateLoan: money(amount('postgraduateLoan'), words.postgraduateLoan),
    pensionEmployee: money(amount('pensionEmployee'), words.pensionEmployee),
    pensionEmployer: money(amount('pensionEmployer'), words.pensionEmployer),
    statutory: Object.fromEntries(
      STATUTORY.map((code) => [
        code,
        values.hasStatutory ? money(amount(code), words.statutoryNames[code]) : NO_MONEY,
      ]),
    ) as EarlierPay['statutory'],
    holidayEarnedMinutes: hours('holidayEarned', words.holidayEarned),
    holidayTakenMinutes: hours('holidayTaken', words.holidayTaken),
  };
  if (!reach.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, value: { earlierPay: { ...earlierPay, reachOn: reach.value }, sure: values.sure } };
}

const FIELDS: Readonly<Record<string, string>> = { taxablePay: amount('taxable'), tax: amount('tax') };

/** What other software paid a PA this tax year, before Mainstay. */
export function EarlierPayForm(props: PartProps) {
  const today = useToday();
  return today === undefined ? (
    <WaitingLine>{common.loading}</WaitingLine>
  ) : (
    <FiguresForm {...props} years={[taxYearOf(today), taxYearOf(addYears(today, -1))]} />
  );
}

function FiguresForm({ worker, home, years }: PartProps & { readonly years: readonly string[] }) {
  const householdId = useHouseholdId();
  const saved = useSaved(home);
  const workerId = worker.id;
  const kept = worker.earlierPay.at(-1);
  const initial: Typed = {
    taxYear: kept?.taxYear ?? years[0] ?? '',
    reachOn: dateText(kept?.reachOn),
    hasStatutory: STATUTORY.some((code) => (kept?.statutory[code] ?? 0) !== 0),
    sure: false,
    holidayEarned: hoursText(kept?.holidayEarnedMinutes),
    holidayTaken: hoursText(kept?.holidayTakenMinutes),
    letters: kept?.nationalInsurance.map((one) => one.letter) ?? [worker.tax.at(-1)?.niCategory ?? 'A'],
    [amount('gross')]: text(kept?.gross),
    [amount('taxable')]: text(kept?.taxablePay),
    [amount('tax')]: text(kept?.tax),
    ...lettersOf(kept?.nationalInsurance ?? []),
    ...Object.fromEntries(LOANS.map((name) => [amount(name), text(kept?.[name])])),
    ...Object.fromEntries(STATUTORY.map((code) => [amount(code), text(kept?.statutory[code])])),
  };
  const form = useForm<Typed, Sent>({
    initial,
    check,
    send: async (value) => {
      const answer = await answerOf(client.people.saveEarlierPay({ householdId, workerId, ...value }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => {
      const found = problemsFor(refusal, ['reachOn', 'taxYear', 'sure', ...Object.keys(FIELDS)]);
      return Object.fromEntries(
        Object.entries(found).map(([field, sentence]) => [FIELDS[field] ?? field, sentence]),
      );
    },
  });
  const remove = async (taxYear: string) => {
    const answer = await answerOf(client.people.removeEarlierPay({ householdId, workerId, taxYear }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  const { letters } = form.values;
  const money = (name: `amount-${string}`, label: string, hint?: string) => {
    const { value, ...field } = form.field(name);
    return (
      <MoneyField
        key={name}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...field}
        value={value ?? ''}
      />
    );
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {kept === undefined ? null : (
            <Button kind="quiet" icon={Trash2} onPress={() => void remove(kept.taxYear)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <Select
        label={words.taxYear}
        {...form.field('taxYear')}
        choices={years.map((value) => ({ value, label: words.taxYearOf(value) }))}
      />
      <DateField label={words.reachOn} hint={words.reachHint} {...form.field('reachOn')} />
      {FIGURES.map((name) => money(amount(name), words[name], name === 'tax' ? words.taxHint : undefined))}
      <h2>{words.ni}</h2>
      {letters.map((letter, index) => (
        <fieldset key={index} className="fields letter-figures">
          <legend>{words.niFor(letter)}</legend>
          <Select
            label={index === 0 ? words.letter : `${words.letter} ${index + 1}`}
            value={letter}
            onChange={(next) =>
              form.set(
                'letters',
                letters.map((one, at) => (at === index ? next : one)),
              )
            }
            choices={NI_CATEGORIES.map((value) => ({ value, label: value }))}
          />
          {BANDS.map((name) => money(band(index, name), bandLabel(words[name], letters, index)))}
          {index > 0 && index === letters.length - 1 ? (
            <p>
              <Button kind="quiet" icon={Trash2} onPress={() => form.set('letters', letters.slice(0, -1))}>
                {words.removeLetter(letter)}
              </Button>
            </p>
          ) : null}
        </fieldset>
      ))}
      {letters.length >= 4 ? null : (
        <p>
          <Button
            kind="quiet"
            flush
            icon={Plus}
            onPress={() => form.set('letters', [...letters, nextLetter(letters)])}
          >
            {words.addLetter}
          </Button>
        </p>
      )}
      <h2>{words.loans}</h2>
      {LOANS.map((name) => money(amount(name), words[name]))}
      <h2>{words.holiday}</h2>
      {worker.contract?.holidayMethod === 'accrual' ? (
        <HoursField label={words.holidayEarned} {...form.field('holidayEarned')} />
      ) : null}
      {worker.contract?.holidayMethod === 'rolled-up' ? (
        <p>{words.holidayRolledUp}</p>
      ) : (
        <HoursField label={words.holidayTaken} {...form.field('holidayTaken')} />
      )}
      <h2>{words.statutory}</h2>
      <Checkbox label={words.hasStatutory} {...form.field('hasStatutory')} />
      {form.values.hasStatutory
        ? STATUTORY.map((code) => money(amount(code), words.statutoryNames[code]))
        : null}
      <Checkbox label={words.sure} {...form.field('sure')} />
    </Form>
  );
}

function nextLetter(letters: readonly string[]): string {
  return NI_CATEGORIES.find((letter) => !letters.includes(letter)) ?? 'A';
}

/** Fields of a second letter carry it in their names, so that no two are called the same. */
function bandLabel(label: string, letters: readonly string[], index: number): string {
  return letters.length === 1 ? label : `${label} (${letters[index] ?? ''})`;
}
