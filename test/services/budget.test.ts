import type { MainstayClient } from '@shared/api/contract';
import { PLAIN_SURPLUS_RULE } from '@shared/budget/surplus-rule';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../support/client-of';
import { addTestPattern, addTestWorker } from '../support/workspace';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const refusalOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call;
    return undefined;
  } catch (error) {
    return (error as { data?: { code?: string } }).data?.code;
  }
};

/**
 * Ruth has 2,500.00. The council pays 1,444.80 and she 180.00 every four weeks from 6 July. Ann works 8 hours a week from then
 * at 13.00: 104.00, employer National Insurance 15 % of what is over 96.00 (1.20), holiday 12.07 % (12.55): 117.75 in all.
 */
describe('the money of an agreement', () => {
  let home: MoneyHousehold;
  let client: MainstayClient;
  let annId: string;
  beforeAll(async () => {
    home = await openMoneyHousehold('2026-07-05');
    client = clientOf(home.context);
    annId = addTestWorker(home.context, home.householdId, { firstNames: 'Ann', startedOn: '2026-07-06' });
    addTestPattern(home.context, home.householdId, annId, '2026-07-06', [0, 3], '09:00', '13:00');
  });
  afterAll(() => home.close());
  const of = () => ({ householdId: home.householdId });
  const ofAgreement = () => ({ ...of(), agreementId: home.agreementId });

  it('is forecast month by month from the rota, with what comes, what goes and what is left', async () => {
    const { months, notes, surplus, ends } = await client.budget.forecast(ofAgreement());
    expect(months).toHaveLength(12);
    // July: the weeks that end on the 12th, 19th and 26th. 2,500.00 + 1,624.80 − 3 × 117.75 = 3,771.55.
    expect(months[0]).toMatchObject({
      opening: 250_000,
      cameIn: 162_480,
      closing: 377_155,
      flows: { payments: 144_480, contributions: 18_000, wages: 31_200, insurance: 360, holiday: 3_765 },
    });
    // August: payments on the 3rd and 31st, five weeks. 3,771.55 + 3,249.60 − 588.75 = 6,432.40.
    // September: one payment, four weeks. 6,432.40 + 1,624.80 − 471.00 = 7,586.20.
    expect(months.slice(1, 3).map((month) => month.closing)).toEqual([643_240, 758_620]);
    for (const [at, month] of months.entries()) {
      expect(month.closing).toBe(month.opening + month.cameIn - month.wentOut);
      if (at > 0) expect(month.opening).toBe(months[at - 1]?.closing);
    }
    // 8 × 406.20 = 3,249.60 may be kept; the quarter ends on 30 September: 7,586.20 − 3,249.60.
    expect(surplus).toMatchObject({
      code: 'surplus.soon',
      onDay: '2026-09-30',
      limit: 324_960,
      amount: 433_660,
    });
    expect(ends).toBe(false);
    expect(notes.map((note) => note.code)).toEqual(['forecast.rates-unknown', 'forecast.april-unknown']);
  });

  it('is not changed by a what-if, and a what-if with no change is what is now', async () => {
    const before = await client.budget.view(of());
    const { now, workers } = await client.budget.whatIfs(ofAgreement());
    expect(await client.budget.tryWhatIf({ ...ofAgreement(), changes: [] })).toEqual(now);
    // 51 whole weeks of 104.00 and a Monday of 52.00.
    expect(now).toMatchObject({ endsOn: '2027-06-30', wages: 535_600, weeklyMinutes: 475 });
    expect(workers).toEqual([
      { id: annId, name: 'Ann', hourly: '13.00', weeklyMinutes: 475, endingCosts: 0 },
    ]);
    const risen = await client.budget.tryWhatIf({
      ...ofAgreement(),
      changes: [
        {
          kind: 'rate-rise',
          workerId: null,
          from: isoDay('2026-07-13'),
          by: { how: 'at-least', pounds: '14.00' },
        },
      ],
    });
    // One week of 104.00, 50 of 112.00 and a Monday of 56.00.
    expect(risen.wages).toBe(576_000);
    expect(now.endBalance - risen.endBalance).toBe(
      risen.wages + risen.insurance + risen.holiday - (now.wages + now.insurance + now.holiday),
    );
    const less = await client.budget.tryWhatIf({
      ...ofAgreement(),
      changes: [
        { kind: 'funding', from: isoDay('2026-07-06'), amount: pence(20_000), contribution: pence(0) },
      ],
    });
    expect(less.firstShort).not.toBeNull();
    expect(less.minutesThatFit).toBeLessThan(now.minutesThatFit ?? 0);
    expect(await client.budget.view(of())).toEqual(before);
  });

  it('keeps what-ifs by name and shows each beside now', async () => {
    const whatIf = {
      id: null,
      name: 'A second PA',
      changes: [
        {
          kind: 'new-pa' as const,
          name: 'Ben',
          from: isoDay('2026-09-07'),
          to: null,
          weeklyMinutes: 600,
          pounds: '13.00',
          inPension: true,
        },
      ],
    };
    const { id } = await client.budget.saveWhatIf({ ...ofAgreement(), whatIf });
    const { kept, now } = await client.budget.whatIfs(ofAgreement());
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ id, name: 'A second PA', changes: whatIf.changes });
    expect(kept[0]?.result.pension).toBeGreaterThan(0);
    expect(kept[0]?.result.endBalance).toBeLessThan(now.endBalance);
    await client.budget.removeWhatIf({ ...of(), id });
    expect((await client.budget.whatIfs(ofAgreement())).kept).toEqual([]);
  });

  it('sets money aside with the letter that agreed to it, and lets it go again', async () => {
    const earmark = {
      id: null,
      agreementId: home.agreementId,
      kind: 'equipment' as const,
      name: 'A new hoist',
      amount: pence(50_000),
      from: isoDay('2026-07-01'),
      until: null,
      agreed: true,
      agreedBy: 'Jo Price, social worker',
      agreedOn: isoDay('2026-07-02'),
      note: '',
    };
    const file = { name: 'letter.pdf', base64: Buffer.from('%PDF-1.7\n').toString('base64') };
    const before = await client.budget.view(of());
    const { id } = await client.budget.saveEarmark({ ...of(), earmark, file });
    expect((await client.budget.earmarkFile({ ...of(), id })).name).toBe('letter.pdf');
    const after = await client.budget.view(of());
    expect(after.reallyYours).toBe(before.reallyYours - 50_000);
    expect(after.parts.find((part) => part.code === 'earmarks')?.amount).toBe(50_000);
    // What was over on 30 September is less by what is set aside.
    const { first } = await client.budget.surplus(ofAgreement());
    expect(first).toMatchObject({ testedOn: '2026-09-30', toAuthority: 383_660 });
    const odd = { ...earmark, agreedBy: '' };
    expect(await refusalOf(client.budget.saveEarmark({ ...of(), earmark: odd, file: null }))).toBe(
      'earmark.agreed-by-empty',
    );
    const html = { name: 'letter.pdf', base64: Buffer.from('<html>').toString('base64') };
    expect(await refusalOf(client.budget.saveEarmark({ ...of(), earmark, file: html }))).toBe(
      'file.kind-not-taken',
    );
    expect(
      await refusalOf(client.budget.releaseEarmark({ ...of(), id, releasedOn: isoDay('2026-06-30') })),
    ).toBe('earmark.released-too-early');
    await client.budget.releaseEarmark({ ...of(), id, releasedOn: isoDay('2026-07-05') });
    expect((await client.budget.view(of())).reallyYours).toBe(before.reallyYours);
    await client.budget.removeEarmark({ ...of(), id });
    expect((await client.budget.earmarks(of())).earmarks).toEqual([]);
  });

  it('knows bills of every so many weeks or months until they end', async () => {
    const bill = {
      id: null,
      name: 'Cleaning',
      amount: pence(2_500),
      dueOn: isoDay('2026-07-09'),
      repeats: { every: 'weeks' as const, count: 2 },
      endsOn: isoDay('2026-08-31'),
      agreementId: home.agreementId,
      categoryId: home.categoryOf('Equipment'),
      ledgerAccount: 'other-spending' as const,
    };
    const { id } = await client.budget.saveBill({ ...of(), bill });
    // 9 and 23 July, 6 and 20 August: four times 25.00.
    expect((await client.budget.bills(of())).bills[0]).toMatchObject({
      nextOn: '2026-07-09',
      inAYear: 10_000,
      ledgerAccount: 'equipment',
      repeats: bill.repeats,
    });
    const { months } = await client.budget.forecast(ofAgreement());
    expect(months.slice(0, 3).map((month) => month.flows.bills)).toEqual([5_000, 5_000, 0]);
    const odd = { ...bill, agreementId: null };
    expect(await refusalOf(client.budget.saveBill({ ...of(), bill: odd }))).toBe(
      'bill.category-of-other-agreement',
    );
    // One that comes every three years is named in the household's record as any other.
    const rare = { ...bill, id, repeats: { every: 'months' as const, count: 36 }, endsOn: null };
    await client.budget.saveBill({ ...of(), bill: rare });
    expect((await client.household.get(of())).bills).toEqual([{ id, name: 'Cleaning' }]);
    await client.budget.removeBill({ ...of(), id });
  });

  it('is held against the agreement’s own rule, and the letter says why money is left', async () => {
    const rule = {
      ...PLAIN_SURPLUS_RULE,
      keepWeeks: 4,
      basis: 'net-weekly' as const,
      tested: { when: 'year-end' as const, yearStarts: '04-01' },
      collected: { how: 'by-letter' as const, payWithinDays: 14, elseCut: true },
      onlyAfterReasons: true,
    };
    await client.budget.saveSurplusRule({ ...ofAgreement(), rule });
    const view = await client.budget.surplus(ofAgreement());
    expect(view).toMatchObject({ from: 'agreement', rule, waitsForReasons: true });
    // 4 weeks × 361.20 net = 1,444.80, tested on 31 March; asked by letter then, paid back by 14 April.
    expect(view.tests.map((test) => [test.testedOn, test.mayKeep, test.payBackBy])).toEqual([
      ['2027-03-31', 144_480, '2027-04-14'],
    ]);
    const { text } = await client.budget.letter({ ...ofAgreement(), reasons: ['hospital', 'other'] });
    expect(text).toContain('To Anyshire Council');
    expect(text).toContain('On 5 July 2026 there was £2,500.00 of it');
    expect(text).toContain('Ruth Vale was in hospital from [first day]');
    expect(text).toContain('reasons are heard before money goes back');
    const written = `${text}\n\nPlease <read> & answer.`;
    const odt = await client.budget.letterFile({ ...ofAgreement(), text: written, format: 'odt' });
    const bytes = Buffer.from(odt.base64, 'base64');
    // Its first bytes name the format, and the text in it is what was written.
    expect(bytes.subarray(30, 77).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
    const content = Buffer.from(unzipSync(bytes)['content.xml'] ?? []).toString();
    expect(content).toContain('Please &lt;read&gt; &amp; answer.');
    const pdf = await client.budget.letterFile({ ...ofAgreement(), text: written, format: 'pdf' });
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    await client.budget.saveSurplusRule({ ...ofAgreement(), rule: null });
    expect((await client.budget.surplus(ofAgreement())).from).toBe('weeks');
  });

  it('is told apart as the agreement’s, the client’s part of it, own money and what is not sorted, to the penny', async () => {
    const day = clientOf(home.on('2026-08-01'));
    const file = lloydsFile(
      [
        ['2026-07-06', 'ANYSHIRE COUNCIL DP4401', 144_480],
        ['2026-07-07', 'R VALE CONTRIBUTION', 18_000],
        ['2026-07-08', 'R VALE TOP UP', 5_000],
        ['2026-07-09', 'HOIST SERVICE', -12_345],
        ['2026-07-10', 'SOMETHING', -777],
      ],
      250_000,
    );
    await day.money.importStatement({
      ...of(),
      accountId: home.accountId,
      file: { name: file.name, base64: Buffer.from(file.bytes).toString('base64') },
    });
    const lines = await day.money.lines({ ...of(), from: null, to: null, only: 'all', withProposals: false });
    const explain = (words: string, ledgerAccount: string, more: object = {}) => {
      const line = lines.find((one) => one.description.includes(words));
      return day.money.explain({
        ...of(),
        lineId: line?.id ?? '',
        parts: [
          {
            amount: line?.amount ?? pence(0),
            ledgerAccount,
            categoryId: null,
            agreementId: home.agreementId,
            workerId: null,
            matchKind: 'by-hand',
            matchKey: null,
            note: '',
            ...more,
          },
        ],
      });
    };
    await explain('DP4401', 'direct-payment-income');
    await explain('CONTRIBUTION', 'client-contribution-income', { fundPart: 'contribution' });
    await explain('TOP UP', 'own-money', { agreementId: null, fundPart: 'own' });
    await explain('HOIST', 'equipment', { categoryId: home.categoryOf('Equipment') });
    const view = await day.budget.view(of());
    // 2,500.00 + 1,444.80 + 180.00 − 123.45 = 4,001.35, of which 180.00 the client's; 50.00 own; −7.77 not explained.
    expect(view.funds.map((fund) => [fund.kind, fund.balance, fund.contribution])).toEqual([
      ['agreement', 400_135, 18_000],
      ['own', 5_000, null],
      ['not-sorted', -777, null],
    ]);
    expect(view.held).toBe(404_358);
    expect(view.funds.reduce((sum, fund) => sum + fund.balance, 0)).toBe(view.held);
    expect(view.funds.reduce((sum, fund) => sum + fund.reallyYours, 0)).toBe(view.reallyYours);
    for (const { parts, balance } of view.funds.filter((fund) => fund.kind === 'agreement'))
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(balance);
    expect(view.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(view.held);
    // Own money is never asked back: the rule sees the agreement's money alone.
    const { now } = await day.budget.surplus(ofAgreement());
    expect(now?.explanation.steps[0]).toMatchObject({
      code: 'budget.surplus.balance',
      result: { kind: 'money', pence: 400_135 },
    });
  });

  it('builds up notice and redundancy where the agreement says so, unless it was set aside by hand', async () => {
    const day = clientOf(home.on('2026-11-22'));
    const leaving = (await day.budget.earmarks(of())).leaving;
    // Twelve whole weeks of 104.00: one week's notice with 1.20 of National Insurance. Redundancy needs two years.
    expect(leaving.map((one) => [one.name, one.noticeWeeks, one.notice, one.redundancy])).toEqual([
      ['Ann', 1, 10_520, 0],
    ]);
    const partOf = async () =>
      (await day.budget.view(of())).parts.find((part) => part.code === 'leaving')?.amount ?? 0;
    expect(await partOf()).toBe(0);
    const rule = { ...PLAIN_SURPLUS_RULE, keepWeeks: 8, redundancy: 'builds-in-fund' as const };
    await day.budget.saveSurplusRule({ ...ofAgreement(), rule });
    expect(await partOf()).toBe(10_520);
    await day.budget.saveEarmark({
      ...of(),
      earmark: {
        id: null,
        agreementId: home.agreementId,
        kind: 'notice',
        name: 'Notice',
        amount: pence(12_000),
        from: isoDay('2026-11-01'),
        until: null,
        agreed: false,
        agreedBy: '',
        agreedOn: null,
        note: '',
      },
      file: null,
    });
    expect(await partOf()).toBe(0);
  });
});
