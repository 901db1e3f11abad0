import type { PayWarning } from '@shared/api/pay';
import { daysBetween } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import { takePence } from '@shared/money';
import { checkMinimumWage } from '@shared/payroll/minimum-wage';
import type { PayInput, PayResult } from '@shared/payroll/pay-types';
import { assessForPension } from '@shared/payroll/pension';
import type { SickPay } from '@shared/payroll/sick-pay';
import { taxYearOf } from '@shared/payroll/tax-period';
import { ratesForDay } from '@shared/rates/rates-book';
import { periodKey } from '@shared/rates/tax-year-rates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import type { RotaShift } from '@shared/rota/shift';
import type { WorkspaceSchema } from '../db/schema';
import type { PaidHoliday } from './pay-holiday';
import { basicRate, type PaidHours, premiumOf } from './pay-hours';
import type { PaySpan } from './pay-periods';
import { inForce, type PayRecord, type WorkerRow, workerOfRecord } from './pay-record';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

/** A difference from the contract's hours that is worth a look: more than an hour. */
const HOURS_WORTH_A_LOOK = 60;

type Facts = {
  readonly worker: WorkerRow;
  readonly own: readonly RotaShift[];
  readonly hours: PaidHours;
  readonly holiday: PaidHoliday;
  readonly sickness: SickPay | null;
  readonly tax: WorkspaceSchema['tax_detail'];
};

/** What is worth a look before paying: nothing here blocks. */
export function gatheredWarnings(record: PayRecord, span: PaySpan, facts: Facts): PayWarning[] {
  const { worker, own, hours, holiday, sickness, tax } = facts;
  const name = workerShortName(worker);
  const warnings: PayWarning[] = [];
  const note = (code: string, values: PayWarning['values'] = {}): void =>
    void warnings.push({ workerId: worker.id, blocks: false, code, values: { name, ...values } });
  for (const shift of own) if (shift.absenceId !== null) note('pay.worked-while-away', { day: shift.day });
  for (const one of holiday.notes) note(one.code, { day: one.day });
  for (const refusal of sickness?.refusals ?? [])
    note(refusal.code, { from: refusal.firstDay, to: refusal.lastDay, days: refusal.qualifyingDays });
  if (tax.tax_basis === 'week1-month1' && taxYearOf(tax.from_day) !== taxYearOf(span.payDate))
    note('pay.week1-from-last-year', { taxCode: tax.tax_code });
  // A period that is still running has hours to come.
  if (span.contract.hours_kind === 'fixed' && span.periodTo < record.today) {
    const days = daysBetween(span.from, span.to) + 1;
    const contracted = Math.round((span.contract.weekly_minutes * days) / 7);
    const away = record
      .shifts(span.from, span.to)
      .filter(
        (shift) => shift.workerId === worker.id && shift.state === 'off' && shift.absenceKind !== 'holiday',
      )
      .reduce((sum, shift) => sum + shift.plannedMinutes, 0);
    const accounted = hours.ownMinutes + holiday.minutes + away;
    if (Math.abs(accounted - contracted) > HOURS_WORTH_A_LOOK)
      note('pay.hours-not-as-contract', { paidMinutes: hours.ownMinutes, contractMinutes: contracted });
  }
  return warnings;
}

/** The minimum wage check of a period: the one warning that blocks, with how much is missing, and how it was checked. */
export function minimumWageWarnings(
  record: PayRecord,
  span: PaySpan,
  hours: PaidHours,
  input: PayInput,
): { readonly warnings: readonly PayWarning[]; readonly explanation: Explanation | null } {
  if (hours.own.length === 0) return { warnings: [], explanation: null };
  const basic = basicRate(record, span.workerId, span.from);
  const checked = checkMinimumWage({
    periodStart: span.shownFrom,
    birthDate: input.worker.birthDate,
    work: hours.own.map((line) =>
      kindOfWorkFacts(line.kindOfWork).minimumWageHours === 'all'
        ? { minutes: line.minutes, counts: 'all' }
        : { minutes: line.minutes, counts: 'awake-only', awakeMinutes: line.minimumWageMinutes },
    ),
    pay: hours.own.flatMap((line) => {
      const kind = kindOfWorkFacts(line.kindOfWork).maySleep ? 'sleep-in-allowance' : 'work';
      const premium = premiumOf(line, basic);
      return [
        { kind, amount: takePence(line.amount, premium) } as const,
        { kind: 'premium', amount: premium } as const,
      ];
    }),
  });
  const name = workerShortName(workerOfRecord(record, span.workerId));
  if (!checked.ok)
    return {
      explanation: null,
      warnings: [{ workerId: span.workerId, blocks: false, code: checked.code, values: { name } }],
    };
  const { met, shortfall, minimum, age, average, explanation } = checked.value;
  return {
    explanation,
    warnings: met
      ? []
      : [
          {
            workerId: span.workerId,
            blocks: true,
            code: 'pay.below-minimum-wage',
            values: { name, shortfall, minimum, age, average: average ?? '' },
          },
        ],
  };
}

/** Somebody who must be enrolled into a pension and is not (Pensions Act 2008 s3). Does not block. */
export function pensionWarnings(record: PayRecord, span: PaySpan, result: PayResult): PayWarning[] {
  const worker = workerOfRecord(record, span.workerId);
  const book = ratesBookOf(record.db);
  const rates = ratesForDay(book, span.payDate);
  if (!rates.ok || worker.birth_date === null) return [];
  const row = inForce(record.pensions, worker.id, span.payDate, (one) => one.from_day);
  if (row?.status === 'member' || row?.status === 'opted-out') return [];
  if (row?.status === 'postponed' && (row.postponed_until ?? span.payDate) >= span.payDate) return [];
  const duty = assessForPension(
    { birthDate: worker.birth_date, day: span.payDate },
    result.pensionablePay,
    span.frequency,
    rates.value.pensions,
    book,
  );
  if (duty !== 'eligible-jobholder') return [];
  const trigger = rates.value.pensions.thresholds.trigger[periodKey(span.frequency)];
  return [
    {
      workerId: worker.id,
      blocks: false,
      code: 'pay.pension-enrol',
      values: {
        name: workerShortName(worker),
        earnings: result.pensionablePay,
        trigger,
        day: span.payDate,
      },
    },
  ];
}
