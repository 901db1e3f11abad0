import type { CheckFinding } from '@shared/api/check';
import { damagedTables } from '../services/check-damage';
import { checkAll } from '../services/check-record';
import { listHouseholds } from '../services/household-record';
import type { Folders } from '../system/folders';
import { inWorkspace, type Say } from './open-workspace';
import { fill, words } from './words';

const own = words.check;

/** One finding as a line: the household, the part of the record with its day and name, what is wrong, and the table. */
function lineOf(found: CheckFinding): string {
  const faults: Readonly<Record<string, string>> = own.faults;
  return fill(found.household === '' ? own.found : own.foundIn, {
    household: found.household,
    place: placeOf(found),
    fault: faults[`${found.step}.${found.fault}`] ?? found.fault,
    table: found.table,
  });
}

/** What it is, its day and its name: `payslip 2026-03-31 Grace Adeyemi`. */
function placeOf({ table, part, day, name }: CheckFinding): string {
  const things: Readonly<Record<string, string>> = own.things;
  return [things[table] ?? own.parts[part], day ?? '', name].filter((text) => text !== '').join(' ');
}

/** Names what can't be read in a file that is too damaged to be opened. */
async function sayDamage(code: string, folders: Folders, passphrase: string, complain: Say): Promise<void> {
  if (code !== 'workspace.damaged') return;
  const damage = await damagedTables(folders, passphrase);
  if (damage.all) {
    complain(own.allDamaged);
    return;
  }
  for (const { table, part, fault } of damage.tables)
    complain(fill(own.found, { place: own.parts[part], fault: own.faults[`pages.${fault}`], table }));
}

/** Opens a workspace and looks over all of it: its pages, ledgers, seals, money, files and kept sums. Answers the exit code. */
export function check(folder: string | undefined, say: Say, complain: Say): Promise<number> {
  return inWorkspace(
    folder,
    complain,
    ({ context }) => {
      const { rows, findings } = checkAll(context);
      for (const found of findings) complain(lineOf(found));
      if (findings.length > 0) {
        complain(fill(own.next, { findings: findings.length }));
        return 3;
      }
      say(fill(own.good, { households: listHouseholds(context).length, entries: rows }));
      return 0;
    },
    (code, folders, passphrase) => sayDamage(code, folders, passphrase, complain),
  );
}
