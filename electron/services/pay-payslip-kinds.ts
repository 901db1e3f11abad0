import type { EarningsCode } from '@shared/payroll/pay-types';
import type { PayslipEarningsKind } from '../files/documents/payslip-document';

/** Every code of the rules has a kind, so that no line is ever shown without saying what it is. */
const EARNINGS: Readonly<Record<EarningsCode | 'late-hours' | 'late-change', PayslipEarningsKind>> = {
  hours: 'work',
  'fixed-pay': 'salary',
  'sleep-in': 'sleep-in',
  'on-call': 'on-call',
  'late-hours': 'back-pay',
  'late-change': 'correction',
  'holiday-pay': 'holiday',
  'rolled-up-holiday-pay': 'rolled-up-holiday',
  'holiday-on-leaving': 'holiday-on-leaving',
  'statutory-sick-pay': 'ssp',
  'statutory-maternity-pay': 'maternity-pay',
  'statutory-paternity-pay': 'paternity-pay',
  'statutory-adoption-pay': 'adoption-pay',
  'statutory-shared-parental-pay': 'shared-parental-pay',
  'statutory-parental-bereavement-pay': 'bereavement-pay',
  'statutory-neonatal-care-pay': 'neonatal-care-pay',
  'cover-premium': 'cover-premium',
  'paid-time-off': 'paid-time-off',
  bonus: 'bonus',
  'minimum-wage-top-up': 'minimum-wage-top-up',
  correction: 'correction',
  other: 'other',
};

/** What kind of pay a line is on paper, by its code. */
export function earningsKind(code: string): PayslipEarningsKind {
  return code in EARNINGS ? EARNINGS[code as keyof typeof EARNINGS] : 'other';
}
