import words from '@resources/terminal/en.json';
import { fill } from '../files/documents/words';

export { fill, words };

/** A refusal's details after its code: ` (day 2027-05-01)`. */
export function detailsText(details: Readonly<Record<string, string | number>> | undefined): string {
  const parts = Object.entries(details ?? {}).map(([name, value]) => `${name} ${value}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
