import type { WeeklyFunding } from '@shared/budget/surplus';
import { NO_MONEY, pence } from '@shared/money';
import type { WorkspaceSchema } from '../db/schema';
import { weeklyAmount } from './weekly-income';

type AgreementRow = WorkspaceSchema['funding_agreement'];

/** What the rule of so many weeks counts in: one week, gross of the client contribution, and the contribution in it. */
export function weeklyFunding(agreement: AgreementRow): WeeklyFunding {
  const net = weeklyAmount({ ...agreement, contribution_pence: NO_MONEY });
  const gross = weeklyAmount(agreement);
  return { gross, clientContribution: pence(gross - net) };
}
