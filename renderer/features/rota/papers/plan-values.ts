import type { CoverPlan, CoverPlanContact } from '@shared/api/cover-papers';
import {
  COVER_PLAN_CASES,
  COVER_PLAN_STEPS,
  type CoverPlanCaseName,
  type CoverPlanStepName,
} from '@shared/rota/cover-plan';
import type { Checked } from '../../../components/use-form';
import { planWords as words } from '../../../text/cover-papers';

/** One step as it is typed. `who` is empty for nobody, `person`, `council`, `worker:id` or `outside:id`. */
export type StepText = { readonly who: string; readonly name: string; readonly phone: string };

/** A case of the plan as it is typed. */
export type CaseText = {
  readonly sameAs: CoverPlanCaseName | 'own';
  readonly firstWho: string;
  readonly firstName: string;
  readonly firstPhone: string;
  readonly secondWho: string;
  readonly secondName: string;
  readonly secondPhone: string;
  readonly lastWho: string;
  readonly lastName: string;
  readonly lastPhone: string;
  readonly toKnow: string;
};

/** The names of a step's three fields. */
export const STEP_FIELDS = {
  first: { who: 'firstWho', name: 'firstName', phone: 'firstPhone' },
  second: { who: 'secondWho', name: 'secondName', phone: 'secondPhone' },
  'last-resort': { who: 'lastWho', name: 'lastName', phone: 'lastPhone' },
} as const;

/** Stands for nobody. */
export const NOBODY = 'nobody';

function typedContact(contact: CoverPlanContact | undefined): StepText {
  if (contact === undefined) return { who: NOBODY, name: '', phone: '' };
  if (contact.kind === 'worker') return { who: `worker:${contact.workerId}`, name: '', phone: '' };
  if (contact.kind === 'outside') return { who: `outside:${contact.outsideId}`, name: '', phone: '' };
  return { who: contact.kind, name: contact.name, phone: contact.phone ?? '' };
}

/** A case of a plan as it would be typed. */
export function typedCase(plan: CoverPlan, name: CoverPlanCaseName): CaseText {
  const own = plan.cases[name];
  const [first, second, last] = COVER_PLAN_STEPS.map((step) => typedContact(own?.steps[step]));
  const nobody: StepText = { who: NOBODY, name: '', phone: '' };
  const [one, two, three] = [first ?? nobody, second ?? nobody, last ?? nobody];
  return {
    sameAs: own?.sameAs ?? 'own',
    firstWho: one.who,
    firstName: one.name,
    firstPhone: one.phone,
    secondWho: two.who,
    secondName: two.name,
    secondPhone: two.phone,
    lastWho: three.who,
    lastName: three.name,
    lastPhone: three.phone,
    toKnow: own?.toKnow ?? '',
  };
}

function readContact(typed: StepText): CoverPlanContact | undefined {
  const [kind, id = ''] = typed.who.split(/:(.*)/s);
  if (kind === 'worker') return { kind, workerId: id };
  if (kind === 'outside') return { kind, outsideId: id };
  if (kind === 'person' || kind === 'council') {
    const phone = typed.phone.trim();
    return { kind, name: typed.name.trim(), phone: phone === '' ? null : phone };
  }
  return undefined;
}

/** The whole plan with one case as it was typed. Somebody by name needs a name. */
export function readCase(
  plan: CoverPlan,
  name: CoverPlanCaseName,
  values: CaseText,
): Checked<CaseText, CoverPlan> {
  const steps: Partial<Record<CoverPlanStepName, CoverPlanContact>> = {};
  const problems: Partial<Record<keyof CaseText, string>> = {};
  const isOwn = values.sameAs === 'own';
  for (const step of COVER_PLAN_STEPS) {
    const fields = STEP_FIELDS[step];
    const contact = readContact({
      who: values[fields.who],
      name: values[fields.name],
      phone: values[fields.phone],
    });
    if (contact === undefined || !isOwn) continue;
    if ('name' in contact && contact.name === '') problems[fields.name] = words.nameNeeded(step);
    steps[step] = contact;
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const typed = {
    sameAs: values.sameAs === 'own' ? null : values.sameAs,
    steps,
    toKnow: values.toKnow.trim(),
  };
  return { ok: true, value: { ...plan, cases: { ...plan.cases, [name]: typed } } };
}

/** The case that a part of an address names. */
export function caseNamed(text: string): CoverPlanCaseName | undefined {
  return COVER_PLAN_CASES.find((name) => name === text);
}
