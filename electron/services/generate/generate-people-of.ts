import words from '@resources/example/households.json';
import { NAME_TOKEN, TOKENS } from './generate-tokens';

/** Most people that a household has: the supported person and their PAs. */
const PEOPLE = 6;
/** A step that visits every pair of names before it comes back, in no order that anybody sees. */
const STEP = 7_919;

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('An empty list of names');
  return found;
}

/** The first and the last name of one person of a household: no two of the first twenty thousand share both. */
function namesOf(household: number, person: number): { readonly f: string; readonly l: string } {
  const { firstNames, lastNames } = words;
  const place = ((household * PEOPLE + person) * STEP) % (firstNames.length * lastNames.length);
  return { f: at(firstNames, place), l: at(lastNames, Math.floor(place / firstNames.length)) };
}

function houseOf(household: number): string {
  return `${1 + ((household * 7) % 180)} ${at(words.streets, household * 11)}`;
}

const PERSON = new RegExp(`^${NAME_TOKEN}$`, 'i');

/** What finds every token in a text. */
export const TOKENS_IN_TEXT = [
  NAME_TOKEN,
  'JH00000[1-9]A',
  '9900000[0-9]',
  TOKENS.payeReference,
  TOKENS.accountsOffice,
  TOKENS.agreement,
  TOKENS.house,
  TOKENS.town,
  TOKENS.postcode,
  TOKENS.phone,
].join('|');

/** What stands in the place of a token in one household, the first being 0; written as large as the token is. */
export function wordOf(token: string, household: number): string {
  const name = PERSON.exec(token);
  if (name !== null) {
    const person = (name[2] ?? 'a').toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0);
    const word = namesOf(household, person)[(name[1] ?? 'f').toLowerCase() === 'f' ? 'f' : 'l'];
    if (token === token.toUpperCase()) return word.toUpperCase();
    return token === token.toLowerCase() ? word.toLowerCase() : word;
  }
  const number = household * PEOPLE + Number(/[0-9](?=A?$)/.exec(token)?.[0] ?? 0);
  const office = 120 + (household % 700);
  const town = at(words.towns, household * 3);
  switch (token) {
    case TOKENS.payeReference:
      return `${office}/N${at([...'ABCDEFGHJK'], household)}${pad(10_000 + household * 37, 5)}`;
    case TOKENS.accountsOffice:
      return `${office}P${at([...'ABCDEFGHJK'], household)}${pad(10_000 + household * 37, 8)}`;
    case TOKENS.agreement:
      return `DP/${pad(100_000 + household * 13, 6)}`;
    case TOKENS.house:
      return houseOf(household);
    case TOKENS.town:
      return town.town;
    case TOKENS.postcode:
      return `${town.postcode} ${1 + (household % 9)}${at([...'ABDEFGHJLN'], household)}${at([...'PQRSTUWXYZ'], household * 3)}`;
    case TOKENS.phone:
      return `0113 496 0${pad(household % 1_000, 3)}`;
    default:
      if (token.startsWith('JH'))
        return `JH${pad((number * 104_729 + 170_017) % 1_000_000, 6)}${at([...'ABCD'], number)}`;
      if (token.startsWith('99')) return pad(10_000_000 + ((number * 7_919) % 80_000_000), 8);
      throw new Error(`No such token: ${token}`);
  }
}
