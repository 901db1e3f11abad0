import { addMonths, type IsoDay } from '../dates';
import type { Willingness } from './cover-facts';
import { type Employed, isEmployedOn } from './rota-worker';

/** What a standing cover plan is made for, in the order it is shown. */
export const COVER_PLAN_CASES = ['holiday', 'sickness', 'emergency', 'weather', 'transport'] as const;

export type CoverPlanCaseName = (typeof COVER_PLAN_CASES)[number];

/** Who comes first, second, and when there is nobody else. */
export const COVER_PLAN_STEPS = ['first', 'second', 'last-resort'] as const;

export type CoverPlanStepName = (typeof COVER_PLAN_STEPS)[number];

/** Whom a step names: a PA or an agency that is kept, or somebody by name (family, a friend, the council). */
export type CoverPlanContact =
  | { readonly kind: 'worker'; readonly workerId: string }
  | { readonly kind: 'outside'; readonly outsideId: string }
  | {
      readonly kind: 'person' | 'council';
      readonly name: string;
      readonly phone: string | null;
    };

export type CoverPlanCase = {
  /** The case whose steps count for this one too; then its own are not looked at. */
  readonly sameAs: CoverPlanCaseName | null;
  readonly steps: Readonly<Partial<Record<CoverPlanStepName, CoverPlanContact>>>;
  /** What whoever comes has to know in this case, in the person's own words. */
  readonly toKnow: string;
};

/** The standing cover plan of a household: what is printed and hung up. */
export type CoverPlan = {
  readonly cases: Readonly<Partial<Record<CoverPlanCaseName, CoverPlanCase>>>;
  /** What everyone who comes has to know: how to get in, whom to ring, where things are. */
  readonly toKnow: string;
  /** The day the plan was last gone through. */
  readonly checkedOn: IsoDay | null;
};

/** What is known of those the plan can name. */
export type CoverPlanFacts = {
  readonly today: IsoDay;
  readonly workers: readonly (Employed & { readonly phone: string | null; readonly willing: Willingness })[];
  readonly outside: readonly { readonly id: string; readonly phone: string | null }[];
  /** Months after which the plan should be gone through again: the person's own choice, or their council's. */
  readonly checkEveryMonths: number;
};

/** A step as it is printed: whom, and the number to ring. */
export type CoverPlanLine = {
  readonly step: CoverPlanStepName;
  readonly contact: CoverPlanContact;
  readonly phone: string | null;
};

export type CoverPlanPage = {
  readonly case: CoverPlanCaseName;
  /** The case its steps come from, when they are another's. */
  readonly from: CoverPlanCaseName | null;
  readonly lines: readonly CoverPlanLine[];
  readonly toKnow: string;
};

/** The case that a case's steps come from: itself, or the end of `sameAs`. Null where `sameAs` goes round in a circle. */
function stepsFrom(plan: CoverPlan, name: CoverPlanCaseName): CoverPlanCaseName | null {
  const seen = new Set<CoverPlanCaseName>();
  let at = name;
  for (;;) {
    if (seen.has(at)) return null;
    seen.add(at);
    const next = plan.cases[at]?.sameAs ?? null;
    if (next === null) return at;
    at = next;
  }
}

function phoneOf(contact: CoverPlanContact, facts: CoverPlanFacts): string | null {
  switch (contact.kind) {
    case 'worker':
      return facts.workers.find((worker) => worker.id === contact.workerId)?.phone ?? null;
    case 'outside':
      return facts.outside.find((each) => each.id === contact.outsideId)?.phone ?? null;
    default:
      return contact.phone;
  }
}

/** The plan as a page, every case in order, with the numbers to ring. */
export function coverPlanPages(plan: CoverPlan, facts: CoverPlanFacts): readonly CoverPlanPage[] {
  return COVER_PLAN_CASES.map((name) => {
    const from = stepsFrom(plan, name);
    const steps = from === null ? {} : (plan.cases[from]?.steps ?? {});
    return {
      case: name,
      from: from === name ? null : from,
      lines: COVER_PLAN_STEPS.flatMap((step) => {
        const contact = steps[step];
        return contact === undefined ? [] : [{ step, contact, phone: phoneOf(contact, facts) }];
      }),
      toKnow: plan.cases[name]?.toKnow ?? '',
    };
  });
}

export type CoverPlanMissingCode =
  /** Nothing is said for a case: case. */
  | 'cover-plan.nothing-yet'
  /** case, step. */
  | 'cover-plan.no-first'
  | 'cover-plan.no-second'
  | 'cover-plan.no-last-resort'
  /** Nobody can be reached: case, step. */
  | 'cover-plan.no-phone'
  /** A person by name without a name: case, step. */
  | 'cover-plan.no-name'
  /** case, step, workerId: has left or not begun yet. */
  | 'cover-plan.not-employed'
  /** case, step, workerId: has said that they do not cover. */
  | 'cover-plan.does-not-cover'
  /** case, step: the agency is not kept any more. */
  | 'cover-plan.not-known'
  /** case, step: the same as an earlier step, so that it is no second way. */
  | 'cover-plan.same-again'
  /** case: named as the same as another that leads back to it. */
  | 'cover-plan.circle'
  /** What everyone has to know is empty. */
  | 'cover-plan.nothing-to-know'
  | 'cover-plan.never-checked'
  /** checkedOn, since: the day it should have been gone through again. */
  | 'cover-plan.check-due';

export type CoverPlanMissing = {
  readonly code: CoverPlanMissingCode;
  readonly case?: CoverPlanCaseName;
  readonly step?: CoverPlanStepName;
  readonly details?: Readonly<Record<string, string>>;
};

const NO_STEP: Readonly<Record<CoverPlanStepName, CoverPlanMissingCode>> = {
  first: 'cover-plan.no-first',
  second: 'cover-plan.no-second',
  'last-resort': 'cover-plan.no-last-resort',
};

function contactKey(contact: CoverPlanContact): string {
  if (contact.kind === 'worker') return `worker ${contact.workerId}`;
  if (contact.kind === 'outside') return `outside ${contact.outsideId}`;
  return `${contact.kind} ${contact.name.trim().toLowerCase()}`;
}

/** What stands in the way of a contact. A phone number is only missed where there is somebody to ring. */
function missingOf(
  contact: CoverPlanContact,
  facts: CoverPlanFacts,
): readonly Pick<CoverPlanMissing, 'code' | 'details'>[] {
  const noPhone = phoneOf(contact, facts) === null ? [{ code: 'cover-plan.no-phone' } as const] : [];
  if (contact.kind === 'worker') {
    const details = { workerId: contact.workerId };
    const worker = facts.workers.find((each) => each.id === contact.workerId);
    if (worker === undefined || !isEmployedOn(worker, facts.today))
      return [{ code: 'cover-plan.not-employed', details }];
    if (worker.willing === 'no') return [{ code: 'cover-plan.does-not-cover', details }, ...noPhone];
    return noPhone;
  }
  if (contact.kind === 'outside')
    return facts.outside.some((each) => each.id === contact.outsideId)
      ? noPhone
      : [{ code: 'cover-plan.not-known' }];
  return contact.name.trim() === '' ? [{ code: 'cover-plan.no-name' }, ...noPhone] : noPhone;
}

/**
 * What the plan does not say yet, or says of somebody who cannot come; empty when it is whole. Cases that take another's
 * steps are not told of again.
 */
export function missingInCoverPlan(plan: CoverPlan, facts: CoverPlanFacts): readonly CoverPlanMissing[] {
  const missing: CoverPlanMissing[] = [];
  for (const name of COVER_PLAN_CASES) {
    const own = plan.cases[name];
    const from = stepsFrom(plan, name);
    if (from === null) {
      missing.push({ code: 'cover-plan.circle', case: name });
      continue;
    }
    if (from !== name) continue;
    const steps = own?.steps ?? {};
    if (COVER_PLAN_STEPS.every((step) => steps[step] === undefined)) {
      missing.push({ code: 'cover-plan.nothing-yet', case: name });
      continue;
    }
    const seen = new Set<string>();
    for (const step of COVER_PLAN_STEPS) {
      const contact = steps[step];
      if (contact === undefined) {
        missing.push({ code: NO_STEP[step], case: name, step });
        continue;
      }
      for (const each of missingOf(contact, facts)) missing.push({ ...each, case: name, step });
      if (seen.has(contactKey(contact))) missing.push({ code: 'cover-plan.same-again', case: name, step });
      seen.add(contactKey(contact));
    }
  }
  if (plan.toKnow.trim() === '') missing.push({ code: 'cover-plan.nothing-to-know' });
  if (plan.checkedOn === null) missing.push({ code: 'cover-plan.never-checked' });
  else {
    const since = addMonths(plan.checkedOn, facts.checkEveryMonths);
    if (since <= facts.today)
      missing.push({ code: 'cover-plan.check-due', details: { checkedOn: plan.checkedOn, since } });
  }
  return missing;
}
