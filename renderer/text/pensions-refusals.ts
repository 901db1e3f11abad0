import { rateShort } from './pensions';
import type { RefusalSentences } from './refusals';
import { pounds, said, type Values } from './values';

const who = (values: Values): string => said(values, 'name', 'your PA');

/** Sentences for what a change of a pension is refused for. */
export const pensionRefusals: RefusalSentences = {
  'pension.rate-too-low': rateShort,
  'pension.before-start': (values) =>
    `That is before the first day of work, ${said(values, 'day')}. Enter that day or a later one.`,
  'pension.refund-first': (values) =>
    `${who(values)} opted out, and ${pounds(values, 'own')} has still to go back. Finish the next pay first.`,
  'pension.is-member': (values) => `${who(values)} is in a pension already.`,
  'pension.not-a-member': (values) => `${who(values)} is not in a pension.`,
  'pension.no-birth-date': (values) =>
    `${who(values)}’s date of birth is missing. Add it to the record first.`,
  'pension.cannot-ask': (values) =>
    `There is no pay period of ${who(values)} on that day, or they are too young or too old to ask.`,
  'pension.enrol-instead': (values) =>
    `${who(values)} must be in by law from ${said(values, 'day')}, asked or not. Put them into a pension instead.`,
  'pension.postponed-from-wrong-day':
    'The law does not let you wait from this day. Choose one of the days shown.',
  'pension.postponed-backwards': 'Enter a day after the one it is put off from.',
  'pension.postponed-too-long': (values) =>
    `Three months is the most. Enter ${said(values, 'latest')} or an earlier day.`,
  'pension.no-opt-out': (values) =>
    `${who(values)} joined by asking, so there is no opt-out. They can stop paying in instead.`,
  'pension.opt-out-too-early': (values) =>
    `Before ${said(values, 'from')} a notice does not count. Ask for a new one from that day.`,
  'pension.opt-out-too-late': (values) =>
    `The month to opt out ended on ${said(values, 'to')}. ${who(values)} can stop paying in, but nothing comes back.`,
  'pension.stop-before-start': (values) =>
    `The pension only holds from ${said(values, 'day')}. Enter a later day, or take that entry back.`,
  'pension.no-employer': 'Say first who the employer is. It is in the settings.',
  'pension.before-duties': (values) => `That is before your duties began, ${said(values, 'day')}.`,
  'pension.no-letter': (values) =>
    `There is nothing to write to ${who(values)} about as things stand. Look at the pension again.`,
  'rates.unknown-date': 'Mainstay does not know the figures for that day yet.',
};
