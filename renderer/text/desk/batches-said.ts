import type { RefusalSentences } from '../refusals';
import { many, said, type Values } from '../values';

/** Why something about a batch could not be done. */
export const batchesRefusals: RefusalSentences = {
  'batch.too-long': (values) =>
    `A batch takes at most ${said(values, 'days', '62')} days of pay dates. Choose a shorter time.`,
  'batch.nobody-to-pay':
    'No household has a PA with a contract yet. Add PAs first, or take households on from a file.',
  'batch.busy': 'Another batch is being worked on. Wait for it, or stop it first.',
  'batch.line-finished':
    'This pay is finished, so it can’t change here. Correct it in the household’s own pages.',
  'batch.nothing-to-accept': 'Nothing here waits for a look any more. Look at the list again.',
  'batch.fault':
    'Mainstay had a fault while it worked this out. Nothing was paid. The other households are not touched by it.',
  'batch.hours-not-in': 'Hours are planned but not confirmed, so there is nothing to pay yet.',
  'pay.second-check-needed':
    'Somebody else has to check this pay first. Your organisation asks for a second person.',
  'pay.say-who-works': 'Say who is working now first. Then do this again.',
};

const households = (values: Values): string => many(Number(values['lines'] ?? 0), 'household', 'households');

/** What was done to a batch, as it reads after “Undo: ”. */
export const batchesActions: Readonly<Record<string, (values: Values) => string>> = {
  'batch.created': (values) => `began a batch for ${said(values, 'from', 'a pay day')}`,
  'batch.accepted': (values) => `looked at the pay of ${households(values)}`,
  'batch.accept-taken-back': () => 'took back that pay was looked at',
  'batch.left-out': () => 'left a household out of a batch',
  'batch.taken-in': () => 'took a household into a batch again',
  'batch.put-away': () => 'put a batch away',
  'batch.taken-out': () => 'took a batch out again',
  'pay.checked': () => 'noted that the pay was checked',
};
