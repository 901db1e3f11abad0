import type { MainstayClient } from '@shared/api/contract';

/** Calls that only read and need no more than the household: what stands behind the pages. */
const READS = [
  'household.get',
  'household.setup',
  'people.list',
  'people.holiday',
  'rota.patterns',
  'absences.holiday',
  'absences.requests',
  'calendar.view',
  'cover.contacts',
  'cover.trainings',
  'cover.pots',
  'coverPapers.plan',
  'coverPapers.claims',
  'need.plan',
  'need.cost',
  'need.balances',
  'pools.list',
  'timesheets.list',
  'pay.runs',
  'pensions.household',
  'money.overview',
  'money.statements',
  'money.receipts',
  'returns.list',
  'statements.list',
  'ledger.accounts',
  'ledger.transfers',
  'plan.view',
  'plan.starts',
  'budget.view',
  'budget.earmarks',
  'budget.bills',
  'profiles.list',
  'profiles.asked',
  'endings.list',
  'endings.outcomeNames',
  'endings.retention',
  'payments.payees',
  'payments.templates',
  'payments.whoIsOwed',
  'privacy.view',
  'erasure.view',
  'today.view',
  'today.duties',
] as const;

export type Read = { readonly answer?: unknown; readonly refused?: string };

/** What each of those calls answers now; a refusal counts as an answer. What throws otherwise is a fault of ours. */
export async function readsOf(
  client: MainstayClient,
  householdId: string,
): Promise<Readonly<Record<string, Read>>> {
  const areas = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const found: Record<string, Read> = {};
  for (const call of READS) {
    const [area = '', name = ''] = call.split('.');
    try {
      found[call] = { answer: await areas[area]?.[name]?.({ householdId }) };
    } catch (error) {
      const { data } = error as { data?: { code?: string } };
      if (data?.code === undefined) throw error;
      found[call] = { refused: data.code };
    }
  }
  return found;
}
