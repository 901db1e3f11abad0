import words from '@resources/documents/payslip.json';
import { formatDay } from '@shared/dates';
import { formatPounds, negatePence, type Pence, sumPence } from '@shared/money';
import { exact, roundedToNearest } from '@shared/payroll/exact';
import { assertNever } from '@shared/result';
import { formatHoursShort, formatRate } from './figures';
import type { PayslipDocument, PayslipTaxWorking, PayslipWorking } from './payslip-document';
import { fill, fillCount, fillRuns, type Run } from './words';

/** How tax was worked out, in one line or two. */
function taxSentence(payslip: PayslipDocument, working: PayslipTaxWorking): string {
  const code = payslip.taxCode;
  const now = sumPence(
    payslip.deductions.filter((line) => line.kind === 'income-tax').map((line) => line.amount),
  );
  const shown = (amount: Pence): string => formatPounds(amount < 0 ? negatePence(amount) : amount);
  switch (working.basis) {
    case 'cumulative': {
      const values = {
        pay: formatPounds(working.payToDate),
        free: shown(working.freePayToDate),
        code,
        taxable: formatPounds(working.taxableToDate),
        due: formatPounds(working.taxDueToDate),
        before: formatPounds(working.taxPaidBefore),
        now: shown(now),
      };
      const template =
        now < 0
          ? words.tax.cumulativeRefund
          : working.freePayToDate < 0
            ? words.tax.cumulativeAdded
            : words.tax.cumulative;
      const limit = working.limited ? ` ${fill(words.tax.overriding, { now: shown(now) })}` : '';
      const earlier =
        working.payOfEarlierJob === undefined
          ? ''
          : ` ${fill(words.workings.earlierJob, { pay: formatPounds(working.payOfEarlierJob) })}`;
      return fill(template, values) + earlier + limit;
    }
    case 'this-period': {
      const added = working.freePay < 0;
      const template = working.extraPayday
        ? added
          ? words.workings.extraPaydayAdded
          : words.workings.extraPayday
        : added
          ? words.tax.thisPeriodAdded
          : words.tax.thisPeriod;
      const limit = working.limited ? ` ${fill(words.tax.overriding, { now: shown(now) })}` : '';
      return (
        fill(template, {
          code,
          pay: formatPounds(working.pay),
          free: shown(working.freePay),
          taxable: formatPounds(working.taxable),
          now: formatPounds(now),
        }) + limit
      );
    }
    case 'flat':
      return fill(words.tax.flat, { code, percent: working.percent });
    case 'none':
      return fill(words.tax.none, { code });
    default:
      return assertNever(working);
  }
}

function niSentence(working: Extract<PayslipWorking, { of: 'national-insurance' }>): string {
  const { bands, letter } = working;
  const counted = bands.filter((band) => band.on > 0 && band.percent !== '0');
  const [first] = bands;
  const earlier =
    working.paidEarlier === undefined
      ? ''
      : ` ${fill(words.workings.niEarlier, { paid: formatPounds(working.paidEarlier) })}`;
  if (counted.length > 0)
    return (
      counted
        .map(({ percent, on, from }) =>
          fill(words.workings.niBand, { percent, on: formatPounds(on), from: formatPounds(from) }),
        )
        .join(words.workings.and) +
      words.workings.end +
      earlier
    );
  return first === undefined || first.percent === '0'
    ? fill(words.workings.niLetterNone, { letter })
    : fill(words.workings.niNone, { from: formatPounds(first.from) });
}

function pensionSentence(working: Extract<PayslipWorking, { of: 'pension' }>): string {
  const { percent, between, reliefAdded } = working;
  const on = formatPounds(working.on);
  const how =
    between === undefined
      ? fill(words.workings.pensionAll, { percent, on })
      : fill(words.workings.pensionBand, {
          percent,
          on,
          lower: formatPounds(between.lower),
          upper: formatPounds(between.upper),
        });
  if (working.treatment === 'net-pay') return `${how} ${words.workings.pensionBeforeTax}`;
  return reliefAdded === undefined || reliefAdded === 0
    ? how
    : `${how} ${fill(words.workings.pensionRelief, { relief: formatPounds(reliefAdded) })}`;
}

/** An exact rate as pounds: `£13.20`, `£30.8125`; one with more decimals is rounded to pence, and says so. */
function pounds(rate: string): string {
  const [, decimals = ''] = rate.split('.');
  return decimals.length <= 4
    ? `£${formatRate(rate)}`
    : fill(words.workings.about, { rate: `£${roundedToNearest(exact(rate), 2).toFixed(2)}` });
}

function workingSentence(working: PayslipWorking): readonly [name: string, sentence: string] {
  const say = words.workings;
  switch (working.of) {
    case 'national-insurance':
      return [say.nationalInsurance, niSentence(working)];
    case 'student-loan':
    case 'postgraduate-loan': {
      const name = working.of === 'student-loan' ? say.studentLoan : say.postgraduateLoan;
      return [
        name,
        fill(say.loan, {
          percent: working.percent,
          above: formatPounds(working.above),
          threshold: formatPounds(working.threshold),
        }),
      ];
    }
    case 'pension':
      return [say.pension, pensionSentence(working)];
    case 'holiday': {
      const hours = fillCount(say.hours, formatHoursShort(working.minutes));
      const values = { hours, rate: pounds(working.hourly) };
      return [
        words.earningsKinds[working.kind],
        working.weeks === undefined
          ? fill(say.holidayFixed, values)
          : fillCount(say.holidayWeeks, working.weeks, values),
      ];
    }
    case 'ssp': {
      const paid = fillCount(say.ssp, working.days, { rate: pounds(working.daily) });
      const waiting =
        working.waitingDays === undefined ? '' : ` ${fillCount(say.sspWaiting, working.waitingDays)}`;
      return [words.earningsKinds.ssp, paid + waiting];
    }
    case 'family': {
      const weeks = working.days % 7 === 0;
      const count = weeks ? working.days / 7 : working.days;
      return [
        words.earningsKinds[working.kind],
        fillCount(weeks ? say.familyWeeks : say.familyDays, count, { rate: pounds(working.weekly) }),
      ];
    }
    default:
      return assertNever(working);
  }
}

/** How figures were worked out, a line each: the figure's name in bold, then the sum. */
export function workingLines(payslip: PayslipDocument): readonly (readonly Run[])[] {
  const lines: (readonly [string, string])[] = [];
  if (payslip.taxWorking !== undefined)
    lines.push([words.workings.tax, taxSentence(payslip, payslip.taxWorking)]);
  for (const working of payslip.workings ?? []) lines.push(workingSentence(working));
  return lines.map(([name, sentence]) => [
    { text: `${name}: `, bold: true },
    { text: sentence, bold: false },
  ]);
}

/** Holiday earned, taken and left; nothing where the payslip does not speak of it. */
export function holidayRuns(payslip: PayslipDocument): readonly Run[] | undefined {
  const holiday = payslip.holiday;
  if (holiday === undefined) return undefined;
  if (holiday.kind === 'rolled-up') {
    if (holiday.earnedMinutes === undefined || holiday.takenMinutes === undefined)
      return fillRuns(words.holiday.rolledUp);
    return fillRuns(words.holiday.rolledUpLeft, {
      earned: formatHoursShort(holiday.earnedMinutes),
      taken: formatHoursShort(holiday.takenMinutes),
    });
  }
  const values = {
    earned: formatHoursShort(holiday.earnedMinutes),
    taken: formatHoursShort(holiday.takenMinutes),
  };
  return holiday.leftMinutes < 0
    ? fillRuns(words.holiday.overtaken, { ...values, over: formatHoursShort(-holiday.leftMinutes) })
    : fillRuns(words.holiday.accrued, {
        ...values,
        left: formatHoursShort(holiday.leftMinutes),
        end: formatDay(holiday.leaveYearEnd),
      });
}

/** Whom to ask, and that the payslip is worth keeping. */
export function contactSentence(payslip: PayslipDocument): string {
  const contact = payslip.contact;
  if (contact === undefined) return words.contact.keepAlone;
  const { name, phone, email } = contact;
  const ask =
    phone !== undefined
      ? fill(words.contact.both, { name, phone })
      : email !== undefined
        ? fill(words.contact.email, { name, email })
        : fill(words.contact.nameOnly, { name });
  return `${ask} ${words.contact.keep}`;
}
