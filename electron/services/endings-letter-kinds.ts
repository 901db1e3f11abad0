import type { EndingKind } from '@shared/returns/ending-steps';

export type EndingLetterKind = 'notice' | 'job-ends' | 'funder' | 'executor';

/** The letters that go with each kind of end. */
export const LETTERS_OF: Readonly<Record<EndingKind, readonly EndingLetterKind[]>> = {
  ended: ['notice', 'funder'],
  moved: ['notice', 'funder'],
  'other-funding': ['notice', 'funder'],
  death: ['job-ends', 'funder', 'executor'],
};
