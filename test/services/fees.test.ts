import type { MainstayClient } from '@shared/api/contract';
import type { FeeState, FeeTerms } from '@shared/api/fees';
import { isoDay } from '@shared/dates';
import { nextInvoiceNumber, taxYearsEnded, vatOf } from '@shared/desk/fees';
import { pence } from '@shared/money';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkRecord } from '../../electron/services/check-record';
import { finishRun, payRun } from '../../electron/services/pay-run';
import { clientOf } from '../support/client-of';
import { pdfPages } from '../support/pdf-pages';
import { addSmallHousehold } from '../support/small-household';
import { type TestWorkspace, testWorkspace } from '../support/workspace';

let given: TestWorkspace;
let client: MainstayClient;
let householdId: string;
let otherId: string;

/** £6.00 a run, £2.50 a payslip, £20 a starter, £30 a year end, and VAT at 20 %. */
const USUAL = {
  name: 'Payroll only',
  perRun: pence(600),
  perPayslip: pence(250),
  starter: pence(2_000),
  yearEnd: pence(3_000),
  vatRate: 2_000,
};

beforeAll(async () => {
  given = await testWorkspace('2026-11-21');
  client = clientOf(given.context);
  householdId = addSmallHousehold(given.context, 'Margaret');
  otherId = addSmallHousehold(given.context, 'Bea');
  await client.organisation.save({
    ...{
      name: 'Leeds Living',
      addressLine1: '1 Park Row',
      addressLine2: '',
      town: 'Leeds',
      postcode: 'LS1 5HD',
    },
    ...{ phone: '', email: '', secondCheck: false, invoiceNote: 'Thank you.', vatNumber: 'GB 123' },
    ...{ bankNameOnAccount: 'Leeds Living', sortCode: '20-00-00', accountNumber: '12345678' },
  });
});
afterAll(() => given.close());

const waiting = (until = '2026-12-31') => client.fees.waiting({ until: isoDay(until), from: 0 });

async function made(): Promise<FeeState> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const state = await client.fees.state();
    if (state.state !== 'running') return state;
  }
}

async function invoice(dueOn = '2026-12-05'): Promise<FeeState> {
  await client.fees.start({ until: isoDay('2026-12-31'), dueOn: isoDay(dueOn), householdId: null });
  return made();
}

describe('what an organisation charges', () => {
  test('nothing waits where no terms are', async () => {
    expect(await waiting()).toMatchObject({ count: 0, charges: 0 });
    await expect(invoice()).rejects.toMatchObject({ data: { code: 'fees.nothing-to-charge' } });
  });

  test('usual terms go to every household that has none, from a day on', async () => {
    const { id } = await client.fees.saveScale({ scale: { id: null, ...USUAL } });
    expect(await client.fees.giveScale({ scaleId: id, startsOn: isoDay('2026-11-01') })).toEqual({
      count: 2,
    });
    expect(await client.fees.giveScale({ scaleId: id, startsOn: isoDay('2026-11-01') })).toEqual({
      count: 0,
    });
    await expect(
      client.fees.saveScale({ scale: { id: null, ...USUAL, name: 'payroll ONLY' } }),
    ).rejects.toMatchObject({ data: { code: 'fees.name-taken' } });
  });

  test('what was done is found: the run with its payslips, and the PA who began', async () => {
    const found = await waiting();
    expect(found).toMatchObject({ count: 2, charges: 4 });
    // £6.00 + 1 × £2.50 = £8.50, VAT £1.70; £20.00, VAT £4.00.
    const own = found.households.find((one) => one.householdId === householdId);
    expect(own?.charges.map(({ kind, net, vat }) => [kind, net, vat])).toEqual([
      ['starter', 2_000, 400],
      ['run', 850, 170],
    ]);
    expect(found).toMatchObject({ net: 5_700, vat: 1_140 });
    expect((await waiting('2026-11-05')).charges).toBe(2);
  });

  test('a household may have terms of its own', async () => {
    const terms: FeeTerms = {
      ...USUAL,
      ...{ name: 'Managed account', startsOn: isoDay('2026-11-02'), perRun: pence(1_000), vatRate: null },
      agreementId: null,
    };
    await client.fees.saveTerms({ householdId: otherId, terms });
    const own = (await waiting()).households.find((one) => one.householdId === otherId);
    // £10.00 + £2.50, no VAT.
    expect(own?.charges.map(({ kind, net, vat }) => [kind, net, vat])).toEqual([
      ['starter', 2_000, 0],
      ['run', 1_250, 0],
    ]);
    expect((await client.fees.terms({ householdId: otherId })).terms).toMatchObject([
      { startsOn: '2026-11-01', endsOn: '2026-11-01' },
      { startsOn: '2026-11-02', endsOn: null, name: 'Managed account' },
    ]);
  });
});

describe('an invoice', () => {
  test('is made for each household, with a bill in its own money that its fund pays', async () => {
    await client.fees.addOther({
      householdId,
      ...{ day: isoDay('2026-11-20'), what: 'Copies of payslips', net: pence(333) },
    });
    expect(await invoice()).toMatchObject({ state: 'done', done: 2, made: 2, refused: [] });
    const { invoices } = await client.fees.invoices({ householdId, words: '', from: 0 });
    // £8.50 + £20.00 + £3.33, and VAT £1.70 + £4.00 + 67p.
    expect(invoices).toMatchObject([{ number: '2026-0001', total: 3_820, state: 'open', issuedBy: '' }]);
    const record = await client.household.get({ householdId });
    const { bills } = await client.budget.bills({ householdId });
    expect(bills).toMatchObject(
      [
        {
          name: 'Leeds Living 2026-0001',
          amount: 3_820,
          dueOn: '2026-12-05',
          agreementId: null,
          ledgerAccount: 'payroll-service',
        },
      ].map((one) => ({ ...one, agreementId: record.agreements[0]?.id })),
    );
    const file = await client.fees.invoicePdf({ householdId, invoiceId: invoices[0]?.id ?? '' });
    expect(file.name).toBe('2026-0001 invoice Margaret Ellis.pdf');
    const [page] = await pdfPages(Buffer.from(file.base64, 'base64'));
    for (const words of [
      'Invoice 2026-0001',
      'Margaret Ellis',
      '1 payslip',
      '£31.83',
      '£6.37',
      '£38.20',
      '12345678',
      'GB 123',
    ])
      expect(page).toContain(words);
  });

  test('charges nothing twice', async () => {
    expect(await waiting()).toMatchObject({ count: 0 });
    await expect(invoice()).rejects.toMatchObject({ data: { code: 'fees.nothing-to-charge' } });
    // The next week's pay is the next thing to charge for.
    const key = 'weekly:2026-11-09';
    finishRun(given.context, householdId, key, payRun(given.context, householdId, key).totals.net);
    expect(await waiting()).toMatchObject({ count: 1, charges: 1, net: 850 });
  });

  test('is paid where the household paid it, and then stays', async () => {
    const { invoices } = await client.fees.invoices({ householdId: otherId, words: '0002', from: 0 });
    const [one] = invoices;
    expect(one).toMatchObject({ number: '2026-0002', total: 3_250 });
    const invoiceId = one?.id ?? '';
    await client.payments.tick({
      householdId: otherId,
      key: `bill:${invoiceId}:2026-12-05`,
      paidOn: isoDay('2026-11-21'),
    });
    expect((await client.fees.invoices({ householdId: otherId, words: '', from: 0 })).invoices).toMatchObject(
      [{ state: 'paid', paidOn: '2026-11-21' }],
    );
    await expect(client.fees.cancel({ householdId: otherId, invoiceId })).rejects.toMatchObject({
      data: { code: 'fees.paid' },
    });
  });

  test('that is cancelled takes its bill back, and what it charged waits again under a new number', async () => {
    const { invoices } = await client.fees.invoices({ householdId, words: '', from: 0 });
    await client.fees.cancel({ householdId, invoiceId: invoices[0]?.id ?? '' });
    expect((await client.budget.bills({ householdId })).bills).toEqual([]);
    // Two runs at £8.50, the starter and the copies.
    expect(await waiting()).toMatchObject({ count: 1, charges: 4, net: 4_033 });
    expect(await invoice()).toMatchObject({ made: 1 });
    expect((await client.fees.invoices({ householdId, words: '', from: 0 })).invoices).toMatchObject([
      { number: '2026-0003', state: 'open' },
      { number: '2026-0001', state: 'cancelled' },
    ]);
    const zip = await client.fees.zip({ issuedOn: isoDay('2026-11-21') });
    expect(zip.blob.size).toBeGreaterThan(10_000);
  });

  test('leaves the record whole', () => {
    const work = checkRecord(given.context);
    for (;;) {
      const next = work.next();
      if (next.done === true) {
        expect(next.value.findings).toEqual([]);
        return;
      }
    }
  });
});

describe('the rules of fees', () => {
  // 20 % of £3.33 is 66.6p; 5 % of 10p is half a penny and goes up.
  test('VAT goes to the nearest penny', () => {
    expect([vatOf(pence(333), 2_000), vatOf(pence(10), 500), vatOf(pence(333), null)]).toEqual([67, 1, 0]);
  });

  test('numbers rise within a year and begin anew with the next', () => {
    expect(nextInvoiceNumber(['2026-0009', '2025-0400', 'old'], isoDay('2026-12-31'))).toBe('2026-0010');
    expect(nextInvoiceNumber(['2026-0009'], isoDay('2027-01-01'))).toBe('2027-0001');
  });

  test('a tax year ends on 5 April', () => {
    expect(taxYearsEnded(isoDay('2025-04-05'), isoDay('2026-04-05')).map((one) => one.taxYear)).toEqual([
      '2024-25',
      '2025-26',
    ]);
    expect(taxYearsEnded(isoDay('2025-04-06'), isoDay('2026-04-04'))).toEqual([]);
  });
});
