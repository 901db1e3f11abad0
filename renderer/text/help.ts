import aBabyOrChild from '@resources/help/a-baby-or-child.json';
import backups from '@resources/help/backups.json';
import bankStatements from '@resources/help/bank-statements.json';
import cover from '@resources/help/cover.json';
import glossaryPage from '@resources/help/glossary.json';
import handingOver from '@resources/help/handing-over.json';
import hmrc from '@resources/help/hmrc.json';
import holiday from '@resources/help/holiday.json';
import lookAndKeys from '@resources/help/look-and-keys.json';
import manyHouseholds from '@resources/help/many-households.json';
import payingSomeone from '@resources/help/paying-someone.json';
import privacy from '@resources/help/privacy.json';
import reallyYours from '@resources/help/really-yours.json';
import receipts from '@resources/help/receipts.json';
import settingUp from '@resources/help/setting-up.json';
import sharingAPa from '@resources/help/sharing-a-pa.json';
import someoneIsIll from '@resources/help/someone-is-ill.json';
import theReturn from '@resources/help/the-return.json';
import theRota from '@resources/help/the-rota.json';
import whatYourCouncilAsks from '@resources/help/what-your-council-asks.json';
import whenItEnds from '@resources/help/when-it-ends.json';
import whoToPay from '@resources/help/who-to-pay.json';
import yourMoney from '@resources/help/your-money.json';
import yourPas from '@resources/help/your-pas.json';

export type HelpSection = {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly steps?: readonly string[];
};

/** A page of help. The glossary has no sections; its entries are apart. */
export type HelpTopic = {
  readonly id: string;
  readonly title: string;
  /** More words that find it. */
  readonly words: string;
  readonly sections: readonly HelpSection[];
  /** Of an organisation’s desk: nobody else is shown a way to it. */
  readonly desk?: boolean;
};

/** Every word that is explained, A to Z. */
export const glossary: readonly { readonly term: string; readonly meaning: string }[] = glossaryPage.entries;

/** All help pages, in the order in which they are listed. */
export const helpTopics: readonly HelpTopic[] = [
  settingUp,
  yourPas,
  theRota,
  cover,
  payingSomeone,
  someoneIsIll,
  aBabyOrChild,
  holiday,
  sharingAPa,
  yourMoney,
  bankStatements,
  receipts,
  whoToPay,
  reallyYours,
  theReturn,
  whatYourCouncilAsks,
  whenItEnds,
  hmrc,
  backups,
  handingOver,
  manyHouseholds,
  privacy,
  lookAndKeys,
  { id: glossaryPage.id, title: glossaryPage.title, words: glossaryPage.words, sections: [] },
];

const TOPIC_OF_PLACE: readonly (readonly [RegExp, string])[] = [
  [/^\/today/, 'really-yours'],
  [/^\/rota\/(cover|away-today)/, 'cover'],
  [/^\/rota\/(away|late$)/, 'someone-is-ill'],
  [/^\/rota\/holiday/, 'holiday'],
  [/^\/rota\/pools/, 'sharing-a-pa'],
  [/^\/rota\/(late-change|add-hours)/, 'paying-someone'],
  [/^\/rota/, 'the-rota'],
  [/^\/people\/[^/]+\/family/, 'a-baby-or-child'],
  [/^\/people\/[^/]+\/sick-pay/, 'someone-is-ill'],
  [/^\/people/, 'your-pas'],
  [/^\/pay/, 'paying-someone'],
  [/^\/money\/(bring-in|statements)/, 'bank-statements'],
  [/^\/money\/receipts/, 'receipts'],
  [/^\/money\/(payments|owed)/, 'who-to-pay'],
  [/^\/money\/(spend|plan|agreed)/, 'what-your-council-asks'],
  [/^\/money\/(match|lines|write-down|move|transfers|accounts|funds)/, 'your-money'],
  [/^\/money/, 'really-yours'],
  [/^\/returns\/(endings|review|outcomes|keep)/, 'when-it-ends'],
  [/^\/returns\/(profiles|.*\/forms)/, 'what-your-council-asks'],
  [/^\/returns/, 'the-return'],
  [/^\/duties/, 'hmrc'],
  [/^\/(settings\/hand-over|households\/from-file|desk\/hand-over)/, 'handing-over'],
  [/^\/settings\/(backups|passphrase|record)/, 'backups'],
  [/^\/settings\/privacy/, 'privacy'],
  [/^\/settings\/look/, 'look-and-keys'],
  [/^\/desk/, 'many-households'],
  [/^\/(settings|set-up|households)/, 'setting-up'],
];

/** The topics that are listed: those of the desk for an organisation alone. */
export function topicsFor(atDesk: boolean): readonly HelpTopic[] {
  return atDesk ? helpTopics : helpTopics.filter((topic) => topic.desk !== true);
}

/** Where Help leads from a page: straight to its topic. */
export function helpFor(pathname: string): string {
  const found = TOPIC_OF_PLACE.find(([place]) => place.test(pathname));
  return found === undefined ? '/help' : `/help/${found[1]}`;
}

/** The topics that have every typed word, and the glossary entries that do; `atDesk` as in `topicsFor`. */
export function searchHelp(
  typed: string,
  atDesk = false,
): {
  readonly topics: readonly HelpTopic[];
  readonly entries: typeof glossary;
} {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { topics: topicsFor(atDesk), entries: [] };
  const has = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
  return {
    topics: topicsFor(atDesk).filter((topic) =>
      has(
        [
          topic.title,
          topic.words,
          ...topic.sections.flatMap((one) => [one.heading, ...one.paragraphs, ...(one.steps ?? [])]),
        ].join(' '),
      ),
    ),
    entries: glossary.filter((entry) => has(`${entry.term} ${entry.meaning}`)),
  };
}

/** Words of the help place. */
export const help = {
  title: 'Help',
  sub: 'How things are done, and what the words mean. It is all on this computer.',
  search: 'Search the help',
  searchHint: 'For example, sick, P45 or surplus',
  topics: 'How things are done',
  found: (count: number) => (count === 1 ? '1 page found.' : `${count} pages found.`),
  entriesFound: 'Words that fit',
  none: 'No page has these words. Try one word, or look through the list of words.',
  back: 'All help',
  notFound: 'There is no such help page',
  advice: 'When to ask a person',
  adviceBody:
    'Mainstay knows the rules, not your whole life. ACAS helps with work, HMRC with tax, and your council with the payment.',
} as const;
