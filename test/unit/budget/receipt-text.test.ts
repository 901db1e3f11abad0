import { readReceiptText } from '@shared/budget/receipt-text';
import { isoDay } from '@shared/dates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = isoDay('2026-11-21');
const read = (text: string) => readReceiptText(text, TODAY);
const total = (text: string) => read(text).total;
const day = (text: string) => read(text).day;

describe('whole receipts', () => {
  it('a pharmacy’s till slip: cash handed over and change are not the total', () => {
    const slip = `
      BOOTS UK LTD
      12 HIGH STREET
      ANYTOWN AN1 2BC
      VAT NO 123 4567 89
      GLOVES NITRILE      4.50
      WIPES               3.25
      SUBTOTAL            7.75
      TOTAL              £7.75
      CASH              £10.00
      CHANGE             £2.25
      12/10/26 14:33  TILL 4`;
    expect(read(slip)).toEqual({ day: '2026-10-12', total: 775, supplier: 'Boots UK Ltd', kind: 'receipt' });
  });

  it('a supermarket’s: balance due, savings and points beside it', () => {
    const slip = `
      Sainsbury's
      Good to know
      MILK 2PT            £1.45
      BREAD               £1.30
      TOTAL SAVINGS      -£0.50
      BALANCE DUE         £2.75
      VISA DEBIT          £2.75
      NECTAR POINTS EARNED 2.00
      03 NOV 2026 09:12`;
    expect(read(slip)).toEqual({ day: '2026-11-03', total: 275, supplier: "Sainsbury's", kind: 'receipt' });
  });

  it('an invoice: its own date, not when it is due; with VAT, not before', () => {
    const invoice = `
      Harbour Mobility Limited
      INVOICE
      Invoice date: 2 October 2026
      Due date: 1 November 2026
      Shower chair               1   250.00
      Total excl. VAT                250.00
      VAT @ 20%                       50.00
      Total inc. VAT                £300.00
      Amount paid                     £0.00`;
    expect(read(invoice)).toEqual({
      day: '2026-10-02',
      total: 30_000,
      supplier: 'Harbour Mobility Limited',
      kind: 'invoice',
    });
  });

  it('a PDF whose words and figures came apart', () => {
    const text = 'INVOICE\nFrom: Bright Care Agency\nDate\n14/09/2026\nSubtotal\nTotal due\n1,236.40\n';
    expect(read(text)).toMatchObject({
      day: '2026-09-14',
      total: 123_640,
      supplier: 'Bright Care Agency',
      kind: 'invoice',
    });
  });

  it('text that is nothing gives nothing', () => {
    expect(read('')).toEqual({ day: null, total: null, supplier: '', kind: null });
    expect(read('~~ .. | — 7')).toEqual({ day: null, total: null, supplier: '', kind: null });
  });
});

describe('the total', () => {
  it.each([
    ['TOTAL 12.50', 1250],
    ['Total: £1,234.56', 123_456],
    ['TOTAL\n£8.40', 840],
    ['TOTAL TO PAY £31.00', 3100],
    ['GRAND TOTAL GBP 99.99', 9999],
    ['Total amount due £45.00\nBalance brought forward 20.00', 4500],
    ['Subtotal 10.00\nVAT 2.00\nTotal 12.00', 1200],
    ['NET TOTAL 100.00\nTOTAL VAT 20.00\nTOTAL 120.00', 12_000],
    ['Total before VAT 100.00\nTotal including VAT 120.00', 12_000],
    ['Total 120.00\nAmount paid 120.00\nBalance due 0.00', 12_000],
    ['CASH 20.00\nCHANGE 4.15', 1585],
    ['Amount tendered £20.00\nTotal £15.85\nChange due £4.15', 1585],
    ['CONTACTLESS £6.20\nThank you', 620],
    ['TOTAL 7,75', 775],
    ['TOTAL £ 7 .75', 775],
    ['Total items 3\nTotal 5.00', 500],
    ['Total discount 5.00\nTotal 20.00', 2000],
    ['YOU SAVED 3.00\nTOTAL 9.00', 900],
    ['Taxi fare 14.60', 1460],
  ])('%s', (text, expected) => expect(total(text)).toBe(expected));

  it.each([
    'Milk 1.20\nBread 2.40',
    'SUBTOTAL 5.00',
    'Call 0113 496 0000',
    'Open 9.00 to 17.30',
    '12.10.2026',
  ])('is not guessed from %s', (text) => expect(total(text)).toBeNull());
});

describe('the day', () => {
  it.each([
    ['12/10/2026', '2026-10-12'],
    ['12-10-26 08:15', '2026-10-12'],
    ['12.10.2026', '2026-10-12'],
    ['2026-10-12', '2026-10-12'],
    ['12 Oct 2026', '2026-10-12'],
    ['12OCT26', '2026-10-12'],
    ['12-Oct-26', '2026-10-12'],
    ['Monday 12th October 2026', '2026-10-12'],
    ['October 12, 2026', '2026-10-12'],
    ['10/25/2026', '2026-10-25'],
    ['O1/1O/2026', '2026-10-01'],
    ['Invoice date: 12/10/2026  Due date: 11/11/2026', '2026-10-12'],
    ['Return by 12/11/2026\nSold 15/10/2026', '2026-10-15'],
    ['Printed 20/10/2026\nDate: 18/10/2026', '2026-10-18'],
  ])('%s', (text, expected) => expect(day(text)).toBe(expected));

  it.each(['31/02/2026', '22/11/2026', '12/10/1999', 'Tel 01/23', 'Due date 1/11/2026'])(
    'is not %s',
    (text) => expect(day(text)).toBeNull(),
  );
});

describe('from whom', () => {
  it.each([
    ['Welcome to Morgan’s Pharmacy\n4 Quay Road', 'Morgan’s Pharmacy'],
    ['*** RECEIPT ***\nCO-OP FOOD\n1 Hill Road', 'Co-op Food'],
    ['www.example.co.uk\nB&Q\nTEL 0800 000 000', 'B&Q'],
    ['12/10/2026\n£4.00\nThe Corner Café', 'The Corner Café'],
  ])('%s', (text, expected) => expect(read(text).supplier).toBe(expected));
});

describe('the kind', () => {
  it('is told by its words', () => {
    expect(read('TIMESHEET\nGrace Okoro').kind).toBe('timesheet');
    expect(read('Dear Ruth,\nWe agree.\nYours sincerely').kind).toBe('letter');
    expect(read('ATM CASH WITHDRAWAL £40.00').kind).toBe('cash-slip');
  });
});

describe('any text at all', () => {
  it('is read quickly, gives no day to come and no amount below nothing', () => {
    const bits = fc.constantFrom(
      'TOTAL',
      '£',
      '12.50',
      '12/10/26',
      ' ',
      '\n',
      '9'.repeat(50),
      'a ',
      '.',
      'Ω',
      ',',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 200 }), (parts) => {
        const found = read(parts.join(''));
        expect(found.day === null || found.day <= TODAY).toBe(true);
        expect(found.total === null || (found.total > 0 && Number.isInteger(found.total))).toBe(true);
        expect(found.supplier.length).toBeLessThanOrEqual(80);
      }),
    );
    read('1'.repeat(100_000));
    read('1 , '.repeat(30_000));
    read('£'.repeat(50_000));
  });
});
