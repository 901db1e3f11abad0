import { daysBetween, earlierDay, type IsoDay, laterDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import type { AgreementPay } from '@shared/rota/cost-forecast';
import type { WorkspaceSchema } from '../db/schema';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** Days that one payment of a frequency is for; a month is a twelfth of 365 days, given as days over 12. */
const PAYMENT_DAYS: Readonly<Record<AgreementRow['frequency'], readonly [days: number, over: number]>> = {
  weekly: [7, 1],
  'two-weekly': [14, 1],
  'four-weekly': [28, 1],
  monthly: [365, 12],
};

/** Whole pence, to the nearest, a half up: a plan's daily share is not ruled by anything published. */
function toNearest(amount: number, parts: number): number {
  return Number((2n * BigInt(amount) + BigInt(parts)) / (2n * BigInt(parts)));
}

/** What the agreements pay for some days, client contribution included, day by day, to the nearest penny. */
export function weeklyIncome(agreements: readonly AgreementRow[], from: IsoDay, to: IsoDay): Pence {
  let total = 0;
  for (const agreement of agreements) {
    const first = laterDay(agreement.starts_on, from);
    const last = agreement.ends_on === null ? to : earlierDay(agreement.ends_on, to);
    if (last < first) continue;
    const [days, over] = PAYMENT_DAYS[agreement.frequency];
    const amount = agreement.amount_pence + agreement.contribution_pence;
    total += toNearest(amount * over * (daysBetween(first, last) + 1), days);
  }
  return pence(total);
}

/** What an agreement pays, by days, as a forecast takes it. */
export function agreementPay(agreement: AgreementRow): AgreementPay {
  const [days, over] = PAYMENT_DAYS[agreement.frequency];
  return {
    agreementId: agreement.id,
    from: agreement.starts_on,
    to: agreement.ends_on,
    amount: pence(agreement.amount_pence + agreement.contribution_pence),
    days,
    over,
  };
}

/** The gross weekly amount of one agreement, client contribution included: what a rule of "so many weeks" counts in. */
export function weeklyAmount(agreement: AgreementRow): Pence {
  const [days, over] = PAYMENT_DAYS[agreement.frequency];
  return pence(toNearest((agreement.amount_pence + agreement.contribution_pence) * over * 7, days));
}
