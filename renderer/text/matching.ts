import type { Proposal } from '@shared/api/money';

/** Words of going through lines one by one. */
export const matching = {
  title: 'Go through your lines',
  sub: 'One line at a time: what it is, why we think so, and your answer.',
  left: (count: number) =>
    count === 1 ? '1 line is not explained yet.' : `${count} lines are not explained yet.`,
  none: 'Every line is explained',
  noneBody: 'When you bring in a new statement, its lines wait for you here.',
  bringIn: 'Bring in a statement',
  line: 'This line',
  lineOf: (at: number, count: number) => `Line ${at} of ${count}`,
  outOn: (amount: string, day: string, account: string) =>
    account === '' ? `${amount} went out on ${day}` : `${amount} went out on ${day}, from ${account}`,
  inOn: (amount: string, day: string, account: string) =>
    account === '' ? `${amount} came in on ${day}` : `${amount} came in on ${day}, to ${account}`,
  think: 'We think it is',
  because: 'Because',
  notKnown: 'We do not know what this is. Say it yourself, or leave it for later.',
  closed: 'This line is in a return that was sent, so it can’t be changed here.',
  evidence: 'Evidence',
  warnings: 'Only you see this',
  others: 'Or is it one of these?',
  yes: 'Yes, and go on',
  notThis: 'No, not this',
  somethingElse: 'Something else',
  later: 'Later',
  back: 'Back one line',
  itIs: (what: string) => `It is ${what}`,
  accepted: (what: string) => `${what}. Next line.`,
  acceptedLast: 'That was the last one.',
  refused: 'We will not say that of this line again.',
  forget: 'Show again what you said no to',
  forgotten: 'It is shown again.',
  wasAgreed: 'This was agreed',
  keys: 'Keys for this line',
  keysHint: 'They work while you are on the line, not while you type.',
  keyList: [
    ['Y', 'Yes, and go on'],
    ['N', 'No, not this'],
    ['S', 'Something else'],
    ['L', 'Later'],
    ['B', 'Back one line'],
  ],
  yesAll: (count: number) =>
    count === 1 ? 'Yes to the one that is certain' : `Yes to all ${count} that are certain`,
  done: 'Done just now',
  doneCaption: 'Lines you have just explained',
  undoOne: 'Undo',
  undoNamed: (line: string) => `Undo: ${line}`,
  undone: 'It is not explained any more.',
  allCertain: (count: number) => (count === 1 ? '1 certain line' : `${count} certain lines`),
  place: 'Money',
  start: 'Go through them one by one',
} as const;

/** How sure an answer is, in a word. */
export const certaintyWords: Readonly<Record<Proposal['certainty'], string>> = {
  certain: 'Certain',
  likely: 'Likely',
  possible: 'Maybe',
};
