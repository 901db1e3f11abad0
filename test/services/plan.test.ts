import type { MainstayClient } from '@shared/api/contract';
import type { PlanRuleInput, SpendingAgreedInput } from '@shared/api/plan';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf } from '../../electron/services/context';
import { saveDetails } from '../../electron/services/household-save';
import { importStatement } from '../../electron/services/money-statements';
import { clientOf } from '../support/client-of';
import { addTestWorker } from '../support/workspace';
import { lloydsFile, type MoneyHousehold, openMoneyHousehold } from './money-support';

const LETTER = Buffer.from('%PDF-1.7\n%%EOF\n');

let home: MoneyHousehold;
let client: MainstayClient;
let householdId = '';
beforeAll(async () => {
  home = await openMoneyHousehold('2026-10-05');
  ({ householdId } = home);
  client = clientOf(home.context);
  importStatement(
    home.context,
    householdId,
    home.accountId,
    lloydsFile([['2026-07-20', 'CITY TAXIS', -2_450]], 250_000),
  );
});
afterAll(() => home.close());

const rule = (more: Partial<PlanRuleInput> = {}): PlanRuleInput => ({
  id: null,
  agreementId: home.agreementId,
  kind: 'not-allowed',
  what: 'Transport costs',
  searchWords: '',
  over: null,
  categoryId: null,
  writtenIn: 'Support plan, page 4',
  ...more,
});
const agreed = (more: Partial<SpendingAgreedInput> = {}) => ({
  id: null,
  agreementId: home.agreementId,
  what: 'Taxi to the day centre',
  amount: null,
  askedOn: isoDay('2026-06-01'),
  askedHow: 'email',
  answer: 'yes' as const,
  answeredBy: 'Jo Hart',
  answeredOn: isoDay('2026-06-10'),
  until: isoDay('2026-12-31'),
  note: '',
  file: null,
  removeFile: false,
  ...more,
});
const ask = async (text: string) => (await client.plan.ask({ householdId, text, amount: null })).answers[0];
const theLine = async () =>
  (await client.money.lines({ householdId, from: null, to: null, only: 'all', withProposals: true }))[0]!;

describe('the plan', () => {
  it('answers with its own words, warns of a line against it, and is silent once that was agreed', async () => {
    expect((await ask('taxi'))?.verdict).toBe('not-said');
    const { id } = await client.plan.saveRule({ householdId, rule: rule() });
    expect(await ask('taxi')).toMatchObject({
      verdict: 'no',
      rules: [{ id, what: 'Transport costs', writtenIn: 'Support plan, page 4' }],
    });
    const line = await theLine();
    await client.money.explain({
      householdId,
      lineId: line.id,
      parts: [
        {
          amount: pence(-2_450),
          ledgerAccount: 'equipment',
          categoryId: home.categoryOf('Equipment'),
          agreementId: null,
          workerId: null,
          matchKind: 'by-hand',
          matchKey: null,
          note: '',
        },
      ],
    });
    expect((await theLine()).warnings).toEqual([
      { code: 'off-plan.rule-no', values: { name: 'Transport costs' } },
    ]);
    const yes = await client.plan.saveAgreed({
      householdId,
      agreed: agreed({}),
    });
    await client.plan.linkAgreed({ householdId, lineId: line.id, agreedId: yes.id });
    expect((await theLine()).warnings).toEqual([]);
    expect(await ask('taxi')).toMatchObject({ verdict: 'yes', by: 'agreed' });
    const [kept] = (await client.plan.view({ householdId })).agreed;
    expect(kept).toMatchObject({ holds: true, lines: [{ id: line.id, amount: -2_450 }] });
    await client.plan.removeAgreed({ householdId, id: yes.id });
    expect((await theLine()).warnings).toHaveLength(1);
    await client.plan.removeRule({ householdId, id });
  });

  it('keeps the letter by its hash, gives it back, and lets it be taken off', async () => {
    const { id } = await client.plan.saveAgreed({
      householdId,
      agreed: { ...agreed(), file: { name: 'letter.pdf', base64: LETTER.toString('base64') } },
    });
    const file = await client.plan.agreedFile({ householdId, id });
    expect(Buffer.from(file.base64, 'base64').equals(LETTER)).toBe(true);
    await client.plan.saveAgreed({ householdId, agreed: agreed({ id, note: 'By phone too' }) });
    expect((await client.plan.view({ householdId })).agreed[0]?.fileName).toBe('letter.pdf');
    await client.plan.saveAgreed({ householdId, agreed: { ...agreed({ id }), removeFile: true } });
    expect((await client.plan.view({ householdId })).agreed[0]?.fileName).toBe('');
    await expect(client.plan.agreedFile({ householdId, id })).rejects.toMatchObject({
      data: { code: 'not-found' },
    });
  });

  it('refuses dates that can’t be, and a file that is no letter', async () => {
    const save = (more: Partial<SpendingAgreedInput>, file: { name: string; base64: string } | null = null) =>
      client.plan.saveAgreed({ householdId, agreed: { ...agreed(more), file } });
    const told = (code: string, field: string) => ({ data: { code, field } });
    await expect(save({ askedOn: isoDay('2026-10-06') })).rejects.toMatchObject(
      told('day.in-the-future', 'askedOn'),
    );
    await expect(save({ answeredOn: null })).rejects.toMatchObject(
      told('plan.answer-day-missing', 'answeredOn'),
    );
    await expect(save({ answeredOn: isoDay('2026-05-31') })).rejects.toMatchObject(
      told('plan.answered-before-asked', 'answeredOn'),
    );
    await expect(save({ until: isoDay('2026-06-09') })).rejects.toMatchObject(
      told('plan.until-before-answer', 'until'),
    );
    await expect(save({}, { name: 'a.exe', base64: 'TVqQ' })).rejects.toMatchObject(
      told('file.kind-not-taken', 'file'),
    );
  });

  it('offers rules of authorities, each with where it was seen, and takes those ticked, once', async () => {
    const starts = await client.plan.starts({ householdId });
    expect(starts.every((one) => one.source !== '' && one.rules.length > 0)).toBe(true);
    const oldham = starts.find((one) => one.key === 'oldham')!;
    const place = oldham.rules.findIndex((one) => one.what === 'Transport costs');
    const take = () =>
      client.plan.takeStarts({ householdId, agreementId: home.agreementId, key: 'oldham', places: [place] });
    expect(await take()).toEqual({ added: 1 });
    expect(await take()).toEqual({ added: 0 });
    expect((await ask('bus fare'))?.verdict).toBe('no');
  });

  it('names a PA who seems to live in the same household, until a yes is noted', async () => {
    const details = (await client.household.get({ householdId })).details;
    saveDetails(home.context, householdId, {
      ...details,
      addressLine1: '4 Mill Lane',
      postcode: 'AN1 2BC',
    });
    const workerId = addTestWorker(home.context, householdId, {
      firstNames: 'Tom',
      lastName: 'Bell',
      startedOn: '2026-07-06',
    });
    const people = async () => (await client.plan.view({ householdId })).people;
    const live = (addressLine1: string) =>
      databaseOf(home.context).act({ name: 'people.saved', householdId }, (write) =>
        write.update('worker', workerId, { address_line_1: addressLine1, postcode: 'an1 2bc' }),
      );
    expect(await people()).toEqual([]);
    live('6 Mill Lane');
    expect(await people()).toEqual([{ workerId, name: 'Tom Bell', code: 'same-postcode', agreed: false }]);
    live('4 Mill Lane');
    expect(await people()).toMatchObject([{ code: 'same-address', agreed: false }]);
    await client.plan.saveAgreed({ householdId, agreed: agreed({ what: 'Paying Tom Bell as a PA' }) });
    expect(await people()).toMatchObject([{ agreed: true }]);
  });
});
