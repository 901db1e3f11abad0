import { percentFromHundredths } from '@shared/rates/evidence';
import type { Values } from './values';

/** By how much the percentages are too low, in a sentence. */
export function rateShort(values: Values): string {
  const total = Number(values['total'] ?? 0);
  const employer = Number(values['employer'] ?? 0);
  const parts = [
    ...(total > 0 ? [`The two shares together are ${percentFromHundredths(total)} % too low.`] : []),
    ...(employer > 0 ? [`Your own share is ${percentFromHundredths(employer)} % too low.`] : []),
  ];
  const least = (name: string) => percentFromHundredths(Number(values[name] ?? 0));
  return `The least is ${least('leastTotal')} % together, and ${least('leastEmployer')} % from you. ${parts.join(' ')}`.trim();
}
