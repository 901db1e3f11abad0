import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import rateFigures from '@resources/documents/rate-figures.json';
import { bundledRates } from '@shared/rates/bundled-rates';
import type { RatesComparison } from '@shared/rates/compare-rates';
import { figureText, figureWords } from '@shared/rates/figure-words';
import { Refusal } from '../refusal';
import { databaseOf } from '../services/context';
import { addRates, checkRates, type RatesFile, rateFacts, ratesBookOf, removeRates } from '../services/rates';
import { givenPassphrase, inWorkspace, type Say } from './open-workspace';
import { detailsText, fill, words } from './words';

const own = words.rates;
const REFUSED = 3;
const WRONG_USAGE = 2;

function fileAt(path: string): RatesFile | undefined {
  try {
    return { name: basename(path), bytes: readFileSync(path) };
  } catch {
    return undefined;
  }
}

function tell(found: RatesComparison, say: Say): void {
  const { taxYear, against, changes } = found;
  if (against === null) say(fill(own.first, { taxYear }));
  else say(fill(found.replaces ? own.replaces : own.compared, { taxYear, against, count: changes.length }));
  for (const { path, kind, before, after } of changes)
    say(
      fill(own.change, {
        figure: figureWords(path, rateFigures.names),
        before: before === null ? rateFigures.missing : figureText(kind, before),
        after: after === null ? rateFigures.missing : figureText(kind, after),
      }),
    );
  say(own.notHeld);
}

/** A refusal in words, with where in the file it is. */
function refusalText({ code, details }: Refusal): string {
  const sentences: Readonly<Record<string, string>> = own.refusals;
  const sentence = sentences[code];
  return sentence === undefined
    ? fill(words.refused, { code, details: detailsText(details) })
    : fill(sentence, details);
}

function orRefused(work: () => number, complain: Say): number {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    complain(refusalText(error));
    return REFUSED;
  }
}

/** Says what a rates file would change. Against the workspace's rates where a passphrase is set, else the program's own. */
export async function ratesCheck(
  path: string,
  folder: string | undefined,
  say: Say,
  complain: Say,
): Promise<number> {
  const file = fileAt(path);
  if (file === undefined) {
    complain(fill(own.noFile, { file: path }));
    return WRONG_USAGE;
  }
  if (folder === undefined && givenPassphrase() === undefined)
    return orRefused(() => {
      tell(checkRates(file, bundledRates), say);
      return 0;
    }, complain);
  return inWorkspace(folder, complain, ({ context }) =>
    orRefused(() => {
      tell(checkRates(file, ratesBookOf(databaseOf(context))), say);
      return 0;
    }, complain),
  );
}

/** Adds a rates file to the workspace and says what changed. */
export async function ratesAdd(
  path: string,
  folder: string | undefined,
  say: Say,
  complain: Say,
): Promise<number> {
  const file = fileAt(path);
  if (file === undefined) {
    complain(fill(own.noFile, { file: path }));
    return WRONG_USAGE;
  }
  return inWorkspace(folder, complain, ({ context }) =>
    orRefused(() => {
      const found = addRates(context, file);
      tell(found, say);
      say(fill(own.added, { taxYear: found.taxYear }));
      return 0;
    }, complain),
  );
}

/** Lists the tax years that a workspace has rates for. */
export function ratesList(folder: string | undefined, say: Say, complain: Say): Promise<number> {
  return inWorkspace(folder, complain, ({ context }) => {
    for (const { taxYear, from, to, checkedOn, addedFile } of rateFacts(context))
      say(
        addedFile === null
          ? fill(own.listOwn, { taxYear, from, to, checkedOn })
          : fill(own.listAdded, { taxYear, from, to, checkedOn, file: addedFile.name }),
      );
    return 0;
  });
}

/** Takes the last rates file added for a tax year back. */
export function ratesRemove(
  taxYear: string,
  folder: string | undefined,
  say: Say,
  complain: Say,
): Promise<number> {
  return inWorkspace(folder, complain, ({ context }) =>
    orRefused(() => {
      removeRates(context, taxYear);
      say(fill(own.removed, { taxYear }));
      return 0;
    }, complain),
  );
}
