import { resolve } from 'node:path';
import { makeAndCopy, makeInto } from '../services/backups-view';
import { inWorkspace, type Say } from './open-workspace';
import { fill, words } from './words';

export type BackupAsked = { readonly folder?: string; readonly to?: string };

/** Makes a backup, opens and checks it, and copies it to the chosen places or, with `to`, into a folder. Answers the exit code. */
export function backup(asked: BackupAsked, say: Say, complain: Say): Promise<number> {
  const own = words.backup;
  return inWorkspace(asked.folder, complain, async ({ context }) => {
    const { backupsFolder } = context.folders;
    const why = (code: string): string => (own.problems as Readonly<Record<string, string>>)[code] ?? code;
    if (asked.to !== undefined) {
      const folder = resolve(asked.to);
      const { name, problem } = await makeInto(context, folder);
      say(fill(own.made, { name, folder: backupsFolder }));
      if (problem !== null) {
        complain(fill(own.notCopied, { folder, why: why(problem) }));
        return 3;
      }
      say(fill(own.copied, { folder }));
      return 0;
    }
    const view = await makeAndCopy(context);
    say(fill(own.made, { name: view.last?.name ?? '', folder: backupsFolder }));
    for (const place of view.places) {
      if (place.state === 'good') say(fill(own.copied, { folder: place.folder }));
      else complain(fill(own.notCopied, { folder: place.folder, why: why(place.problem ?? 'place.away') }));
    }
    return view.places.every((place) => place.state === 'good') ? 0 : 3;
  });
}
