import { formatPounds, pence } from '../money';
import type { RateFigureKind } from './compare-rates';
import { percentFromHundredths } from './evidence';

/** The names of the steps of a place in a rates file; `letters.*` names whatever is under `letters`. */
export type FigureNames = Readonly<Record<string, string>>;

/** The words for each step of a figure's place; a step without a name of its own is `undefined`. */
export function stepWords(path: string, names: FigureNames): readonly (string | undefined)[] {
  const steps = path.split('.');
  return steps.map((step, index) => {
    const under = index === 0 ? '' : steps[index - 1];
    return (
      names[`${under}.${step}`] ??
      (Object.hasOwn(names, `${under}.*`) ? names[`${under}.*`]?.replace('{name}', step) : names[step])
    );
  });
}

/** A figure's place in words: `National Insurance, weekly, primary threshold`. */
export function figureWords(path: string, names: FigureNames): string {
  const steps = path.split('.');
  return stepWords(path, names)
    .map((words, index) => words ?? steps[index])
    .filter((words) => words !== '')
    .join(', ');
}

/** A figure as people write it: `£242.00`, `13.8%`, `52`, `1257L`. */
export function figureText(kind: RateFigureKind, value: number | string): string {
  if (kind === 'amount') return formatPounds(pence(Number(value)));
  return kind === 'percent' ? `${percentFromHundredths(Number(value))}%` : String(value);
}
