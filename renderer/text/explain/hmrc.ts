import type { StepSentences, TitleSentences } from './words';

/** Sentences for what HMRC is owed. */
export const hmrcSteps: StepSentences = {};

export const hmrcTitles: TitleSentences = {};
