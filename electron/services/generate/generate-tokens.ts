/**
 * What stands in a household that was lived once, in the places of names, numbers and addresses that each copy has of its
 * own. No word of the program, and nothing that a person types, looks like one of these.
 */
export const TOKENS = {
  first: (person: number): string => `Qzf${letter(person)}`,
  last: (person: number): string => `Qzl${letter(person)}`,
  /** Well formed, and never given to anybody. */
  niNumber: (person: number): string => `JH00000${person}A`,
  account: (person: number): string => `9900000${person}`,
  payeReference: '120/QZ12345',
  accountsOffice: '120PQ00012345',
  agreement: 'DP/00000QZ',
  house: '77Qzhouse',
  town: 'Qztown',
  postcode: 'QZ1 1QZ',
  phone: '0100 000 0000',
} as const;

function letter(person: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + person);
}

/** Names of a person in a text, however they are written: the place, f or l, and the letter of the person. */
export const NAME_TOKEN = 'qz([fl])([a-i])';
