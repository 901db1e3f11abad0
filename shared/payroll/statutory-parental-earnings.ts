import { addDays, type IsoDay } from '../dates';
import { ok, type Result } from '../result';
import {
  type AverageWeeklyEarnings,
  type AverageWeeklyEarningsProblem,
  averageWeeklyEarningsForSickPay,
  type EarningsFrequency,
  type Payday,
} from './average-weekly-earnings';
import { cutOff, exact } from './exact';

/**
 * Average weekly earnings for family pay, from pay on actual paydays: those of the relevant period, which ends with the
 * last normal payday on or before the Saturday of the test week and starts the day after the last one at least eight weeks
 * earlier. Cut off at seven decimals, never rounded. `contract` serves somebody not paid yet, where no service is needed.
 * Source: GOV.UK maternity and paternity calculator. Refuses where there is neither a payday nor a contract's pay.
 */
export function averageWeeklyEarningsForFamilyPay(input: {
  /** The Saturday of the test week. */
  readonly testWeekEnd: IsoDay;
  readonly frequency: EarningsFrequency;
  readonly paydays: readonly Payday[];
  readonly startedOn: IsoDay;
  readonly contract?: { readonly pay: Payday['pay']; readonly days: number };
}): Result<AverageWeeklyEarnings, AverageWeeklyEarningsProblem> {
  const { testWeekEnd, ...rest } = input;
  const found = averageWeeklyEarningsForSickPay({ ...rest, firstSickDay: addDays(testWeekEnd, 1) });
  if (!found.ok) return found;
  const average = cutOff(exact(found.value.average), 7).toFixed(7);
  const result = { kind: 'exact-money', pounds: average } as const;
  const source = { source: 'GSA' };
  const { explanation } = found.value;
  return ok({
    ...found.value,
    average,
    explanation: {
      ...explanation,
      steps: [
        ...explanation.steps,
        { code: 'average-weekly-earnings.seven-decimals', values: {}, result, source },
      ],
      result,
      sources: [...explanation.sources, source],
    },
  });
}
