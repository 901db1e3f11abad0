import { formatHours } from '@shared/clock-time';
import { kindOfWorkName } from './explain/words';
import { familyProblems, familyWarnings } from './family-warnings';
import { lateRefusals } from './late-change';
import { lifePayRefusals, lifeWarnings } from './pay-life-problems';
import { payPapersRefusals } from './pay-papers';
import { pensionFileRefusals } from './pension-file';
import { rateShort } from './pensions';
import type { RefusalSentences, RefusalValues } from './refusals';
import { hoursWords } from './rota-times';
import { pounds, said } from './values';

type Link = { readonly to: string; readonly label: string };
type Values = RefusalValues;

/** What there is to look at: what, why it matters, and where it is mended. */
type Warning = {
  readonly title: (name: string, values: Values) => string;
  readonly body?: (name: string, values: Values) => string;
  readonly link?: (workerId: string, name: string, values: Values) => Link;
};

function hoursSaid(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'number' ? formatHours(value) : '';
}

const part =
  (name: string, label: (who: string) => string) =>
  (workerId: string, who: string): Link => ({ to: `/people/${workerId}/${name}`, label: label(who) });

const tax = part('tax', (who) => `Change ${who}’s tax details`);
const rates = part('rates', (who) => `Change ${who}’s rates of pay`);
const pension = part('pension', (who) => `Change ${who}’s pension`);
const details = part('details', (who) => `Change ${who}’s details`);
const contract = part('contract', (who) => `Look at ${who}’s contract`);
const rota = (_: string, who: string): Link => ({ to: '/rota', label: `Look at ${who}’s rota` });

type Problem = { readonly text: (name: string, values: Values) => string; readonly link?: Warning['link'] };

/** Why somebody’s pay can’t be worked out, and where that is mended. */
const PROBLEMS: Readonly<Record<string, Problem>> = {
  ...familyProblems,
  'pay.no-rate': {
    text: (name, values) =>
      `There is no rate for this kind of work: ${kindOfWorkName(said(values, 'kind', 'not named'))}. Add what you pay ${name} for it.`,
    link: rates,
  },
  'rota.ends-before-it-starts': {
    text: (name, values) =>
      `One of ${name}’s shifts ends before it starts: ${said(values, 'day')}. Change its times.`,
    link: rota,
  },
  'pay.no-tax-code': {
    text: (name) => `${name} has no tax code yet. It is on the P45 or the starter checklist.`,
    link: tax,
  },
  'pay.tax-code-missing': {
    text: (name) => `${name} has no tax code yet. It is on the P45 or the starter checklist.`,
    link: tax,
  },
  'pay.tax-code-not-valid': {
    text: (name, values) =>
      `“${said(values, 'typed')}” is not a tax code as HMRC writes it. Check ${name}’s code.`,
    link: tax,
  },
  'pay.ni-category-missing': {
    text: (name) => `${name} has no National Insurance letter yet. Most people have A.`,
    link: tax,
  },
  'pay.ni-category-unknown': {
    text: (name, values) =>
      `“${said(values, 'typed')}” is not a National Insurance letter. Most people have A. Check ${name}’s.`,
    link: tax,
  },
  'pay.ni-category-not-for-age': {
    text: (name, values) =>
      `Letter ${said(values, 'category')} is not right for ${name}’s age. It should be ${said(values, 'instead')}.`,
    link: tax,
  },
  'pay.loan-plan-not-in-force': {
    text: (name) =>
      `This student loan plan is not taken from pay yet on this pay day. Check ${name}’s loan plan.`,
    link: tax,
  },
  'pay.no-birth-date': {
    text: (name) => `${name} has no birth date yet. Tax, National Insurance and the minimum wage need it.`,
    link: details,
  },
  'pay.birth-date-not-valid': {
    text: (name) => `${name}’s birth date is after this pay day. Check it.`,
    link: details,
  },
  'pay.pension-percent-not-valid': {
    text: (name) => `A percentage of ${name}’s pension is not right. Check it.`,
    link: pension,
  },
  'pay.amount-negative': {
    text: (name) => `A line of ${name}’s pay is below nothing. Take it out, or put it right.`,
  },
  'pay.hours-negative': {
    text: (name) => `A line of ${name}’s pay has hours below nothing. Check the rota.`,
    link: rota,
  },
  'pay.amount-too-large': {
    text: (name) => `A line of ${name}’s pay is too large. Check the rate and the hours.`,
    link: rates,
  },
  'pay.gross-below-zero': {
    text: (name) => `${name}’s pay comes to less than nothing. A line taken back is larger than the pay.`,
  },
  'pay.taxable-pay-below-zero': {
    text: (name) => `More is taken from ${name}’s pay than there is. Take off less this time.`,
  },
  'pay.net-below-zero': {
    text: (name) =>
      `More is taken off than ${name} earns this time. Take off less, or spread it over more pay days.`,
  },
  'pay.period-not-valid': {
    text: (name) => `${name}’s pay period ends before it starts. Check the contract.`,
    link: contract,
  },
  'rates.unknown-date': {
    text: () =>
      'Mainstay does not know the tax rates for this pay day. Update Mainstay, or add a rates file in Settings.',
  },
};

/** Why somebody’s pay can’t be worked out, in words. */
export function problemText(code: string, values: Values, name: string): string {
  const who = said(values, 'name', name);
  return (
    PROBLEMS[code]?.text(who, values) ??
    `Something in ${who}’s record stands in the way. Mainstay calls it “${code}”.`
  );
}

/** Where that is mended. */
export function problemLink(code: string, workerId: string, name: string): Link | undefined {
  const problem = PROBLEMS[code];
  return problem === undefined
    ? { to: `/people/${workerId}`, label: `Look at ${name}’s record` }
    : problem.link?.(workerId, name, {});
}

const noSickPay = (why: string): Warning => ({
  title: (name, values) =>
    values['from'] === values['to']
      ? `No sick pay (SSP) for ${name} on ${said(values, 'from')}`
      : `No sick pay (SSP) for ${name} from ${said(values, 'from')} to ${said(values, 'to')}`,
  body: (name) => `${why} Give ${name} form SSP1, so they can ask for benefits.`,
  link: (workerId, name) => ({
    to: `/people/${workerId}/sick-pay`,
    label: `Make the SSP1 figures for ${name}`,
  }),
});

const WARNINGS: Readonly<Record<string, Warning>> = {
  ...lifeWarnings,
  ...familyWarnings,
  'pay.below-minimum-wage': {
    title: (name, values) => `${name}’s pay is ${pounds(values, 'shortfall')} under the minimum wage`,
    body: (_, values) =>
      `At age ${said(values, 'age')} the law’s least is £${said(values, 'minimum')} an hour. Add what is missing to this pay, or raise the rate.`,
    link: rates,
  },
  'minimum-wage.rates-not-known': {
    title: (name) => `${name}’s minimum wage could not be checked`,
    body: () => 'Mainstay does not know the rates for this time. Check the rate yourself.',
  },
  'pay.late-change-waits': {
    title: (name, values) => `${name} was paid ${pounds(values, 'amount')} too much on an earlier pay day`,
    body: (_, values) =>
      `It was for ${said(values, 'day')}. This pay is too little to take it from, so it waits for the next.`,
  },
  'pay.late-change-minimum-wage': {
    title: (name, values) =>
      `With the changed hours, ${name} is ${pounds(values, 'shortfall')} under the minimum wage for earlier work`,
    body: (_, values) =>
      `It is about ${said(values, 'from')} to ${said(values, 'to')}. Add a top-up to the minimum wage to this pay.`,
  },
  'pay.holiday-overtaken': {
    title: (name, values) =>
      `${name} took ${hoursWords(Number(values['minutes'] ?? 0))} more holiday than was earned`,
    body: (name) =>
      `Nothing is taken off for it. You may take it off only if ${name} agreed to that in writing. Then add a deduction.`,
  },
  'pay.holiday-on-leaving-no-rate': {
    title: (name) => `${name}’s holiday on leaving could not be worked out`,
    body: () => 'There is no rate of pay to work it out from. Add one.',
    link: rates,
  },
  'order.nothing-taken': {
    title: (name, values) => `Nothing is taken from ${name}’s pay for ${said(values, 'payee')}`,
    body: () => 'The pay is too low this time. Tell whoever sent the order, if it asks you to.',
    link: part('orders', (who) => `See orders for ${who}’s pay`),
  },
  'order.waits-for-two': {
    title: (name, values) => `An order for ${name}’s pay waits: ${said(values, 'payee')}`,
    body: () => 'Only two council tax orders are taken at the same time. Tell the council.',
    link: part('orders', (who) => `See orders for ${who}’s pay`),
  },
  'order.tell-of-leaving': {
    title: (name, values) => `Tell ${said(values, 'payee')} that ${name} has left`,
    body: () =>
      'Whoever sent an order has to hear of it, most of them within 10 or 14 days. The order says how.',
    link: part('orders', (who) => `See orders for ${who}’s pay`),
  },
  'order.total-reached': {
    title: (name, values) => `This is the last time for ${name}’s order for ${said(values, 'payee')}`,
    body: (_, values) => `With ${pounds(values, 'amount')} now, all of it is taken. It stops by itself.`,
    link: part('orders', (who) => `See orders for ${who}’s pay`),
  },
  'pay.pension-enrol': {
    title: (name) => `${name} passes the pension trigger`,
    body: (name, values) =>
      `Earnings of ${pounds(values, 'earnings')} are above ${pounds(values, 'trigger')}. By law you put ${name} into a pension from ${said(values, 'day')}. Do it by ${said(values, 'by')}.`,
    link: part('pension', (who) => `Put ${who} into a pension`),
  },
  'pay.pension-rate-too-low': {
    title: (name) => `Less goes into ${name}’s pension than the law asks`,
    body: (_, values) => rateShort(values),
    link: pension,
  },
  'pay.pension-refund': {
    title: (name) => `This pay gives ${name} their pension money back`,
    body: (name, values) =>
      `${name} opted out. ${pounds(values, 'own')} goes back to them. ${pounds(values, 'employer')} comes back to you from the pension.`,
    link: pension,
  },
  'pay.pension-refund-waits': {
    title: (name) => `${name} has pension money to come back`,
    body: (name, values) =>
      `${name} opted out on ${said(values, 'day')}. ${pounds(values, 'own')} is still theirs. It comes with the next pay.`,
    link: pension,
  },
  'pay.pension-postponement-ends': {
    title: (name) => `${name}’s pension can’t be put off any longer`,
    body: (name, values) =>
      `The time you put it off for ends on ${said(values, 'day')}. Look then if ${name} must be in a pension.`,
    link: pension,
  },
  'pay.worked-while-away': {
    title: (name, values) => `${name} worked on ${said(values, 'day')}, a day noted as away`,
    body: () => 'The hours are in the pay. Check that both are right.',
    link: (_, who, values) => ({
      to: `/rota?day=${String(values['day'])}`,
      label: `Look at ${who}’s rota on ${said(values, 'day')}`,
    }),
  },
  'pay.holiday-no-hours': {
    title: (name, values) => `${name}’s holiday from ${said(values, 'day')} has no hours`,
    body: () => 'Nothing is paid for it yet. Say how many hours it takes.',
    link: rota,
  },
  'pay.holiday-no-history': {
    title: (name, values) => `${name}’s holiday from ${said(values, 'day')} is paid at the ordinary rate`,
    body: () => 'There is no earlier pay to take an average from. Check the amount.',
  },
  'pay.week1-from-last-year': {
    title: (name, values) => `${name}’s tax code ${said(values, 'taxCode')} looks at one pay day alone`,
    body: () => 'It comes from last tax year. HMRC says to drop the week 1 or month 1 mark on 6 April.',
    link: tax,
  },
  'pay.hours-not-as-contract': {
    title: (name, values) =>
      Number(values['awayMinutes'] ?? 0) === 0
        ? `${name} is paid for ${hoursSaid(values, 'paidMinutes')} hours. The contract says ${hoursSaid(values, 'contractMinutes')}`
        : `${name} has ${hoursSaid(values, 'paidMinutes')} hours of work and ${hoursSaid(values, 'awayMinutes')} of time off. The contract says ${hoursSaid(values, 'contractMinutes')}`,
    body: () => 'It may be right. Check the hours against the contract.',
    link: contract,
  },
  'pay.earlier-first': {
    title: (name, values) =>
      `${name}’s pay from ${said(values, 'from')} to ${said(values, 'to')} comes first`,
    body: () => 'Each person is paid in order, so tax comes out right. Finish the earlier pay first.',
    link: () => ({ to: '/pay', label: 'See all pay' }),
  },
  'pay.must-register': {
    title: (name, values) =>
      values['reason'] === 'another-job'
        ? `${name} has another job or a pension, so you must register with HMRC`
        : `${name} earns ${pounds(values, 'threshold')} a ${said(values, 'per')} or more, so you must register with HMRC`,
    body: () => 'Register as an employer before the pay day. You can still pay on time.',
    link: () => ({ to: '/settings/employer', label: 'Change who the employer is' }),
  },
  'pay.period-not-over': {
    title: (_, values) => `This pay runs to ${said(values, 'day')}, and that is not over yet`,
    body: () => 'Hours that come after you finish go into the next pay.',
  },
  'sick-pay.rates-not-known': {
    title: (name) => `${name}’s sick pay (SSP) could not be worked out`,
    body: () => 'Mainstay does not know the rates for this time.',
  },
  'sick-pay.too-few-days': noSickPay('Four days or more in a row were needed then.'),
  'sick-pay.earnings-too-low': noSickPay('Pay was below the limit that applied then.'),
  'sick-pay.no-earnings': {
    ...noSickPay(''),
    body: () => 'There are no earnings to work from. No form is needed for that.',
    link: rota,
  },
  'sick-pay.used-up': noSickPay('All 28 weeks are used up.'),
  'sick-pay.linked-too-long': noSickPay('Linked sickness has gone on for three years.'),
  'sick-pay.sick-since-before-reform': noSickPay(
    'The sickness began before the rules changed in April 2026.',
  ),
  'sick-pay.maternity-pay': noSickPay('Maternity pay or allowance covers this time.'),
  'sick-pay.other-statutory-pay': noSickPay('Other statutory pay covers this time.'),
  'sick-pay.pregnancy-related': noSickPay('The illness is from pregnancy, close to the birth.'),
  'sick-pay.late-notice': noSickPay('You were told too late.'),
  'sick-pay.in-custody': noSickPay('They were in custody.'),
  'sick-pay.trade-dispute': noSickPay('There was a strike.'),
  'sick-pay.work-not-begun': noSickPay('Work had not begun yet.'),
  'sick-pay.employment-ended': noSickPay('The job had ended.'),
};

/** A warning in words; one that has none is named by its code, or by what stands in the way of somebody’s pay. */
export function warningText(
  code: string,
  values: Values,
  workerId: string | null,
  fallbackName: string,
): { readonly title: string; readonly body: string; readonly link: Link | undefined } {
  const name = said(values, 'name', fallbackName);
  const warning = WARNINGS[code];
  if (warning === undefined) {
    const known = code in PROBLEMS;
    return {
      title: name === '' ? 'Look at this before you finish' : `${name}’s pay needs a look`,
      body: known ? problemText(code, values, name) : `Mainstay calls this “${code}”. Help can look it up.`,
      link: workerId === null ? undefined : problemLink(code, workerId, name),
    };
  }
  return {
    title: warning.title(name, values),
    body: warning.body?.(name, values) ?? '',
    link: workerId === null ? undefined : warning.link?.(workerId, name, values),
  };
}

/** Whether a code is why somebody’s pay can’t be worked out, and no warning. */
export function isPayProblem(code: string): boolean {
  return code in PROBLEMS && !(code in WARNINGS);
}

/** Every code that a PA’s pay can be warned of or stopped by. */
export function payReasonCodes(): readonly string[] {
  return [...Object.keys(PROBLEMS), ...Object.keys(WARNINGS)];
}

/** Whether a warning or a problem has its sentence. */
export function hasPaySentence(code: string): boolean {
  return code in WARNINGS || code in PROBLEMS || code in payRefusals;
}

/** Sentences for what the pay services refuse. */
export const payRefusals: RefusalSentences = {
  ...pensionFileRefusals,
  ...lifePayRefusals,
  ...payPapersRefusals,
  'pay.changed-since': 'Something changed since you looked. Nothing was finished. Look at the pay again.',
  'pay.nothing-to-pay': 'There is nobody to pay in this run yet.',
  'pay.already-finished': (values) =>
    `Pay on ${said(values, 'day', 'this day')} is finished. Add this to the next pay instead.`,
  'pay.amount-needed': 'Enter an amount above nothing.',
  'pay.purpose-needed': 'Choose what it is taken off for.',
  'pay.agreement-needed':
    'Your PA has to agree to this in writing first. Without it, the law does not let you take it off.',
  'pay.already-corrected': (values) =>
    `${said(values, 'name', 'This PA')}’s payslip has been corrected already. Correct the newer one instead.`,
  'pay.correct-too-early': (values) =>
    `The correction can’t be paid before the first payslip, on ${said(values, 'day', 'its pay day')}. Enter that day or a later one.`,
  'pay.no-difference': (values) =>
    `Worked out again, ${said(values, 'name', 'this PA')}’s pay is the same. Change what was wrong first.`,
  ...lateRefusals,
  'pay.not-in-payslip': (values) =>
    `The shift on ${said(values, 'day', 'that day')} is not part of this payslip.`,
  'pay.no-contract': 'There is no contract for this time. Add it to the PA’s record first.',
  'pay.run-not-open': 'This pay is not open. It may be finished already.',
  'pay.year-not-over': 'This tax year is not over. Save P60 figures after 5 April.',
  'pay.no-p60': (values) =>
    `${said(values, 'name', 'This PA')} gets no P60 for this year. It is for a PA who was paid, and still worked for you on 5 April.`,
  'pay.not-left': (values) =>
    `${said(values, 'name', 'This PA')} has no last day of work yet. Save that first.`,
  'pay.nothing-paid': (values) =>
    `${said(values, 'name', 'This PA')} has not been paid here yet. Finish the last pay first.`,
  'pay.not-on-paper':
    'Your record says that you do not report on paper. Settings, The employer, has this choice.',
  ...Object.fromEntries(
    Object.entries(WARNINGS).map(([code, warning]) => [
      code,
      (values: Values) =>
        `${warning.title(said(values, 'name', 'this PA'), values)}. ${warning.body?.(said(values, 'name', 'this PA'), values) ?? ''}`.trim(),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(PROBLEMS).map(([code, problem]) => [
      code,
      (values: Values) => problem.text(said(values, 'name', 'this PA'), values),
    ]),
  ),
};
