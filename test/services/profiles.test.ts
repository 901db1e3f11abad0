import { readFileSync } from 'node:fs';
import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { profileProblems } from '@shared/returns/profile-check';
import { READY_PROFILES, readyProfile } from '@shared/returns/ready-profiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf } from '../support/client-of';
import { addTestWorker } from '../support/workspace';
import { type MoneyHousehold, openMoneyHousehold } from './money-support';

let home: MoneyHousehold;
let client: MainstayClient;
let householdId: string;
beforeAll(async () => {
  home = await openMoneyHousehold('2026-10-05');
  client = clientOf(home.context);
  householdId = home.householdId;
});
afterAll(() => home.close());

/** The code, and what came with it, of a call that is refused. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const answer = await call.then(
    () => 'not refused',
    (error: { data?: { code: string; details: object } }) => error.data,
  );
  return answer;
}

const fileOf = (content: string | Uint8Array) => ({
  name: 'profile.json',
  base64: Buffer.from(content).toString('base64'),
});
const fileWith = (profile: unknown) =>
  fileOf(JSON.stringify({ format: 'mainstay-return-profile', formatVersion: 1, profile }));

async function ownCopy(name: string, from = 'trafford'): Promise<string> {
  return (await client.profiles.copy({ householdId, key: from, name })).key;
}

describe('the profiles of a household', () => {
  it('are the ready ones at first, each with the day it was seen and whose agreement names it', async () => {
    const list = await client.profiles.list({ householdId });
    expect(list.map((one) => one.key)).toEqual(READY_PROFILES.map((one) => one.id));
    expect(list.find((one) => one.key === 'anyshire-council')).toMatchObject({
      kind: 'ready',
      invented: true,
      seenOn: '2026-11-21',
      usedBy: ['Anyshire Council'],
    });
    const view = await client.profiles.get({ householdId, key: 'wigan' });
    expect(view.profile).toEqual(readyProfile('wigan'));
    expect(view.problems).toEqual([]);
    expect(view.planCategories).toEqual([
      { code: 'equipment', name: 'Equipment' },
      { code: 'training', name: 'Training' },
      { code: 'eating-out', name: 'Eating out' },
    ]);
    expect(await refusalOf(client.profiles.get({ householdId, key: 'nowhere' }))).toMatchObject({
      code: 'not-found',
    });
  });

  it('can be made from a ready one, changed in versions, and each version stays as it was', async () => {
    const key = await ownCopy('My Trafford');
    const first = await client.profiles.get({ householdId, key });
    expect(first).toMatchObject({
      kind: 'own',
      version: 1,
      basedOn: 'Trafford Council',
      madeOn: '2026-10-05',
    });
    expect(first.profile.fields).toEqual(readyProfile('trafford')!.fields);
    const profile = { ...first.profile, title: 'What they call it' };
    expect(await client.profiles.change({ householdId, key, version: 1, profile })).toEqual({ version: 2 });
    const second = await client.profiles.get({ householdId, key });
    expect([second.version, second.profile.version, second.profile.title]).toEqual([
      2,
      2,
      'What they call it',
    ]);
    expect(second.versions.map((one) => one.version)).toEqual([2, 1]);
    expect((await client.profiles.get({ householdId, key, version: 1 })).profile.title).toBe(
      first.profile.title,
    );
    expect(await refusalOf(client.profiles.change({ householdId, key, version: 1, profile }))).toMatchObject({
      code: 'profile.changed-since',
    });
    await client.workspace.undo({ householdId });
    expect((await client.profiles.get({ householdId, key })).version).toBe(1);
    await client.profiles.remove({ householdId, key });
    expect((await client.profiles.list({ householdId })).some((one) => one.key === key)).toBe(false);
    await client.workspace.undo({ householdId });
    expect((await client.profiles.get({ householdId, key })).version).toBe(1);
    await client.profiles.remove({ householdId, key });
  });

  it('keep a name of their own, and ready ones stay as they came', async () => {
    const key = await ownCopy('Our form');
    expect(
      await refusalOf(client.profiles.copy({ householdId, key: 'sefton', name: 'our FORM' })),
    ).toMatchObject({ code: 'profile.name-taken' });
    const profile = readyProfile('sefton')!;
    expect(
      await refusalOf(client.profiles.change({ householdId, key: 'sefton', version: 1, profile })),
    ).toMatchObject({ code: 'profile.ready' });
    expect(await refusalOf(client.profiles.remove({ householdId, key: 'sefton' }))).toMatchObject({
      code: 'profile.ready',
    });
    await client.profiles.remove({ householdId, key });
  });

  it('are checked: an account without a heading, a field without a source, two of a name', async () => {
    const profile = structuredClone(readyProfile('anyshire-council')!);
    profile.fields[0]!.source = '';
    profile.fields[1]!.label = profile.fields[0]!.label;
    const [account] = profile.categories[0]!.accounts.splice(0, 1);
    expect(await client.profiles.check({ profile })).toEqual([
      { code: 'profile.account-without-category', values: { account } },
      { code: 'profile.field-without-source', values: { label: profile.fields[0]!.label } },
      { code: 'profile.two-of-a-name', values: { what: 'field', name: profile.fields[0]!.label } },
    ]);
    expect(profileProblems(readyProfile('anyshire-council')!)).toEqual([]);
  });

  it('are used by the agreement that names them, in their newest version, and can’t be removed then', async () => {
    const key = await ownCopy('Used by Anyshire');
    const [agreement] = (await client.household.get({ householdId })).agreements;
    await client.household.saveAgreement({ householdId, agreement: { ...agreement!, returnProfile: key } });
    const view = await client.profiles.get({ householdId, key });
    const categories = view.profile.categories.map((one) =>
      one.id === 'direct-payment' ? { ...one, label: 'Money from us' } : one,
    );
    await client.profiles.change({ householdId, key, version: 1, profile: { ...view.profile, categories } });
    const made = await client.profiles.preview({
      householdId,
      agreementId: home.agreementId,
      from: isoDay('2026-07-01'),
      to: isoDay('2026-09-30'),
      profile: key,
    });
    expect(made.categories.find((one) => one.id === 'direct-payment')?.label).toBe('Money from us');
    expect(await refusalOf(client.profiles.remove({ householdId, key }))).toMatchObject({
      code: 'profile.used',
      details: { name: 'Anyshire Council' },
    });
    await client.household.saveAgreement({ householdId, agreement: agreement! });
    await client.profiles.remove({ householdId, key });
  });

  it('show what the form would say with the household’s own figures, also while they are written', async () => {
    const profile = { ...readyProfile('trafford')!, title: 'Not kept' };
    const made = await client.profiles.preview({
      householdId,
      agreementId: home.agreementId,
      from: isoDay('2026-07-01'),
      to: isoDay('2026-09-30'),
      profile,
    });
    // 2,500.00 was in the account when the record began, and nothing moved.
    expect([made.opening, made.totalIn, made.totalOut, made.closing]).toEqual([250_000, 0, 0, 250_000]);
    expect(made.fields.find((one) => one.id === 'recipient-name')?.value).toEqual({
      kind: 'text',
      text: 'Ruth Vale',
    });
    expect(made.fields.find((one) => one.id === 'opening')?.value).toEqual({ kind: 'money', pence: 250_000 });
    expect(made.evidence.map((one) => one.id)).toEqual([
      'statements',
      'payslips',
      'timesheets',
      'invoices',
      'receipts',
    ]);
    expect(made.evidence[0]).toMatchObject({ ready: false });
  });
});

describe('what the record tells of a form', () => {
  it('is contracts, DBS checks, insurance and papers kept under the name the authority gives them', async () => {
    const workerId = addTestWorker(home.context, householdId, { startedOn: '2026-07-06' });
    await client.household.saveCertificate({
      householdId,
      certificate: {
        id: null,
        kind: 'employers-liability-insurance',
        name: 'Fairway',
        fileHash: null,
        validFrom: isoDay('2026-02-01'),
        validTo: isoDay('2027-01-31'),
      },
      file: null,
    });
    await client.household.saveCertificate({
      householdId,
      certificate: {
        id: null,
        kind: 'other',
        name: 'Pension records',
        fileHash: null,
        validFrom: null,
        validTo: null,
      },
      file: null,
    });
    const [agreement] = (await client.household.get({ householdId })).agreements;
    await client.household.saveAgreement({
      householdId,
      agreement: { ...agreement!, returnProfile: 'wigan' },
    });
    const made = await client.profiles.preview({
      householdId,
      agreementId: home.agreementId,
      from: isoDay('2026-07-01'),
      to: isoDay('2026-09-30'),
      profile: 'wigan',
    });
    const value = (id: string) => made.fields.find((one) => one.id === id)?.value;
    const isReady = (id: string) => made.evidence.find((one) => one.id === id)?.ready;
    expect(workerId).not.toBe('');
    expect(value('contracts-confirmed')).toEqual({ kind: 'text', text: '0 of 1 signed' });
    expect(value('dbs-in-date')).toEqual({ kind: 'text', text: '0 of 1 PAs' });
    // The cover ends on 31 January: it is renewed the day after.
    expect(value('insurance-renewal')).toEqual({ kind: 'day', day: '2027-02-01' });
    expect(value('insurer')).toBeNull();
    expect([
      isReady('insurance-certificate'),
      isReady('pension'),
      isReady('holiday'),
      isReady('contracts'),
    ]).toEqual([true, true, false, false]);
    await client.household.saveAgreement({ householdId, agreement: agreement! });
  });
});

describe('the file of a profile', () => {
  it('comes back as it went, for another household', async () => {
    const key = await ownCopy('To hand over', 'knowsley');
    const file = await client.profiles.exportFile({ householdId, key });
    expect(file).toMatchObject({ name: 'To hand over.json', mediaType: 'application/json' });
    await client.profiles.remove({ householdId, key });
    const again = await client.profiles.importFile({
      householdId,
      file: { name: file.name, base64: file.base64 },
    });
    const view = await client.profiles.get({ householdId, key: again.key });
    const { id: _id, ...rest } = view.profile;
    expect(rest).toEqual({
      ...Object.fromEntries(Object.entries(readyProfile('knowsley')!).filter(([name]) => name !== 'id')),
      name: 'To hand over',
      version: 1,
    });
    expect(view.basedOn).toBeNull();
    await client.profiles.remove({ householdId, key: again.key });
  });

  const good = readyProfile('camden')!;
  const named = { ...good, name: 'From a file' };
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  it.each([
    ['no JSON', fileOf('{"format":'), 'profile.not-a-file'],
    ['a picture', fileOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), 'profile.not-a-file'],
    ['nothing', fileOf(' '), 'profile.not-a-file'],
    ['another file of JSON', fileOf('{"name":"mainstay"}'), 'profile.not-a-file'],
    ['a list nested without end', fileOf(deep), 'profile.not-a-file'],
    [
      'one of a later Mainstay',
      fileOf(JSON.stringify({ format: 'mainstay-return-profile', formatVersion: 2 })),
      'profile.newer-file',
    ],
    ['far too much', fileOf(' '.repeat(1_000_001)), 'file.too-large'],
    ['a part that is not known', fileWith({ ...named, run: 'calc.exe' }), 'profile.does-not-fit'],
    [
      'a hidden part',
      fileOf(
        JSON.stringify({ format: 'mainstay-return-profile', formatVersion: 1, profile: named }).replace(
          '"id":',
          '"__proto__":{"invented":true},"id":',
        ),
      ),
      'profile.does-not-fit',
    ],
    ['words that turn text round', fileWith({ ...named, title: 'a\u202eb' }), 'profile.does-not-fit'],
    [
      'an account that is none',
      fileWith({ ...named, categories: [{ ...good.categories[0], accounts: ['bank-of-mars'] }] }),
      'profile.does-not-fit',
    ],
    [
      'a source of figures that is none',
      fileWith({ ...named, fields: [{ ...good.fields[0], from: 'constructor' }] }),
      'profile.does-not-fit',
    ],
    [
      'a thousand fields',
      fileWith({
        ...named,
        fields: Array.from({ length: 1000 }, (_one, index) => ({ ...good.fields[0], id: `f-${index}` })),
      }),
      'profile.does-not-fit',
    ],
  ])('is refused in words: %s', async (_what, file, code) => {
    const before = await client.profiles.list({ householdId });
    expect(await refusalOf(client.profiles.importFile({ householdId, file }))).toMatchObject({ code });
    expect(await client.profiles.list({ householdId })).toEqual(before);
  });

  it('says which part does not fit', async () => {
    const fields = [good.fields[0], { ...good.fields[1], label: '' }];
    expect(
      await refusalOf(client.profiles.importFile({ householdId, file: fileWith({ ...named, fields }) })),
    ).toMatchObject({
      code: 'profile.does-not-fit',
      details: { part: 'fields', number: 2, problem: 'empty' },
    });
  });
});

describe('days the authority asked to see', () => {
  it('are among the returns with the day they are due, until they are taken back', async () => {
    const ask = {
      householdId,
      agreementId: home.agreementId,
      from: isoDay('2026-07-15'),
      to: isoDay('2026-08-14'),
      askedOn: isoDay('2026-10-01'),
      dueOn: null,
    };
    await client.profiles.ask(ask);
    // 28 days after 1 October is 29 October.
    expect(await client.profiles.asked({ householdId })).toEqual([
      {
        agreementId: home.agreementId,
        funderName: 'Anyshire Council',
        from: '2026-07-15',
        to: '2026-08-14',
        askedOn: '2026-10-01',
        dueOn: '2026-10-29',
        isSent: false,
      },
    ]);
    expect(await refusalOf(client.profiles.ask(ask))).toMatchObject({ code: 'profile.asked-already' });
    expect(await refusalOf(client.profiles.ask({ ...ask, to: isoDay('2026-07-14') }))).toMatchObject({
      code: 'day.end-before-start',
    });
    const [agreement] = (await client.household.get({ householdId })).agreements;
    // Saving the agreement leaves what was asked for as it is.
    await client.household.saveAgreement({
      householdId,
      agreement: {
        ...agreement!,
        returnRule: { kind: 'from-to' },
        returnTier: { key: 'card', sends: false },
      },
    });
    expect(await client.profiles.asked({ householdId })).toHaveLength(1);
    const [saved] = (await client.household.get({ householdId })).agreements;
    expect([saved!.returnRule, saved!.returnTier]).toEqual([
      { kind: 'from-to' },
      { key: 'card', sends: false },
    ]);
    await client.household.saveAgreement({ householdId, agreement: agreement! });
    const { agreementId, from, to } = ask;
    await client.profiles.dropAsked({ householdId, agreementId, from, to });
    expect(await client.profiles.asked({ householdId })).toEqual([]);
    expect(await refusalOf(client.profiles.dropAsked({ householdId, agreementId, from, to }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('a return that was sent', () => {
  it('keeps the version it was made by, and that profile stays in the record', async () => {
    const key = await ownCopy('Sent by this', 'anyshire-council');
    const [agreement] = (await client.household.get({ householdId })).agreements;
    await client.household.saveAgreement({ householdId, agreement: { ...agreement!, returnProfile: key } });
    const which = {
      householdId,
      agreementId: home.agreementId,
      from: isoDay('2026-07-01'),
      to: isoDay('2026-09-30'),
    };
    await client.returns.markSent({ ...which, sentOn: isoDay('2026-10-02'), sentHow: 'By email' });
    const { profile } = await client.profiles.get({ householdId, key });
    await client.profiles.change({
      householdId,
      key,
      version: 1,
      profile: { ...profile, title: 'Next year' },
    });
    expect((await client.returns.get(which)).profile).toEqual({ key, version: 1, name: 'Sent by this' });
    await client.household.saveAgreement({ householdId, agreement: agreement! });
    expect(await refusalOf(client.profiles.remove({ householdId, key }))).toMatchObject({
      code: 'profile.sent-by',
    });
    expect((await client.profiles.get({ householdId, key, version: 1 })).profile.title).toBe(profile.title);
  });
});

describe('the list of sources', () => {
  it('names no source that no profile uses', () => {
    const sources = JSON.parse(readFileSync('resources/returns/sources.json', 'utf8')) as Record<
      string,
      string
    >;
    const said = JSON.stringify(READY_PROFILES);
    expect(
      Object.entries(sources).filter(([, text]) => !said.includes(JSON.stringify(text).slice(1, -1))),
    ).toEqual([]);
  });
});
