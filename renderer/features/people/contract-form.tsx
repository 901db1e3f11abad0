import type { ContractTerms } from '@shared/api/people';
import { formatHours } from '@shared/clock-time';
import { daysInMonth, partsOf } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { CheckboxGroup } from '../../components/checkbox-group';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { HoursField } from '../../components/hours-field';
import { NumberField } from '../../components/number-field';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readDate, readHours } from '../../components/read-fields';
import { fine, readChoice, readNumber, readOptionalDate } from '../../components/read-more';
import { type Checked, useForm } from '../../components/use-form';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { holidayMethods, hoursKinds, pa, payFrequencies, weekdays } from '../../text/people';
import { problemsFor } from '../../text/refusals';
import { ContractOutcomeNotice } from './contract-outcome';
import type { PartProps } from './part-page';
import { useSaved } from './use-worker';
import { afterSaving, WrongFromStart } from './wrong-from-start';

type Method = ContractTerms['holidayMethod'];
type HoursKind = ContractTerms['hoursKind'];
type Frequency = ContractTerms['payFrequency'];
const FREQUENCIES: readonly Frequency[] = ['weekly', 'two-weekly', 'four-weekly', 'monthly'];

/**
 * The ways to count holiday that are allowed: accrual and rolled-up pay are for irregular hours, in Great Britain
 * (Working Time Regulations 1998 as amended from January 2024); Northern Ireland has neither.
 */
export function allowedHolidayMethods(hoursKind: HoursKind | '', nation: string): readonly Method[] {
  return hoursKind !== 'zero-hours' || nation === 'northern-ireland' ? ['weeks'] : ['accrual', 'rolled-up'];
}

function readLeaveYear(day: number | null, month: number | null): Read<string> {
  if (day === null || month === null || month < 1 || month > 12 || day < 1 || day > daysInMonth(2024, month))
    return { ok: false, message: pa.leaveYearEmpty };
  return fine(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** The terms of a PA’s contract. */
export function ContractForm(props: PartProps) {
  const householdId = useHouseholdId();
  const nation = useQuery({
    ...api.household.get.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data?.details.nation;
  return nation === undefined ? (
    <WaitingLine>{common.loading}</WaitingLine>
  ) : (
    <TermsForm {...props} nation={nation} />
  );
}

function TermsForm({ worker, home, nation }: PartProps & { readonly nation: string }) {
  const householdId = useHouseholdId();
  const [wrong, setWrong] = useState(false);
  const saved = useSaved(afterSaving(home, wrong));
  const terms = worker.contract;
  const started = partsOf(worker.details.startedOn);
  const initial: {
    startsOn: ReturnType<typeof dateText>;
    hoursKind: HoursKind | '';
    weeklyMinutes: string;
    payFrequency: Frequency | '';
    firstPeriodFrom: ReturnType<typeof dateText>;
    payDayOffset: number | null;
    holidayMethod: Method | '';
    leaveDay: number | null;
    leaveMonth: number | null;
    qualifyingDays: readonly string[];
    noticeWeeks: number | null;
    signedOn: ReturnType<typeof dateText>;
  } = {
    startsOn: dateText(terms?.startsOn ?? worker.details.startedOn),
    hoursKind: terms?.hoursKind ?? '',
    weeklyMinutes: terms === null ? '' : formatHours(terms.weeklyMinutes),
    payFrequency: terms?.payFrequency ?? '',
    firstPeriodFrom: dateText(terms?.firstPeriodFrom),
    payDayOffset: terms?.payDayOffset ?? 5,
    holidayMethod: terms?.holidayMethod ?? '',
    leaveDay: terms === null ? started.dayOfMonth : Number(terms.leaveYearStarts.slice(3)),
    leaveMonth: terms === null ? started.month : Number(terms.leaveYearStarts.slice(0, 2)),
    qualifyingDays: (terms?.qualifyingDays ?? [0, 1, 2, 3, 4]).map(String),
    noticeWeeks: terms?.noticeWeeks ?? 4,
    signedOn: dateText(terms?.signedOn),
  };
  // What the contract has now stays in sight, even where it would not be offered for a new one.
  const shownMethods = (hoursKind: HoursKind | ''): readonly Method[] => {
    const allowed = allowedHolidayMethods(hoursKind, nation);
    const kept = terms?.hoursKind === hoursKind ? terms.holidayMethod : undefined;
    return kept === undefined || allowed.includes(kept) ? allowed : [kept, ...allowed];
  };
  const check = (values: typeof initial): Checked<typeof initial, ContractTerms> => {
    const allowed = shownMethods(values.hoursKind);
    const method = allowed.find((one) => one === values.holidayMethod) ?? '';
    const only = allowed.length === 1 ? allowed[0] : undefined;
    const read = checkFields({
      startsOn: readDate(values.startsOn, pa.asked.contractStarts),
      hoursKind: readChoice(values.hoursKind, pa.hoursKindEmpty),
      weeklyMinutes:
        values.hoursKind === 'fixed' ? readHours(values.weeklyMinutes, pa.asked.weekly) : fine(0),
      payFrequency: readChoice(values.payFrequency, pa.payFrequencyEmpty),
      firstPeriodFrom: readDate(values.firstPeriodFrom, pa.asked.firstPeriodFrom),
      payDayOffset: readNumber(values.payDayOffset, 0, 31, pa.payDayEmpty),
      holidayMethod: readChoice(only ?? method, pa.holidayMethodEmpty),
      leaveDay: readLeaveYear(values.leaveDay, values.leaveMonth),
      qualifyingDays:
        values.qualifyingDays.length === 0
          ? { ok: false, message: pa.qualifyingEmpty }
          : fine(values.qualifyingDays.map(Number)),
      noticeWeeks: readNumber(values.noticeWeeks, 1, 26, pa.noticeEmpty),
      signedOn: readOptionalDate(values.signedOn, pa.signedOn),
    });
    if (!read.ok) return { ok: false, problems: read.problems };
    const { leaveDay, ...rest } = read.value;
    return { ok: true, value: { ...rest, leaveYearStarts: leaveDay } };
  };
  const form = useForm<typeof initial, ContractTerms>({
    initial,
    check,
    send: async (contract) => {
      const answer = await answerOf(
        client.people.saveContract({ householdId, workerId: worker.id, contract, wrongFromStart: wrong }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const read = check(form.values);
  const shown = shownMethods(form.values.hoursKind);
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {pa.contractSave}
        </Button>
      }
    >
      <DateField label={pa.contractStarts} hint={pa.contractStartsHint} {...form.field('startsOn')} />
      <RadioGroup<HoursKind>
        label={pa.hoursKind}
        {...form.field('hoursKind')}
        choices={[
          { value: 'zero-hours', label: hoursKinds['zero-hours'][0], note: hoursKinds['zero-hours'][1] },
          {
            value: 'fixed',
            label: hoursKinds.fixed[0],
            note: hoursKinds.fixed[1],
            more: <HoursField label={pa.weekly} {...form.field('weeklyMinutes')} />,
          },
        ]}
      />
      <RadioGroup<Frequency>
        label={pa.payFrequency}
        {...form.field('payFrequency')}
        choices={FREQUENCIES.map((value) => ({ value, label: payFrequencies[value] }))}
      />
      <DateField label={pa.firstPeriodFrom} hint={pa.firstPeriodHint} {...form.field('firstPeriodFrom')} />
      <NumberField label={pa.payDayOffset} least={0} most={31} {...form.field('payDayOffset')} />
      {shown.length > 1 ? (
        <RadioGroup<Method>
          label={pa.holidayMethod}
          {...form.field('holidayMethod')}
          choices={shown.map((value) => ({
            value,
            label: holidayMethods[value][0],
            note: holidayMethods[value][1],
          }))}
        />
      ) : form.values.hoursKind === '' ? null : (
        <div>
          <p className="field-label">{pa.holidayMethod}</p>
          <p>{nation === 'northern-ireland' ? pa.holidayIreland : pa.holidayFixed}</p>
        </div>
      )}
      <NumberField
        label={pa.leaveDay}
        hint={pa.leaveYearHint}
        least={1}
        most={31}
        {...form.field('leaveDay')}
      />
      <NumberField label={pa.leaveMonth} least={1} most={12} {...form.field('leaveMonth')} />
      <CheckboxGroup
        label={pa.qualifyingDays}
        hint={pa.qualifyingHint}
        inline
        {...form.field('qualifyingDays')}
        choices={weekdays.map((label, index) => ({ value: String(index), label }))}
      />
      <NumberField label={pa.noticeWeeks} least={1} most={26} {...form.field('noticeWeeks')} />
      <DateField label={pa.signedOn} optional {...form.field('signedOn')} />
      <WrongFromStart worker={worker} value={wrong} onChange={setWrong} />
      {worker.contract === null ? null : (
        <ContractOutcomeNotice workerId={worker.id} contract={read.ok ? read.value : undefined} />
      )}
    </Form>
  );
}
