import type { CoverPlanView, CoverPlan as ShownPlan } from '@shared/api/cover-papers';
import {
  COVER_PLAN_CASES,
  COVER_PLAN_STEPS,
  type CoverPlan,
  type CoverPlanCase,
  type CoverPlanContact,
  type CoverPlanFacts,
  coverPlanPages,
  missingInCoverPlan,
} from '@shared/rota/cover-plan';
import { coverPlanOf } from '../db/queries/cover-papers';
import { workersOf } from '../db/queries/people';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { coverPeople, namesForCover, outsideContacts } from './cover-known';
import { workerName } from './worker-name';

const CHECK_EVERY_MONTHS = 12;

function loadPlan(db: WorkspaceDatabase, householdId: string): CoverPlan & { checkEveryMonths: number } {
  const row = coverPlanOf(db, householdId);
  if (row === undefined)
    return { cases: {}, toKnow: '', checkedOn: null, checkEveryMonths: CHECK_EVERY_MONTHS };
  return {
    cases: JSON.parse(row.cases_json) as CoverPlan['cases'],
    toKnow: row.to_know,
    checkedOn: row.checked_on,
    checkEveryMonths: row.check_every_months,
  };
}

/** The plan's facts of a household: who there is, and what is known of them. */
function factsOf(
  context: ServiceContext,
  db: WorkspaceDatabase,
  householdId: string,
  checkEveryMonths: number,
): CoverPlanFacts {
  const today = todayOf(context);
  const willing = new Map(coverPeople(db, householdId, today).map((one) => [one.workerId, one.willing]));
  return {
    today,
    workers: workersOf(db, householdId).map((row) => ({
      id: row.id,
      firstDay: row.started_on,
      lastDay: row.left_on,
      phone: row.phone === '' ? null : row.phone,
      willing: willing.get(row.id) ?? 'ask',
    })),
    outside: outsideContacts(db, householdId).map(({ id, phone }) => ({ id, phone })),
    checkEveryMonths,
  };
}

/** The standing cover plan: as it is written, as it is printed, and what it is missing. */
export function coverPlanView(context: ServiceContext, householdId: string): CoverPlanView {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const plan = loadPlan(db, householdId);
  const facts = factsOf(context, db, householdId, plan.checkEveryMonths);
  const names = namesForCover(db, householdId);
  const nameOf = (contact: CoverPlanContact): string => {
    if (contact.kind === 'worker') return names('worker', contact.workerId).name;
    if (contact.kind === 'outside') return names('agency', contact.outsideId).name;
    return contact.name;
  };
  const nameIn = (workerId: string | undefined): Record<string, string> =>
    workerId === undefined ? {} : { name: names('worker', workerId).shortName };
  return {
    plan: { ...plan, cases: shownCases(plan) },
    pages: coverPlanPages(plan, facts).map((page) => ({
      ...page,
      lines: page.lines.map(({ step, contact, phone }) => ({ step, name: nameOf(contact), phone })),
    })),
    missing: missingInCoverPlan(plan, facts).map((one) => ({
      code: one.code,
      values: {
        ...(one.case === undefined ? {} : { case: one.case }),
        ...(one.step === undefined ? {} : { step: one.step }),
        ...one.details,
        ...nameIn(one.details?.['workerId']),
      },
    })),
    people: workersOf(db, householdId)
      .filter((row) => row.left_on === null || row.left_on >= facts.today)
      .map((row) => ({ id: row.id, name: workerName(row), phone: row.phone === '' ? null : row.phone })),
    outside: outsideContacts(db, householdId).map(({ id, phone }) => ({
      id,
      name: names('agency', id).name,
      phone,
    })),
  };
}

function shownCases(plan: CoverPlan): ShownPlan['cases'] {
  return Object.fromEntries(
    COVER_PLAN_CASES.flatMap((name) => {
      const own = plan.cases[name];
      return own === undefined ? [] : [[name, { ...own, steps: { ...own.steps } }]];
    }),
  );
}

/** What of a plan is kept: cases with something in them, and contacts that have a name. */
function cleaned(plan: ShownPlan): CoverPlan['cases'] {
  const cases: Partial<Record<(typeof COVER_PLAN_CASES)[number], CoverPlanCase>> = {};
  for (const name of COVER_PLAN_CASES) {
    const own = plan.cases[name];
    if (own === undefined) continue;
    const steps: Partial<Record<(typeof COVER_PLAN_STEPS)[number], CoverPlanContact>> = {};
    for (const step of COVER_PLAN_STEPS) {
      const contact = own.steps[step];
      if (contact !== undefined && own.sameAs === null) steps[step] = contact;
    }
    if (own.sameAs !== null || own.toKnow !== '' || Object.keys(steps).length > 0)
      cases[name] = { sameAs: own.sameAs, steps, toKnow: own.toKnow };
  }
  return cases;
}

/**
 * Keeps the standing cover plan. Refuses `cover-plan.circle` (case) where cases take their steps from each other in a
 * circle, and a PA or contact of another household with `not-found`.
 */
export function saveCoverPlan(context: ServiceContext, householdId: string, plan: ShownPlan): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const cases = cleaned(plan);
  const facts = factsOf(context, db, householdId, plan.checkEveryMonths);
  for (const { steps } of Object.values(cases))
    for (const contact of Object.values(steps)) {
      if (contact.kind === 'worker' && !facts.workers.some((one) => one.id === contact.workerId))
        refuse('not-found');
      if (contact.kind === 'outside' && !facts.outside.some((one) => one.id === contact.outsideId))
        refuse('not-found');
    }
  const found = missingInCoverPlan({ cases, toKnow: plan.toKnow, checkedOn: plan.checkedOn }, facts);
  const circle = found.find((one) => one.code === 'cover-plan.circle');
  if (circle !== undefined) refuse(circle.code, { case: circle.case ?? '' });
  writePlan(context, householdId, 'cover.plan-saved', {
    cases_json: JSON.stringify(cases),
    to_know: plan.toKnow,
    check_every_months: plan.checkEveryMonths,
  });
}

/** Notes that the plan was gone through today. */
export function checkCoverPlan(context: ServiceContext, householdId: string): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  writePlan(context, householdId, 'cover.plan-checked', { checked_on: todayOf(context) });
}

type PlanRow = NonNullable<ReturnType<typeof coverPlanOf>>;

function writePlan(
  context: ServiceContext,
  householdId: string,
  name: string,
  patch: Partial<PlanRow>,
): void {
  const db = databaseOf(context);
  const row = coverPlanOf(db, householdId);
  db.act({ name, householdId }, (write) => {
    if (row !== undefined) write.update('cover_plan', row.id, patch);
    else
      write.insert('cover_plan', {
        id: context.ids.next(),
        household_id: householdId,
        cases_json: '{}',
        to_know: '',
        checked_on: null,
        check_every_months: CHECK_EVERY_MONTHS,
        ...patch,
      });
  });
}
