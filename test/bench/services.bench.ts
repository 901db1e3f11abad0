/** Run by `npm run bench`: how quickly the data of every screen is there, and how long the larger pieces of work take. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { addDays, isoDay, mondayOf } from '@shared/dates';
import { pence, poundsString } from '@shared/money';
import { type App, createApp } from '../../electron/app';
import { fixedClock } from '../../electron/system/clock';
import { foldersIn } from '../../electron/system/folders';
import { seededIds } from '../../electron/system/ids';
import { silentLog } from '../../electron/system/log';
import type { Bench } from '../support/bench';
import { callHost, type HostCall, mostMemoryOf } from '../support/host-calls';
import { startHost } from '../support/start-host';

const TODAY = isoDay('2026-11-21');
const PASSPHRASE = 'try mainstay today';

let folder = '';
let app: App | undefined;
let householdId = '';

function opened(): App {
  if (app === undefined) throw new Error('The example is not open');
  return app;
}

async function openExample(): Promise<void> {
  if (app !== undefined) return;
  folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  app = createApp({
    folders: foldersIn(folder),
    clock: fixedClock(TODAY),
    ids: seededIds('bench'),
    log: silentLog(),
  });
  await app.client.workspace.create({ passphrase: PASSPHRASE, kind: 'example' });
  householdId = (await app.client.household.list())[0]?.id ?? '';
  // The folder goes when the process ends: every bench below shares it.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Makes the program forget what it remembered, as after any change the person made. */
async function afterAChange(): Promise<void> {
  await opened().client.today.markDuty({ householdId, key: 'bench', doneOn: TODAY });
}

function screen(name: string, load: (app: App) => Promise<unknown>): Bench {
  return {
    name: `data of ${name}, after a change`,
    goal: 100,
    unit: 'ms',
    rounds: 9,
    prepare: openExample,
    measure: async () => {
      await afterAChange();
      return timed(() => load(opened()));
    },
  };
}

const quarter = { from: isoDay('2026-07-01'), to: isoDay('2026-09-30') };

async function agreementId(): Promise<string> {
  return (await opened().client.household.get({ householdId })).agreements[0]?.id ?? '';
}

/** A Lloyds file of so many lines, none of which is in the example. */
function statementOf(lines: number): string {
  const rows: string[] = [];
  let balance = 500_000;
  for (let index = 0; index < lines; index += 1) {
    const day = addDays(isoDay('2020-01-01'), Math.floor(index / 8));
    const amount = 100 + (index % 977);
    balance -= amount;
    rows.unshift(
      `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)},DEB,'30-94-57,12345678,SHOP ${index % 311},${poundsString(pence(amount))},,${poundsString(pence(balance))}`,
    );
  }
  return [
    'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance',
    ...rows,
  ].join('\r\n');
}

/** The most memory the browser door ever held while it did some work, over HTTP as the window does. */
function memory(name: string, work: (call: HostCall) => Promise<unknown>): Bench {
  return {
    name,
    goal: 250,
    unit: 'MB',
    rounds: 1,
    prepare: openExample,
    measure: async () => {
      const copy = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
      const making = name.includes('making');
      if (!making) {
        // A backup is a whole workspace: the host opens a copy while the example above stays open.
        const backup = await opened().client.workspace.backUpNow();
        const base = `${backup.at.replace(/[:.]/g, '-')} ${backup.reason}`;
        cpSync(join(folder, 'backups', `${base}.workspace`), join(copy, 'mainstay.workspace'));
        cpSync(join(folder, 'backups', `${base}.keys`), join(copy, 'mainstay.keys'));
      }
      const host = await startHost({ today: TODAY, folder: copy });
      try {
        const call = await callHost(host);
        await work(call);
        return mostMemoryOf(host);
      } finally {
        await host.stop();
        rmSync(copy, { recursive: true, force: true });
      }
    },
  };
}

export const benches: readonly Bench[] = [
  screen('Today', ({ client }) => client.today.view({ householdId })),
  screen('Rota, a week', ({ client }) =>
    client.rota.view({ householdId, from: mondayOf(TODAY), to: addDays(mondayOf(TODAY), 6) }),
  ),
  screen('People', ({ client }) => client.people.list({ householdId })),
  screen('Pay', ({ client }) => client.pay.runs({ householdId })),
  screen('Pay, one run', ({ client }) => client.pay.run({ householdId, key: 'weekly:2026-11-16' })),
  screen('Pay, HMRC', ({ client }) => client.pay.hmrc({ householdId, taxYear: null })),
  screen('Money', async ({ client }) => {
    await client.money.overview({ householdId });
    await client.money.lines({
      householdId,
      from: null,
      to: null,
      only: 'needs-a-look',
      withProposals: true,
    });
  }),
  screen('Money, all lines', ({ client }) =>
    client.money.lines({ householdId, from: null, to: null, only: 'all', withProposals: false }),
  ),
  screen('Returns', ({ client }) => client.returns.list({ householdId })),
  screen('Returns, one', async ({ client }) =>
    client.returns.get({ householdId, agreementId: await agreementId(), ...quarter }),
  ),
  screen('Duties', ({ client }) => client.today.duties({ householdId })),
  screen('Settings', ({ client }) => client.household.get({ householdId })),
  {
    name: 'finishing a pay run',
    goal: 150,
    unit: 'ms',
    rounds: 1,
    prepare: async () => {
      await openExample();
      const { client } = opened();
      const monday = isoDay('2026-11-16');
      const { shifts } = await client.rota.view({ householdId, from: monday, to: addDays(monday, 6) });
      const worked = shifts.filter(
        (shift) => shift.state === 'planned' && shift.workerId !== null && shift.day <= TODAY,
      );
      await client.rota.confirm({
        householdId,
        shifts: worked.map((shift) => ({ key: shift.key, actual: null })),
      });
    },
    measure: async () => {
      const { client } = opened();
      const run = await client.pay.run({ householdId, key: 'weekly:2026-11-16' });
      return timed(() => client.pay.finish({ householdId, key: run.key, expectedNet: run.totals.net }));
    },
  },
  {
    name: 'return pack as PDF',
    goal: 5_000,
    unit: 'ms',
    rounds: 3,
    prepare: openExample,
    measure: async () => {
      const one = { householdId, agreementId: await agreementId(), ...quarter };
      return timed(() => opened().client.returns.packPdf(one));
    },
  },
  {
    name: 'statement of 10,000 lines brought in',
    goal: 2_000,
    unit: 'ms',
    rounds: 1,
    prepare: openExample,
    measure: async () => {
      const { client } = opened();
      const account = (await client.household.get({ householdId })).accounts[0];
      const file = { name: 'large.csv', base64: Buffer.from(statementOf(10_000)).toString('base64') };
      return timed(() => client.money.importStatement({ householdId, accountId: account?.id ?? '', file }));
    },
  },
  memory('peak memory of the host, every screen and a return pack', async (call) => {
    await call('workspace/unlock', { secret: PASSPHRASE, kind: 'passphrase' });
    const [household] = (await call('household/list')) as { id: string }[];
    const of = { householdId: household?.id ?? '' };
    await call('today/view', of);
    await call('rota/view', { ...of, from: mondayOf(TODAY), to: addDays(mondayOf(TODAY), 6) });
    await call('people/list', of);
    await call('pay/runs', of);
    await call('pay/hmrc', { ...of, taxYear: null });
    await call('money/overview', of);
    await call('money/lines', { ...of, from: null, to: null, only: 'all', withProposals: true });
    const due = (
      (await call('returns/list', of)) as { state: string; agreementId: string; from: string; to: string }[]
    ).find((one) => one.state === 'due');
    const one = { ...of, agreementId: due?.agreementId, from: due?.from, to: due?.to };
    await call('returns/get', one);
    await call('returns/packPdf', one);
    await call('workspace/lock');
  }),
  memory('peak memory of the host, making the example', async (call) => {
    await call('workspace/create', { passphrase: PASSPHRASE, kind: 'example' });
  }),
];
