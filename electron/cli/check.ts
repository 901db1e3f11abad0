import { createApp } from '../app';
import { listHouseholds } from '../services/household-record';
import { checkChain, ledgerEntries } from '../services/ledger';
import { systemClock } from '../system/clock';
import { folderPlatform, foldersIn, systemFolders } from '../system/folders';
import { randomIds } from '../system/ids';
import { silentLog } from '../system/log';
import { fill, words } from './words';

type Say = (line: string) => void;

/** Opens a workspace, reads all of it and follows its ledgers. Answers the exit code. */
export async function check(folder: string | undefined, say: Say, complain: Say): Promise<number> {
  const passphrase = process.env['MAINSTAY_PASSPHRASE'];
  if (passphrase === undefined || passphrase === '') {
    complain(words.check.noPassphrase);
    return 2;
  }
  const folders = folder === undefined ? systemFolders(process.env, folderPlatform()) : foldersIn(folder);
  const app = createApp({ folders, clock: systemClock(), ids: randomIds(), log: silentLog() });
  try {
    if (app.context.workspace.status().state === 'none') {
      complain(fill(words.check.none, { folder: folders.workspaceFolder }));
      return 3;
    }
    const status = await app.context.workspace.unlock(passphrase, 'passphrase');
    if (status.state !== 'open') {
      complain(fill(words.check.notOpened, { code: status.failure?.code ?? status.state }));
      return 3;
    }
    const households = listHouseholds(app.context);
    let entries = 0;
    let faults = 0;
    for (const household of households) {
      entries += ledgerEntries(app.context, household.id).length;
      for (const fault of checkChain(app.context, household.id)) {
        faults += 1;
        complain(
          fill(words.check.fault, {
            household: household.name,
            sequence: fault.sequence,
            fault: fault.fault,
          }),
        );
      }
    }
    if (faults > 0) return 3;
    say(fill(words.check.good, { households: households.length, entries }));
    return 0;
  } finally {
    await app.close();
  }
}
