import type { PayWarning } from '@shared/api/pay';
import type { Explanation } from '@shared/explain';
import { takePence } from '@shared/money';
import { checkMinimumWage } from '@shared/payroll/minimum-wage';
import type { PayInput } from '@shared/payroll/pay-types';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { basicRate, type PaidHours, premiumOf } from './pay-hours';
import type { PaySpan } from './pay-periods';
import { type PayRecord, workerOfRecord } from './pay-record';
import { workerShortName } from './worker-name';

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
