import type { LineExplanation } from '@shared/api/money';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { must } from '@shared/result';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesThatFit } from '../../electron/db/queries/money-ledger';
import { Refusal } from '../../electron/refusal';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { saveAgreement } from '../../electron/services/household-agreements';
import { addHousehold } from '../../electron/services/household-save';
import { checkChain } from '../../electron/services/ledger';
import { saveMoneyAccount } from '../../electron/services/money-accounts';
import {
  countCash,
  markShown,
  removeByHand,
  saveByHand,
  transferByHand,
} from '../../electron/services/money-by-hand';
import { checkMoney } from '../../electron/services/money-check';
import { fundStatement, fundsOn } from '../../electron/services/money-funds';
import { explainLine, unexplainLine } from '../../electron/services/money-lines';
import { joinTransfer, oneLine, transfersToJoin } from '../../electron/services/money-one-line';
import { importStatement, listStatements, removeStatement } from '../../electron/services/money-statements';
import { redo, undo } from '../../electron/services/undo';
import { testWorkspace } from '../support/workspace';
import { type Line, lloydsFile } from './money-support';

const FIRST = isoDay('2026-07-01');
const SAVINGS = { sortCode: '30-94-58', number: '87654321' };
const JULY: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-08', 'MORGANS PHARMACY', -7_450],
  ['2026-07-15', 'CASH WITHDRAWAL', -3_000],
  ['2026-07-20', 'TO SAVINGS', -20_000],
];
const AUGUST: readonly Line[] = [
  ['2026-08-03', 'CHEQUE 000123', -4_500],
  ['2026-08-05', 'MORGANS PHARMACY', 2_000],
  ['2026-08-09', 'CASH WITHDRAWAL', -3_000],
];

type Home = {
  readonly context: ServiceContext;
  readonly householdId: string;
  readonly agreementIds: readonly string[];
  readonly current: string;
  readonly savings: string;
  readonly cash: string;
};

/** A household with two agreements, two accounts at the bank and cash, in a workspace that others are in too. */
function openHome(context: ServiceContext): Home {
  const householdId = addHousehold(context, 'Ruth');
  const agreementIds = ['Anyshire Council', 'Health board'].map((funderName) =>
    saveAgreement(context, householdId, {
      id: null,
      funderName,
      funderKind: 'council',
      reference: '',
      startsOn: FIRST,
      endsOn: null,
      amount: pence(144_480),
      amountBasis: 'net',
      frequency: 'four-weekly',
      firstPaymentOn: FIRST,
      contribution: pence(0),
      weeklyMinutes: 0,
      surplusWeeks: 8,
      surplusTested: 'period-end',
      returnProfile: 'superset',
      returnEvery: { months: 3 },
      returnStartsOn: FIRST,
      returnDueDays: 28,
      receiptsOver: pence(0),
      categories: [],
    }),
  );
  const account = (name: string, kind: 'bank' | 'cash', numbers: object = {}) =>
    saveMoneyAccount(context, householdId, {
      id: null,
      name,
      kind,
      bank: '',
      sortCode: '30-94-57',
      accountNumber: '12345678',
      agreementId: null,
      openedOn: FIRST,
      opening: pence(kind === 'cash' ? 1_000 : 50_000),
      openingParts: [],
      ...numbers,
    });
  return {
    context,
    householdId,
    agreementIds,
    current: account('Current', 'bank'),
    savings: account('Savings', 'bank', { sortCode: SAVINGS.sortCode, accountNumber: SAVINGS.number }),
    cash: account('Cash', 'cash', { sortCode: '', accountNumber: '' }),
  };
}

const ACTIONS = [
  'july',
  'august',
  'savings',
  'explain',
  'split',
  'explain-cash',
  'explain-transfer',
  'unexplain',
  'join',
  'hand-cash',
  'hand-cheque',
  'hand-transfer',
  'shown',
  'refund',
  'count',
  'remove-hand',
  'remove-statement',
  'undo',
  'redo',
] as const;
type Step = { readonly what: (typeof ACTIONS)[number]; readonly at: number; readonly amount: number };

const part = (amount: number, ledgerAccount: string, more: Partial<LineExplanation> = {}) => ({
  amount: pence(amount),
  ledgerAccount,
  categoryId: null,
  agreementId: null,
  workerId: null,
  matchKind: 'by-hand' as const,
  matchKey: null,
  note: '',
  ...more,
});

/** Does one thing; what the program says no to changes nothing, and anything else that fails is a fault. */
function take({ context, householdId, ...home }: Home, { what, at, amount }: Step): unknown {
  const lines = linesThatFit(databaseOf(context), householdId, { from: null, to: null });
  const pick = <Row>(rows: readonly Row[]): Row | undefined => rows[at % Math.max(1, rows.length)];
  const line = pick(lines);
  const day = addDays(FIRST, at % 60);
  const agreementId = home.agreementIds[at % 3] ?? null;
  const hand = (accountId: string, size: number, parts: LineExplanation[]) =>
    saveByHand(context, householdId, {
      id: null,
      accountId,
      day,
      amount: pence(size),
      description: 'By hand',
      cheque: '',
      note: '',
      parts,
    });
  const explain = (...parts: LineExplanation[]) => {
    if (line !== undefined) explainLine(context, householdId, line.id, parts);
  };
  switch (what) {
    case 'july':
      return importStatement(context, householdId, home.current, lloydsFile(JULY, 50_000));
    case 'august':
      return importStatement(context, householdId, home.current, lloydsFile(AUGUST, 164_030));
    case 'savings':
      return importStatement(
        context,
        householdId,
        home.savings,
        lloydsFile([['2026-07-21', 'FROM CURRENT', 20_000]], 50_000, SAVINGS),
      );
    case 'explain':
      return explain(part(line?.amount_pence ?? 0, 'equipment', { agreementId }));
    case 'split':
      return explain(
        part((line?.amount_pence ?? 0) - amount, 'training', { agreementId, countsOn: addDays(day, 30) }),
        part(amount, 'other-spending', { agreementId, fundPart: at % 2 === 0 ? 'own' : 'contribution' }),
      );
    case 'explain-cash':
      return explain(part(line?.amount_pence ?? 0, 'cash', { agreementId }));
    case 'explain-transfer':
      return explain(part(line?.amount_pence ?? 0, 'transfer'));
    case 'unexplain':
      return line === undefined ? undefined : unexplainLine(context, householdId, line.id);
    case 'join': {
      const pair = pick(transfersToJoin(context, householdId).pairs);
      return pair === undefined ? undefined : joinTransfer(context, householdId, pair.in.id, pair.out.id);
    }
    case 'hand-cash':
      return hand(home.cash, -amount, [part(-amount, 'expenses', { agreementId })]);
    case 'hand-cheque':
      return hand(home.current, -4_500, at % 2 === 0 ? [] : [part(-4_500, 'insurance', { agreementId })]);
    case 'hand-transfer':
      return transferByHand(context, householdId, {
        fromAccountId: home.current,
        toAccountId: at % 2 === 0 ? home.cash : home.savings,
        day,
        amount: pence(3_000),
        description: 'Moved',
      });
    case 'shown': {
      const waits = lines.filter((row) => row.statement_id === null && row.account_id === home.current);
      const found = pick(waits);
      const shower = found && pick(oneLine(context, householdId, found.id).mayBeShownBy);
      if (found?.shown_by) return markShown(context, householdId, found.id, null);
      return shower === undefined
        ? undefined
        : markShown(context, householdId, must(found, 'line').id, shower.id);
    }
    case 'refund': {
      const back = lines.find((row) => row.amount_pence === 2_000);
      const paid = back && pick(oneLine(context, householdId, back.id).mayRefund);
      if (back === undefined || paid === undefined) return undefined;
      const matchKey = `refund:${paid.id}`;
      return explainLine(context, householdId, back.id, [
        part(2_000, 'equipment', { matchKind: 'refund', matchKey }),
      ]);
    }
    case 'count':
      return countCash(context, householdId, {
        accountId: home.cash,
        day,
        counted: pence(amount),
        keep: true,
      });
    case 'remove-hand':
      return line === undefined ? undefined : removeByHand(context, householdId, line.id);
    case 'remove-statement': {
      const statement = pick(listStatements(context, householdId));
      return statement === undefined ? undefined : removeStatement(context, householdId, statement.id);
    }
    case 'undo':
      return undo(context, householdId);
    case 'redo':
      return redo(context, householdId);
  }
}

/** Everything that has to hold however the record came to be. */
function expectWhole({ context, householdId }: Home, from: IsoDay, to: IsoDay): void {
  expect(checkChain(context, householdId)).toEqual([]);
  expect(checkMoney(context, householdId)).toEqual([]);
  const before = fundsOn(context, householdId, addDays(from, -1));
  const after = fundsOn(context, householdId, to);
  for (const view of [before, after]) {
    const held = view.funds.reduce((sum, one) => sum + one.amount, 0) + view.notSorted;
    const money = view.accounts.reduce((sum, one) => sum + one.amount, 0);
    expect(held).toBe(money + view.unpresented + view.underWay + view.timing);
  }
  for (const { fund, amount } of after.funds) {
    const told = fundStatement(context, householdId, fund, from, to);
    expect(told.opening + told.in - told.out).toBe(told.closing);
    expect(told.closing).toBe(amount);
    expect(told.opening).toBe(before.funds.find((one) => one.fund === fund)?.amount ?? 0);
  }
}

const step = fc.record({
  what: fc.constantFrom(...ACTIONS),
  at: fc.nat(59),
  amount: fc.integer({ min: 1, max: 2_500 }),
});

test('whatever is done and undone in whatever order, no penny is lost and the chain stays whole', async () => {
  const { context, close } = await testWorkspace('2026-10-05', 'ledger-properties');
  try {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), fc.nat(60), fc.nat(60), (steps, a, b) => {
        const home = openHome(context);
        // Without a statement there is little to do: each case begins with one.
        for (const one of [{ what: 'july', at: 0, amount: 1 } as const, ...steps]) {
          try {
            take(home, one);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        expectWhole(home, addDays(FIRST, Math.min(a, b)), addDays(FIRST, Math.max(a, b)));
      }),
      { numRuns: 40 },
    );
  } finally {
    close();
  }
});
