import type { IsoDay } from '../../dates';
import {
  type EmployerReferences,
  type FinalSubmission,
  type RtiFault,
  type RtiKey,
  type RtiMessage,
  type RtiPlace,
  relatedTaxYear,
  rtiYearDays,
} from './rti-types';

/** One of HMRC's own rules: its error number, what it is about, and where a message breaks it. */
export type HmrcRule<Message> = {
  readonly hmrcError: number;
  /** HMRC's path of the element. Two rules can share a number. */
  readonly element: string;
  readonly broken: (message: Message, today: IsoDay) => readonly RtiPlace[];
};

const WHOLE_MESSAGE: readonly RtiPlace[] = [{}];

/** A rule about the message as a whole. `broken` is true where the message breaks it. */
export function messageRule<Message>(
  hmrcError: number,
  element: string,
  broken: (message: Message, today: IsoDay) => boolean,
): HmrcRule<Message> {
  return {
    hmrcError,
    element,
    broken: (message, today) => (broken(message, today) ? WHOLE_MESSAGE : []),
  };
}

/** Every place where a message breaks HMRC's rules, by rule. */
export function breaches<Message>(
  rules: readonly HmrcRule<Message>[],
  message: Message,
  today: IsoDay,
): readonly RtiFault[] {
  return rules.flatMap((rule) =>
    rule.broken(message, today).map(
      (place): RtiFault => ({
        ...place,
        code: 'rti.hmrc-rule',
        hmrcError: rule.hmrcError,
        severity: 'wrong',
        element: rule.element,
      }),
    ),
  );
}

function keyOf(keys: readonly RtiKey[], type: string): string | undefined {
  return keys.find((key) => key.type === type)?.value;
}

function sameKeys(a: readonly RtiKey[], b: readonly RtiKey[]): boolean {
  return a.length === b.length && a.every((key) => keyOf(b, key.type) === key.value);
}

const UTR_WEIGHTS = [6, 7, 8, 9, 10, 5, 4, 3, 2];

/** Whether a Unique Taxpayer Reference's first figure fits the other nine. Source: HMRC modulus 11 check. */
export function isUtr(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const sum = UTR_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index + 1]), 0);
  return text[0] === '21987654321'[sum % 11];
}

type WithReferences = {
  readonly references: EmployerReferences;
  readonly relatedTaxYear: string;
  readonly finalSubmission?: FinalSubmission | undefined;
};

/** The rules that both kinds of message have, in HMRC's words under `kind`. */
export function commonRules<Submission extends WithReferences>(
  kind: string,
): readonly HmrcRule<RtiMessage<Submission>>[] {
  type Message = RtiMessage<Submission>;
  const rule = messageRule<Message>;
  const days = (message: Message): { readonly first: string; readonly last: string } =>
    rtiYearDays(message.year);
  return [
    rule(5005, 'IRheader/Keys/Key', ({ envelope, header }) => !sameKeys(envelope.keys, header.keys)),
    rule(5004, 'IRheader', ({ header }) => header.keys.length === 0),
    rule(
      7821,
      `${kind}/EmpRefs/OfficeNo`,
      ({ header, submission }) =>
        keyOf(header.keys, 'TaxOfficeNumber') !== submission.references.officeNumber,
    ),
    rule(
      7822,
      `${kind}/EmpRefs/PayeRef`,
      ({ header, submission }) =>
        keyOf(header.keys, 'TaxOfficeReference') !== submission.references.payeReference,
    ),
    rule(7882, `${kind}/EmpRefs/COTAXRef`, ({ submission }) => {
      const reference = submission.references.corporationTaxReference;
      return reference !== undefined && !isUtr(reference);
    }),
    rule(
      7889,
      `${kind}/RelatedTaxYear`,
      ({ year, submission }) => submission.relatedTaxYear !== relatedTaxYear(year),
    ),
    rule(
      7844,
      `${kind}/RelatedTaxYear`,
      (message) =>
        message.header.periodEnd < days(message).first || message.header.periodEnd > days(message).last,
    ),
    rule(
      7875,
      `${kind}/FinalSubmission/BecauseSchemeCeased`,
      ({ submission: { finalSubmission: final } }) =>
        final?.becauseSchemeCeased === true && final.dateSchemeCeased === undefined,
    ),
    rule(7876, `${kind}/FinalSubmission/DateSchemeCeased`, ({ submission }, today) => {
      const ceased = submission.finalSubmission?.dateSchemeCeased;
      return ceased !== undefined && ceased > today;
    }),
    rule(
      7933,
      `${kind}/FinalSubmission`,
      ({ submission: { finalSubmission: final } }) =>
        final !== undefined &&
        final.becauseSchemeCeased !== true &&
        final.dateSchemeCeased === undefined &&
        final.forYear !== true,
    ),
  ];
}

/** The same day so many years before, as text to compare with: the calendar here does not reach back before 1900. */
export function yearsBefore(day: IsoDay, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}
