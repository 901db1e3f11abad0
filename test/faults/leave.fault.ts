import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { createApp } from '../../electron/app';
import type { ServiceContext } from '../../electron/services/context';
import { openRecord } from '../../electron/services/open-record';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { lloydsFile, openMoneyHousehold } from '../services/money-support';
import { clientOf } from '../support/client-of';
import type { Fault, FaultOutcome } from '../support/fault';
import { readExport, rebuildTotals } from '../support/rebuilt-totals';
import { tryMany } from '../support/try-many';
import { addTestShift, addTestWorker, TEST_KEY_COST } from '../support/workspace';

const SEED = Number(process.env['MAINSTAY_SEED'] ?? 20_261_122);
const TODAY = isoDay('2026-11-21');

/** Exports everything, adds it up again from the files alone, and says where Mainstay says otherwise. */
async function differences(context: ServiceContext, householdId: string): Promise<string[]> {
  const client = clientOf(context);
  const record = readExport(openRecord(context, householdId).bytes);
  const to = context.clock.today();
  const from = addDays(to, -360);
  const rebuilt = rebuildTotals(record, { from, to });
  const found = [...record.faults];
  const compare = (what: string, own: number | undefined | null, told: number | null): void => {
    if (told !== null && (own ?? 0) !== told)
      found.push(`${what}: ${own} from the files, ${told} in Mainstay`);
  };
  if (rebuilt.chain !== undefined) found.push(`the ledger’s chain breaks at ${rebuilt.chain}`);
  for (const account of await client.ledger.accounts({ householdId }))
    compare(`money in ${account.name}`, rebuilt.accounts.get(account.id), account.balance);
  const funds = await client.ledger.funds({ householdId, day: to });
  compare('all money', rebuilt.money, funds.total);
  for (const [taxYear, figures] of rebuilt.years) {
    const { total } = await client.year.view({ householdId, taxYear });
    for (const name of [
      'gross',
      'net',
      'employerCost',
      'tax',
      'pensionEmployee',
      'pensionEmployer',
      'studentLoan',
    ] as const)
      compare(`${name} of ${taxYear}`, figures[name], total[name]);
  }
  const { spending } = await client.endings.review({ householdId, from, to });
  const spent = new Map<string, number>();
  for (const one of spending) spent.set(one.account, (spent.get(one.account) ?? 0) + one.amount);
  for (const [account, amount] of spent) compare(`spent on ${account}`, rebuilt.spent.get(account), amount);
  const receipts = await client.money.receipts({ householdId });
  compare(
    'receipts',
    rebuilt.receipts,
    receipts.reduce((sum, one) => sum + (one.total ?? 0), 0),
  );
  return found;
}

/** Numbers that follow from a seed, from nothing up to one less than `below`. */
function chance(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** What people and banks write that tables trip over. */
const TEXTS = [
  '=SUM(A1)',
  '-5 back',
  '+44 113',
  '@home',
  'a "quoted", comma',
  'two\nlines',
  'Zoë Ó Briain',
  "'apostrophe",
];
const KINDS = ['equipment', 'training', 'insurance', 'other-spending', 'agency'] as const;

/** A household nobody thought of before: PAs, hours, pay, and a bank that moved money both ways. */
async function randomHousehold(seed: number): Promise<string | undefined> {
  const pick = chance(seed);
  const home = await openMoneyHousehold(TODAY, 100_000 + pick(400_000));
  const { context, householdId, agreementId } = home;
  try {
    const client = clientOf(context);
    const weeks = 1 + pick(3);
    for (let at = 0; at <= pick(2); at += 1) {
      const workerId = addTestWorker(context, householdId, {
        firstNames: ['Grace', 'Maya', 'Dev'][at] ?? 'Ann',
        startedOn: '2026-10-05',
        taxCode: ['1257L', 'BR', '0T'][pick(3)] ?? '1257L',
        rates: { weekday: `${13 + pick(12)}.${10 + pick(90)}` },
        ...(pick(2) === 0 ? {} : { pension: {} }),
      });
      for (let day = 0; day < weeks * 7; day += 1)
        if (pick(2) === 0)
          addTestShift(
            context,
            householdId,
            workerId,
            addDays(isoDay('2026-10-05'), day),
            '08:00',
            `${9 + pick(12)}`.padStart(2, '0').concat(':00'),
          );
    }
    for (const { key } of (await client.pay.runs({ householdId })).open) {
      const { totals, lines: payslips } = await client.pay.run({ householdId, key });
      if (payslips.length > 0) await client.pay.finish({ householdId, key, expectedNet: totals.net });
    }
    const lines = Array.from({ length: 5 + pick(12) }, (_, at): readonly [IsoDay, string, number] => [
      addDays(isoDay('2026-10-06'), at),
      `SHOP ${pick(9)}`,
      pick(4) === 0 ? 1 + pick(90_000) : -1 - pick(9_000),
    ]);
    const file = lloydsFile(lines, 0);
    await client.money.importStatement({
      householdId,
      accountId: home.accountId,
      file: { name: file.name, base64: Buffer.from(file.bytes).toString('base64') },
    });
    const all = await client.money.lines({
      householdId,
      from: null,
      to: null,
      only: 'all',
      withProposals: false,
    });
    for (const line of all)
      if (pick(5) > 0)
        await client.money.explain({
          householdId,
          lineId: line.id,
          parts: [
            {
              amount: line.amount,
              ledgerAccount:
                line.amount > 0 ? 'direct-payment-income' : (KINDS[pick(KINDS.length)] ?? 'agency'),
              categoryId: null,
              agreementId,
              workerId: null,
              matchKind: 'by-hand',
              matchKey: null,
              note: TEXTS[pick(TEXTS.length)] ?? '',
            },
          ],
        });
    if (pick(2) === 0) {
      const line = all[0];
      if (line !== undefined)
        await client.money.unexplain({ householdId, lineId: line.id }).catch(() => undefined);
    }
    await client.ledger.saveByHand({
      householdId,
      line: {
        id: null,
        accountId: home.accountId,
        day: addDays(TODAY, -1),
        amount: pence(-1 - pick(5_000)),
        description: TEXTS[pick(TEXTS.length)] ?? 'cheque',
        cheque: '000123',
        note: '',
        parts: [],
      },
    });
    const found = await differences(context, householdId);
    return found.length === 0 ? undefined : `household ${seed}: ${found.slice(0, 5).join('; ')}`;
  } finally {
    home.close();
  }
}

/** The invented household, with a year of pay, corrections, cash, receipts and sent returns. */
function example(tries: number): Promise<FaultOutcome> {
  return tryMany(tries, async (at) => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-leave-'));
    const app = createApp({
      folders: foldersIn(folder),
      clock: fixedClock(addDays(TODAY, -at * 40)),
      ids: seededIds(`leave ${at}`),
      log: silentLog(),
      keyCost: TEST_KEY_COST,
    });
    try {
      await app.client.workspace.create({ passphrase: 'try mainstay today', kind: 'example' });
      const [household] = await app.client.household.list();
      const found = await differences(app.context, household?.id ?? '');
      return found.length === 0 ? undefined : found.slice(0, 5).join('; ');
    } finally {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

const promise = 'You can leave: all of it is in open files, and the sums come out the same';

export const faults: readonly Fault[] = [
  {
    row: 31,
    promise,
    how: 'Exports random households, and adds up money, pay, tax, spending and the ledger’s chain from CSV and JSON alone',
    tries: 40,
    quick: 1,
    attempt: (tries) => tryMany(tries, (at) => randomHousehold(SEED + at)),
  },
  {
    row: 31,
    promise,
    how: 'The same for the invented household, with corrections, cash, receipts and sent returns, on several days',
    tries: 2,
    quick: 0,
    attempt: example,
  },
];
