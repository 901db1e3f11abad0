import type { RefusalSentences } from '../refusals';
import { said } from '../values';

/** Sentences for refusals of fees. */
export const feesRefusals: RefusalSentences = {
  'fees.name-taken': (values) =>
    `There are terms called “${said(values, 'name')}” already. Choose another name.`,
  'fees.no-organisation': 'Set up your organisation first. Its name stands on each invoice.',
  'fees.nothing-to-charge': 'Nothing waits to be charged up to this day.',
  'fees.due-before-issued': 'This day is gone. Enter today or a later day.',
  'fees.no-terms': 'This household has no terms on that day. Set its terms first.',
  'fees.charged-already': 'This stands on an invoice. Cancel the invoice first.',
  'fees.none-of-day': 'No invoice of this day stands.',
  'fees.cancelled-already': (values) => `Invoice ${said(values, 'number')} is cancelled already.`,
  'fees.paid': (values) =>
    `Invoice ${said(values, 'number')} is paid, so it can’t be cancelled. Give the money back instead.`,
};

/** What was done about fees, in the list of what was done. */
export const feesActions: Readonly<
  Record<string, (values: Readonly<Record<string, string | number>>) => string>
> = {
  'fees.scale-saved': (values) => `saved the usual terms ${said(values, 'name')}`,
  'fees.scale-removed': (values) => `removed the usual terms ${said(values, 'name')}`,
  'fees.terms-saved': (values) => `set our fees: ${said(values, 'name')}`,
  'fees.terms-ended': () => 'ended our fees',
  'fees.charge-added': (values) => `added ${said(values, 'name', 'something')} to charge for`,
  'fees.charge-removed': (values) => `took out ${said(values, 'name', 'something')} to charge for`,
  'fees.invoiced': (values) => `made invoice ${said(values, 'number')}`,
  'fees.cancelled': (values) => `cancelled invoice ${said(values, 'number')}`,
};
