import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, isoDay } from '@shared/dates';
import { addPence, sumPence } from '@shared/money';
import { bundledRates } from '@shared/rates/bundled-rates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, createApp } from '../../electron/app';
import { exampleDays } from '../../electron/services/example/example-days';
import { checkChain, ledgerEntries } from '../../electron/services/ledger';
import { openRecordFile } from '../../electron/services/open-record';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import { TEST_KEY_COST } from '../support/workspace';

const TODAY = isoDay('2026-11-21');
const folders: string[] = [];

async function makeApp(seed: string, today = TODAY): Promise<{ app: App; householdId: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-example-'));
  folders.push(folder);
  const app = createApp({
    folders: foldersIn(folder),
    clock: fixedClock(today),
    ids: seededIds(seed),
    log: silentLog(),
    keyCost: TEST_KEY_COST,
  });
  await app.client.workspace.create({ passphrase: 'try mainstay today', kind: 'example' });
  const [household] = await app.client.household.list();
  return { app, householdId: household!.id };
}

let app: App;
let householdId = '';
beforeAll(async () => {
  ({ app, householdId } = await makeApp('one'));
}, 120_000);
afterAll(async () => {
  await app.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the example household', () => {
  test('is the same to the last byte when it is made again for the same day', async () => {
    const again = await makeApp('two');
    const one = Buffer.from(openRecordFile(app.context, householdId).bytes).toString('utf8');
    const two = Buffer.from(openRecordFile(again.app.context, again.householdId).bytes).toString('utf8');
    expect(two).toBe(one);
    await again.app.close();
  }, 120_000);

  test('is made in a tax year without rates too, with the whole year before it, whose sums agree', async () => {
    const after = await makeApp('three', isoDay('2027-04-20'));
    const year = await after.app.client.year.view({ householdId: after.householdId, taxYear: '2026-27' });
    expect(year.isOver).toBe(true);
    expect(year.workers.map((worker) => worker.name)).toEqual(['Grace Okafor', 'Maya Lewis', 'Dev Shah']);
    // Grace is paid weekly: the 51 pay days from 17 April 2026 to 2 April 2027.
    expect(year.workers[0]?.parts).toMatchObject([{ kind: 'payment', count: 51 }]);
    expect(year.checks.map((check) => check.code)).toEqual(['hmrc', 'tax', 'ni']);
    for (const check of year.checks) expect(check.left, check.code).toBe(check.right);
    await after.app.close();
  }, 120_000);

  test('has three PAs, of whom one has left, and pay in both tax years', async () => {
    const people = await app.client.people.list({ householdId });
    expect(people).toHaveLength(3);
    expect(people.filter((person) => person.leftOn !== null)).toHaveLength(1);
    const { finished } = await app.client.pay.runs({ householdId });
    expect(finished.some((run) => run.payDate < '2026-04-06')).toBe(true);
    expect(finished.some((run) => run.payDate >= '2026-04-06')).toBe(true);
    expect(finished.some((run) => run.frequency === 'four-weekly')).toBe(true);
    // Thirteen months, from the first of November 2025.
    expect(finished.at(-1)?.payDate.slice(0, 7)).toBe('2025-11');
  });

  test('shows sick pay under the old and the new rules, sleep-ins, holiday pay and rolled-up holiday', async () => {
    const { finished } = await app.client.pay.runs({ householdId });
    const seen = new Set<string>();
    for (const run of finished) {
      const view = await app.client.pay.finished({ householdId, runId: run.runId! });
      for (const line of view.lines) {
        for (const part of line.earnings) {
          const when = run.payDate < '2026-04-06' ? 'before' : 'after';
          seen.add(
            part.code === 'statutory-sick-pay'
              ? `sick pay ${when} April 2026`
              : part.kindOfWork === 'sleep-in'
                ? 'sleep-in'
                : part.code,
          );
        }
      }
    }
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'sick pay before April 2026',
        'sick pay after April 2026',
        'sleep-in',
        'holiday-pay',
        'rolled-up-holiday-pay',
      ]),
    );
  });

  test('adds up: every payslip from gross to net, and the tax of the year from payslip to payslip', async () => {
    const { finished } = await app.client.pay.runs({ householdId });
    const taxSoFar = new Map<string, number>();
    for (const run of [...finished].reverse()) {
      const view = await app.client.pay.finished({ householdId, runId: run.runId! });
      for (const line of view.lines) {
        expect(line.gross).toBe(sumPence(line.earnings.map((part) => part.amount)));
        const deducted = addPence(
          line.tax,
          line.employeeNi,
          line.studentLoan,
          line.postgraduateLoan,
          line.pensionEmployee,
          line.otherDeductions,
        );
        expect(line.net).toBe(line.gross - deducted + line.reimbursements);
        const key = `${line.workerId} ${line.taxYear}`;
        taxSoFar.set(key, (taxSoFar.get(key) ?? 0) + line.tax);
        expect(line.toDate.tax).toBe(taxSoFar.get(key));
      }
    }
  });

  test('keeps a ledger that balances, in a chain that is whole', () => {
    expect(checkChain(app.context, householdId)).toEqual([]);
    for (const { entry } of ledgerEntries(app.context, householdId)) {
      expect(sumPence(entry.postings.map((posting) => posting.amount))).toBe(0);
    }
  });

  test('has a return that is due and agrees with the bank, and earlier ones that were sent', async () => {
    const returns = await app.client.returns.list({ householdId });
    expect(returns.filter((one) => one.state === 'sent').length).toBeGreaterThanOrEqual(3);
    const due = returns.filter((one) => one.state === 'due');
    expect(due).toHaveLength(1);
    const { agreementId, from, to } = due[0]!;
    const view = await app.client.returns.get({ householdId, agreementId, from, to });
    expect(view.opening + view.totalIn - view.totalOut).toBe(view.closing);
    expect(view.difference).toBe(0);
    expect(view.evidence.some((item) => !item.ready)).toBe(true);
  });

  test('has one wage that does not match its payslip, and counts no wage twice while lines wait to be explained', async () => {
    const lines = await app.client.money.lines({
      householdId,
      from: null,
      to: null,
      only: 'needs-a-look',
      withProposals: true,
    });
    const wrong = lines.filter((line) => line.warnings.some((warning) => warning.code === 'wage-mismatch'));
    expect(wrong.map((line) => line.amount)).toEqual([-28_329]);
    const before = await app.client.money.overview({ householdId });
    const owed = lines.filter((line) =>
      ['hmrc', 'pension'].includes(line.proposal?.parts[0]?.matchKind ?? ''),
    );
    expect(owed.length).toBeGreaterThan(0);
    await app.client.money.accept({ householdId, lineIds: owed.map((line) => line.id) });
    const after = await app.client.money.overview({ householdId });
    expect(after.reallyYours).toBe(before.reallyYours);
    expect(after.bank).toBe(before.bank);
  });
});

describe('the days of the example', () => {
  test('end on the last day that has rates, however late it is', () => {
    const days = exampleDays(isoDay('2029-01-01'), bundledRates);
    expect(days.today).toBe('2027-04-05');
    expect(days.start).toBe('2026-04-01');
  });

  test('never begin before the first day that has rates', () => {
    const days = exampleDays(isoDay('2024-10-10'), bundledRates);
    expect(days.start).toBe('2024-04-06');
    expect(days.firstMonday).toBe('2024-04-08');
    expect(days.leftOn > addDays(days.firstMonday, 7)).toBe(true);
  });
});
