import { type FilePayment, paymentFile } from '@shared/budget/payment-file';
import { type PaymentTemplate, paymentTemplateSchema } from '@shared/budget/payment-template';
import { READY_TEMPLATES } from '@shared/budget/ready-templates';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';

const payDay = isoDay('2026-11-27');
const payer = { name: 'Ruth Vale', sortCode: '30-94-57', accountNumber: '12345678' };
const grace: FilePayment = {
  key: 'net-pay:1',
  name: 'Grace Adeyemi-Worthington',
  isPerson: true,
  sortCode: '20-00-00',
  accountNumber: '55779911',
  amount: pence(123456),
  reference: 'Pay 27 Nov',
};
const hmrc: FilePayment = {
  key: 'hmrc:2026-27:8',
  name: 'HMRC Cumbernauld',
  isPerson: false,
  sortCode: '083210',
  accountNumber: '12001039',
  amount: pence(5),
  reference: '123PA000123452708',
};

function ready(id: string): PaymentTemplate {
  const found = READY_TEMPLATES.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found.template;
}

function textOf(template: PaymentTemplate, payments: readonly FilePayment[] = [grace, hmrc]): string {
  return paymentFile({ template, payments, payer, payDay }).text;
}

// Every text below is written by hand from the layouts of the sources, not by the program.
describe('the payment file of each bank, byte by byte', () => {
  it('is Barclays SIF with capitals, names of at most 18 and 99 at the end', () => {
    expect(textOf(ready('barclays-sif'))).toBe(
      '200000,GRACE ADEYEMI-WORT,55779911,1234.56,PAY 27 NOV,99\r\n' +
        '083210,HMRC CUMBERNAULD,12001039,0.05,123PA000123452708,99\r\n',
    );
  });

  it('is Barclays SIF in quotes with the employer’s name as the reference', () => {
    expect(textOf(ready('barclays-sif-quoted'), [hmrc])).toBe(
      '"083210","HMRC CUMBERNAULD","12001039","0.05","RUTH VALE","99"\r\n',
    );
  });

  it('is the H, FPS and T rows of Bank of Scotland and Lloyds', () => {
    expect(textOf(ready('lloyds-fp'))).toBe(
      'H,20261127,RUTH VALE\r\n' +
        'FPS,20261127,1234.56,RUTH VALE,309457-12345678,GRACE ADEYEMI-WORT,55779911,200000,PAY 27 NOV\r\n' +
        'FPS,20261127,0.05,RUTH VALE,309457-12345678,HMRC CUMBERNAULD,12001039,083210,123PA000123452708\r\n' +
        'T\r\n',
    );
  });

  it('is Revolut’s eight columns with headings', () => {
    expect(textOf(ready('revolut'))).toBe(
      'Name,Recipient type,Account number,Sort code,Recipient bank country,Currency,Amount,Payment reference\r\n' +
        'Grace Adeyemi-Worthington,INDIVIDUAL,55779911,200000,GB,GBP,1234.56,Pay 27 Nov\r\n' +
        'HMRC Cumbernauld,COMPANY,12001039,083210,GB,GBP,0.05,123PA000123452708\r\n',
    );
  });

  it('is Bottomline’s sheet with the whole taken out in its last row', () => {
    expect(textOf(ready('bottomline'))).toBe(
      'AccName,SortCode,AccNumber,Amount,Ref\r\n' +
        'Grace Adeyemi-Wort,200000,55779911,1234.56,Pay 27 Nov\r\n' +
        'HMRC Cumbernauld,083210,12001039,0.05,123PA000123452708\r\n' +
        'Ruth Vale,309457,12345678,-1234.61,CONTRA\r\n',
    );
  });

  it('is PayGate’s ten values with the day at the end', () => {
    expect(textOf(ready('paygate'), [hmrc])).toBe(
      '083210,12001039,HMRC Cumbernauld,0.05,99,309457,12345678,Ruth Vale,123PA000123452708,27/11/2026\r\n',
    );
  });

  it('is what FreeAgent and Sage read, with money out below nothing or in its own column', () => {
    expect(textOf(ready('freeagent'), [hmrc])).toBe('27/11/2026,-0.05,HMRC Cumbernauld\r\n');
    expect(textOf(ready('sage'), [hmrc])).toBe(
      'Date,Description,Amount\r\n27/11/2026,HMRC Cumbernauld,-0.05\r\n',
    );
    expect(textOf(ready('sage-split'), [hmrc])).toBe(
      'Date,Description,Money in,Money out\r\n27/11/2026,HMRC Cumbernauld,,0.05\r\n',
    );
  });
});

const own = (change: Partial<PaymentTemplate>): PaymentTemplate => ({ ...ready('freeagent'), ...change });
const column = (value: PaymentTemplate['columns'][number]['value'], more = {}) => ({
  heading: '',
  text: '',
  most: null,
  cut: false,
  value,
  ...more,
});

describe('a template of one’s own', () => {
  it('writes pence, dashes, other dates, delimiters, line ends and no last line end as asked', () => {
    const template = own({
      columns: [column('row-number'), column('pay-day'), column('sort-code'), column('amount')],
      head: [column('count'), column('total'), column('payer-account')],
      amounts: 'pence',
      sortCodes: 'dashes',
      dates: 'ddmmyy',
      delimiter: 'bar',
      lineEnds: 'lf',
      lastLineEnds: false,
      order: 'by-amount',
    });
    expect(textOf(template, [hmrc, grace])).toBe(
      '2|123461|309457-12345678\n1|271126|20-00-00|123456\n2|271126|08-32-10|5',
    );
  });

  it('doubles quotes and quotes a delimiter inside a name', () => {
    const template = own({ columns: [column('payee-name'), column('amount')] });
    expect(textOf(template, [{ ...hmrc, name: 'Smith, "Jo"' }])).toBe('"Smith, ""Jo""",0.05\r\n');
  });

  it('must say the amount, and can’t put one payment’s facts into the head row', () => {
    const { columns: _, ...rest } = ready('freeagent');
    expect(paymentTemplateSchema.safeParse({ ...rest, columns: [column('payee-name')] }).success).toBe(false);
    expect(
      paymentTemplateSchema.safeParse({ ...rest, columns: [column('amount')], head: [column('reference')] })
        .success,
    ).toBe(false);
  });
});

describe('what is wrong is told for each payment before a file is made', () => {
  const problemsOf = (payment: Partial<FilePayment>, template = ready('barclays-sif')) =>
    paymentFile({ template, payments: [{ ...hmrc, ...payment }], payer, payDay }).problems.map(
      (one) => `${one.code}${one.blocks ? '' : ' (told)'}`,
    );

  it('finds nothing wrong with a good payment', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    [{ sortCode: '' }, ['payment.no-sort-code']],
    [{ sortCode: '12345' }, ['payment.sort-code']],
    [{ accountNumber: '' }, ['payment.no-account']],
    [{ accountNumber: '1234567' }, ['payment.account']],
    [{ amount: pence(0) }, ['payment.amount']],
    [{ amount: pence(-1) }, ['payment.amount']],
    [{ name: ' ' }, ['payment.no-name']],
    [{ reference: '' }, ['payment.no-reference (told)']],
    [{ name: 'Zoë Brown' }, ['payment.character']],
    [{ name: 'A name that is too long' }, ['payment.name-cut (told)']],
    [{ reference: '=1+1' }, ['payment.character', 'payment.formula']],
    [{ name: '-Dash' }, ['payment.formula']],
  ] as const)('tells of %j', (payment, expected) => {
    expect(problemsOf(payment)).toEqual(expected);
  });

  it('blocks a long name where the template does not cut it', () => {
    const template = own({ columns: [column('payee-name', { most: 18 }), column('amount')] });
    expect(problemsOf({ name: 'A name that is too long' }, template)).toEqual(['payment.name-too-long']);
  });

  it('blocks a delimiter in a name where nothing may be quoted', () => {
    const template = own({ columns: [column('payee-name'), column('amount')], quotes: 'never' });
    expect(problemsOf({ name: 'Smith, Jo' }, template)).toEqual(['payment.delimiter']);
  });

  it('tells once when the account that pays is not known', () => {
    const made = paymentFile({
      template: ready('lloyds-fp'),
      payments: [grace, hmrc],
      payer: { name: '', sortCode: '', accountNumber: '' },
      payDay,
    });
    expect(made.problems.filter((one) => one.key === null).map((one) => one.code)).toEqual([
      'payment.payer-sort-code',
      'payment.payer-account',
      'payment.payer-name',
    ]);
  });
});
