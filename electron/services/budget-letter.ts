import words from '@resources/documents/surplus-letter.json';
import type { SurplusReason } from '@shared/api/budget';
import { addDays, formatDay, type IsoDay, laterDay } from '@shared/dates';
import { formatPounds, NO_MONEY } from '@shared/money';
import { letterOdt, ODT_TYPE } from '../files/documents/letter-odt';
import { letterPdf } from '../files/documents/letter-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill, fillCount } from '../files/documents/words';
import { refuse } from '../refusal';
import { countsOn, type EarmarkRow } from './budget-earmarks';
import { promisedOf } from './budget-plan';
import { firstAskedBack, type RuleOnMoney, ruleOnMoney, setAsideOn } from './budget-surplus';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { needView } from './need-view';
import type { MadeFile } from './program-files';

/** How far back hours that were lost are looked for. */
const WEEKS_BACK = 13;

/** Hours of the plan that nobody came for since a day; none where there is no plan. */
function lostSince(context: ServiceContext, householdId: string, from: IsoDay, to: IsoDay): number {
  if (from > to) return 0;
  const { lostSoFar } = needView(context, householdId, from, to);
  return lostSoFar.minutes;
}

/** `130 hours`, `8 hours and 30 minutes`. */
function hoursText(minutes: number): string {
  const hours = fillCount(words.hours, Math.floor(minutes / 60));
  if (minutes % 60 === 0) return hours;
  return fill(words.hoursAndMinutes, { hours, minutes: fillCount(words.minutes, minutes % 60) });
}

function itemOf(row: EarmarkRow): string {
  const values = { name: row.name, amount: formatPounds(row.amount_pence) };
  if (row.agreed === 0) return fill(words.item, values);
  return row.agreed_on === null
    ? fill(words.itemAgreedNoDay, { ...values, who: row.agreed_by })
    : fill(words.itemAgreed, { ...values, who: row.agreed_by, day: formatDay(row.agreed_on) });
}

function reasonText(
  reason: SurplusReason,
  facts: {
    readonly held: RuleOnMoney;
    readonly today: IsoDay;
    readonly name: string;
    readonly lostMinutes: number;
    readonly from: IsoDay;
  },
): string {
  const { held, today, lostMinutes } = facts;
  const { promises } = held.facts;
  const reasons = words.reasons;
  switch (reason) {
    case 'no-pa':
      return lostMinutes === 0
        ? reasons['no-pa-plain']
        : fill(reasons['no-pa'], { from: formatDay(facts.from), hours: hoursText(lostMinutes) });
    case 'hospital':
      return fill(reasons.hospital, { name: facts.name });
    case 'set-aside': {
      const items = [
        ...held.aside.rows.filter((row) => countsOn(row, today)).map(itemOf),
        ...held.aside.leaving.map((one) =>
          fill(words.leaving, { name: one.name, amount: formatPounds(one.amount) }),
        ),
      ];
      const amount = formatPounds(setAsideOn(held.aside, today));
      return fill(reasons['set-aside'], { amount, items: items.join('; ') || reasons.other });
    }
    case 'cover-to-come':
      return promises.holidayEarned === 0
        ? reasons['cover-to-come-plain']
        : fill(reasons['cover-to-come'], { amount: formatPounds(promises.holidayEarned) });
    case 'promised':
      return fill(reasons.promised, { amount: formatPounds(promisedOf(promises)) });
    case 'other':
      return reasons.other;
  }
}

/**
 * A first text of a letter to the authority that explains why money is left, from the record: what is there, what could be
 * asked back, and each reason with its figures. What only the person knows stands in square brackets.
 */
export function surplusLetter(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  asked: readonly SurplusReason[],
): { text: string; suggested: SurplusReason[] } {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const agreement = ownedRow(db.byId('funding_agreement', agreementId), householdId);
  const today = todayOf(context);
  const held = ruleOnMoney(context, householdId, agreement);
  const from = laterDay(agreement.starts_on, addDays(today, 1 - 7 * WEEKS_BACK));
  const lostMinutes = lostSince(context, householdId, from, today);
  const { promises } = held.facts;
  const suggested: SurplusReason[] = [
    ...(lostMinutes > 0 ? (['no-pa'] as const) : []),
    ...(setAsideOn(held.aside, today) > 0 ? (['set-aside'] as const) : []),
    ...(promises.holidayEarned > 0 ? (['cover-to-come'] as const) : []),
    ...(promisedOf(promises) > 0 ? (['promised'] as const) : []),
  ];
  const first = firstAskedBack(held);
  const made = first?.made ?? held.on(today);
  const amount = made?.toAuthority ?? NO_MONEY;
  const name = household.supported_name === '' ? household.name : household.supported_name;
  const facts = { held, today, name, lostMinutes, from };
  const limit =
    made === undefined || made.mayKeep === null
      ? []
      : amount === 0
        ? [words.noSurplus]
        : [
            fill(words.limit, {
              limit: formatPounds(made.mayKeep),
              amount: formatPounds(amount),
              testedOn: formatDay(first?.day ?? today),
            }),
          ];
  const reasons = asked.length === 0 ? suggested : asked;
  const lines = [
    fill(words.dear, { funder: agreement.funder_name }),
    ...(agreement.reference === '' ? [] : [fill(words.reference, { reference: agreement.reference })]),
    fill(words.opening, { name, day: formatDay(today), balance: formatPounds(held.facts.balance) }),
    ...limit,
    ...(reasons.length === 0 ? [] : [words.because, ...reasons.map((one) => `• ${reasonText(one, facts)}`)]),
    ...(held.rule?.onlyAfterReasons === true ? [words.agreedFirst] : []),
    ...(promises.overContribution > 0
      ? [fill(words.overContribution, { amount: formatPounds(promises.overContribution) })]
      : []),
    words.ask,
    words.close,
  ];
  return { text: lines.join('\n\n'), suggested };
}

/** The letter as the person wrote it, as a PDF with a line to sign on or as a document for a word processor. */
export function surplusLetterFile(
  context: ServiceContext,
  householdId: string,
  agreementId: string,
  text: string,
  format: 'pdf' | 'odt',
): MadeFile {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const agreement = ownedRow(db.byId('funding_agreement', agreementId), householdId);
  const day = todayOf(context);
  const name = safeFileName(fill(words.fileName, { day, ending: format }));
  const title = fill(words.fileTitle, { funder: agreement.funder_name });
  const sender = household.supported_name === '' ? household.name : household.supported_name;
  const address = [
    household.address_line_1,
    household.address_line_2,
    household.town,
    household.postcode,
  ].filter((line) => line !== '');
  if (format === 'odt') {
    const head = [sender, ...address, '', formatDay(day), ''].join('\n');
    const bytes = letterOdt({ title, heading: words.heading, text: `${head}\n${text}\n\n${sender}`, day });
    return { name, mediaType: ODT_TYPE, bytes };
  }
  const bytes = letterPdf({
    fileTitle: title,
    day,
    from: { name: sender, lines: address },
    to: { name: agreement.funder_name, lines: [] },
    heading: words.heading,
    parts: text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ kind: 'text' as const, text: line })),
    signature: fill(words.signature, { name: sender }),
  });
  return { name, mediaType: 'application/pdf', bytes };
}
