import words from '@resources/documents/return-words.json';
import type { ReturnFacts } from '@shared/returns/return-facts';
import { fill } from '../files/documents/words';
import { countsOn, earmarkOfFund } from './budget-earmarks';
import type { RuleOfAgreement } from './budget-rule';
import { setAsideOf } from './budget-surplus';
import type { ReturnScope } from './returns-scope';

/** Money set aside at the end: what the person set aside, and what the agreement's rule lets build up for leaving PAs. */
export function earmarksOfReturn(
  { context, householdId, agreement, to }: ReturnScope,
  rule: RuleOfAgreement['rule'],
): ReturnFacts['earmarks'] {
  const { rows, leaving } = setAsideOf(context, householdId, agreement, rule);
  return [
    ...rows
      .filter((row) => countsOn(row, to))
      .map((row) => ({ id: row.id, kind: row.kind, name: row.name, ...earmarkOfFund(row) })),
    ...leaving.map(({ id, name, amount }) => ({
      id,
      kind: 'redundancy',
      name: fill(words.leaving, { name }),
      amount,
      agreed: true,
      forStaff: true,
    })),
  ];
}
