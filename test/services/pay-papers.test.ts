import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { describe, expect, test } from 'vitest';
import { correctPayslip } from '../../electron/services/pay-correct';
import { costSheetFile } from '../../electron/services/pay-cost-sheet';
import { payslipFile, payslipsFile } from '../../electron/services/pay-documents';
import { finishedRun } from '../../electron/services/pay-finished';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { rotaView } from '../../electron/services/rota-view';
import { addTestHousehold, addTestShift, addTestWorker, type TestWorkspace } from '../support/workspace';
import { refusalOf, workspaceForTest } from '../support/workspace-for-test';
import { readPdf } from '../unit/documents/read-pdf';
import { unlock } from '../unit/documents/unlock-pdf';

const oneLine = (bytes: Uint8Array): string => readPdf(bytes).text.replace(/\n/g, ' ').replace(/ +/g, ' ');

/** Grace works 40 hours at £13.00 and Joe 10 at £14.00 in the week from Monday 16 November 2026. */
function finishedWeek(given: TestWorkspace) {
  const householdId = addTestHousehold(given.context);
  const grace = addTestWorker(given.context, householdId, {
    firstNames: 'Grace',
    lastName: 'Okafor',
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: '13.00' },
    pension: {},
  });
  const joe = addTestWorker(given.context, householdId, {
    firstNames: 'Joe',
    lastName: 'Marsh',
    startedOn: '2026-11-16',
    taxCode: '1257L W1',
    rates: { weekday: '14.00' },
  });
  for (let day = 16; day < 21; day += 1)
    addTestShift(given.context, householdId, grace, isoDay(`2026-11-${day}`), '09:00', '17:00');
  addTestShift(given.context, householdId, joe, isoDay('2026-11-16'), '08:00', '18:00');
  const key = 'weekly:2026-11-16';
  const runId = finishRun(
    given.context,
    householdId,
    key,
    payRun(given.context, householdId, key).totals.net,
  );
  const view = finishedRun(given.context, householdId, runId);
  const idOf = (name: string): string => view.lines.find((line) => line.name.startsWith(name))!.payslipId!;
  return { householdId, runId, view, grace: idOf('Grace'), joe: idOf('Joe') };
}

describe('A finished payslip', () => {
  test('is saved as a PDF, as a PDF with a password, and as a web page, each under its own name', async () => {
    const given = await workspaceForTest('2026-11-30');
    const { householdId, grace } = finishedWeek(given);
    const pdf = payslipFile(given.context, householdId, grace);
    const page = payslipFile(given.context, householdId, grace, 'html');
    const locked = payslipFile(given.context, householdId, grace, 'pdf', 'correct horse 7');
    expect([pdf.name, page.name, locked.name]).toEqual([
      expect.stringMatching(/^Payslip Grace Okafor .*\.pdf$/),
      expect.stringMatching(/^Payslip Grace Okafor .*\.html$/),
      pdf.name,
    ]);
    expect(page.mediaType).toBe('text/html');
    const html = new TextDecoder().decode(page.bytes);
    // Each week: 40 h at £13.00 = £520.00; NI 8 % of £520 − £242 = £278.00, £22.24; pension £20.00 less relief £16.00.
    for (const words of ['520.00', '22.24', '16.00', 'NI letter A', 'Tax week 34'])
      for (const text of [readPdf(pdf.bytes).text, html]) expect(text, words).toContain(words);
    const open = unlock(locked.bytes, 'correct horse 7');
    expect(readPdf(locked.bytes, open).text).toBe(readPdf(pdf.bytes).text);
    expect(unlock(locked.bytes, 'correct horse 8')).toBeUndefined();
  });

  test('is not locked with a password that would not open it everywhere', async () => {
    const given = await workspaceForTest('2026-11-30');
    const { householdId, grace } = finishedWeek(given);
    const lock = (password: string) =>
      refusalOf(() => payslipFile(given.context, householdId, grace, 'pdf', password));
    expect(lock('short')).toBe('password.too-short');
    expect(lock('')).toBe('password.too-short');
    expect(lock('x'.repeat(128))).toBe('password.too-long');
    expect(lock('tŷ bychan twt')).toBe('password.letters');
  });

  test('never says what the employer pays on top, but for the pension', async () => {
    const given = await workspaceForTest('2026-11-30');
    const { householdId, runId, grace } = finishedWeek(given);
    // Employer NI: £520 − £96 = £424 at 15 % is £63.60.
    for (const file of [
      payslipFile(given.context, householdId, grace),
      payslipsFile(given.context, householdId, runId),
    ])
      expect(readPdf(file.bytes).text).not.toContain('63.60');
  });

  test('of a correction says what was paid before and what moves now', async () => {
    const given = await workspaceForTest('2026-11-30');
    const { householdId, grace, view } = finishedWeek(given);
    const day = isoDay('2026-11-16');
    const line = view.lines.find((one) => one.payslipId === grace)!;
    const shiftId = rotaView(given.context, householdId, day, day).shifts.find(
      (one) => one.day === day && one.workerId === line.workerId,
    )!.shiftId!;
    given.goTo('2026-12-02');
    const actual = {
      start: clockTime('09:00'),
      end: clockTime('21:00'),
      endsNextDay: false,
      awakeMinutes: null,
      reason: 'Stayed longer',
    };
    const run = correctPayslip(given.context, householdId, grace, isoDay('2026-12-04'), [
      { shiftId, actual },
    ]);
    const now = finishedRun(given.context, householdId, run);
    const text = oneLine(payslipFile(given.context, householdId, now.lines[0]!.payslipId!).bytes);
    expect(text).toContain('This payslip takes the place of the one for');
    expect(text).toContain('How it is paid');
    expect(text).toContain(`${formatPounds(line.net).slice(1)} To your bank account`);
    // £52.00 more, less 20 % tax £10.40, 8 % NI £4.16 and 4 % pension £2.08, leaves £35.36.
    expect(text).toContain('To your bank account 35.36 Net pay');
    const cost = oneLine(costSheetFile(given.context, householdId, run).bytes);
    expect(cost).toContain('puts earlier pay right');
    // £52.00, 15 % employer NI £7.80 that the allowance pays, 3 % pension £1.56: £53.56 over four hours.
    expect(cost).toContain('52.00 7.80 1.56 −7.80 53.56 4:00 13.39');
  });
});

describe('The cost sheet of a finished run', () => {
  test('adds up to the run, and Employment Allowance is shared by employer National Insurance', async () => {
    const given = await workspaceForTest('2026-11-30');
    const { householdId, runId, view, joe } = finishedWeek(given);
    const file = costSheetFile(given.context, householdId, runId);
    expect(file.name).toMatch(/^Cost sheet Margaret 2026-11-27\.pdf$/);
    const text = oneLine(file.bytes);
    // Grace: £520.00, NI £63.60, pension 3 % of £400 £12.00; the allowance pays the NI. £532.00 over 40 hours is £13.30.
    expect(text).toContain('Grace Okafor 520.00 63.60 12.00 −63.60 532.00 40:00 13.30');
    // Joe: £140.00, NI 15 % of £44 £6.60, no pension. £140.00 over 10 hours is £14.00.
    expect(text).toContain('Joe Marsh 140.00 6.60 0.00 −6.60 140.00 10:00 14.00');
    expect(text).toContain(
      `All together 660.00 70.20 12.00 −70.20 ${formatPounds(view.totals.cost).slice(1)} 50:00 13.44`,
    );
    const own = costSheetFile(given.context, householdId, runId, joe);
    expect(own.name).toMatch(/^Cost sheet Joe Marsh/);
    expect(oneLine(own.bytes)).toContain('10:00 hours. One hour cost you £14.00');
    expect(readPdf(own.bytes).text).not.toContain('Grace');
  });

  test('is only for a run, and a payslip of it, of this household', async () => {
    const given = await workspaceForTest('2026-11-30');
    const { householdId, runId } = finishedWeek(given);
    const other = addTestHousehold(given.context, { name: 'Another household' });
    expect(refusalOf(() => costSheetFile(given.context, other, runId))).toBe('not-found');
    expect(refusalOf(() => costSheetFile(given.context, householdId, 'no-such-run'))).toBe('not-found');
    expect(refusalOf(() => costSheetFile(given.context, householdId, runId, 'no-such-payslip'))).toBe(
      'not-found',
    );
  });
});
