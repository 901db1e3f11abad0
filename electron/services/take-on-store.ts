import { Refusal, refuse } from '../refusal';
import { databaseOf, type ServiceContext } from './context';
import { saveAccount } from './household-accounts';
import { saveAgreement } from './household-agreements';
import { addHousehold, saveDetails, saveEmployer, saveRepresentative } from './household-save';
import { savePensionDays } from './pensions-change';
import { addWorker } from './people-save-details';
import { saveEarlierPay } from './people-save-earlier';
import { savePension } from './people-save-pension';
import { saveStarter, saveTax } from './people-save-tax';
import { saveContract, saveRates } from './people-save-terms';
import { TakeOnCells } from './take-on-cells';
import { HOUSEHOLD_COLUMNS } from './take-on-household-row';
import type { PlannedHousehold } from './take-on-plan';
import { WORKER_COLUMNS, type WorkerOfFile } from './take-on-worker-row';

type Columns = Readonly<Record<string, string>>;

/** Does one part, and is told where it was refused: which row, which columns its fields come from. */
type Step = (row: number, columns: Columns, work: () => void) => void;

/** What `saveEarlierPay` only asks about: figures that are far from what the code or the letter gives. */
const ASKED = 'sure';

function storeHousehold(context: ServiceContext, planned: PlannedHousehold, step: Step): string {
  const { household } = planned;
  if (household === null) refuse('take-on.changed-since');
  const { details, employer, pensionDays, representative, agreement, account } = household;
  const id = addHousehold(context, details.knownAs || details.supportedName);
  const { row } = planned;
  step(row, HOUSEHOLD_COLUMNS.details, () => saveDetails(context, id, details));
  step(row, HOUSEHOLD_COLUMNS.employer, () => saveEmployer(context, id, employer));
  if (pensionDays !== null)
    step(row, HOUSEHOLD_COLUMNS.pensionDays, () => savePensionDays(context, id, pensionDays));
  if (representative !== null)
    step(row, HOUSEHOLD_COLUMNS.representative, () => void saveRepresentative(context, id, representative));
  if (agreement !== null)
    step(row, HOUSEHOLD_COLUMNS.agreement, () => void saveAgreement(context, id, agreement));
  if (account !== null) step(row, HOUSEHOLD_COLUMNS.account, () => void saveAccount(context, id, account));
  return id;
}

function storeWorker(
  context: ServiceContext,
  householdId: string,
  worker: WorkerOfFile,
  sure: boolean,
  step: Step,
): void {
  const { row, details, terms, rates, starter, tax, earlierPay, pension } = worker;
  let workerId = '';
  step(row, WORKER_COLUMNS.details, () => {
    workerId = addWorker(context, householdId, details);
  });
  if (workerId === '') return;
  if (terms !== null)
    step(row, WORKER_COLUMNS.terms, () => saveContract(context, householdId, workerId, terms));
  if (rates.length > 0)
    step(row, WORKER_COLUMNS.rates, () => saveRates(context, householdId, workerId, rates));
  if (starter !== null)
    step(row, WORKER_COLUMNS.starter, () => void saveStarter(context, householdId, workerId, starter));
  if (tax !== null) step(row, WORKER_COLUMNS.tax, () => saveTax(context, householdId, workerId, tax));
  if (earlierPay !== null)
    step(row, WORKER_COLUMNS.earlierPay, () =>
      saveEarlierPay(context, householdId, workerId, earlierPay, sure),
    );
  if (pension !== null)
    step(row, WORKER_COLUMNS.pension, () => savePension(context, householdId, workerId, pension));
}

/** The household's own pages' acts, one after the other. */
function store(context: ServiceContext, planned: PlannedHousehold, sure: boolean, step: Step): string {
  const id = planned.householdId ?? storeHousehold(context, planned, step);
  for (const worker of planned.people) storeWorker(context, id, worker, sure, step);
  return id;
}

/** Tries a household out, notes by row and column what the record refuses, and leaves everything as it was. */
export function rehearseHousehold(context: ServiceContext, planned: PlannedHousehold): void {
  const rows = new Map(
    planned.rows.map((row) => [row.row, new TakeOnCells(planned.header, row, planned.problems)]),
  );
  databaseOf(context).rehearse(() =>
    store(context, planned, false, (row, columns, work) => {
      try {
        work();
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        const { code, details, field = '' } = problem;
        rows.get(row)?.note(field === ASKED ? 'look' : 'problem', columns[field] ?? '', code, details);
      }
    }),
  );
}

/** Takes a household on: whole, or, where anything is refused, not at all. Answers its id. */
export function takeOnHousehold(
  context: ServiceContext,
  planned: PlannedHousehold,
  fileName: string,
): string {
  const db = databaseOf(context);
  return db.together(() => {
    const id = store(context, planned, true, (_row, _columns, work) => work());
    const isNew = planned.householdId === null;
    // What a file brought in is put right by hand, not taken back a piece at a time.
    db.act(
      {
        name: isNew ? 'take-on.household-taken' : 'take-on.people-taken',
        householdId: id,
        values: { file: fileName, count: planned.people.length },
        undoable: false,
      },
      () => undefined,
    );
    return id;
  });
}
