/**
 * Run by `npm run bench`: the desk of an organisation with 100, 500 and 2,000 households, each with two years of records.
 * Those with 2,000 take long to make, and run only when they are asked for: `npm run bench -- 2000`.
 */
import { performance } from 'node:perf_hooks';
import type { DeskFilter } from '@shared/api/desk';
import { addDays, mondayOf } from '@shared/dates';
import type { Bench } from '../support/bench';
import {
  GENERATED_PASSPHRASE,
  GENERATED_PAY_DAY,
  GENERATED_TODAY,
  type Generated,
  generated,
} from '../support/generated';
import { callHost, mostMemoryOf } from '../support/host-calls';
import { startHost } from '../support/start-host';

const COUNTS = [100, 500, 2_000] as const;
/** What a month's batch is measured by: so many PAs in so many milliseconds, and in proportion. */
const BATCH_PEOPLE = 1_500;
const BATCH_MS = 60_000;

const ANY: DeskFilter = { state: null, kind: null, waitsFor: null, level: null, pay: 'any', search: '' };
const FILTERS: readonly (readonly [string, Partial<DeskFilter>])[] = [
  ['all households', {}],
  ['those with something wrong', { state: 'wrong' }],
  ['what is due to HMRC', { kind: 'hmrc' }],
  ['what waits for the household', { waitsFor: 'household' }],
  ['managed accounts', { level: 'managed-account' }],
  ['pay of one day', { pay: GENERATED_PAY_DAY }],
  ['search by part of a name', { search: 'okafor' }],
  ['search by National Insurance number', { search: 'JH 17 00' }],
  ['search by PAYE reference', { search: '120/NA' }],
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Lets the desk look at every household, once. */
async function looked({ app }: Generated): Promise<void> {
  await app.client.desk.look();
  while ((await app.client.desk.state()).state === 'running') await later();
}

/** The screens that a person opens most, one after the other, of one household. */
async function screens({ app: { client } }: Generated, householdId: string): Promise<void> {
  await client.today.view({ householdId });
  await client.people.list({ householdId });
  await client.rota.view({
    householdId,
    from: mondayOf(GENERATED_TODAY),
    to: addDays(mondayOf(GENERATED_TODAY), 6),
  });
  await client.pay.runs({ householdId });
  await client.pay.hmrc({ householdId, taxYear: null });
  await client.money.overview({ householdId });
  await client.money.lines({ householdId, from: null, to: null, only: 'needs-a-look', withProposals: true });
  await client.returns.list({ householdId });
  await client.today.duties({ householdId });
  await client.household.get({ householdId });
}

/** How long the screens of one household take after something was done in it, the middle of some rounds. */
async function screensMs(of: Generated, rounds: number): Promise<number> {
  // The fourth kind: nights, four PAs and a bank account, the fullest there is.
  const householdId = (await of.app.client.household.list())[3]?.id ?? '';
  const figures: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    await of.app.client.today.markDuty({ householdId, key: 'bench', doneOn: GENERATED_TODAY });
    const took = await timed(() => screens(of, householdId));
    if (round > 0) figures.push(took);
  }
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

async function job(of: Generated, batchId: string, work: 'working-out' | 'finishing'): Promise<void> {
  const { client } = of.app;
  await client.batches.start({ batchId, work });
  for (;;) {
    const { state } = await client.batches.job();
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`The batch ended ${state}`);
    await later();
  }
}

const batchOf = new Map<number, string>();

/** Works out and finishes the pay of one pay day. Answers how long it took for every 1,500 PAs who were paid. */
async function payBatch(of: Generated): Promise<number> {
  const { client } = of.app;
  const [who] = (await client.organisation.state()).staff;
  await client.organisation.workNow({ staffId: who?.id ?? null });
  const { batchId } = await client.batches.create({ payFrom: GENERATED_PAY_DAY, payTo: GENERATED_PAY_DAY });
  const workedOut = await timed(() => job(of, batchId, 'working-out'));
  const { reasons } = await client.batches.get({ batchId });
  // Where there is another reason too, somebody would have to look at each; those are left.
  for (const { code, state } of reasons)
    if (state === 'look') await client.batches.acceptReason({ batchId, reason: code }).catch(() => undefined);
  const finished = await timed(() => job(of, batchId, 'finishing'));
  const { counts } = await client.batches.get({ batchId });
  batchOf.set(of.count, batchId);
  if (counts.finished.people === 0) throw new Error('Nobody was paid');
  return ((workedOut + finished) / counts.finished.people) * BATCH_PEOPLE;
}

/** Makes the payslips of that batch, in one ZIP. Answers how long it took for every 1,500 of them. */
async function payslips(of: Generated): Promise<number> {
  const { client } = of.app;
  const batchId = batchOf.get(of.count) ?? '';
  let made = 0;
  const took = await timed(async () => {
    await client.outputs.start({
      of: { kind: 'batch', batchId },
      kinds: ['payslips'],
      sort: 'household',
      doubleSided: false,
      letterId: null,
      pack: 'folders',
    });
    for (;;) {
      const state = await client.outputs.state();
      made = state.payslips;
      if (state.state === 'done') return;
      if (state.state !== 'running') throw new Error(`The payslips ended ${state.state}`);
      await later();
    }
  });
  return (took / made) * BATCH_PEOPLE;
}

/** The most memory the browser door held while it opened so many households, listed them and paid a batch. */
async function memoryMb(of: Generated): Promise<number> {
  await of.close();
  const host = await startHost({ today: GENERATED_TODAY, folder: of.folder });
  try {
    const call = await callHost(host);
    await call('workspace/unlock', { secret: GENERATED_PASSPHRASE, kind: 'passphrase' });
    const { staff } = (await call('organisation/state')) as { staff: { id: string }[] };
    await call('organisation/workNow', { staffId: staff[0]?.id ?? null });
    await call('desk/list', { filter: ANY, order: 'due', offset: 0 });
    const until = async (path: string): Promise<void> => {
      while (((await call(path)) as { state: string }).state === 'running') await later();
    };
    const day = addDays(GENERATED_PAY_DAY, 7);
    const { batchId } = (await call('batches/create', { payFrom: GENERATED_PAY_DAY, payTo: day })) as {
      batchId: string;
    };
    await call('batches/start', { batchId, work: 'working-out' });
    await until('batches/job');
    // As few weeks as have 1,500 payslips; where there are fewer households, four weeks of them.
    const paid = (weeks: number) => ({
      kind: 'days',
      from: addDays(GENERATED_PAY_DAY, -7 * weeks),
      to: GENERATED_PAY_DAY,
    });
    let weeks = 1;
    const made = async (): Promise<number> =>
      ((await call('outputs/outline', { of: paid(weeks) })) as { payslips: number }).payslips;
    while (weeks < 4 && (await made()) < BATCH_PEOPLE) weeks += 1;
    await call('outputs/start', {
      of: paid(weeks),
      kinds: ['payslips'],
      sort: 'household',
      doubleSided: false,
      letterId: null,
      pack: 'folders',
    });
    await until('outputs/state');
    return mostMemoryOf(host);
  } finally {
    await host.stop();
    await of.openAgain();
  }
}

/** Households that are there for every figure about one alone. */
const ALONE = 12;

function benchesOf(count: number): readonly Bench[] {
  const slow = count > 500;
  const made = async (): Promise<Generated> => generated(count);
  const prepare = async (): Promise<void> => {
    await made();
  };
  const name = (what: string): string => `desk of ${count}: ${what}`;
  return [
    {
      name: name('opening the records'),
      goal: 2_000,
      unit: 'ms',
      rounds: 5,
      slow,
      prepare,
      measure: async () => (await made()).openAgain(),
    },
    ...FILTERS.map(
      ([what, filter]): Bench => ({
        name: name(what),
        goal: 150,
        unit: 'ms',
        rounds: 9,
        slow,
        prepare: async () => looked(await made()),
        measure: async () => {
          const { client } = (await made()).app;
          return timed(() => client.desk.list({ filter: { ...ANY, ...filter }, order: 'due', offset: 0 }));
        },
      }),
    ),
    {
      name: name('the last page of the list'),
      goal: 150,
      unit: 'ms',
      rounds: 9,
      slow,
      prepare,
      measure: async () => {
        const { client } = (await made()).app;
        const offset = Math.max(0, count - 50);
        return timed(() => client.desk.list({ filter: ANY, order: 'due', offset }));
      },
    },
    {
      name: name('one household’s screens, of alone'),
      goal: 120,
      unit: '%',
      rounds: 3,
      slow,
      prepare: async () => {
        await generated(ALONE);
        await made();
      },
      measure: async () => {
        const alone = await screensMs(await generated(ALONE), 9);
        return ((await screensMs(await made(), 9)) / alone) * 100;
      },
    },
    {
      name: name('a batch worked out and stored, 1,500 PAs'),
      goal: BATCH_MS,
      unit: 'ms',
      rounds: 1,
      slow,
      prepare,
      measure: async () => payBatch(await made()),
    },
    {
      name: name('its payslips, 1,500 PAs'),
      goal: BATCH_MS,
      unit: 'ms',
      rounds: 1,
      slow,
      prepare,
      measure: async () => payslips(await made()),
    },
    {
      name: name('the most memory, a batch and its payslips'),
      goal: 600,
      unit: 'MB',
      rounds: 1,
      slow,
      prepare,
      measure: async () => memoryMb(await made()),
    },
  ];
}

export const benches: readonly Bench[] = COUNTS.flatMap(benchesOf);
