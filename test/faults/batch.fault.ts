import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BATCH_PAGE, type BatchJobState, type BatchLine, type BatchView } from '@shared/api/batches';
import { isoDay } from '@shared/dates';
import { addPaidHousehold, addTestOrganisation } from '../support/batch-of-households';
import type { Fault, FaultOutcome } from '../support/fault';
import { type HostSession, inFolder, startSession, templateOf, unlockSession } from '../support/host-session';
import { tryMany } from '../support/try-many';

const HOUSEHOLDS = 60;
const PAY_DAY = isoDay('2026-11-20');

const notBuilt = (): string | undefined =>
  existsSync('dist/electron/host.js') ? undefined : 'the program is not built';

async function asked<T>(session: HostSession, path: string, input?: object): Promise<T> {
  const answer = await session.call(path, input);
  if ('value' in answer) return answer.value as T;
  throw new Error(JSON.stringify(answer));
}

async function opened(folder: string): Promise<HostSession> {
  const session = await startSession(folder);
  const problem = await unlockSession(session);
  if (problem !== undefined) throw new Error(`Not opened: ${problem}`);
  return session;
}

/** Begins work and follows it until it is over, or so far that the program is to be killed. Answers how far it was told to be. */
async function follow(
  session: HostSession,
  batchId: string,
  work: 'working-out' | 'finishing',
  until: number = Number.POSITIVE_INFINITY,
): Promise<BatchJobState> {
  let job = await asked<BatchJobState>(session, 'batches/start', { batchId, work });
  while (job.state === 'running' && job.done < until)
    job = await asked<BatchJobState>(session, 'batches/job');
  return job;
}

async function householdsOf(session: HostSession, batchId: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let page = 0; page * BATCH_PAGE < HOUSEHOLDS; page += 1) {
    const { lines } = await asked<{ lines: readonly BatchLine[] }>(session, 'batches/lines', {
      batchId,
      state: null,
      reason: null,
      search: '',
      page,
    });
    found.push(...lines.map((line) => line.householdId));
  }
  return found;
}

/** Kills the program while it pays a batch, starts it again, lets it go on, and counts every household’s pay. */
async function killWhilePaying(tries: number): Promise<FaultOutcome> {
  return inFolder(async (room) => {
    const made = await templateOf(room, (context) => {
      addTestOrganisation(context);
      for (let index = 0; index < HOUSEHOLDS; index += 1)
        addPaidHousehold(context, {
          name: `Household ${index}`,
          days: ['2026-11-09', '2026-11-10'],
          worker: { startedOn: '2026-11-09' },
        });
    });
    let midway = 0;
    const outcome = await tryMany(tries, async (index) => {
      const folder = made.copy(join(room, 'records'));
      const work = index % 3 === 0 ? 'working-out' : 'finishing';
      const killAt = 1 + ((index * 23) % (HOUSEHOLDS - 4));
      const first = await opened(folder);
      const { batchId } = await asked<{ batchId: string }>(first, 'batches/create', {
        payFrom: PAY_DAY,
        payTo: PAY_DAY,
      });
      if (work === 'finishing') await follow(first, batchId, 'working-out');
      const told = await follow(first, batchId, work, killAt);
      await first.kill();
      const second = await opened(folder);
      try {
        const found = await asked<BatchView>(second, 'batches/get', { batchId });
        const kept = found.counts.finished.lines;
        if (!found.gathered || (kept > 0 && kept < HOUSEHOLDS)) midway += 1;
        if (kept < told.finished) return `kill ${index}: ${told.finished} told to be finished, ${kept} are`;
        await follow(second, batchId, 'working-out');
        const rest = await follow(second, batchId, 'finishing');
        if (kept + rest.finished !== HOUSEHOLDS)
          return `kill ${index}: ${kept} finished before, ${rest.finished} after`;
        for (const householdId of await householdsOf(second, batchId)) {
          const runs = await asked<{ finished: readonly unknown[] }>(second, 'pay/runs', { householdId });
          if (runs.finished.length !== 1)
            return `kill ${index}: a household has ${runs.finished.length} runs`;
        }
        await asked(second, 'check/start');
        let check = await asked<{ state: string; findings: readonly object[] }>(second, 'check/state');
        while (check.state === 'running') check = await asked(second, 'check/state');
        return check.state === 'done' && check.findings.length === 0
          ? undefined
          : `kill ${index}: ${check.state}, ${JSON.stringify(check.findings[0])}`;
      } finally {
        await second.kill();
      }
    });
    return midway * 2 >= tries
      ? outcome
      : { ...outcome, failures: [...outcome.failures, `only ${midway} of ${tries} kills came midway`] };
  });
}

export const faults: readonly Fault[] = [
  {
    row: 35,
    promise: 'Paying many households can break off at any moment: nothing is lost, and nobody is paid twice',
    how: `the program killed while it worked out or finished ${HOUSEHOLDS} households, started again and let go on`,
    tries: 50,
    quick: 0,
    cannot: notBuilt,
    attempt: killWhilePaying,
  },
];
