import words from '@resources/terminal/take-on.json';
import { TAKE_ON_PAGE, type TakeOnHousehold } from '@shared/api/take-on';
import type { ServiceContext } from '../services/context';
import { nameOfFile } from '../services/program-files';
import { TakeOnJob } from '../services/take-on-job';
import type { Say } from './open-workspace';
import { detailsText, fill } from './words';

const REFUSED = 3;

export type TakeOnAsked = { readonly look?: boolean; readonly sure?: boolean };

function tell(one: TakeOnHousehold, say: Say): void {
  say(
    fill(words.household, {
      name: one.name,
      reference: one.payeReference || words.noReference,
      standing: words.standing[one.standing],
    }),
  );
  for (const { row, column, typed, code, values } of one.problems)
    say(
      fill(words.told, {
        row,
        column: column === '' ? '' : fill(words.column, { column }),
        typed: typed === '' ? '' : fill(words.typed, { typed }),
        code,
        details: detailsText(values),
      }),
    );
}

function allOf(job: TakeOnJob): TakeOnHousehold[] {
  const all: TakeOnHousehold[] = [];
  for (;;) {
    const { count, households } = job.found(null, all.length);
    all.push(...households);
    if (all.length >= count || households.length < TAKE_ON_PAGE) return all;
  }
}

/**
 * Tells what a spreadsheet of households says and, unless only asked to look, takes on those that are ready. Answers the exit
 * code: 3 where any household stays out. Refuses what is no such table.
 */
export async function takeOnFromFile(
  context: ServiceContext,
  file: { readonly name: string; readonly bytes: Uint8Array },
  asked: TakeOnAsked,
  say: Say,
): Promise<number> {
  const job = new TakeOnJob(context);
  await job.read({ name: nameOfFile(file.name), bytes: file.bytes });
  const { counts, unknown } = await job.whole();
  if (unknown.length > 0) say(fill(words.unknown, { names: unknown.join(', ') }));
  const going = counts.ready + (asked.sure === true ? counts.look : 0);
  if (asked.look !== true && going > 0) {
    job.start(asked.sure === true);
    await job.whole();
  }
  for (const one of allOf(job)) tell(one, say);
  say(
    fill(words.summary, {
      ready: counts.ready,
      look: counts.look,
      problems: counts.problems,
      here: counts.here,
    }),
  );
  const ended = job.state();
  say(
    ended.counts.taken === 0
      ? words.nothing
      : fill(words.done, { taken: ended.counts.taken, people: ended.people.taken }),
  );
  const out = ended.counts.problems + ended.counts.refused + (asked.sure === true ? 0 : ended.counts.look);
  return ended.state === 'failed' || out > 0 ? REFUSED : 0;
}
