/**
 * Run by `npm run bench`: what 500 new lines may be, and the screen that goes through them, with one year and with ten years
 * of a household's money (30,000 lines, 3,000 receipts) in the encrypted file. Each round comes after a change: nothing is
 * remembered.
 */
import { performance } from 'node:perf_hooks';
import { matchList } from '@shared/api/money';
import { payeeText } from '@shared/budget/line-text';
import { addDays, type IsoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { saveAccount } from '../../electron/services/household-accounts';
import { saveAgreement } from '../../electron/services/household-agreements';
import { linesToMatch } from '../../electron/services/money-matching';
import { proposalsOf } from '../../electron/services/money-proposals';
import type { Bench } from '../support/bench';
import { TEN_YEARS_TODAY } from '../support/ten-years';
import { addTestHousehold, testWorkspace } from '../support/workspace';

const A_YEAR = { lines: 3_000, receipts: 300 };
const NEW_LINES = 500;
const PAYEES = 300;

type Given = { readonly context: ServiceContext; readonly householdId: string };
const made = new Map<number, Promise<Given>>();

/** A household with so many years of explained lines and receipts, and 500 new lines of the last two months. */
function household(years: number): Promise<Given> {
  const known = made.get(years) ?? make(years);
  made.set(years, known);
  return known;
}

async function make(years: number): Promise<Given> {
  const { context, close } = await testWorkspace(TEN_YEARS_TODAY, `matching-${years}`);
  process.on('exit', close);
  const first = addDays(TEN_YEARS_TODAY, -Math.round(years * 365.25));
  const householdId = addTestHousehold(context, { from: first });
  const agreementId = saveAgreement(context, householdId, {
    id: null,
    funderName: 'Anyshire Council',
    funderKind: 'council',
    reference: 'DP4401',
    startsOn: first,
    endsOn: null,
    amount: pence(144_480),
    amountBasis: 'net',
    frequency: 'four-weekly',
    firstPaymentOn: first,
    contribution: pence(18_000),
    weeklyMinutes: 1200,
    surplusWeeks: 8,
    surplusTested: 'period-end',
    returnProfile: 'superset',
    returnEvery: { months: 3 },
    returnStartsOn: first,
    returnDueDays: 28,
    receiptsOver: pence(5000),
    categories: [{ id: null, name: 'Equipment', ledgerAccount: 'equipment', allowed: true, note: '' }],
  });
  const accountId = saveAccount(context, householdId, {
    id: null,
    name: 'Direct payment account',
    bank: 'lloyds',
    sortCode: '30-94-57',
    accountNumber: '12345678',
    openedOn: first,
    opening: pence(0),
  });
  const db = databaseOf(context);
  const total = A_YEAR.lines * years;
  const last = addDays(TEN_YEARS_TODAY, -60);
  const span = Math.round(years * 365.25) - 61;
  const dayOf = (at: number): IsoDay =>
    at < total
      ? addDays(first, Math.floor((at * span) / total))
      : addDays(last, Math.floor((at - total) / 9));
  db.act({ name: 'money.statement-imported', householdId, undoable: false }, (write) => {
    const hash = 'bench';
    write.append('stored_file', { hash, media_type: 'text/csv', size: 1, bytes: new Uint8Array([1]) });
    write.insert('statement', {
      id: 'statement',
      household_id: householdId,
      account_id: accountId,
      file_hash: hash,
      file_name: 'bench.csv',
      layout: 'lloyds',
      from_day: first,
      to_day: TEN_YEARS_TODAY,
      opening_pence: null,
      closing_pence: null,
      closing_from: 'file',
      imported_at: '2026-11-21T09:00:00.000Z',
    });
    for (let at = 0; at < total + NEW_LINES; at += 1) {
      const isIn = at % 13 === 0;
      const amount = pence(isIn ? 144_480 : -(500 + ((at * 37) % 9_000)));
      const description = isIn ? 'ANYSHIRE COUNCIL DP4401' : `SHOP ${word(at % PAYEES)} ${at}`;
      const id = `line-${at}`;
      write.insert('bank_line', {
        id,
        household_id: householdId,
        account_id: accountId,
        statement_id: 'statement',
        position: at,
        day: dayOf(at),
        amount_pence: amount,
        description,
        balance_pence: null,
        bank_id: null,
        occurrence: 1,
        shown_by: null,
        note: '',
      });
      if (at >= total) continue;
      write.insert('line_explanation', {
        id: `part-${at}`,
        household_id: householdId,
        bank_line_id: id,
        position: 1,
        amount_pence: amount,
        ledger_account: isIn ? 'direct-payment-income' : 'equipment',
        category_id: null,
        agreement_id: agreementId,
        worker_id: null,
        match_kind: 'by-hand',
        match_key: null,
        note: '',
        fund_part: 'agreement',
        counts_on: null,
        payee: payeeText(description),
      });
    }
    for (let at = 0; at < A_YEAR.receipts * years; at += 1)
      write.insert('receipt', {
        id: `receipt-${at}`,
        household_id: householdId,
        file_hash: hash,
        file_name: 'receipt.pdf',
        day: addDays(first, Math.floor((at * (span + 60)) / (A_YEAR.receipts * years))),
        total_pence: pence(500 + ((at * 37) % 9_000)),
        supplier: `Shop ${word(at % PAYEES)}`,
        added_on: TEN_YEARS_TODAY,
        kind: 'receipt',
        pages: 1,
        picture_hash: null,
        turn: 0,
        told: '',
      });
  });
  return { context, householdId };
}

/** A name of letters alone: payees are told apart by letters. */
function word(at: number): string {
  return [...String(at).padStart(3, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

function bench(name: string, years: number, goal: number, work: (given: Given) => void): Bench {
  let given: Given | undefined;
  return {
    name,
    goal,
    unit: 'ms',
    rounds: 7,
    prepare: async () => {
      given = await household(years);
    },
    measure: async () => {
      if (given === undefined) throw new Error('The household is not made');
      const { context, householdId } = given;
      databaseOf(context).act({ name: 'duty.done', householdId }, (write) =>
        write.update('household', householdId, { town: `Leeds ${Math.round(performance.now() * 1000)}` }),
      );
      const started = performance.now();
      work(given);
      return performance.now() - started;
    },
  };
}

const match = ({ context, householdId }: Given): void => {
  if (proposalsOf(context, householdId).size < NEW_LINES / 2) throw new Error('Too few were matched');
};
const page = ({ context, householdId }: Given): void => {
  const list = linesToMatch(context, householdId, { offset: 0, limit: 40 });
  if (matchList.parse(list).left !== NEW_LINES) throw new Error('Not the new lines');
};

export const benches: readonly Bench[] = [
  bench('matching 500 new lines, with one year in the file', 1, 1_000, match),
  bench('matching 500 new lines, with ten years in the file', 10, 1_000, match),
  bench('matching: the first 40 of 500 lines, with ten years', 10, 100, page),
];
