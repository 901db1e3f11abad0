import { epsView, filingView, fpsView } from '@shared/api/filing';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { must } from '@shared/result';
import { describe, expect, test } from 'vitest';
import { shiftsBetween } from '../../electron/db/queries/rota';
import { irMarkOfMessage } from '../../electron/files/hmrc/ir-mark';
import { databaseOf, type ServiceContext } from '../../electron/services/context';
import { saveLeave } from '../../electron/services/family-save';
import { epsFile, epsView as epsOf } from '../../electron/services/filing-eps';
import { fpsFile, fpsView as fpsOf } from '../../electron/services/filing-fps';
import { filingNeeds } from '../../electron/services/filing-needs';
import { noteSent, removeSent, type SentNote } from '../../electron/services/filing-note';
import { filingView as viewOf } from '../../electron/services/filing-view';
import { getHousehold } from '../../electron/services/household-record';
import { saveEmployer } from '../../electron/services/household-save';
import { ledgerEntries } from '../../electron/services/ledger';
import { correctPayslip } from '../../electron/services/pay-correct';
import { finishedRun } from '../../electron/services/pay-finished';
import { hmrcView } from '../../electron/services/pay-hmrc';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { getWorker } from '../../electron/services/people-record';
import { saveLeaving, saveWorkerDetails } from '../../electron/services/people-save-details';
import { listDuties } from '../../electron/services/today-duties';
import { undo } from '../../electron/services/undo';
import {
  addTestHousehold,
  addTestShift,
  addTestWorker,
  type HouseholdOptions,
  type TestWorkspace,
  type WorkerOptions,
  weekdaysFrom,
} from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { hmrcFilesAreHere, schemaErrors } from '../unit/rti/hmrc-files';

/** A PA with everything that HMRC asks for. */
function addWholeWorker(
  context: ServiceContext,
  householdId: string,
  niNumber: string,
  options: WorkerOptions,
): string {
  const workerId = addTestWorker(context, householdId, options);
  saveWorkerDetails(context, householdId, workerId, {
    ...getWorker(context, householdId, workerId).details,
    niNumber,
    addressLine1: '2 Mill Lane',
    town: 'Leeds',
    postcode: 'LS2 2BB',
  });
  return workerId;
}

/** Grace, weekly, 32 h at £13 on BR; Maya, four-weekly, 24 h a week at £14 on 1257L with a pension: seven weeks from 12 October. */
async function twoMonths(options: HouseholdOptions = { employmentAllowance: false }) {
  const given = await workspaceForTest('2026-11-30');
  const { context } = given;
  const householdId = addTestHousehold(context, options);
  const grace = addWholeWorker(context, householdId, 'AB123456C', {
    firstNames: 'Grâce Ann',
    lastName: 'O’Brien',
    startedOn: '2026-10-12',
    taxCode: 'BR',
  });
  const maya = addWholeWorker(context, householdId, 'AB654321D', {
    firstNames: 'Maya',
    startedOn: '2026-10-12',
    rates: { weekday: '14.00' },
    pension: {},
    contract: { payFrequency: 'four-weekly', hoursKind: 'fixed', weeklyMinutes: 24 * 60 },
  });
  for (const day of weekdaysFrom('2026-10-12', 7, [0, 1, 2, 3]))
    addTestShift(context, householdId, grace, day, '09:00', '17:00');
  for (const day of weekdaysFrom('2026-10-12', 7, [0, 2, 4]))
    addTestShift(context, householdId, maya, day, '09:00', '17:00');
  return { given, context, householdId, grace, maya };
}

/** Finishes every run whose period is over, oldest first. */
function finishAll(given: TestWorkspace, householdId: string): string[] {
  const runs: string[] = [];
  for (const run of payRuns(given.context, householdId).open)
    if (run.periodTo < given.context.clock.today()) {
      const { totals } = payRun(given.context, householdId, run.key);
      runs.push(finishRun(given.context, householdId, run.key, totals.net));
    }
  return runs;
}

function xmlOf(file: { readonly bytes: Uint8Array }): string {
  return new TextDecoder().decode(file.bytes);
}

/** Every amount of an element in a message, added up in pence. */
function sumIn(xml: string, element: string): number {
  return [...xml.matchAll(new RegExp(`<${element}[^>]*>(-?)(\\d+)\\.(\\d\\d)</${element}>`, 'g'))].reduce(
    (total, [, sign, pounds, rest]) => total + (sign === '-' ? -1 : 1) * Number(`${pounds}${rest}`),
    0,
  );
}

function forHmrcIn(xml: string): number {
  return ['TaxDeductedOrRefunded', 'EmpeeContribnsInPd', 'TotalEmpNICInPd', 'StudentLoanRecovered'].reduce(
    (total, element) => total + sumIn(xml, element),
    0,
  );
}

function balance(context: ServiceContext, householdId: string, account: string): number {
  return ledgerEntries(context, householdId)
    .flatMap((one) => one.entry.postings)
    .filter((one) => one.account === account)
    .reduce((sum, one) => sum + one.amount, 0);
}

/** What HMRC's schema says against a message; nothing where its files are not here. */
function schemaSays(xml: string, kind: 'FPS' | 'EPS', year = '2026-27'): string {
  return hmrcFilesAreHere('messages of the services against the schemas')
    ? schemaErrors(xml, year, kind)
    : '';
}

function shiftOf(context: ServiceContext, householdId: string, workerId: string, day: string): string {
  const rows = shiftsBetween(databaseOf(context), householdId, isoDay(day), isoDay(day));
  return must(
    rows.find((one) => one.worker_id === workerId),
    `a shift on ${day}`,
  ).id;
}

const NOTE: SentNote = {
  id: null,
  kind: 'fps',
  about: [],
  sentOn: isoDay('2026-11-30'),
  how: 'basic-paye-tools',
  receipt: '',
  irMark: '',
  note: '',
};

describe('FPS of two tax months', () => {
  test('pass every rule and HMRC’s schema, and come to what the ledger owes, to the penny', async () => {
    const { given, context, householdId } = await twoMonths();
    const runs = finishAll(given, householdId);
    // Seven weeks of Grace, one four-week period of Maya.
    expect(runs).toHaveLength(8);
    const files = runs.map((runId) => {
      const shown = fpsView.parse(fpsOf(context, householdId, runId, 'G'));
      expect(shown.faults.filter((one) => one.code !== 'filing.statement-not-known')).toEqual([]);
      return xmlOf(fpsFile(context, householdId, runId, 'G'));
    });
    for (const xml of files) {
      expect(schemaSays(xml, 'FPS')).toBe('');
      expect(xml).toContain(`<IRmark Type="generic">${must(irMarkOfMessage(xml), 'a mark').base64}</IRmark>`);
      expect(xml).toContain('<SenderID></SenderID>');
    }
    const all = files.reduce((sum, xml) => sum + forHmrcIn(xml), 0);
    expect(-balance(context, householdId, 'hmrc-owed')).toBe(all);
    const wages = files.reduce(
      (sum, xml) => sum + sumIn(xml.replace(/<FiguresToDate>.*?<\/FiguresToDate>/g, ''), 'TaxablePay'),
      0,
    );
    expect(balance(context, householdId, 'wages')).toBe(wages);
    const owed = hmrcView(context, householdId, '2026-27').months.reduce((sum, one) => sum + one.owed, 0);
    expect(owed).toBe(all);
  });

  test('tell of a start once, with two forenames in HMRC’s letters', async () => {
    const { given, context, householdId } = await twoMonths();
    const runs = finishAll(given, householdId);
    const files = runs.map((runId) => xmlOf(fpsFile(context, householdId, runId, null)));
    const graces = files.filter((xml) => xml.includes('AB123456C'));
    expect(graces[0]).toContain("<Fore>Grace</Fore><Fore>Ann</Fore><Sur>O'Brien</Sur>");
    expect(graces.map((xml) => xml.includes('<StartDate>2026-10-12</StartDate>'))).toEqual([
      true,
      ...graces.slice(1).map(() => false),
    ]);
    // Maya's contract has 24 hours: band C. Grace has no fixed hours: E.
    expect(files.find((xml) => xml.includes('AB654321D'))).toContain('<HoursWorked>C</HoursWorked>');
    expect(graces[0]).toContain('<HoursWorked>E</HoursWorked>');
  });

  test('without a checklist the statement is C, and the person is asked to look', async () => {
    const { given, context, householdId } = await twoMonths();
    const [first] = finishAll(given, householdId);
    given.goTo('2026-10-23');
    expect(fpsOf(context, householdId, first!, null)).toMatchObject({
      isLate: false,
      workers: [{ declaration: 'C', startedOn: '2026-10-12' }],
      faults: [{ code: 'filing.statement-not-known', severity: 'unlikely' }],
    });
  });

  test('that come late ask for the reason, and only then', async () => {
    const { given, context, householdId } = await twoMonths();
    const [first] = finishAll(given, householdId);
    const late = fpsOf(context, householdId, first!, null);
    expect([late.payDate, late.isLate, late.lateReason]).toEqual(['2026-10-23', true, null]);
    expect(late.faults.map((one) => [one.code, one.severity])).toContainEqual([
      'rti.late-without-reason',
      'unlikely',
    ]);
    expect(xmlOf(fpsFile(context, householdId, first!, 'F'))).toContain('<LateReason>F</LateReason>');
    given.goTo('2026-10-23');
    expect(xmlOf(fpsFile(context, householdId, first!, 'F'))).not.toContain('<LateReason>');
  });
});

test('pay moved off a bank holiday is reported on its regular pay day', async () => {
  const given = await workspaceForTest('2026-12-21');
  const { context } = given;
  const householdId = addTestHousehold(context);
  const grace = addWholeWorker(context, householdId, 'AB123456C', { startedOn: '2026-12-14' });
  addTestShift(context, householdId, grace, '2026-12-14', '09:00', '17:00');
  const [run] = finishAll(given, householdId);
  // The Friday after the week is 25 December; the money goes out the day before.
  expect(finishedRun(context, householdId, run!).payDate).toBe('2026-12-24');
  expect(fpsOf(context, householdId, run!, null)).toMatchObject({
    payDate: '2026-12-25',
    dueOn: '2026-12-25',
  });
  const xml = xmlOf(fpsFile(context, householdId, run!, null));
  expect(xml).toContain('<PmtDate>2026-12-25</PmtDate>');
  expect(schemaSays(xml, 'FPS')).toBe('');
});

describe('what stands in the way of an FPS', () => {
  test('is said of each person, and no file is made', async () => {
    const { given, context, householdId, grace } = await twoMonths();
    saveWorkerDetails(context, householdId, grace, {
      ...getWorker(context, householdId, grace).details,
      niNumber: '',
      addressLine1: '',
      town: '',
    });
    const [first] = finishAll(given, householdId);
    const { faults } = fpsOf(context, householdId, first!, 'G');
    const wrong = faults.filter((one) => one.severity === 'wrong');
    expect(wrong.map((one) => [one.hmrcError, one.severity, one.workerId])).toEqual([
      [7823, 'wrong', grace],
      [7829, 'wrong', grace],
    ]);
    expect(refusalOf(() => fpsFile(context, householdId, first!, 'G'))).toBe('filing.has-faults');
  });

  test('a tax year without HMRC’s form is named, and so are employers who send none', async () => {
    const given = await workspaceForTest('2025-03-17');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addWholeWorker(context, householdId, 'AB123456C', { startedOn: '2025-03-03' });
    addTestShift(context, householdId, grace, '2025-03-03', '09:00', '17:00');
    const [run] = finishAll(given, householdId);
    expect(refusalOf(() => fpsFile(context, householdId, run!, null))).toBe('filing.year-not-known');
    expect(fpsOf(context, householdId, run!, null).whyNoFile).toBe('filing.year-not-known');
    const employer = must(getHousehold(context, householdId).employer, 'an employer');
    const why = () => viewOf(context, householdId, '2025-26').whyNoFile;
    expect(why()).toBeNull();
    saveEmployer(context, householdId, { ...employer, filingRoute: 'paper' });
    expect(why()).toBe('filing.on-paper');
    saveEmployer(context, householdId, { ...employer, payeStatus: 'not-needed' });
    expect(why()).toBe('filing.not-needed');
    saveEmployer(context, householdId, { ...employer, payeStatus: 'not-registered-yet' });
    expect([why(), viewOf(context, householdId, null).route]).toEqual(['filing.not-registered', 'none']);
  });
});

describe('a leaver', () => {
  test('is told of with the pay for the last days; what is paid later is pay after leaving', async () => {
    const { given, context, householdId, grace } = await twoMonths();
    saveLeaving(context, householdId, grace, isoDay('2026-11-19'));
    const runs = finishAll(given, householdId);
    const graces = runs
      .map((runId) => xmlOf(fpsFile(context, householdId, runId, 'G')))
      .filter((xml) => xml.includes('AB123456C'));
    // Weeks to 15 November, and the last one to 19 November, paid on the 27th. Nothing after it.
    expect(graces.map((xml) => xml.includes('<LeavingDate>2026-11-19</LeavingDate>'))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(graces.join('')).not.toContain('PmtAfterLeaving');
    given.goTo('2026-12-01');
    // A shift of an earlier week that was found later.
    addTestShift(context, householdId, grace, '2026-11-13', '09:00', '12:00');
    const late = payRuns(context, householdId).open.find((run) =>
      payRun(context, householdId, run.key).lines.some((line) => line.workerId === grace),
    )!;
    const { totals } = payRun(context, householdId, late.key);
    const runId = finishRun(context, householdId, late.key, totals.net);
    const after = fpsOf(context, householdId, runId, null);
    expect(after.workers).toMatchObject([{ leftOn: '2026-11-19', afterLeaving: true }]);
    expect(after.faults.filter((one) => one.severity === 'wrong')).toEqual([]);
    const xml = xmlOf(fpsFile(context, householdId, runId, null));
    expect(xml).toContain('<PmtAfterLeaving>yes</PmtAfterLeaving>');
    expect(schemaSays(xml, 'FPS')).toBe('');
  });
});

describe('a correction', () => {
  async function corrected() {
    const setting = await twoMonths();
    const { given, context, householdId, grace } = setting;
    const runs = finishAll(given, householdId);
    const before = balance(context, householdId, 'hmrc-owed');
    const first = must(finishedRun(context, householdId, runs[0]!).lines[0]?.payslipId, 'a payslip');
    const runId = correctPayslip(context, householdId, first, isoDay('2026-12-04'), [
      {
        shiftId: shiftOf(context, householdId, grace, '2026-10-13'),
        actual: {
          start: clockTime('09:00'),
          end: clockTime('13:00'),
          endsNextDay: false,
          awakeMinutes: null,
          reason: 'Went home ill',
        },
      },
    ]);
    return { ...setting, runs, runId, before };
  }

  test('reports the difference on the first pay day with reason H, and the year to date put right', async () => {
    const { context, householdId, grace, runId, runs, before } = await corrected();
    const view = fpsView.parse(fpsOf(context, householdId, runId, 'G'));
    expect(view).toMatchObject({
      kind: 'correction',
      payDate: '2026-10-23',
      dueOn: '2026-12-04',
      lateReason: 'H',
    });
    expect(view.workers.map((one) => one.workerId)).toEqual([grace]);
    expect(view.faults).toEqual([]);
    const xml = xmlOf(fpsFile(context, householdId, runId, null));
    expect(schemaSays(xml, 'FPS')).toBe('');
    // Four hours at £13 less: £52.00, and 20 % of that. Seven weeks of £416.00 less £52.00 in the year.
    expect(xml).toContain('<PmtDate>2026-10-23</PmtDate><LateReason>H</LateReason>');
    expect(xml).toContain('<TaxablePay>-52.00</TaxablePay>');
    expect(xml).toContain('<TaxDeductedOrRefunded>-10.40</TaxDeductedOrRefunded>');
    expect(xml).toContain('<FiguresToDate><TaxablePay>2860.00</TaxablePay><TotalTax>572.00</TotalTax>');
    expect(xml).not.toContain('<Starter>');
    // The ledger moves by the same.
    expect(before - balance(context, householdId, 'hmrc-owed')).toBe(forHmrcIn(xml));
    // What the first run said stays as it was.
    expect(xmlOf(fpsFile(context, householdId, runs[0]!, 'G'))).toContain('<TaxablePay>416.00</TaxablePay>');
  });

  test('of the last tax year has nothing in the period', async () => {
    const given = await workspaceForTest('2026-04-03');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addWholeWorker(context, householdId, 'AB123456C', {
      startedOn: '2026-03-16',
      taxCode: 'BR',
    });
    for (const day of weekdaysFrom('2026-03-16', 1, [0, 1, 2, 3]))
      addTestShift(context, householdId, grace, day, '09:00', '17:00');
    const [run] = finishAll(given, householdId);
    given.goTo('2026-04-20');
    const payslipId = must(finishedRun(context, householdId, run!).lines[0]?.payslipId, 'a payslip');
    const runId = correctPayslip(context, householdId, payslipId, isoDay('2026-04-24'), [
      { shiftId: shiftOf(context, householdId, grace, '2026-03-16'), actual: null },
    ]);
    const view = fpsOf(context, householdId, runId, null);
    expect([view.taxYear, view.isYearOver, view.faults]).toEqual(['2025-26', true, []]);
    const xml = xmlOf(fpsFile(context, householdId, runId, null));
    // 24 h at £13.00: £312.00 and £62.40 in the year.
    expect(xml).toContain('<FiguresToDate><TaxablePay>312.00</TaxablePay><TotalTax>62.40</TotalTax>');
    expect(forHmrcIn(xml)).toBe(0);
    expect(schemaSays(xml, 'FPS', '2025-26')).toBe('');
  });
});

describe('an EPS', () => {
  test('of a tax month that paid nobody says so, and asks for it by the 19th', async () => {
    const { given, context, householdId } = await twoMonths();
    finishAll(given, householdId);
    given.goTo('2027-01-10');
    const view = epsView.parse(epsOf(context, householdId, '2026-27', 9, null));
    expect(view).toMatchObject({
      from: '2026-12-06',
      to: '2027-01-05',
      dueOn: '2027-01-19',
      reasons: ['nobody-paid'],
      can: { noPayment: true, recovered: false },
      choices: { noPayment: true, recovered: false, final: 'none' },
      faults: [],
    });
    const xml = xmlOf(epsFile(context, householdId, '2026-27', 9, null));
    expect(xml).toContain('<NoPaymentForPeriod>yes</NoPaymentForPeriod>');
    expect(schemaSays(xml, 'EPS')).toBe('');
  });

  test('claims the Employment Allowance with the first pay of the year, once', async () => {
    const { given, context, householdId } = await twoMonths({ employmentAllowance: true });
    finishAll(given, householdId);
    expect(epsOf(context, householdId, '2026-27', 7, null)).toMatchObject({
      reasons: ['allowance'],
      choices: { allowance: true, noPayment: false },
    });
    const xml = xmlOf(epsFile(context, householdId, '2026-27', 7, null));
    expect(xml).toContain('<EmpAllceInd>yes</EmpAllceInd>');
    expect(schemaSays(xml, 'EPS')).toBe('');
    noteSent(context, householdId, { ...NOTE, kind: 'eps', about: ['2026-27:7'] });
    expect(epsOf(context, householdId, '2026-27', 8, null).choices.allowance).toBe(false);
  });

  test('without anything to say can’t be made; one that closes the scheme needs its day', async () => {
    const { given, context, householdId } = await twoMonths();
    finishAll(given, householdId);
    expect(epsOf(context, householdId, '2026-27', 8, null).faults.map((one) => one.hmrcError)).toEqual([
      7913,
    ]);
    expect(refusalOf(() => epsFile(context, householdId, '2026-27', 8, null))).toBe('filing.has-faults');
    const ceased = { noPayment: false, allowance: false, recovered: false, final: 'ceased' } as const;
    expect(
      epsOf(context, householdId, '2026-27', 8, { ...ceased, ceasedOn: null }).faults.map(
        (one) => one.hmrcError,
      ),
    ).toEqual([7875]);
    const xml = xmlOf(
      epsFile(context, householdId, '2026-27', 8, { ...ceased, ceasedOn: isoDay('2026-11-28') }),
    );
    expect(xml).toContain('<DateSchemeCeased>2026-11-28</DateSchemeCeased>');
    expect(schemaSays(xml, 'EPS')).toBe('');
    expect(refusalOf(() => epsOf(context, householdId, '2026-27', 9, null))).toBe('filing.month-not-begun');
  });

  test('of month 12 ends the tax year', async () => {
    const { given, context, householdId } = await twoMonths();
    finishAll(given, householdId);
    given.goTo('2027-04-10');
    expect(epsOf(context, householdId, '2026-27', 12, null)).toMatchObject({
      reasons: ['nobody-paid', 'year-end'],
      choices: { noPayment: true, final: 'year' },
      faults: [],
    });
    const xml = xmlOf(epsFile(context, householdId, '2026-27', 12, null));
    expect(xml).toContain('<ForYear>yes</ForYear>');
    expect(schemaSays(xml, 'EPS')).toBe('');
  });
});

describe('family pay', () => {
  test('goes into the FPS as the year to date, and what the EPS gets back is what the record of HMRC takes off', async () => {
    const given = await workspaceForTest('2025-12-15');
    const { context } = given;
    const householdId = addTestHousehold(context);
    const grace = addWholeWorker(context, householdId, 'AB123456C', { startedOn: '2025-06-02' });
    // £260.00 a week; maternity pay from 5 February 2026: 90 % for six weeks, then £187.18, and £194.32 from April.
    for (const day of weekdaysFrom('2025-09-29', 9, [0, 1, 2, 3, 4]))
      addTestShift(context, householdId, grace, day, '09:00', '13:00');
    finishAll(given, householdId);
    saveLeave(context, householdId, grace, null, {
      kind: 'SMP',
      adoption: false,
      dueOn: isoDay('2026-03-18'),
      happenedOn: null,
      matchedOn: null,
      careStartedOn: null,
      fullDaysOfCare: 0,
      weeksUsedElsewhere: 0,
      leaveStartsOn: isoDay('2026-02-05'),
      weeks: 52,
      toldOn: null,
      evidenceOn: null,
      averagePounds: '',
      note: '',
    });
    given.goTo('2026-05-10');
    const runs = finishAll(given, householdId);
    for (const [taxYear, taxMonth] of [
      ['2025-26', 12],
      ['2026-27', 1],
    ] as const) {
      const view = epsView.parse(epsOf(context, householdId, taxYear, taxMonth, null));
      expect([view.reasons.includes('recovered'), view.faults]).toEqual([true, []]);
      const taken = hmrcView(context, householdId, taxYear)
        .months.filter((month) => month.taxMonth <= taxMonth)
        .reduce((sum, month) => sum + month.statutoryRecovered, 0);
      expect(taken).toBeGreaterThan(0);
      const xml = xmlOf(epsFile(context, householdId, taxYear, taxMonth, null));
      expect(sumIn(xml, 'SMPRecovered') + sumIn(xml, 'NICCompensationOnSMP')).toBe(taken);
      expect(schemaSays(xml, 'EPS', taxYear)).toBe('');
    }
    const paid = { '2025-26': 0, '2026-27': 0 };
    for (const runId of runs) {
      const { taxYear, workers, faults } = fpsOf(context, householdId, runId, 'G');
      expect(faults.filter((one) => one.severity === 'wrong')).toEqual([]);
      paid[taxYear as keyof typeof paid] += finishedRun(context, householdId, runId).lines[0]!.gross;
      // All of Grace's pay in these runs is maternity pay.
      expect(workers[0]!.statutoryToDate).toBe(paid[taxYear as keyof typeof paid]);
      const xml = xmlOf(fpsFile(context, householdId, runId, 'G'));
      expect(sumIn(xml, 'SMPYTD')).toBe(paid[taxYear as keyof typeof paid]);
      expect(schemaSays(xml, 'FPS', taxYear)).toBe('');
    }
  });
});

describe('what is noted as told to HMRC', () => {
  test('stands with its pay day: due, missing, noted, noted late; changed, removed and undone', async () => {
    const { given, context, householdId } = await twoMonths();
    const runs = finishAll(given, householdId);
    given.goTo('2026-11-27');
    const states = () =>
      Object.fromEntries(
        filingView
          .parse(viewOf(context, householdId, null))
          .months.flatMap((month) => month.payDays)
          .map((one) => [one.payDate, one.state]),
      );
    expect(states()).toMatchObject({ '2026-10-23': 'missing', '2026-11-27': 'due', '2026-12-04': 'due' });
    const [id] = noteSent(context, householdId, { ...NOTE, about: [runs[0]!], sentOn: isoDay('2026-10-23') });
    expect(states()).toMatchObject({ '2026-10-23': 'noted' });
    noteSent(context, householdId, { ...NOTE, id: id!, sentOn: isoDay('2026-10-25'), receipt: 'ABC1' });
    expect(states()).toMatchObject({ '2026-10-23': 'noted-late' });
    undo(context, householdId);
    expect(states()).toMatchObject({ '2026-10-23': 'noted' });
    removeSent(context, householdId, id!);
    expect(states()).toMatchObject({ '2026-10-23': 'missing' });
    noteSent(context, householdId, { ...NOTE, about: runs, sentOn: isoDay('2026-11-27') });
    expect(new Set(Object.values(states()))).toEqual(new Set(['noted', 'noted-late']));
  });

  test('compares the mark that was typed with that of the file made here', async () => {
    const { given, context, householdId } = await twoMonths();
    const [first] = finishAll(given, householdId);
    const mark = must(irMarkOfMessage(xmlOf(fpsFile(context, householdId, first!, 'G'))), 'a mark');
    const note = { ...NOTE, about: [first!] };
    const marks = () => fpsOf(context, householdId, first!, null).reports.map((one) => one.mark);
    noteSent(context, householdId, { ...note, irMark: `IRmark: ${mark.base32.toLowerCase()}` });
    noteSent(context, householdId, { ...note, irMark: mark.base64 });
    noteSent(context, householdId, { ...note, irMark: 'NyORVKN9UOqClDiguALmlZmOP6o=' });
    noteSent(context, householdId, note);
    expect(marks().sort()).toEqual(['different', 'none', 'same', 'same']);
    expect(refusalOf(() => noteSent(context, householdId, { ...note, irMark: 'ABC' }))).toBe(
      'filing.mark-not-a-mark',
    );
  });

  test('stays in the record of one household, and survives a change of the PA’s details', async () => {
    const { given, context, householdId, grace } = await twoMonths();
    const [first] = finishAll(given, householdId);
    const mark = must(irMarkOfMessage(xmlOf(fpsFile(context, householdId, first!, null))), 'a mark');
    noteSent(context, householdId, { ...NOTE, about: [first!], irMark: mark.base64 });
    saveWorkerDetails(context, householdId, grace, {
      ...getWorker(context, householdId, grace).details,
      addressLine1: '9 New Street',
    });
    // The mark was that of the file as it was made then.
    expect(fpsOf(context, householdId, first!, null).reports).toMatchObject([{ mark: 'same' }]);
  });

  test('is not in the future, not years too early, and about something there is', async () => {
    const { given, context, householdId } = await twoMonths();
    const [first] = finishAll(given, householdId);
    const note = (change: Partial<SentNote>) =>
      refusalOf(() => noteSent(context, householdId, { ...NOTE, about: [first!], ...change }));
    expect(note({ sentOn: isoDay('2026-12-01') })).toBe('day.in-the-future');
    expect(note({ sentOn: isoDay('2024-11-30') })).toBe('filing.sent-before');
    expect(note({ about: ['no-such-run'] })).toBe('not-found');
    expect(note({ kind: 'eps', about: ['2026-27:13'] })).toBe('not-found');
    const other = addTestHousehold(context, { name: 'Another' });
    expect(refusalOf(() => noteSent(context, other, { ...NOTE, about: [first!] }))).toBe('not-found');
  });

  test('is by quarter for those who report on paper', async () => {
    const { given, context, householdId } = await twoMonths();
    finishAll(given, householdId);
    const employer = must(getHousehold(context, householdId).employer, 'an employer');
    saveEmployer(context, householdId, { ...employer, filingRoute: 'paper' });
    given.goTo('2027-01-21');
    const quarters = () =>
      filingView
        .parse(viewOf(context, householdId, null))
        .quarters.map((one) => [one.number, one.state, one.nobodyPaid]);
    expect(quarters()).toEqual([
      [4, 'later', true],
      [3, 'missing', false],
    ]);
    noteSent(context, householdId, {
      ...NOTE,
      kind: 'paper-quarter',
      about: ['2026-27:3'],
      how: 'paper',
      sentOn: isoDay('2027-01-18'),
    });
    expect(quarters()).toContainEqual([3, 'noted', false]);
  });
});

describe('what Today and the duties ask', () => {
  test('is one thing a tax month, for the newest two, until it is noted', async () => {
    const { given, context, householdId } = await twoMonths();
    const runs = finishAll(given, householdId);
    const asked = () =>
      filingNeeds(context, householdId).map((need) => [need.code, need.by, need.values['count'] ?? 0]);
    // Pay days 6 November to 4 December in month 8, 23 and 30 October in month 7.
    expect(asked()).toEqual([
      ['hmrc.fps-not-noted', '2026-11-06', 6],
      ['hmrc.fps-not-noted', '2026-10-23', 2],
    ]);
    noteSent(context, householdId, { ...NOTE, about: runs });
    expect(asked()).toEqual([]);
    given.goTo('2027-01-10');
    expect(asked()).toEqual([['hmrc.eps-not-noted', '2027-01-19', 0]]);
    const duties = () =>
      listDuties(context, householdId)
        .filter((one) => one.code.startsWith('hmrc-') && one.code !== 'hmrc-payment')
        .map((one) => [one.code, one.dueOn, one.doneOn]);
    expect(duties()).toEqual([
      ['hmrc-fps', '2026-12-04', '2026-11-30'],
      ['hmrc-eps', '2027-01-19', null],
    ]);
    noteSent(context, householdId, {
      ...NOTE,
      kind: 'eps',
      about: ['2026-27:9'],
      sentOn: isoDay('2027-01-09'),
    });
    expect([asked(), duties()[1]]).toEqual([[], ['hmrc-eps', '2027-01-19', '2027-01-09']]);
  });

  test('is about the quarter for those who report on paper', async () => {
    const { given, context, householdId } = await twoMonths();
    finishAll(given, householdId);
    const employer = must(getHousehold(context, householdId).employer, 'an employer');
    saveEmployer(context, householdId, { ...employer, filingRoute: 'paper' });
    expect(filingNeeds(context, householdId)).toEqual([]);
    given.goTo('2027-01-08');
    expect(filingNeeds(context, householdId)).toMatchObject([
      { code: 'hmrc.paper-not-noted', by: '2027-01-19' },
    ]);
    noteSent(context, householdId, {
      ...NOTE,
      kind: 'paper-quarter',
      about: ['2026-27:3'],
      how: 'paper',
      sentOn: isoDay('2027-01-08'),
    });
    expect(filingNeeds(context, householdId)).toEqual([]);
    expect(listDuties(context, householdId).filter((one) => one.code === 'paper-return')).toContainEqual(
      expect.objectContaining({ dueOn: '2027-01-19', doneOn: '2027-01-08', doneElsewhere: true }),
    );
    saveEmployer(context, householdId, { ...employer, payeStatus: 'not-needed' });
    expect(filingNeeds(context, householdId)).toEqual([]);
  });
});
