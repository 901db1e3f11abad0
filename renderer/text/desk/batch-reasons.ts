import { isPayProblem, payRefusals, problemLink, warningText } from '../pay-problems';
import { sentenceFor } from '../refusals';
import { many, type Values } from '../values';

type Reason = {
  readonly code: string;
  readonly values: Values;
  readonly workerId: string | null;
  readonly name: string;
};

/** Reasons in a few words, without anybody’s name: for many households at once. */
const KINDS: Readonly<Record<string, string>> = {
  'batch.hours-not-in': 'Hours not confirmed',
  'batch.fault': 'A fault of Mainstay’s',
  'pay.nothing-to-pay': 'Nobody to pay any more',
  'pay.run-not-open': 'No longer open',
  'pay.second-check-needed': 'Not checked by a second person',
  'pay.no-ni-number': 'No National Insurance number',
  'pay.no-tax-code': 'No tax code',
  'pay.tax-code-missing': 'No tax code',
  'pay.tax-code-not-valid': 'Tax code not understood',
  'pay.no-rate': 'No rate of pay',
  'pay.no-birth-date': 'No birth date',
  'pay.birth-date-not-valid': 'Birth date not right',
  'pay.ni-category-missing': 'No National Insurance letter',
  'pay.ni-category-unknown': 'National Insurance letter not known',
  'pay.ni-category-not-for-age': 'National Insurance letter not for this age',
  'pay.loan-plan-not-in-force': 'Student loan plan not in force',
  'pay.pension-percent-not-valid': 'Pension percentage not right',
  'pay.amount-negative': 'A line below nothing',
  'pay.amount-too-large': 'A line that is too large',
  'pay.hours-negative': 'Hours below nothing',
  'pay.gross-below-zero': 'Pay below nothing',
  'pay.taxable-pay-below-zero': 'More taken off than there is',
  'pay.net-below-zero': 'More taken off than there is',
  'pay.period-not-valid': 'Pay period not right',
  'pay.below-minimum-wage': 'Under the minimum wage',
  'minimum-wage.rates-not-known': 'Minimum wage not checked',
  'pay.late-change-waits': 'Too much paid before, to be taken back',
  'pay.late-change-minimum-wage': 'Under the minimum wage for earlier work',
  'pay.holiday-overtaken': 'More holiday taken than earned',
  'pay.holiday-on-leaving-no-rate': 'Holiday on leaving not worked out',
  'pay.holiday-no-hours': 'Holiday without hours',
  'pay.holiday-no-history': 'Holiday at the ordinary rate',
  'pay.pension-enrol': 'Passes the pension trigger',
  'pay.pension-rate-too-low': 'Too little into the pension',
  'pay.pension-refund': 'Pension money given back',
  'pay.pension-refund-waits': 'Pension money still to give back',
  'pay.pension-postponement-ends': 'Pension can’t be put off longer',
  'pay.worked-while-away': 'Worked on a day away',
  'pay.week1-from-last-year': 'Tax code from last year',
  'pay.hours-not-as-contract': 'Hours not as in the contract',
  'pay.earlier-first': 'Earlier pay comes first',
  'pay.must-register': 'Has to register with HMRC',
  'pay.period-not-over': 'Period not over yet',
  'pay.after-p45': 'Paid after the P45',
  'pay.letter-for-women': 'National Insurance letter to check',
  'pay.letter-none-due': 'National Insurance letter to check',
  'pay.letter-of-a-site': 'National Insurance letter to check',
  'pay.letter-too-young': 'National Insurance letter to check',
  'pay.school-age': 'Under school leaving age',
  'pay.more-than-a-day': 'More hours than the day has',
  'pay.shifts-overlap': 'Shifts at the same time',
  'rates.unknown-date': 'Tax rates not known',
  'rota.ends-before-it-starts': 'A shift that ends before it starts',
  'parental-pay.rates-not-known': 'Family pay rates not known',
  'sick-pay.rates-not-known': 'Sick pay (SSP) rates not known',
};

const GROUPS: Readonly<Record<string, string>> = {
  'sick-pay': 'No sick pay (SSP): to look at',
  'family-pay': 'Family pay: to look at',
  order: 'An order for pay: to look at',
};

/** A kind of reason in a few words. */
export function reasonKind(code: string): string {
  return KINDS[code] ?? GROUPS[code.split('.')[0] ?? ''] ?? `Something else (${code})`;
}

/** Whether a kind of reason has words of its own. */
export function hasReasonKind(code: string): boolean {
  return code in KINDS || (code.split('.')[0] ?? '') in GROUPS;
}

const OF_THE_HOUSEHOLD: readonly string[] = [
  'batch.fault',
  'pay.nothing-to-pay',
  'pay.run-not-open',
  'pay.second-check-needed',
  'pay.say-who-works',
];

/** One reason of one household in words, and where in the household it is mended. */
export function reasonText(reason: Reason): {
  readonly title: string;
  readonly body: string;
  readonly link: { readonly to: string; readonly label: string } | undefined;
} {
  const { code, workerId, name } = reason;
  const values = name === '' ? reason.values : { ...reason.values, name };
  if (code === 'batch.hours-not-in')
    return {
      title: `${many(Number(values['shifts'] ?? 0), 'shift', 'shifts')} of ${name} not confirmed`,
      body: 'A shift that is not confirmed is not paid. Say which hours were worked.',
      link: { to: '/rota/confirm', label: `Confirm ${name}’s hours` },
    };
  if (OF_THE_HOUSEHOLD.includes(code))
    return {
      title: reasonKind(code),
      body: sentenceFor({ code, details: values }, payRefusals),
      link: { to: '/pay', label: 'See all pay of this household' },
    };
  const said = warningText(code, values, workerId, name);
  return {
    ...said,
    title: isPayProblem(code) && name !== '' ? `${name}: ${reasonKind(code)}` : said.title,
    link: said.link ?? (workerId === null ? undefined : problemLink(code, workerId, name)),
  };
}
