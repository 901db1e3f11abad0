import type { SavedAgreed, SavedRule } from '@shared/api/plan';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { agreed, answerKinds, ask } from '../../../text/plan';

export const KIND_TONES = { allowed: 'done', 'ask-first': 'attention', 'not-allowed': 'wrong' } as const;

/** What stands beside a rule: over what amount it counts, and where it is written. */
export function ruleWords(rule: SavedRule): string {
  return [
    rule.over === null ? '' : ask.over(formatPounds(rule.over)),
    rule.writtenIn === '' ? '' : ask.writtenIn(rule.writtenIn),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was answered, by whom, when and until when. */
export function agreedWords(one: SavedAgreed): string {
  return [
    one.answeredOn === null
      ? answerKinds[one.answer]
      : `${answerKinds[one.answer]}: ${agreed.from(one.answeredBy, formatDay(one.answeredOn))}`,
    one.amount === null ? '' : agreed.upTo(formatPounds(one.amount)),
    one.until === null ? '' : agreed.untilDay(formatDay(one.until)),
  ]
    .filter(Boolean)
    .join(' · ');
}
