import words from '@resources/documents/payslip.json';
import { formatDay } from '@shared/dates';
import { formatPounds, negatePence, type Pence, sumPence } from '@shared/money';
import { assertNever } from '@shared/result';
import { formatHoursShort } from './figures';
import type { PayslipDocument, PayslipTaxWorking } from './payslip-document';
import { fill, fillRuns, type Run } from './words';

/** How tax was worked out, in one line or two. */
export function taxSentence(payslip: PayslipDocument, working: PayslipTaxWorking): string {
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
      return fill(template, values) + limit;
    }
    case 'this-period': {
      const template = working.freePay < 0 ? words.tax.thisPeriodAdded : words.tax.thisPeriod;
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
  if (contact === undefined) return words.contact.keep;
  const { name, phone, email } = contact;
  const ask =
    phone !== undefined
      ? fill(words.contact.both, { name, phone })
      : email !== undefined
        ? fill(words.contact.email, { name, email })
        : fill(words.contact.nameOnly, { name });
  return `${ask} ${words.contact.keep}`;
}
