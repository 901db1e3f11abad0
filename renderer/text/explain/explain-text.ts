import type { Explanation } from '@shared/explain';
import { sourcesText } from '../sources';
import { budgetSteps, budgetTitles } from './budget';
import { deductionSteps, deductionTitles } from './deductions';
import { earningsSteps, earningsTitles } from './earnings';
import { figureText } from './figure-text';
import { hmrcSteps, hmrcTitles } from './hmrc';
import { timeOffSteps, timeOffTitles } from './time-off';
import type { StepSentences, TitleSentences } from './words';

/** One step as a person reads it. */
export type ExplainedStep = {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly figure: string;
};

/** An explanation as a person reads it: what the figure is and comes to, the rule, the sum, and where it is from. */
export type Explained = {
  readonly title: string;
  readonly rule?: string | undefined;
  readonly steps: readonly ExplainedStep[];
  /** Titles of the sources with the day they were checked; without the word “Source”. */
  readonly source: string | undefined;
};

const STEPS: StepSentences = {
  ...deductionSteps,
  ...earningsSteps,
  ...timeOffSteps,
  ...budgetSteps,
  ...hmrcSteps,
};

const TITLES: TitleSentences = {
  ...deductionTitles,
  ...earningsTitles,
  ...timeOffTitles,
  ...budgetTitles,
  ...hmrcTitles,
};

const UNKNOWN_STEP = 'A further step';
const UNKNOWN_TITLE = 'How this was worked out';

/** Whether a step’s code has its sentence. */
export function hasStepSentence(code: string): boolean {
  return Object.hasOwn(STEPS, code);
}

/** Whether a title’s code has its words. */
export function hasTitle(code: string): boolean {
  return Object.hasOwn(TITLES, code);
}

/** The name of a figure with whose it is: `Maya’s tax`, `Tax`. */
function named(name: string, who: string | undefined): string {
  if (who === undefined) return name;
  const small = /^[A-Z][a-z]/.test(name) && !name.startsWith('National') ? lowerFirst(name) : name;
  return `${who}’s ${small}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * Puts an explanation into plain words. `who` names whose figure it is, for the title: `Maya’s tax: £20.20`.
 * Give it to the explain panel: `explainedPanel(explainText(explanation, 'Maya'))`.
 */
export function explainText(explanation: Explanation, who?: string): Explained {
  const title = TITLES[explanation.code];
  return {
    title: `${who !== undefined && title?.of ? title.of(who) : named(title?.name ?? UNKNOWN_TITLE, who)}: ${figureText(explanation.result)}`,
    rule: title?.rule?.(explanation.values),
    steps: explanation.steps.map((step) => {
      const words = STEPS[step.code]?.(step.values, step.result) ?? { label: UNKNOWN_STEP };
      return { label: words.label, detail: words.detail, figure: figureText(step.result) };
    }),
    source: sourcesText([
      ...explanation.sources,
      ...explanation.steps.flatMap((step) => (step.source === undefined ? [] : [step.source])),
    ]),
  };
}
