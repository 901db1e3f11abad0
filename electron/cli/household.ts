import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import words from '@resources/terminal/household.json';
import takeOnWords from '@resources/terminal/take-on.json';
import type { Command } from 'commander';
import { createApp } from '../app';
import type { ServiceContext } from '../services/context';
import { householdsNamed, makeHouseholdFile } from '../services/hand-over-export';
import { bringHouseholdIn, lookAtHouseholdFile } from '../services/hand-over-import';
import { systemClock } from '../system/clock';
import { folderPlatform, foldersIn, systemFolders } from '../system/folders';
import { randomIds } from '../system/ids';
import { silentLog } from '../system/log';
import { type TakeOnAsked, takeOnFromFile } from './household-take-on';
import { givenPassphrase, inWorkspace, type Say } from './open-workspace';
import { fill, words as shared } from './words';

const WRONG_USAGE = 2;
const REFUSED = 3;
const SHORTEST = 12;

export type ExportAsked = { readonly folder?: string; readonly to?: string };
export type ImportAsked = TakeOnAsked & { readonly folder?: string; readonly new?: boolean };

/** The passphrase of the household file from the environment; `undefined` when none is set. */
function filePassphrase(): string | undefined {
  const passphrase = process.env['MAINSTAY_FILE_PASSPHRASE'];
  return passphrase === '' ? undefined : passphrase;
}

/** Makes one household’s whole record into a locked file. Answers the exit code. */
export async function householdExport(
  which: string,
  asked: ExportAsked,
  say: Say,
  complain: Say,
): Promise<number> {
  const passphrase = filePassphrase();
  if (passphrase === undefined || passphrase.length < SHORTEST) {
    complain(passphrase === undefined ? words.noPassphrase : words.tooShort);
    return WRONG_USAGE;
  }
  return inWorkspace(asked.folder, complain, async ({ context }) => {
    const meant = householdsNamed(context, which);
    const [household] = meant;
    if (household === undefined || meant.length > 1) {
      complain(fill(household === undefined ? words.notKnown : words.several, { said: which }));
      for (const one of meant)
        complain(fill(words.one, { id: one.id, name: one.name, reference: one.payeReference }));
      return REFUSED;
    }
    const made = await makeHouseholdFile(context, household.id, passphrase);
    const file = join(resolve(asked.to ?? '.'), made.name);
    if (existsSync(file)) {
      complain(fill(words.exists, { file }));
      return REFUSED;
    }
    writeFileSync(file, made.bytes, { flag: 'wx', mode: 0o600 });
    say(fill(words.made, { file }));
    return 0;
  });
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whether a file is a whole record handed over; anything else is read as a spreadsheet of households. */
function isHouseholdFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 19)).toString('latin1').startsWith('MAINSTAY-HOUSEHOLD');
}

/** Tells what is in a household file and, unless only asked to look, brings it in. Answers the exit code. */
export async function householdImport(
  file: string,
  asked: ImportAsked,
  say: Say,
  complain: Say,
): Promise<number> {
  const bytes = bytesOf(file);
  if (bytes !== undefined && !isHouseholdFile(bytes))
    return inWorkspace(asked.folder, complain, ({ context }) =>
      takeOnFromFile(context, { name: basename(file), bytes }, asked, say),
    );
  const passphrase = filePassphrase();
  if (bytes === undefined || passphrase === undefined) {
    complain(bytes === undefined ? fill(words.noFile, { file }) : words.noPassphrase);
    return WRONG_USAGE;
  }
  const asHouseholdFile = { bytes, passphrase, looksOnly: asked.look === true };
  return asked.new === true
    ? inNewWorkspace(asked.folder, asHouseholdFile, say, complain)
    : inWorkspace(asked.folder, complain, async ({ context }) => {
        const name = await look(context, asHouseholdFile, say);
        if (name !== undefined) await bringIn(context, asHouseholdFile, name, say);
        return 0;
      });
}

type HouseholdFile = {
  readonly bytes: Uint8Array;
  readonly passphrase: string;
  /** Nothing is stored. */
  readonly looksOnly: boolean;
};

/** Tells what is in a household file. Answers its name when it is to be brought in. */
async function look(context: ServiceContext, file: HouseholdFile, say: Say): Promise<string | undefined> {
  const { name, madeAt, counts } = await lookAtHouseholdFile(context, file.bytes, file.passphrase);
  say(
    fill(words.look, {
      name,
      made: madeAt,
      workers: counts.workers,
      payslips: counts.payslips,
      lines: counts.bankLines,
      receipts: counts.receipts,
      returns: counts.returns,
    }),
  );
  return file.looksOnly ? undefined : name;
}

async function bringIn(context: ServiceContext, file: HouseholdFile, name: string, say: Say): Promise<void> {
  await bringHouseholdIn(context, file.bytes, file.passphrase);
  say(fill(words.broughtIn, { name }));
}

/** A new workspace for what is brought in: made only when the file can be read. */
async function inNewWorkspace(
  folder: string | undefined,
  file: HouseholdFile,
  say: Say,
  complain: Say,
): Promise<number> {
  const passphrase = givenPassphrase();
  if (passphrase === undefined || passphrase.length < SHORTEST) {
    complain(shared.check.noPassphrase);
    return WRONG_USAGE;
  }
  const folders = folder === undefined ? systemFolders(process.env, folderPlatform()) : foldersIn(folder);
  const app = createApp({ folders, clock: systemClock(), ids: randomIds(), log: silentLog() });
  try {
    const name = await look(app.context, file, say);
    if (name === undefined) return 0;
    const { recoveryCode } = await app.context.workspace.create(passphrase, 'own');
    say(fill(words.code, { code: recoveryCode }));
    await bringIn(app.context, file, name, say);
    return 0;
  } finally {
    await app.close();
  }
}

/** The commands about one household. `ended` is told each one’s exit code. */
export function addHouseholdCommands(
  program: Command,
  say: Say,
  complain: Say,
  ended: (code: number) => void,
): void {
  const household = program.command('household').summary(words.summary).description(words.summary);
  household
    .command('export')
    .summary(words.export)
    .description(words.exportMore)
    .argument('<household>', words.exportWhich)
    .option('--to <dir>', words.to)
    .option('--folder <dir>', words.folder)
    .action(async (which: string, asked: ExportAsked) => {
      ended(await householdExport(which, asked, say, complain));
    });
  household
    .command('import')
    .summary(words.import)
    .description(words.importMore)
    .argument('<file>', words.importFile)
    .option('--folder <dir>', words.folder)
    .option('--look', words.lookOption)
    .option('--new', words.newOption)
    .option('--sure', takeOnWords.sure)
    .action(async (file: string, asked: ImportAsked) => {
      ended(await householdImport(file, asked, say, complain));
    });
}
