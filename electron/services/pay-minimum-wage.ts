import type { PayWarning } from '@shared/api/pay';
import { daysBetween, earlierDay, laterDay } from '@shared/dates';
import type { Explanation } from '@shared/explain';
import { type Pence, takePence } from '@shared/money';
import { isDeductionPurpose, purposeFacts } from '@shared/payroll/deduction-purposes';
import { checkMinimumWage, type MinimumWageHome } from '@shared/payroll/minimum-wage';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { basicRate, premiumOf } from './pay-hours';
import type { GatheredPay } from './pay-inputs';
import type { PaySpan } from './pay-periods';
import { type PayRecord, workerOfRecord } from './pay-record';
import { workerShortName } from './worker-name';

/** Extra pay that counts as pay for the work of the period. */
const COUNTED_EXTRAS: ReadonlySet<string> = new Set(['bonus', 'minimum-wage-top-up']);

/** The days of a span that the PA lived in a home the employer provides, with what is charged for a day. */
function homesOf(record: PayRecord, span: PaySpan): MinimumWageHome[] {
  return record.accommodation.flatMap((one) => {
    if (one.worker_id !== span.workerId) return [];
    const from = laterDay(one.from_day, span.from);
    const to = one.ended_on === null ? span.to : earlierDay(one.ended_on, span.to);
    const nights = daysBetween(from, to) + 1;
    return nights <= 0 ? [] : [{ chargePerNight: one.daily_charge_pence, nights }];
  });
}

/**
 * What counts against the minimum wage: deductions the employer keeps, their charge for an order, and what the PA spent
 * on the job. Rent counts through the home on the record where one is charged for. Source: NMW Regulations 2015 regs 12 to 14.
 */
function deductionsThatCount(pay: GatheredPay, homes: readonly MinimumWageHome[]): Pence[] {
  const isCharged = homes.some((one) => one.chargePerNight > 0);
  const fromPay = pay.input.otherDeductions.filter(({ code, purpose }) => {
    if (code === 'attachment-of-earnings') return false;
    if (code === 'attachment-fee') return true;
    if (purpose === 'rent' && isCharged) return false;
    return !isDeductionPurpose(purpose) || purposeFacts(purpose).countsForMinimumWage;
  });
  return [...fromPay, ...pay.added.filter((one) => one.code === 'own-spending')].map((one) => one.amount);
}

/** The minimum wage check of a period: the one warning that blocks, with how much is missing, and how it was checked. */
export function minimumWageWarnings(
  record: PayRecord,
  span: PaySpan,
  pay: GatheredPay,
): { readonly warnings: readonly PayWarning[]; readonly explanation: Explanation | null } {
  const { hours, input } = pay;
  if (hours.own.length === 0) return { warnings: [], explanation: null };
  const basic = basicRate(record, span.workerId, span.from);
  const homes = homesOf(record, span);
  const checked = checkMinimumWage({
    periodStart: span.shownFrom,
    birthDate: input.worker.birthDate,
    work: hours.own.map((line) =>
      kindOfWorkFacts(line.kindOfWork).minimumWageHours === 'all'
        ? { minutes: line.minutes, counts: 'all' }
        : { minutes: line.minutes, counts: 'awake-only', awakeMinutes: line.minimumWageMinutes },
    ),
    pay: [
      ...hours.own.flatMap((line) => {
        const kind = kindOfWorkFacts(line.kindOfWork).maySleep ? 'sleep-in-allowance' : 'work';
        const premium = premiumOf(line, basic);
        return [
          { kind, amount: takePence(line.amount, premium) } as const,
          { kind: 'premium', amount: premium } as const,
        ];
      }),
      ...pay.added
        .filter((one) => COUNTED_EXTRAS.has(one.code))
        .map((one) => ({ kind: 'work', amount: one.amount }) as const),
    ],
    deductionsThatCount: deductionsThatCount(pay, homes),
    accommodation: homes,
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
