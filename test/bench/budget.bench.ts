/**
 * Run by `npm run bench`: the data of each page of the budget with one year and with ten years of a household's money
 * (3,000 lines a year, all explained but the last few) and rota, in its encrypted file. Each round comes after a change.
 */
import { performance } from 'node:perf_hooks';
import type { budgetContract } from '@shared/api/budget';
import { addDays, addYears, daysBetween, type IsoDay, isoDay, mondayOf } from '@shared/dates';
import { pence } from '@shared/money';
import { accountsOf, agreementsOf } from '../../electron/db/queries/household';
import { saveWhatIf } from '../../electron/services/budget-what-if';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { linePoster, postExplanation, postOpening } from '../../electron/services/money-entries';
import type { Bench } from '../support/bench';
import { clientOf } from '../support/client-of';
import { addTestHousehold, addTestPattern, addTestWorker, testWorkspace } from '../support/workspace';

const TODAY = isoDay('2026-11-21');
const LINES_A_YEAR = 3_000;
const KINDS = ['direct-payment-income', 'equipment', 'training', 'insurance', 'other-spending', 'hmrc-owed'];

type Made = {
  readonly context: ServiceContext;
  readonly householdId: string;
  readonly agreementId: string;
  readonly client: ReturnType<typeof clientOf>;
};

const made = new Map<number, Promise<Made>>();

async function make(years: number): Promise<Made> {
  const first = mondayOf(addYears(TODAY, -years));
  const { context } = await testWorkspace(TODAY, `budget-${years}`);
  const householdId = addTestHousehold(context, { from: first });
  const db = databaseOf(context);
  for (let at = 0; at < 4; at += 1) {
    const worker = addTestWorker(context, householdId, {
      firstNames: `Pa${at}`,
      startedOn: first,
      pension: {},
    });
    addTestPattern(context, householdId, worker, first, [at, at + 1, at + 2], '08:00', '14:00');
  }
  const agreementId = agreementsOf(db, householdId)[0]?.id ?? '';
  await db.withoutWaiting(async () => {
    addLines(context, householdId, agreementId, first, years * LINES_A_YEAR);
  });
  for (const name of ['One', 'Two', 'Three'])
    saveWhatIf(context, householdId, agreementId, {
      id: null,
      name,
      changes: [
        {
          kind: 'rate-rise',
          workerId: null,
          from: isoDay('2027-04-01'),
          by: { how: 'percent', hundredths: 400 },
        },
      ],
    });
  return { context, householdId, agreementId, client: clientOf(context) };
}

function addLines(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  first: IsoDay,
  count: number,
): void {
  const db = databaseOf(context);
  const account = accountsOf(db, householdId)[0];
  if (account === undefined) throw new Error('No account');
  const days = daysBetween(first, TODAY);
  db.act({ name: 'money.statement-imported', householdId, undoable: false }, (write) => {
    write.append('stored_file', {
      hash: 'bench',
      media_type: 'text/csv',
      size: 1,
      bytes: new Uint8Array([1]),
    });
    write.insert('statement', {
      id: 'bench',
      household_id: householdId,
      account_id: account.id,
      file_hash: 'bench',
      file_name: 'bench.csv',
      layout: 'lloyds',
      from_day: first,
      to_day: TODAY,
      opening_pence: null,
      closing_pence: null,
      imported_at: `${TODAY}T12:00:00Z`,
      closing_from: 'file',
    });
    postOpening(context, db, write, account);
    for (let at = 0; at < count; at += 1) {
      const day = addDays(first, Math.floor((at * days) / count));
      const income = at % 6 === 0;
      const row = {
        id: `line-${at}`,
        household_id: householdId,
        account_id: account.id,
        statement_id: 'bench',
        position: at,
        day,
        amount_pence: pence(income ? 30_000 : -4_000 - (at % 977)),
        description: `LINE ${at}`,
        balance_pence: null,
        bank_id: null,
        occurrence: 1,
        shown_by: null,
        note: '',
      };
      write.insert('bank_line', row);
      linePoster(context, db, write, householdId)(row);
      if (at > count - 20) continue;
      const part = {
        id: `part-${at}`,
        household_id: householdId,
        bank_line_id: row.id,
        position: 1,
        amount_pence: row.amount_pence,
        ledger_account: KINDS[at % 6] ?? 'other-spending',
        category_id: null,
        agreement_id: agreementId,
        worker_id: null,
        match_kind: 'by-hand',
        match_key: null,
        note: '',
        fund_part: 'agreement' as const,
        counts_on: null,
        payee: '',
      };
      write.insert('line_explanation', part);
      postExplanation(context, db, write, row, [part]);
    }
  });
}

function opened(years: number): Promise<Made> {
  const known = made.get(years) ?? make(years);
  made.set(years, known);
  return known;
}

function page(name: string, years: number, load: (of: Made) => Promise<unknown>): Bench {
  return {
    name: `budget: ${name}, ${years === 1 ? 'one year' : 'ten years'} of money`,
    goal: 100,
    unit: 'ms',
    rounds: 9,
    prepare: async () => {
      await opened(years);
    },
    measure: async () => {
      const of = await opened(years);
      // Any change makes the program forget what it remembered.
      await of.client.today.markDuty({ householdId: of.householdId, key: 'bench', doneOn: TODAY });
      const started = performance.now();
      await load(of);
      return performance.now() - started;
    },
  };
}

/** Pages by what they ask for; the contract holds their answers to its schemas. */
const PAGES: readonly (readonly [keyof typeof budgetContract, (of: Made) => Promise<unknown>])[] = [
  ['view', ({ client, householdId }) => client.budget.view({ householdId })],
  [
    'forecast',
    ({ client, householdId, agreementId }) => client.budget.forecast({ householdId, agreementId }),
  ],
  ['surplus', ({ client, householdId, agreementId }) => client.budget.surplus({ householdId, agreementId })],
  ['earmarks', ({ client, householdId }) => client.budget.earmarks({ householdId })],
  ['bills', ({ client, householdId }) => client.budget.bills({ householdId })],
  ['whatIfs', ({ client, householdId, agreementId }) => client.budget.whatIfs({ householdId, agreementId })],
];

export const benches: readonly Bench[] = PAGES.flatMap(([name, load]) =>
  [1, 10].map((years) => page(name, years, load)),
);
