import type { Ending, EndingSummary, EndingView } from '@shared/api/endings';
import { addDays, type IsoDay, laterDay } from '@shared/dates';
import { ENDING_STEP_IDS, type EndingNeed, endingSteps } from '@shared/returns/ending-steps';
import { endingOf, endingStepsOf, endingsOf } from '../db/queries/endings';
import { agreementsOf, billsOf, certificatesOf, employerOf } from '../db/queries/household';
import { payeesOf } from '../db/queries/payments';
import type { WorkspaceSchema } from '../db/schema';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { endingAccount, goesOnWithout } from './endings-account';
import { LETTERS_OF } from './endings-letter-kinds';
import { longestKept } from './endings-retention';
import { openPeriods } from './pay-periods';
import { loadPayRecord, type PayRecord } from './pay-record';
import { agreementDueOn } from './returns-profile';
import { workerName } from './worker-name';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type EndingRow = WorkspaceSchema['ending'];

function endingOfRow(row: EndingRow): Ending {
  return {
    agreementId: row.agreement_id,
    kind: row.kind,
    endedOn: row.ended_on,
    toldOn: row.told_on,
    executorName: row.executor_name,
    executorContact: row.executor_contact,
    note: row.note,
  };
}

/** The ending of an agreement with its rows. Refuses with `not-found`. */
export function loadedEnding(context: ServiceContext, householdId: string, agreementId: string) {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', agreementId), householdId);
  const row = endingOf(db, agreementId) ?? refuse('not-found');
  return { agreement, row, ending: endingOfRow(row) };
}

/** PAs who are employed on the last day or after it. */
function staffAt(record: PayRecord, endedOn: IsoDay) {
  return record.workers.filter(
    (worker) => worker.started_on <= endedOn && (worker.left_on === null || worker.left_on >= endedOn),
  );
}

function needsOf(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  ending: Ending,
  record: PayRecord,
  redundancy: boolean,
): ReadonlySet<EndingNeed> {
  const db = databaseOf(context);
  const employer = employerOf(db, householdId);
  const found = new Set<EndingNeed>();
  if (!goesOnWithout(context, householdId, ending)) found.add('no-other');
  if (staffAt(record, ending.endedOn).length > 0) found.add('pas');
  if (employer?.paye_status === 'registered') found.add('registered');
  if (record.pensions.some((one) => one.status === 'member')) found.add('pension');
  if (redundancy) found.add('redundancy');
  if (
    certificatesOf(db, householdId).some((one) => one.kind === 'employers-liability-insurance') ||
    billsOf(db, householdId).some((one) => one.ledger_account === 'insurance')
  )
    found.add('insurance');
  if (
    employer?.filing_route === 'bureau' ||
    billsOf(db, householdId).some((one) => one.ledger_account === 'payroll-service') ||
    payeesOf(db, householdId).some((one) => one.kind === 'payroll-service')
  )
    found.add('payroll-service');
  if (agreement.contribution_pence > 0) found.add('contribution');
  return found;
}

/** The last pay day: of the first pay that is open at the end, else a week after it. */
function finalPayOn(record: PayRecord, endedOn: IsoDay): IsoDay {
  const days = openPeriods(record)
    .filter((period) => period.periodTo >= endedOn || period.payDate >= endedOn)
    .map((period) => period.payDate);
  return days[0] ?? addDays(endedOn, 7);
}

/** Every agreement, with whether it ends and how far its steps are. */
export function listEndings(context: ServiceContext, householdId: string): EndingSummary[] {
  const db = databaseOf(context);
  const rows = new Map(endingsOf(db, householdId).map((row) => [row.agreement_id, row]));
  return agreementsOf(db, householdId).map((agreement): EndingSummary => {
    const row = rows.get(agreement.id);
    const base = {
      agreementId: agreement.id,
      funderName: agreement.funder_name,
      startsOn: agreement.starts_on,
      endsOn: agreement.ends_on,
    };
    if (row === undefined) return { ...base, ending: null, stepsDone: 0, steps: 0 };
    const steps = stepsOf(context, householdId, agreement, row, false, null);
    return {
      ...base,
      ending: endingOfRow(row),
      stepsDone: steps.filter((step) => step.doneOn !== null).length,
      steps: steps.length,
    };
  });
}

function stepsOf(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  row: EndingRow,
  redundancy: boolean,
  returnTo: IsoDay | null,
): EndingView['steps'] {
  const db = databaseOf(context);
  const ending = endingOfRow(row);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const needs = needsOf(context, householdId, agreement, ending, record, redundancy);
  const longestNotice = Math.max(
    1,
    ...staffAt(record, ending.endedOn).map(
      (worker) => record.contracts.filter((one) => one.worker_id === worker.id).at(-1)?.notice_weeks ?? 1,
    ),
  );
  const payOn = finalPayOn(record, ending.endedOn);
  const done = new Map(endingStepsOf(db, row.id).map((one) => [one.step, one]));
  const names = {
    funder: agreement.funder_name,
    name: household.known_as || household.supported_name || household.name,
  };
  return endingSteps(ending.kind, needs, {
    endedOn: ending.endedOn,
    noticeBy: addDays(ending.endedOn, -7 * longestNotice),
    finalPayOn: payOn,
    returnDueOn: agreementDueOn(
      agreement,
      agreement.return_starts_on,
      laterDay(returnTo ?? ending.endedOn, ending.endedOn),
    ),
    recordsUntil: longestKept(context, householdId),
  }).map(({ step, by }) => ({
    step: step.id,
    title: fill(step.title, names),
    why: fill(step.why, names),
    source: step.source,
    mark: step.mark,
    by,
    doneOn: done.get(step.id)?.done_on ?? null,
    note: done.get(step.id)?.note ?? '',
  }));
}

/** Notes an ending, or changes it. The end of an agreement itself is changed in its own place. */
export function saveEnding(context: ServiceContext, householdId: string, ending: Ending): void {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', ending.agreementId), householdId);
  if (ending.endedOn < agreement.starts_on)
    refuse('ending.before-start', { startsOn: agreement.starts_on }, 'endedOn');
  if (ending.kind === 'death' && ending.endedOn > todayOf(context))
    refuse('day.in-the-future', {}, 'endedOn');
  const existing = endingOf(db, ending.agreementId);
  const row = {
    kind: ending.kind,
    ended_on: ending.endedOn,
    told_on: ending.toldOn,
    executor_name: ending.executorName,
    executor_contact: ending.executorContact,
    note: ending.note,
  };
  const values = { name: agreement.funder_name };
  db.act({ name: 'endings.saved', householdId, values }, (write) => {
    if (existing === undefined)
      write.insert('ending', {
        id: context.ids.next(),
        household_id: householdId,
        agreement_id: ending.agreementId,
        ...row,
      });
    else write.update('ending', existing.id, row);
    // Money is forecast to the end of the agreement: both places say the same day.
    if (agreement.ends_on !== ending.endedOn)
      write.update('funding_agreement', agreement.id, { ends_on: ending.endedOn });
  });
}

/** Takes an ending back, with what was ticked. The agreement keeps its last day: that is changed in its own place. */
export function removeEnding(context: ServiceContext, householdId: string, agreementId: string): void {
  const db = databaseOf(context);
  const { agreement, row } = loadedEnding(context, householdId, agreementId);
  db.act({ name: 'endings.removed', householdId, values: { name: agreement.funder_name } }, (write) => {
    for (const step of endingStepsOf(db, row.id)) write.remove('ending_step', step.id);
    write.remove('ending', row.id);
  });
}

/** The final account, both ways, and the steps that close an agreement. Refuses with `not-found`. */
export function endingView(context: ServiceContext, householdId: string, agreementId: string): EndingView {
  const db = databaseOf(context);
  const { agreement, row, ending } = loadedEnding(context, householdId, agreementId);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const account = endingAccount(context, householdId, agreement, ending);
  const record = loadPayRecord(db, householdId, todayOf(context));
  const redundancy = account.owes.some((line) => line.code === 'redundancy');
  const staff = goesOnWithout(context, householdId, ending) ? [] : staffAt(record, ending.endedOn);
  return {
    today: todayOf(context),
    ending,
    funderName: agreement.funder_name,
    supportedName: household.supported_name || household.name,
    ...account,
    steps: stepsOf(context, householdId, agreement, row, redundancy, account.finalReturn.to),
    letters: LETTERS_OF[ending.kind].flatMap((kind): EndingView['letters'] =>
      kind === 'notice' || kind === 'job-ends'
        ? staff.map((worker) => ({ kind, workerId: worker.id, name: workerName(worker) }))
        : [{ kind, workerId: null, name: kind === 'funder' ? agreement.funder_name : ending.executorName }],
    ),
  };
}

/** Ticks a step as done on a day, or takes the tick back. Refuses `not-found` and `day.in-the-future`. */
export function tickStep(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  input: { readonly step: string; readonly doneOn: IsoDay | null; readonly note: string },
): void {
  const db = databaseOf(context);
  const { row } = loadedEnding(context, householdId, agreementId);
  if (!ENDING_STEP_IDS.has(input.step)) refuse('not-found');
  if (input.doneOn !== null && input.doneOn > todayOf(context)) refuse('day.in-the-future', {}, 'doneOn');
  const known = endingStepsOf(db, row.id).find((one) => one.step === input.step);
  if (known === undefined && input.doneOn === null) return;
  const name = input.doneOn === null ? 'endings.step-taken-back' : 'endings.step-done';
  db.act({ name, householdId }, (write) => {
    if (input.doneOn === null) {
      if (known !== undefined) write.remove('ending_step', known.id);
    } else if (known === undefined)
      write.insert('ending_step', {
        id: context.ids.next(),
        household_id: householdId,
        ending_id: row.id,
        step: input.step,
        done_on: input.doneOn,
        note: input.note,
      });
    else write.update('ending_step', known.id, { done_on: input.doneOn, note: input.note });
  });
}

/** Whether a return is the last of an agreement: it ends on the agreement's last day or after it. */
export function kindOfReturn(
  context: ServiceContext,
  which: { readonly agreementId: string; readonly to: IsoDay },
): 'period' | 'final' {
  const row = endingOf(databaseOf(context), which.agreementId);
  return row !== undefined && which.to >= row.ended_on ? 'final' : 'period';
}
