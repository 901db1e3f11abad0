import type { RefusalSentences } from './refusals';
import { said, type Values } from './values';

const who = (values: Values): string => said(values, 'name', 'somebody');

/** Why a shared PA can’t be kept, shared or paid as it stands. */
export const poolRefusals: RefusalSentences = {
  'pooled.fewer-than-two': 'A PA is shared by two households or more. Choose one more.',
  'pooled.ends-before-it-starts': (values) =>
    `The last day of ${who(values)} is before their first day. Enter a later one.`,
  'pooled.member-twice': (values) =>
    `${who(values)} is in it twice on the same days. Give the first stay an end.`,
  'pooled.no-rule-at-start': (values) =>
    `Somebody shares from ${said(values, 'day', 'the start')}, and no way to split starts by then. Enter that day or an earlier one.`,
  'pooled.two-rules-on-a-day': (values) =>
    `Two ways to split start on ${said(values, 'from', 'the same day')}. Give one of them another day.`,
  'pooled.not-a-share': (values) =>
    `Enter the parts of ${who(values)} as a whole number, 1 or more. Or choose another way to split.`,
  'pooled.member-without-share': (values) =>
    `${who(values)} has no parts, though the parts are fixed from ${said(values, 'from', 'that day')}. Enter them.`,
  'pooled.share-of-nobody': (values) =>
    `${who(values)} has parts and does not share this PA. The parts will not count.`,
  'pooled.supports-no-member': (values) =>
    `${who(values)} is ticked for a shift and does not share this PA. Add them, or take the tick off.`,
  'pooled.supported-twice': (values) => `${who(values)} is ticked twice for the same shift.`,
  'pooled.pattern-twice': 'The same repeating week is in it twice.',
  'pooled.pattern-elsewhere': (values) =>
    `The same repeating week is shared in “${who(values)}” too. Take it out there, or give that one a last day.`,
  'pooled.member-has-shared': (values) =>
    `${who(values)} has shared pay here, so they stay in your record. Give them a last day instead.`,
  'pooled.is-used': (values) =>
    `Pay has been shared by “${who(values)}”, so it stays in your record. Give it a last day instead.`,
  'pooled.shift-paid': (values) =>
    `The shift on ${said(values, 'day', 'that day')} has been paid. Correct the payslip instead.`,
  'pooled.no-rule': (values) =>
    `On ${said(values, 'day', 'one day')} there is no way to split yet. Give the shared PA one from that day on.`,
  'pooled.nobody-supported': (values) =>
    `The shift on ${said(values, 'day', 'one day')} supports nobody. Say whom it is for.`,
  'pooled.not-a-member': (values) =>
    `The shift on ${said(values, 'day', 'one day')} is for somebody who does not share the PA then.`,
  'pooled.no-hours': (values) =>
    `The shift on ${said(values, 'day', 'one day')} is split by hours, and has none. Enter hours for each.`,
  'pooled.no-share': (values) =>
    `For the shift on ${said(values, 'day', 'one day')} somebody has no parts. Enter their parts.`,
  'pooled.nothing-to-split-by': 'There is a cost and no shift to share it by. Confirm the hours first.',
  'line.pool-nobody': 'No household here shares a PA with you in this way. Choose what else the line was.',
  'line.pool-several':
    'You share PAs with more than one household. Choose the household that the money went to or came from.',
  'hours.zero': 'Enter more than no time, or leave it empty for the whole shift.',
};

/** What to have a look at, and why there is nothing to show. */
const told: RefusalSentences = {
  'pooled.no-agreement':
    'Their part is kept. It goes into a return once their funding agreement is entered in their household.',
  'pooled.no-pay-yet':
    'There is no pay to show yet. It shows here once hours of a shared shift are confirmed.',
};

/** A notice about a shared PA as a sentence; an unknown code is named. */
export function poolTold(one: { readonly code: string; readonly values: Values }): string {
  const found = told[one.code] ?? poolRefusals[one.code];
  if (found === undefined) return `Have a look at this. The reason is called “${one.code}”.`;
  return typeof found === 'string' ? found : found(one.values);
}
