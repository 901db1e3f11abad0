import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../support/client-of';
import { addTestShift, addTestWorker } from '../support/workspace';
import { readPdf } from '../unit/documents/read-pdf';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let client: MainstayClient;
let householdId: string;
let agreementId: string;
let workerId: string;

const day = isoDay;
const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data;
  }
  return 'nothing was refused';
};
const pdfText = (file: { base64: string }) => readPdf(Buffer.from(file.base64, 'base64')).text;

const ending = {
  kind: 'ended' as const,
  endedOn: day('2026-08-16'),
  toldOn: null,
  executorName: '',
  executorContact: '',
  note: '',
};

beforeAll(async () => {
  home = await openMoneyHousehold('2026-08-17');
  ({ householdId, agreementId } = home);
  client = clientOf(home.context);
  workerId = addTestWorker(home.context, householdId, {
    startedOn: '2026-07-06',
    contract: { payDayOffset: 5 },
  });
  addTestShift(home.context, householdId, workerId, '2026-07-07', '09:00', '14:00');
  addTestShift(home.context, householdId, workerId, '2026-07-09', '09:00', '14:00');
  addTestShift(home.context, householdId, workerId, '2026-07-14', '09:00', '11:00');
  const { open } = await client.pay.runs({ householdId });
  await client.pay.finish({ householdId, key: open[0]!.key, expectedNet: pence(13_000) });
  const file = lloydsFile(
    [
      ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
      ['2026-07-06', 'RUTH VALE', 18_000],
      ['2026-08-03', 'ANYSHIRE COUNCIL DP4401', 144_480],
      ['2026-08-03', 'RUTH VALE', 18_000],
    ],
    250_000,
  );
  await client.money.importStatement({
    householdId,
    accountId: home.accountId,
    file: { name: file.name, base64: Buffer.from(file.bytes).toString('base64') },
  });
  const lines = await client.money.lines({
    householdId,
    from: null,
    to: null,
    only: 'all',
    withProposals: false,
  });
  for (const line of lines) {
    const isContribution = line.amount === 18_000;
    await client.money.explain({
      householdId,
      lineId: line.id,
      parts: [
        {
          amount: line.amount,
          ledgerAccount: isContribution ? 'client-contribution-income' : 'direct-payment-income',
          categoryId: null,
          agreementId,
          workerId: null,
          matchKind: 'by-hand',
          matchKey: null,
          note: '',
        },
      ],
    });
  }
  await client.endings.save({ householdId, ending: { agreementId, ...ending } });
});
afterAll(() => home.close());

describe('the final account', () => {
  it('adds up what there is and what is owed, both ways, to the penny', async () => {
    const view = await client.endings.view({ householdId, agreementId });
    // In the account: 2,500.00 + 2 × 1,444.80 + 2 × 180.00.
    expect(view.has.map((one) => [one.code, one.amount])).toEqual([['in-accounts', 574_960]]);
    // Wages of the first week 130.00, employer National Insurance of it 5.10. Two more hours 26.00. Holiday 12.07 % of 10 hours,
    // a whole hour: 13.00. A usual week is 156.00 in 42 days, 26.00; notice given
    // today, the 17th, runs to the 24th: 8 days after the last are 29.71.
    // Contribution: one whole period and 14 of 28 days are 270.00; 360.00 was paid.
    expect(view.owes.map((one) => [one.code, one.amount])).toEqual([
      ['wages', 13_000],
      ['earned', 2_600],
      ['holiday', 1_300],
      ['hmrc', 510],
      ['notice', 2_971],
      ['contribution-over', 9_000],
    ]);
    expect([view.totalOwes, view.surplus, view.shortfall]).toEqual([29_381, 545_579, 0]);
    // The direct payment: 1,444.80 × 1½ = 2,167.20 was due, 2,889.60 came.
    expect(view.funding).toMatchObject({ whole: 1, partDays: 14, periodDays: 28, due: 216_720 });
    expect(view.notes).toEqual([{ code: 'ending.paid-past-end', values: { pence: 72_240 } }]);
  });

  it('does not owe once more what was ticked as paid and is not on a statement yet', async () => {
    const { items } = await client.payments.toPay({ householdId, until: day('2026-08-31'), runId: null });
    const { key } = items.find((one) => one.kind === 'worker')!;
    await client.payments.tick({ householdId, key, paidOn: day('2026-08-14') });
    const view = await client.endings.view({ householdId, agreementId });
    // 130.00 less in the account, and no wages of that week: the same goes back.
    expect(view.has.map((one) => one.amount)).toEqual([561_960]);
    expect(view.owes.map((one) => one.code)).not.toContain('wages');
    expect(view.surplus).toBe(545_579);
    await client.payments.tick({ householdId, key, paidOn: null });
  });

  it('is a paper with both sides, the steps and room to sign', async () => {
    const text = pdfText(await client.endings.finalAccountPdf({ householdId, agreementId }));
    for (const words of ['5,749.60', '293.81', '£5,455.79', 'Make the last pay', 'Signed', 'DP4401'])
      expect(text).toContain(words);
  });

  it('names the days of the last return, from the start where none was sent', async () => {
    const view = await client.endings.view({ householdId, agreementId });
    expect(view.finalReturn).toEqual({
      from: '2026-07-01',
      to: '2026-08-16',
      lastSentTo: null,
      sentOn: null,
    });
  });
});

describe('the steps', () => {
  it('come with days, and only where the record has what they are about', async () => {
    const view = await client.endings.view({ householdId, agreementId });
    const byOf = (step: string) => view.steps.find((one) => one.step === step)?.by;
    // Four weeks before the end; HMRC on the 22nd after the tax month; no redundancy, no executor.
    expect(byOf('tell-funder')).toBe('2026-07-19');
    expect(view.steps.map((one) => one.step)).not.toContain('executor');
    expect(view.steps.map((one) => one.step)).not.toContain('redundancy');
    expect(view.steps.every((one) => one.source !== '' && !one.title.includes('{'))).toBe(true);
  });

  it('are ticked, taken back and undone', async () => {
    const tick = (doneOn: string | null) =>
      client.endings.tickStep({
        householdId,
        agreementId,
        step: 'hours',
        doneOn: doneOn === null ? null : day(doneOn),
        note: '',
      });
    await tick('2026-08-17');
    const doneOn = async () =>
      (await client.endings.view({ householdId, agreementId })).steps.find((one) => one.step === 'hours')
        ?.doneOn;
    expect(await doneOn()).toBe('2026-08-17');
    expect((await client.endings.list({ householdId }))[0]).toMatchObject({ stepsDone: 1 });
    await client.workspace.undo({ householdId });
    expect(await doneOn()).toBeNull();
    expect(await refusal(tick('2026-08-18'))).toMatchObject({ code: 'day.in-the-future' });
  });
});

describe('a death', () => {
  it('asks for the executor, gives no notice, and says that the money is not the estate’s', async () => {
    await client.endings.save({
      householdId,
      ending: {
        agreementId,
        ...ending,
        kind: 'death',
        executorName: 'Tom Vale',
        executorContact: '1 Mill Lane',
      },
    });
    const view = await client.endings.view({ householdId, agreementId });
    expect(view.steps.map((one) => one.step)).toEqual(expect.arrayContaining(['executor', 'estate']));
    expect(view.owes.map((one) => one.code)).not.toContain('notice');
    expect(view.notes.map((one) => one.code)).toContain('ending.no-notice-after-death');
    const letter = await client.endings.letter({
      householdId,
      agreementId,
      kind: 'executor',
      workerId: null,
    });
    const text = pdfText(letter).replaceAll(/\s+/g, ' ');
    expect(text).toContain('not part of the estate');
    expect(text).toContain('£90.00');
    await client.endings.save({ householdId, ending: { agreementId, ...ending } });
    const notice = await client.endings.letter({ householdId, agreementId, kind: 'notice', workerId });
    expect(pdfText(notice).replaceAll(/\s+/g, ' ')).toContain(
      '1 week of notice. Your notice runs to 24 August',
    );
  });

  it('can’t be in the future, and no ending is before its agreement', async () => {
    const save = (kind: 'death' | 'ended', endedOn: string) =>
      refusal(
        client.endings.save({
          householdId,
          ending: { agreementId, ...ending, kind, endedOn: day(endedOn) },
        }),
      );
    expect(await save('death', '2026-08-18')).toMatchObject({ code: 'day.in-the-future' });
    expect(await save('ended', '2026-06-30')).toMatchObject({ code: 'ending.before-start' });
  });
});

describe('the review', () => {
  it('tells hours, spending, outcomes and what changed in any time', async () => {
    const note = {
      id: null,
      agreementId: null,
      day: day('2026-07-14'),
      outcome: 'Getting out',
      text: 'Went to the library with Grace.',
    };
    await client.endings.saveOutcome({ householdId, note });
    const view = await client.endings.review({
      householdId,
      from: day('2026-07-01'),
      to: day('2026-07-31'),
    });
    expect(view.hours.worked.minutes).toBe(12 * 60);
    expect(view.outcomes.map((one) => [one.outcome, one.text])).toEqual([
      ['Getting out', 'Went to the library with Grace.'],
    ]);
    expect([view.moneyIn, view.moneyOut]).toEqual([162_480, 0]);
    expect(view.changes.map((one) => one.code)).toEqual(['review.agreement-began', 'review.pa-started']);
    const input = { householdId, from: day('2026-07-01'), to: day('2026-07-31') };
    expect(pdfText(await client.endings.reviewPdf(input))).toContain('Getting out');
    const csv = Buffer.from((await client.endings.reviewCsv(input)).base64, 'base64').toString();
    expect(csv).toContain('What the support made possible,Getting out,2026-07-14');
    expect(await client.endings.outcomeNames({ householdId })).toEqual(['Getting out']);
  });

  it('refuses an end before its start', async () => {
    expect(
      await refusal(client.endings.review({ householdId, from: day('2026-07-31'), to: day('2026-07-01') })),
    ).toMatchObject({ code: 'day.end-before-start' });
  });
});

describe('how long records are kept', () => {
  it('names each kind there is with its oldest, the day it may go, and whose rule it is', async () => {
    const { rows, auditYears } = await client.endings.retention({ householdId });
    expect(auditYears).toBe(4);
    const of = (records: string) => rows.find((one) => one.records === records);
    // Statements from 6 July 2026: the financial year ends on 31 March 2027, six years more.
    expect(of('statements')).toMatchObject({ count: 1, oldest: '2026-07-06', mayGoOn: '2033-04-01' });
    // Payslip of 17 July 2026: by HMRC to 5 April 2030, by the minimum wage to 17 July 2032, by the authority to 31 March 2033.
    expect(of('payslips')).toMatchObject({ oldest: '2026-07-17', mayGoOn: '2033-04-01' });
    expect(of('opt-out')).toBeUndefined();
  });
});

describe('the last return', () => {
  it('is sealed as the final one, and the account shows that it was sent', async () => {
    const { finalReturn } = await client.endings.view({ householdId, agreementId });
    await client.returns.markSent({
      householdId,
      agreementId,
      from: finalReturn.from,
      to: finalReturn.to,
      sentOn: day('2026-08-17'),
      sentHow: 'By post',
    });
    expect((await client.endings.view({ householdId, agreementId })).finalReturn).toEqual({
      from: '2026-07-01',
      to: '2026-08-16',
      lastSentTo: null,
      sentOn: '2026-08-17',
    });
  });
});
