import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileOut, LargeFileOut } from '@shared/api/common';
import type { MainstayClient } from '@shared/api/contract';
import { type IsoDay, isIsoDay, mondayOf } from '@shared/dates';
import { createApp } from '../app';
import { openRecordFile } from '../services/open-record';
import { fixedClock, systemClock } from '../system/clock';
import { foldersIn } from '../system/folders';
import { seededIds } from '../system/ids';
import { silentLog } from '../system/log';
import { fill, words } from './words';

type Say = (line: string) => void;

/** Said aloud on purpose: it opens an invented household. */
const PASSPHRASE = 'try mainstay today';

function emptyOrNew(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/** Makes the example household in a new workspace and writes everything the window can. Answers the exit code. */
export async function demo(out: string, day: string | undefined, say: Say, complain: Say): Promise<number> {
  const started = performance.now();
  if (day !== undefined && !isIsoDay(day)) {
    complain(fill(words.demo.badDay, { day }));
    return 2;
  }
  const folder = resolve(out);
  if (!emptyOrNew(folder)) {
    complain(fill(words.demo.notEmpty, { folder: out }));
    return 3;
  }
  const today: IsoDay = day ?? systemClock().today();
  say(fill(words.demo.started, { day: today }));
  const app = createApp({
    folders: foldersIn(join(folder, words.demo.folders.workspace)),
    clock: fixedClock(today),
    ids: seededIds(`demo ${today}`),
    log: silentLog(),
  });
  try {
    const { client } = app;
    await client.workspace.create({ passphrase: PASSPHRASE, kind: 'example' });
    const written = await writeAll(client, folder, today);
    const household = (await client.household.list())[0];
    if (household !== undefined) {
      const record = openRecordFile(app.context, household.id);
      write(folder, words.demo.folders.record, { name: record.name, bytes: record.bytes });
      written.set(words.demo.kinds.record, 1);
    }
    for (const [what, count] of written) say(`  ${fill(words.demo.wrote, { count, what })}`);
  } finally {
    await app.close();
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(fill(words.demo.done, { seconds, folder: out }));
  say(fill(words.demo.open, { folder: join(out, words.demo.folders.workspace), passphrase: PASSPHRASE }));
  return 0;
}

function write(
  folder: string,
  place: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): void {
  const path = join(folder, place, file.name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.bytes);
}

/** A large file as the others are: its bytes as text. */
async function small({ name, mediaType, blob }: LargeFileOut): Promise<FileOut> {
  return { name, mediaType, base64: Buffer.from(await blob.arrayBuffer()).toString('base64') };
}

async function writeAll(client: MainstayClient, folder: string, today: IsoDay): Promise<Map<string, number>> {
  const written = new Map<string, number>();
  const { folders, kinds } = words.demo;
  const keep = (place: string, kind: string, file: FileOut): void => {
    write(folder, place, { name: file.name, bytes: Buffer.from(file.base64, 'base64') });
    written.set(kind, (written.get(kind) ?? 0) + 1);
  };
  const household = (await client.household.list())[0];
  if (household === undefined) return written;
  const householdId = household.id;
  const runs = await client.pay.runs({ householdId });
  for (const { runId } of runs.finished) {
    if (runId === null) continue;
    const run = await client.pay.finished({ householdId, runId });
    for (const line of run.lines) {
      if (line.payslipId !== null)
        keep(
          folders.payslips,
          kinds.payslips,
          await client.pay.payslipPdf({ householdId, payslipId: line.payslipId }),
        );
    }
  }
  const latest = runs.finished[0]?.runId;
  if (latest != null) {
    keep(folders.payments, kinds.payments, await client.pay.paymentSheetPdf({ householdId, runId: latest }));
    keep(folders.payments, kinds.payments, await client.pay.paymentSheetCsv({ householdId, runId: latest }));
  }
  for (const taxYear of (await client.pay.hmrc({ householdId, taxYear: null })).years) {
    keep(folders.hmrc, kinds.hmrc, await client.pay.hmrcPdf({ householdId, taxYear }));
    keep(folders.hmrc, kinds.hmrc, await client.pay.hmrcCsv({ householdId, taxYear }));
  }
  const due = (await client.returns.list({ householdId })).filter((one) => one.state === 'due').at(0);
  if (due !== undefined) {
    const one = { householdId, agreementId: due.agreementId, from: due.from, to: due.to };
    keep(folders.returns, kinds.returns, await small(await client.returns.packPdf(one)));
    keep(folders.returns, kinds.returns, await client.returns.xlsx(one));
    keep(folders.returns, kinds.returns, await client.returns.csv(one));
    keep(folders.returns, kinds.returns, await small(await client.returns.zip(one)));
  }
  keep(folders.rota, kinds.rota, await client.rota.weekPdf({ householdId, from: mondayOf(today) }));
  for (const person of await client.people.list({ householdId })) {
    const { file } = await client.calendar.make({ householdId, workerId: person.id });
    keep(folders.rota, kinds.calendars, file);
  }
  keep(folders.record, kinds.zip, await client.workspace.openRecord({ householdId }));
  return written;
}
