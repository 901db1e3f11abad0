import { listHouseholds } from '../services/household-record';
import { checkChain, ledgerEntries } from '../services/ledger';
import { checkMoney } from '../services/money-check';
import { changedReceipts } from '../services/receipts-check';
import { inWorkspace, type Say } from './open-workspace';
import { fill, words } from './words';

/** Opens a workspace, reads all of it, follows its ledgers and compares them with the record. Answers the exit code. */
export function check(folder: string | undefined, say: Say, complain: Say): Promise<number> {
  return inWorkspace(folder, complain, ({ context }) => {
    const households = listHouseholds(context);
    let entries = 0;
    let faults = 0;
    for (const household of households) {
      entries += ledgerEntries(context, household.id).length;
      for (const { sequence, fault } of checkChain(context, household.id)) {
        faults += 1;
        complain(fill(words.check.fault, { household: household.name, sequence, fault }));
      }
      for (const { fault, day, name } of checkMoney(context, household.id)) {
        faults += 1;
        const place = [day, name].filter(Boolean).join(' ');
        const what = words.check.moneyFaults[fault];
        complain(fill(words.check.money, { household: household.name, place, fault: what }));
      }
      for (const { name } of changedReceipts(context, household.id)) {
        faults += 1;
        complain(fill(words.check.receipt, { household: household.name, name }));
      }
    }
    if (faults > 0) return 3;
    say(fill(words.check.good, { households: households.length, entries }));
    return 0;
  });
}
