import type { MainstayClient } from '@shared/api/contract';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { createApp } from '../../../electron/app';
import { fixedClock } from '../../../electron/system/clock';
import { foldersIn } from '../../../electron/system/folders';
import { seededIds } from '../../../electron/system/ids';
import { silentLog } from '../../../electron/system/log';
import { councilForm } from '../pdf-pages';

const DAY = '2026-11-24';

/** What the example household has no reason to have, so that the pages of it can be measured too. */
async function addAll(client: MainstayClient): Promise<void> {
  const householdId = (await client.household.list())[0]?.id ?? '';
  const home = { householdId };
  const worker = (await client.people.list(home)).at(-1);
  const agreementId = (await client.household.get(home)).agreements[0]?.id ?? '';
  const account = (await client.ledger.accounts(home)).find((one) => one.kind === 'cash');
  if (worker === undefined || account === undefined) throw new Error('The example is another one');
  const workerId = worker.id;

  await client.ledger.saveByHand({
    ...home,
    line: {
      id: null,
      accountId: account.id,
      day: isoDay(DAY),
      amount: pence(-450),
      description: 'Gloves',
      cheque: '',
      note: '',
      parts: [],
    },
  });
  await client.family.save({
    ...home,
    workerId,
    id: null,
    leave: {
      kind: 'SMP',
      adoption: false,
      dueOn: isoDay('2027-03-01'),
      happenedOn: null,
      matchedOn: null,
      careStartedOn: null,
      fullDaysOfCare: 0,
      weeksUsedElsewhere: 0,
      leaveStartsOn: isoDay('2027-02-15'),
      weeks: 39,
      toldOn: isoDay(DAY),
      evidenceOn: null,
      averagePounds: '',
      note: '',
    },
  });
  await client.orders.save({
    ...home,
    workerId,
    id: null,
    order: {
      kind: 'direct-earnings',
      higherRate: false,
      payee: 'DWP Debt Management',
      reference: 'QQ123456C',
      issuedOn: isoDay('2026-11-20'),
      fromDay: isoDay('2026-12-04'),
      total: pence(50_000),
      amount: null,
      protectedAmount: null,
      per: 'month',
      administration: pence(0),
    },
  });
  await client.profiles.copy({ ...home, key: 'wigan', name: 'Our own form' });
  await client.packs.addForm({
    ...home,
    agreementId,
    name: 'Monitoring form',
    file: { name: 'form.pdf', base64: (await councilForm()).toString('base64') },
  });
  await bookOutside(client, householdId);
}

/** Books cover from outside for a shift that needs someone. */
async function bookOutside(client: MainstayClient, householdId: string): Promise<void> {
  const contact = (await client.cover.contacts({ householdId }))[0];
  const gap = (await client.cover.list({ householdId, absenceId: null })).needs[0];
  if (contact === undefined || gap === undefined) throw new Error('Nothing needs cover in the example');
  const { need } = await client.cover.view({ householdId, key: gap.key });
  if (need === null) throw new Error('The shift is covered');
  await client.cover.fill({
    householdId,
    key: gap.key,
    takers: [
      { who: { kind: contact.kind === 'agency' ? 'agency' : 'last-resort', id: contact.id }, span: need },
    ],
    how: null,
  });
}

/** Opens the example in the folder and adds to it. */
export async function addToExample(folder: string, passphrase: string): Promise<void> {
  const app = createApp({
    folders: foldersIn(folder),
    clock: fixedClock(isoDay(DAY)),
    ids: seededIds('more of the example'),
    log: silentLog(),
  });
  try {
    await app.client.workspace.unlock({ secret: passphrase, kind: 'passphrase' });
    await addAll(app.client);
  } finally {
    await app.close();
  }
}
