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
import { exampleHandOver } from './example-hand-over';
import { exampleReturns } from './example-returns';

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

describe('what the example keeps about cover, time off and hours', () => {
  test('names whom to ring when no PA can come, with what they charge, and the money for it', async () => {
    const contacts = await app.client.cover.contacts({ householdId });
    expect(contacts.map((one) => [one.kind, one.phone !== '', one.charges.length])).toEqual([
      ['agency', true, 3],
      ['last-resort', true, 1],
    ]);
    const { pots } = await app.client.cover.pots({ householdId });
    expect(pots.map((pot) => pot.kind)).toEqual(['cover-budget', 'agreement', 'own-money']);
  });

  test('knows what each PA said about covering, and whose training runs out soon', async () => {
    const people = await app.client.people.list({ householdId });
    const said = async (name: string) =>
      (
        await app.client.cover.person({
          householdId,
          workerId: people.find((one) => one.name.startsWith(name))!.id,
        })
      ).person;
    expect(await said('Grace')).toMatchObject({
      willing: 'yes',
      ownWeeklyLimitMinutes: 32 * 60,
      windows: [],
    });
    const maya = await said('Maya');
    expect(maya.windows).toHaveLength(5);
    expect(maya.trainings.map((one) => one.expiresOn)).toContain(addDays(TODAY, 21));
    const needed = await app.client.cover.trainings({ householdId });
    expect(needed.filter((one) => one.essential).map((one) => one.name)).toEqual(['Moving and handling']);
  });

  test('shows a search for cover that goes on: one said no, one has not answered', async () => {
    const { needs } = await app.client.cover.list({ householdId, absenceId: null });
    expect(needs.map((need) => [need.asked, need.waiting])).toEqual([
      [2, ['Bright Days Care']],
      [0, []],
    ]);
    const view = await app.client.cover.view({ householdId, key: needs[0]!.key });
    expect(view.asks.map((ask) => ask.answer).toSorted()).toEqual(['no', 'waiting']);
    expect(view.state.code).toBe('waiting');
    // What is left of the money for cover comes first.
    expect(view.choices[0]?.pots[0]).toMatchObject({ kind: 'cover-budget', name: 'Money for cover' });
  });

  test('shows a sick day that was covered at seven, and an evening that the agency took and charged', async () => {
    // Maya was ill on Monday 26 October and the day after; the agency could not come, Grace could.
    const [absence] = await app.client.absences.list({ householdId, workerId: null, kind: 'sickness' });
    expect(absence).toMatchObject({ firstDay: '2026-10-26', lastDay: '2026-10-27', uncovered: 0 });
    const week = await app.client.rota.view({
      householdId,
      from: isoDay('2026-10-26'),
      to: isoDay('2026-10-26'),
    });
    const key = week.shifts.find((shift) => shift.absence?.id === absence?.id)!.key;
    const view = await app.client.cover.view({ householdId, key });
    expect(view.asks.map((ask) => [ask.name, ask.answer, ask.asked.time]).toSorted()).toEqual([
      ['Bright Days Care', 'no', '06:35'],
      ['Grace Okafor', 'yes', '06:50'],
    ]);
    const report = await app.client.coverPapers.report({
      householdId,
      from: isoDay('2026-11-01'),
      to: isoDay('2026-11-14'),
    });
    // Three hours at £24.00.
    expect(report.byWho).toMatchObject([
      { kind: 'agency', covers: 1, covered: { minutes: 180 }, cost: 7_200 },
    ]);
  });

  test('tells in the report of the evening that nobody could come to', async () => {
    const period = { from: isoDay('2026-10-01'), to: isoDay('2026-10-31') };
    const report = await app.client.coverPapers.report({ householdId, ...period });
    expect(report.uncoveredShifts).toMatchObject([
      { day: '2026-10-06', start: '18:00', uncoveredMinutes: 180, search: 'refused' },
    ]);
  });

  test('has a cover plan with nothing missing, and a claim that was sent for July to September', async () => {
    expect((await app.client.coverPapers.plan({ householdId })).missing).toEqual([]);
    const { claims } = await app.client.coverPapers.claims({ householdId });
    expect(claims).toMatchObject([
      { from: '2026-07-01', to: '2026-09-30', sentOn: '2026-10-12', reference: 'AC-1187' },
    ]);
    expect(claims[0]?.amount).toBeGreaterThan(0);
  });

  test('has a fit note for what lasted longer than a week, a request that waits, and late starts', async () => {
    const all = await app.client.absences.list({ householdId, workerId: null, kind: 'sickness' });
    const long = all.filter((one) => one.fitNotes.length > 0);
    expect(long).toMatchObject([{ firstDay: '2026-06-01', lastDay: '2026-06-11', fitNoteProblems: [] }]);
    expect(all.flatMap((one) => one.fitNoteProblems)).toEqual([]);
    const requests = await app.client.absences.requests({ householdId });
    expect(requests.map((one) => one.answer)).toEqual(['asked']);
    const lates = await app.client.absences.lates({ householdId, workerId: null });
    expect(lates.map((one) => [one.day, one.minutesLate])).toEqual([
      ['2026-11-03', 20],
      ['2026-07-01', 15],
    ]);
  });

  test('has hours that were agreed, a calendar that has changed since, and a late change that waits for pay', async () => {
    const sheets = await app.client.timesheets.list({ householdId });
    const agreed = sheets.flatMap((one) => one.periods).filter((one) => one.steps.agreed === 'yes');
    expect(agreed.length).toBeGreaterThanOrEqual(4);
    const { calendars } = await app.client.calendar.view({ householdId });
    expect(calendars.filter((one) => one.madeOn !== null)).toMatchObject([
      { name: 'Maya Lewis', madeOn: '2026-11-09' },
    ]);
    const { open } = await app.client.pay.runs({ householdId });
    const next = open.find((run) => run.frequency === 'weekly')!;
    const { lines } = await app.client.pay.run({ householdId, key: next.key });
    // Half an hour of a Saturday at £14.50.
    expect(
      lines.flatMap((line) => line.earnings).filter((part) => part.code === 'late-change'),
    ).toMatchObject([{ minutes: 30, amount: 725 }]);
  });

  test('has an appointment this week where a PA is there, and one where nobody is', async () => {
    const week = { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') };
    const shown = await app.client.calendar.appointments({ householdId, ...week });
    expect(shown.map((one) => [one.title, one.with.map((who) => who.name), one.aloneMinutes])).toEqual([
      ['Hairdresser', ['Maya'], 0],
      ['Optician', [], 45],
      ['Reading group', ['Grace'], 0],
    ]);
  });
});

describe('what the example keeps about its money', () => {
  const everything = {
    from: null,
    to: null,
    accountId: null,
    fund: null,
    categoryId: null,
    only: 'all',
  } as const;
  const line = async (search: string) =>
    (await app.client.ledger.lines({ householdId, ...everything, search, offset: 0, limit: 20 })).lines;

  test('has cash drawn out, kept in a tin with its slip, and paid for fares', async () => {
    const accounts = await app.client.ledger.accounts({ householdId });
    expect(accounts.map((one) => one.kind)).toEqual(['bank', 'cash', 'bank']);
    // Six times £30.00, of which £12.40 and £6.80 were spent each time.
    expect(accounts[1]?.balance).toBe(6 * (3_000 - 1_240 - 680));
    const drawn = (await line('cash anytown')).find((one) => one.amount < 0)!;
    const [slip] = drawn.receipts;
    expect((await app.client.receipts.get({ householdId, id: slip!.id })).kind).toBe('cash-slip');
    expect((await app.client.ledger.line({ householdId, id: drawn.id })).otherEnds).toHaveLength(1);
  });

  test('has a cheque that a statement shows, and one that none shows yet', async () => {
    const byHand = await app.client.ledger.lines({
      householdId,
      ...everything,
      accountId: (await app.client.ledger.accounts({ householdId }))[0]!.id,
      only: 'by-hand',
      search: '',
      offset: 0,
      limit: 20,
    });
    expect(byHand.lines.map((one) => [one.day, one.amount, one.shown ?? false])).toEqual([
      ['2026-11-15', -2_800, false],
      ['2026-09-26', -3_200, true],
    ]);
  });

  test('keeps own money apart, joins a transfer, and splits, moves and pays back what was bought', async () => {
    const view = await app.client.ledger.funds({ householdId, day: TODAY });
    // £60.00 paid in, £38.50 for the garden and £12.00 for a cushion.
    expect(view.funds.find((one) => one.fundPart === 'own')?.amount).toBe(6_000 - 3_850 - 1_200);
    expect(view.underWay).toBe(0);
    expect((await line('mobility shop')).find((one) => one.amount === -7_890)?.explanations).toHaveLength(2);
    const parts = (await Promise.all([line('first aid'), line('supplies direct refund')])).flat();
    expect(parts.flatMap((one) => one.explanations).map((part) => part.countsOn ?? part.matchKind)).toEqual(
      expect.arrayContaining(['2026-10-09', 'refund']),
    );
  });

  test('has a plan with rules and letters, money set aside, bills, payees, a question and good days', async () => {
    const plan = await app.client.plan.view({ householdId });
    expect([plan.rules.length, plan.agreed.map((one) => one.fileName !== '' && one.holds)]).toEqual([
      4,
      [true, true],
    ]);
    const { earmarks, agreements } = await app.client.budget.earmarks({ householdId });
    expect(earmarks.map((one) => [one.agreed, one.counts, one.fileName !== ''])).toEqual([
      [true, true, true],
    ]);
    const { bills } = await app.client.budget.bills({ householdId });
    expect(bills.map((one) => one.repeats.every).toSorted()).toEqual(['months', 'months', 'weeks']);
    expect((await app.client.payments.payees({ householdId })).payees).toHaveLength(2);
    const agreementId = agreements[0]!.id;
    expect((await app.client.budget.whatIfs({ householdId, agreementId })).kept).toHaveLength(1);
    const year = { from: isoDay('2025-11-01'), to: TODAY };
    expect(await app.client.endings.outcomes({ householdId, ...year })).toHaveLength(4);
  });

  test('logs what came back about each return that was sent, and leaves one receipt to put away', async () => {
    const sent = (await app.client.returns.list({ householdId })).filter((one) => one.state === 'sent');
    for (const { returnId } of sent) {
      const log = await app.client.packs.sendings({ householdId, returnId: returnId! });
      expect(log.map((one) => one.kind)).toEqual(['sent', 'received', 'approved']);
    }
    const waiting = await app.client.receipts.list({
      householdId,
      only: 'no-line',
      kind: null,
      search: '',
      from: null,
      to: null,
      offset: 0,
      limit: 20,
    });
    expect(waiting.rows.map((one) => [one.supplier, one.total])).toEqual([['Anytown Mobility Shop', 2_800]]);
  });
});

exampleHandOver(() => ({ app, householdId }));
exampleReturns(() => ({ client: app.client, householdId }));

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
