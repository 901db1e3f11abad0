import { createHash } from 'node:crypto';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveAgreement } from '../../electron/services/household-agreements';
import { getHousehold } from '../../electron/services/household-record';
import { acceptProposals, bankLines, explainLine, unexplainLine } from '../../electron/services/money-lines';
import { addReceipt, linkReceipt, removeReceipt } from '../../electron/services/money-receipts';
import { importStatement, listStatements, removeStatement } from '../../electron/services/money-statements';
import { tickPayment } from '../../electron/services/pay-payments';
import { finishRun, payRun, payRuns } from '../../electron/services/pay-run';
import { csvFile, packFile, xlsxFile, zipFile } from '../../electron/services/return-documents';
import { getReturn, listReturns, markSent } from '../../electron/services/returns';
import { undo } from '../../electron/services/undo';
import { addTestShift, addTestWorker } from '../support/workspace';
import { type Line, lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

/** The quarter of July to September 2026, small enough to add up by hand. */
const QUARTER: readonly Line[] = [
  ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
  ['2026-07-06', 'RUTH VALE', 18_000],
  ['2026-07-17', 'GRACE OKAFOR WAGES', -13_000],
  ['2026-07-20', 'MORGANS PHARMACY', -7_450],
  ['2026-09-30', 'CARE SUPPLIES', -2_000],
];
const OCTOBER: readonly Line[] = [['2026-10-02', 'GRACE OKAFOR WAGES', -6_500]];

const PDF = new TextEncoder().encode('%PDF-1.7\n%a receipt\n%%EOF');

let home: MoneyHousehold;
let workerId: string;
let which: { agreementId: string; from: ReturnType<typeof isoDay>; to: ReturnType<typeof isoDay> };
beforeEach(async () => {
  home = await openMoneyHousehold('2026-10-05');
  const { context, householdId, accountId } = home;
  which = { agreementId: home.agreementId, from: isoDay('2026-07-01'), to: isoDay('2026-09-30') };
  workerId = addTestWorker(context, householdId, { startedOn: '2026-07-06', contract: { payDayOffset: 5 } });
  addTestShift(context, householdId, workerId, '2026-07-07', '09:00', '14:00');
  addTestShift(context, householdId, workerId, '2026-07-09', '09:00', '14:00');
  // The week to 27 September is paid on 2 October.
  addTestShift(context, householdId, workerId, '2026-09-22', '09:00', '14:00');
  for (;;) {
    const run = payRuns(context, householdId).open.find((one) => one.periodTo < isoDay('2026-09-28'));
    if (run === undefined) break;
    const { totals, lines } = payRun(context, householdId, run.key);
    if (lines.length === 0) break;
    finishRun(context, householdId, run.key, totals.net);
  }
  importStatement(context, householdId, accountId, lloydsFile(QUARTER, 250_000));
  const lines = bankLines(context, householdId, { from: null, to: null, only: 'all', withProposals: true });
  acceptProposals(
    context,
    householdId,
    lines.filter((line) => line.proposal?.certain).map((line) => line.id),
  );
  const categoryId = home.categoryOf('Equipment');
  for (const line of lines.filter((one) => !one.proposal?.certain)) {
    explainLine(context, householdId, line.id, [
      {
        amount: line.amount,
        ledgerAccount: 'equipment',
        categoryId,
        agreementId: null,
        workerId: null,
        matchKind: 'by-hand',
        matchKey: null,
        note: '',
      },
    ]);
  }
});
afterEach(() => home.close());

const lineOf = (description: string) =>
  bankLines(home.context, home.householdId, {
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  }).find((line) => line.description === description)!;
const receiptFor = (lineId: string) =>
  addReceipt(home.context, home.householdId, {
    file: { name: 'pharmacy.pdf', bytes: PDF },
    day: isoDay('2026-07-20'),
    total: pence(7_450),
    supplier: 'Morgan’s Pharmacy',
    lineId,
  });
const send = () =>
  markSent(home.context, home.householdId, { ...which, sentOn: isoDay('2026-10-04'), sentHow: 'By e-mail' });
const closed = expect.objectContaining({ code: 'line.closed' });

describe('a quarter’s return', () => {
  it('is opening + in − out = closing = statement, to the penny', () => {
    // 2,500.00 + (1,444.80 + 180.00) − (130.00 + 74.50 + 20.00) = 3,900.30
    const view = getReturn(home.context, home.householdId, which);
    expect(view).toMatchObject({
      state: 'due',
      dueOn: '2026-10-28',
      opening: 250_000,
      totalIn: 162_480,
      totalOut: 22_450,
      closing: 390_030,
      statementClosing: 390_030,
      unpresented: [],
      difference: 0,
      unexplained: 0,
      problems: [],
      surplusLimit: 324_960,
    });
    expect(view.moneyIn.map((line) => [line.code, line.amount, line.count])).toEqual([
      ['direct-payment', 144_480, 1],
      ['client-contribution', 18_000, 1],
    ]);
    expect(view.moneyOut.map((line) => [line.code, line.amount, line.count])).toEqual([
      ['wages', 13_000, 1],
      ['equipment', 9_450, 2],
    ]);
    // Promised: the 65.00 net of the week to 27 September, and what employing costs; what is left is the rest.
    const promised = view.spokenFor.reduce((sum, line) => sum + line.amount, 0);
    expect(view.spokenFor.find((line) => line.code === 'net-pay')?.amount).toBe(6_500);
    expect(view.leftOver).toBe(390_030 - promised);
    expect(view.surplus).toBe(Math.max(0, view.leftOver - 324_960));
    // 15 hours were planned, worked and nobody had to stand in.
    expect(view.hours).toEqual({
      plannedMinutes: 900,
      workedMinutes: 900,
      coveredMinutes: 0,
      lostMinutes: 0,
      coverCost: 0,
    });
  });

  it('says what is missing, line by line', () => {
    const missing = () =>
      getReturn(home.context, home.householdId, which).evidence.filter(
        (item) => !item.ready && item.code.startsWith('evidence.'),
      );
    // The pharmacy was over £50 and has no receipt; nobody kept the insurance certificate.
    expect(missing().map((item) => [item.code, item.lineId])).toEqual([
      ['evidence.line', lineOf('MORGANS PHARMACY').id],
      ['evidence.document', null],
    ]);
    receiptFor(lineOf('MORGANS PHARMACY').id);
    expect(missing().map((item) => item.code)).toEqual(['evidence.document']);
  });

  it('shows a payment that is made and not on the statement yet, and does not count it again', () => {
    const { context, householdId, accountId } = home;
    const run = payRuns(context, householdId).finished.find((one) => one.payDate === isoDay('2026-10-02'))!;
    expect(run.net).toBe(6_500);
    const wage = getReturn(context, householdId, which);
    const key = bankLines(context, householdId, { from: null, to: null, only: 'all', withProposals: true });
    expect(key.every((line) => line.explained)).toBe(true);
    // Paid two days early, on 30 September; the bank shows it on 2 October.
    importStatement(context, householdId, accountId, lloydsFile(OCTOBER, 390_030));
    const october = lineOf('GRACE OKAFOR WAGES');
    acceptProposals(context, householdId, [october.id]);
    const paymentKey = lineOf('GRACE OKAFOR WAGES').explanations[0]!.matchKey!;
    tickPayment(context, householdId, paymentKey, isoDay('2026-09-30'));
    const view = getReturn(context, householdId, which);
    expect(view).toMatchObject({
      closing: 390_030 - 6_500,
      statementClosing: 390_030,
      unpresented: [{ day: '2026-09-30', description: 'Grace Okafor', amount: -6_500 }],
      difference: 0,
      leftOver: wage.leftOver,
    });
    const next = getReturn(context, householdId, {
      ...which,
      from: isoDay('2026-10-01'),
      to: isoDay('2026-12-31'),
    });
    expect(next).toMatchObject({ opening: view.closing, totalOut: 0, closing: 383_530, difference: 0 });
  });

  it('lists what is due and what is running', () => {
    const list = listReturns(home.context, home.householdId);
    expect(list.map((one) => [one.from, one.state, one.dueOn])).toEqual([
      ['2026-10-01', 'not-ended', '2027-01-28'],
      ['2026-07-01', 'due', '2026-10-28'],
    ]);
    expect(list[1]!.ready!).toBeLessThan(list[1]!.asked!);
  });
});

describe('two agreements in one account', () => {
  it('each have their own return, with the other’s money told beside it', () => {
    const { context, householdId } = home;
    const other = saveAgreement(context, householdId, {
      ...getHousehold(context, householdId).agreements[0]!,
      id: null,
      funderName: 'Anyshire ICB',
      reference: '',
      categories: [],
    });
    const supplies = lineOf('CARE SUPPLIES');
    const [part] = supplies.explanations;
    explainLine(context, householdId, supplies.id, [{ ...part!, categoryId: null, agreementId: other }]);
    // The 20.00 of 30 September are the ICB's now: 3,920.30 are the council's, −20.00 the ICB's, 3,900.30 in the bank.
    const council = getReturn(context, householdId, which);
    expect(council).toMatchObject({ opening: 250_000, totalOut: 20_450, closing: 392_030, difference: 0 });
    expect(council).toMatchObject({ statementClosing: 390_030, unpresented: [{ amount: 2_000 }] });
    const icb = getReturn(context, householdId, { ...which, agreementId: other });
    expect(icb).toMatchObject({ opening: 0, totalIn: 0, totalOut: 2_000, closing: -2_000, difference: 0 });
  });
});

describe('a return that was sent', () => {
  it('stays as it was, and its lines, receipts and statement are closed', async () => {
    const { context, householdId } = home;
    const line = lineOf('MORGANS PHARMACY');
    const receipt = receiptFor(line.id);
    const before = getReturn(context, householdId, which);
    await send();
    expect(getReturn(context, householdId, which)).toEqual({
      ...before,
      returnId: expect.any(String),
      state: 'sent',
      sentOn: '2026-10-04',
      sentHow: 'By e-mail',
    });
    expect(lineOf('MORGANS PHARMACY').closed).toBe(true);
    expect(() => unexplainLine(context, householdId, line.id)).toThrowError(closed);
    expect(() => explainLine(context, householdId, line.id, line.explanations)).toThrowError(closed);
    expect(() => removeReceipt(context, householdId, receipt.id)).toThrowError(closed);
    expect(() =>
      linkReceipt(context, householdId, { receiptId: receipt.id, lineId: line.id, linked: false }),
    ).toThrowError(closed);
    const statement = listStatements(context, householdId)[0]!;
    expect(() => removeStatement(context, householdId, statement.id)).toThrowError(closed);
    expect(() => undo(context, householdId)).toThrowError(expect.objectContaining({ code: 'undo.finished' }));
    expect(listReturns(context, householdId).map((one) => one.state)).toEqual(['not-ended', 'sent']);
  });

  it('is sent once, after its end', async () => {
    await send();
    await expect(send()).rejects.toMatchObject({ code: 'return.already-sent' });
    await expect(
      markSent(home.context, home.householdId, {
        agreementId: home.agreementId,
        from: isoDay('2026-10-01'),
        to: isoDay('2026-12-31'),
        sentOn: isoDay('2026-10-05'),
        sentHow: 'By post',
      }),
    ).rejects.toMatchObject({ code: 'return.not-ended' });
  });

  it('lets a line that comes to light later be explained, and tells it in the next return', async () => {
    await send();
    const late: readonly Line[] = [...QUARTER.slice(-1), ['2026-09-30', 'LATE FIND', -1_000]];
    importStatement(home.context, home.householdId, home.accountId, lloydsFile(late, 392_030));
    expect(lineOf('LATE FIND').closed).toBe(false);
    const next = getReturn(home.context, home.householdId, {
      ...which,
      from: isoDay('2026-10-01'),
      to: isoDay('2026-12-31'),
    });
    // 3,900.30 was sent; the 10.00 that came to light count from the first open day on: 3,890.30.
    expect(next).toMatchObject({ opening: 390_030, totalOut: 1_000, closing: 389_030, difference: 0 });
    expect(next.transactions).toMatchObject([
      { description: 'LATE FIND', day: '2026-10-01', bankDay: '2026-09-30', mark: 'late', amount: -1_000 },
    ]);
    expect(next.problems.map((problem) => problem.code)).toEqual(['return.line-not-explained']);
  });
});

/** The bytes of a large file. */
async function bytesOf(file: { readonly blob: { arrayBuffer(): Promise<ArrayBuffer> } }): Promise<Buffer> {
  return Buffer.from(await file.blob.arrayBuffer());
}

describe('the files of a return', () => {
  it('are a pack, a workbook, a list and a ZIP with everything and its check numbers', async () => {
    const { context, householdId } = home;
    receiptFor(lineOf('MORGANS PHARMACY').id);
    const made = [
      await packFile(context, householdId, which),
      await xlsxFile(context, householdId, which),
      await csvFile(context, householdId, which),
    ];
    expect(made.map((file) => file.name)).toEqual([
      'Return Anyshire Council 2026-07-01 to 2026-09-30.pdf',
      'Return Anyshire Council 2026-07-01 to 2026-09-30.xlsx',
      'Return Anyshire Council 2026-07-01 to 2026-09-30.csv',
    ]);
    const zip = await zipFile(context, householdId, which);
    const files = unzipSync(await bytesOf(zip));
    const names = Object.keys(files);
    expect(names).toContain('Statements/12345678_20261005.csv');
    expect(names).toContain('Receipts/pharmacy.pdf');
    expect(names.filter((name) => name.startsWith('Payslips/'))).toHaveLength(1);
    const manifest = new TextDecoder().decode(files['Manifest.txt']);
    for (const name of names.filter((one) => one !== 'Manifest.txt')) {
      const hash = createHash('sha256').update(files[name]!).digest('hex');
      expect(manifest).toContain(`${hash}  ${name}`);
    }
  });

  it('give the very pack that was sealed, whatever happens after', async () => {
    const { context, householdId } = home;
    await send();
    const sealed = await packFile(context, householdId, which);
    const later = home.on('2026-12-01');
    const again = await packFile(later, householdId, which);
    expect(Buffer.compare(await bytesOf(sealed), await bytesOf(again))).toBe(0);
    expect(Object.keys(unzipSync(await bytesOf(await zipFile(later, householdId, which))))).toContain(
      'Statements/12345678_20261005.csv',
    );
  });
});
