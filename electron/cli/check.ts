import { listHouseholds } from '../services/household-record';
import { checkChain, ledgerEntries } from '../services/ledger';
import { inWorkspace, type Say } from './open-workspace';
import { fill, words } from './words';

/** Opens a workspace, reads all of it and follows its ledgers. Answers the exit code. */
export function check(folder: string | undefined, say: Say, complain: Say): Promise<number> {
  return inWorkspace(folder, complain, ({ context }) => {
    const households = listHouseholds(context);
    let entries = 0;
    let faults = 0;
    for (const household of households) {
      entries += ledgerEntries(context, household.id).length;
      for (const fault of checkChain(context, household.id)) {
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
  });
}
