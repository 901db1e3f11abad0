import type { RefusalSentences } from './refusals';
import { said } from './values';

/** Refusals of money set aside, bills, the rule for money left and what-ifs. */
export const budgetRefusals: RefusalSentences = {
  'earmark.agreed-by-empty': 'Enter who agreed to it, like the name of your social worker.',
  'earmark.released-too-early': 'It was set aside after that day. Enter a later day.',
  'bill.category-of-other-agreement': (values) =>
    `“${said(values, 'name', 'That kind of spending')}” belongs to another agreement. Choose it there.`,
  'surplus-rule.advance-above-keep':
    'The weeks paid in advance are part of the weeks you may keep. Enter fewer weeks in advance.',
  'surplus-rule.floor-above-keep':
    'The least that should be there can’t be more than you may keep. Enter fewer weeks.',
};
