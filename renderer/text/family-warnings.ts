import { many } from './explain/words';
import { said, type Values } from './values';

type Link = { readonly to: string; readonly label: string };
type Warning = {
  readonly title: (name: string, values: Values) => string;
  readonly body?: (name: string, values: Values) => string;
  readonly link?: (workerId: string, name: string) => Link;
};

/** Each kind of family pay, in plain words with its short name. */
export const familyPayNames: Readonly<Record<string, string>> = {
  SMP: 'Maternity pay (SMP)',
  SPP: 'Paternity pay (SPP)',
  SAP: 'Adoption pay (SAP)',
  ShPP: 'Shared parental pay (ShPP)',
  SPBP: 'Bereavement pay (SPBP)',
  SNCP: 'Neonatal care pay (SNCP)',
};

/** The pay that a code is about, inside a sentence: `maternity pay (SMP)`. */
function payOf(values: Values): string {
  const name = familyPayNames[String(values['kind'] ?? '')] ?? 'Family pay';
  return name.charAt(0).toLowerCase() + name.slice(1);
}

const PAPERS: Readonly<Record<string, string>> = {
  SMP: 'Ask for the maternity certificate (MATB1).',
  SPP: 'Ask for a signed statement that the pay is for caring for the child or its mother.',
  SAP: 'Ask for the matching certificate from the adoption agency.',
  ShPP: 'Ask for the signed notice of both parents.',
  SPBP: 'Ask for a signed statement with the date of the death.',
  SNCP: 'Ask for a signed statement with the days of care.',
};

const toLeave = (workerId: string, name: string): Link => ({
  to: `/people/${workerId}/family`,
  label: `Look at ${name}’s time off for a child`,
});

/** What there is to look at about family leave, on a run and on the leave itself. */
export const familyWarnings: Readonly<Record<string, Warning>> = {
  'family-pay.average-needed': {
    title: (name) => `${name}’s average earnings are needed`,
    body: (name) =>
      `Mainstay does not have enough of ${name}’s pay. Put in the average for a week, from the pay records before.`,
    link: toLeave,
  },
  'family-pay.day-missing': {
    title: (name) => `A day is missing in ${name}’s time off for a child`,
    body: () => 'Without it the pay can’t be worked out.',
    link: toLeave,
  },
  'parental-pay.rates-not-known': {
    title: (name) => `${name}’s family pay could not be worked out`,
    body: () => 'Mainstay does not know the rules or rates for those days yet.',
    link: toLeave,
  },
  'family-pay.rate-not-known': {
    title: (_, values) => `The rate from ${said(values, 'day')} is not published yet`,
    body: (_, values) =>
      `Mainstay shows ${payOf(values)} from that day at today’s rate. It can’t be paid until the new rate is known.`,
    link: toLeave,
  },
  'family-pay.not-due': {
    title: (name, values) => `${name} is away, and ${payOf(values)} is not due`,
    body: () => 'You can see why, and make the paper for it.',
    link: toLeave,
  },
  'family-pay.sickness-starts-leave': {
    title: (name, values) => `${name} was sick on ${said(values, 'day')}, close to the birth`,
    body: (_, values) =>
      `If it was because of the pregnancy, leave and pay start on ${said(values, 'from')}. Then change the first day away.`,
    link: toLeave,
  },
  'family-pay.days-worked': {
    title: (name, values) =>
      `${name} has worked ${said(values, 'used')} of ${said(values, 'most')} keeping in touch days`,
    body: () => 'These days do not end the leave. Agree what is paid for them.',
    link: toLeave,
  },
  'family-pay.too-many-days-worked': {
    title: (name, values) => `${name} has worked ${many(Number(values['used']), 'day')} while away`,
    body: (_, values) =>
      values['most'] === 0
        ? `No work is allowed in this leave. For a week with work, ${payOf(values)} is not due.`
        : `Only ${said(values, 'most')} are allowed. For a week with more, ${payOf(values)} is not due.`,
    link: toLeave,
  },
  'family-pay.pension-on-normal-pay': {
    title: (name) => `Your pension share for ${name} is on normal pay`,
    body: (name) =>
      `During paid leave the law wants your share as if ${name} were at work. Mainstay works it out on the pay itself. Pay the difference in.`,
    link: toLeave,
  },
  'family-pay.notice-not-noted': {
    title: (name) => `It is not noted when ${name} told you`,
    body: (_, values) => `${said(values, 'needed')} days’ notice is asked for.`,
  },
  'family-pay.late-notice': {
    title: (name, values) =>
      `${name} told you ${said(values, 'days')} days before. ${said(values, 'needed')} are asked for`,
    body: () => 'You may still pay. Later notice is fine when there was a good reason.',
  },
  'family-pay.evidence-not-seen': {
    title: () => 'You have not noted the paper that proves it',
    body: (_, values) => PAPERS[String(values['kind'])] ?? '',
  },
  'family-pay.average-may-change': {
    title: () => 'The average earnings may still change',
    body: () => 'Not every pay day that counts is finished yet.',
  },
  'family-pay.part-week-not-paid': {
    title: () => 'The last days are not a whole week',
    body: (_, values) =>
      `${payOf(values).replace(/^./, (first) => first.toUpperCase())} is for whole weeks away.`,
  },
  'family-pay.other-parent-not-checked': {
    title: () => 'The other parent has a test too',
    body: () => 'Mainstay does not check it. Their signed notice says that they meet it.',
  },
  'family-pay.goes-on-after-leaving': {
    title: (name, values) => `${name} leaves on ${said(values, 'day')}, and the pay goes on`,
    body: () =>
      'You still owe it by law. If they start other work, end the leave on the day before: the pay stops.',
  },
  'family-pay.some-paid': {
    title: () => 'Some of it has been paid',
    body: () => 'Finished pay stays as it is. After a change, correct those payslips.',
  },
};

/** A warning about a leave, on its own page. */
export function leaveWarning(
  code: string,
  values: Values,
): { readonly title: string; readonly body: string } | undefined {
  const warning = familyWarnings[code];
  const name = said(values, 'name', 'Your PA');
  return warning === undefined
    ? undefined
    : { title: warning.title(name, values), body: warning.body?.(name, values) ?? '' };
}

/** What keeps somebody’s family pay from being worked out, where there is nothing else to pay them. */
export const familyProblems: Readonly<
  Record<string, { readonly text: (name: string, values: Values) => string; readonly link: Warning['link'] }>
> = Object.fromEntries(
  [
    'family-pay.average-needed',
    'family-pay.day-missing',
    'family-pay.rate-not-known',
    'parental-pay.rates-not-known',
  ].map((code) => [
    code,
    {
      text: (name: string, values: Values) =>
        [familyWarnings[code]?.title(name, values), familyWarnings[code]?.body?.(name, values)].join('. '),
      link: toLeave,
    },
  ]),
);
