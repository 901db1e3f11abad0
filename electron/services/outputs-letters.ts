import words from '@resources/documents/outputs.json';
import type { LetterPreview, LetterTemplate, OutputsOf } from '@shared/api/outputs';
import { formatDay } from '@shared/dates';
import {
  type LetterBlock,
  type LetterPlace,
  type LetterValues,
  mergedLetter,
  placesOfLetter,
} from '@shared/desk/letter-merge';
import { formatPounds, sumPence } from '@shared/money';
import { employerOf } from '../db/queries/household';
import { organisationOf } from '../db/queries/organisation';
import { letterTemplatesOf } from '../db/queries/outputs';
import type { Letter } from '../files/documents/letter-pdf';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { organisationState } from './organisation';
import { type OutputHousehold, type OutputScope, outputScope, outputSources } from './outputs-scope';
import { finishedRun } from './pay-finished';
import { hmrcView } from './pay-hmrc';
import { paymentsOfRun } from './pay-payments';
import { loadPayRecord, workerOfRecord } from './pay-record';
import { workerName } from './worker-name';

/** `Maya Lewis, Tom Reid and Grace Okafor`. */
function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1)}`;
}

/** The letters that are kept, by their name. */
export function letterTemplates(context: ServiceContext): LetterTemplate[] {
  return letterTemplatesOf(databaseOf(context));
}

function checkedBody(body: string): void {
  if (body.trim() === '') refuse('text.empty', {}, 'body');
  const places = placesOfLetter(body);
  if (!places.ok) refuse(places.code, places.details, 'body');
}

/**
 * Keeps a letter; `id` is null for a new one. Refuses `letter.name-taken`, a body without words, and what
 * `placesOfLetter` refuses.
 */
export function saveLetterTemplate(
  context: ServiceContext,
  input: { readonly id: string | null; readonly name: string; readonly body: string },
): string {
  const db = databaseOf(context);
  checkedBody(input.body);
  const { name, body } = input;
  const taken = letterTemplatesOf(db).some(
    (one) => one.id !== input.id && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) refuse('letter.name-taken', {}, 'name');
  const known = input.id;
  if (known !== null && db.byId('letter_template', known) === undefined) refuse('not-found');
  const id = known ?? context.ids.next();
  db.act({ name: 'outputs.letter-saved', householdId: null, values: { name } }, (write) => {
    if (known === null) write.insert('letter_template', { id, name, body });
    else write.update('letter_template', id, { name, body });
  });
  return id;
}

/** Takes a letter away. Letters that were made of it stay where they were saved. Refuses with `not-found`. */
export function removeLetterTemplate(context: ServiceContext, id: string): void {
  const db = databaseOf(context);
  const { name } = db.byId('letter_template', id) ?? refuse('not-found');
  db.act({ name: 'outputs.letter-removed', householdId: null, values: { name } }, (write) =>
    write.remove('letter_template', id),
  );
}

/** What stands in the places of a household’s letter: from the record, by the same figures as its own pages. */
function valuesFor(
  context: ServiceContext,
  household: OutputHousehold,
  scope: OutputScope,
  places: readonly LetterPlace[],
): LetterValues {
  const db = databaseOf(context);
  const record = loadPayRecord(db, household.id, todayOf(context));
  const row = db.byId('household', household.id) ?? refuse('not-found');
  const organisation = organisationOf(db);
  const runIds = new Set(household.runs.map((run) => run.id));
  const runs = record.runs.filter((run) => runIds.has(run.id));
  const payDays = [...new Set(runs.map((run) => run.pay_date))];
  const wants = (...some: readonly LetterPlace[]): boolean => some.some((place) => places.includes(place));
  const totals = wants('net-pay', 'employer-cost')
    ? runs.map((run) => finishedRun(context, household.id, run.id).totals)
    : [];
  const months = wants('hmrc-to-pay', 'hmrc-by', 'hmrc-reference')
    ? scope.taxYears
        .flatMap((year) => hmrcView(context, household.id, year).months)
        .filter((month) => payDays.some((day) => month.from <= day && day <= month.to))
    : [];
  const pensions = wants('pension-to-pay')
    ? runs.flatMap((run) => paymentsOfRun(record, run).filter((one) => one.payee === 'pension'))
    : [];
  const paid = new Set(
    record.payslips.filter((one) => runIds.has(one.pay_run_id)).map((one) => one.worker_id),
  );
  const pas = [...paid].map((id) => workerName(workerOfRecord(record, id)));
  const pounds = (of: readonly unknown[], amount: () => string): string => (of.length === 0 ? '' : amount());
  return {
    person: household.name,
    'known-as': row.name,
    employer: record.employer?.legal_name ?? '',
    'paye-reference': record.employer?.paye_reference ?? '',
    'pay-days': listed(payDays.map((day) => formatDay(day))),
    pas: listed(pas),
    'net-pay': pounds(totals, () => formatPounds(sumPence(totals.map((one) => one.net)))),
    'employer-cost': pounds(totals, () => formatPounds(sumPence(totals.map((one) => one.cost)))),
    'hmrc-to-pay': pounds(months, () => formatPounds(sumPence(months.map((one) => one.owed)))),
    'hmrc-by': listed(months.map((one) => formatDay(one.dueElectronic))),
    'hmrc-reference': listed(months.map((one) => one.reference).filter((one) => one !== '')),
    'pension-to-pay': pounds(runs, () => formatPounds(sumPence(pensions.map((one) => one.amount)))),
    'tax-year': listed(scope.taxYears),
    today: formatDay(todayOf(context)),
    organisation: organisation?.name ?? '',
    'organisation-phone': organisation?.phone ?? '',
    'your-name': organisationState(context).me?.name ?? '',
  };
}

type Address = {
  readonly address_line_1: string;
  readonly address_line_2: string;
  readonly town: string;
  readonly postcode: string;
};

function addressLines(of: Address): string[] {
  return [of.address_line_1, of.address_line_2, of.town, of.postcode].filter((line) => line !== '');
}

function partiesOf(context: ServiceContext, householdId: string): Pick<Letter, 'from' | 'to'> {
  const db = databaseOf(context);
  const row = db.byId('household', householdId) ?? refuse('not-found');
  const organisation = organisationOf(db);
  return {
    from:
      organisation === undefined
        ? { name: '', lines: [] }
        : {
            name: organisation.name,
            lines: [...addressLines(organisation), organisation.phone, organisation.email].filter(
              (line) => line !== '',
            ),
          },
    to: { name: employerOf(db, householdId)?.legal_name || row.name, lines: addressLines(row) },
  };
}

/**
 * A letter to one household with its own words in its places. Refuses what `mergedLetter` refuses: a place that this
 * household has nothing for.
 */
export function letterFor(
  context: ServiceContext,
  household: OutputHousehold,
  scope: OutputScope,
  template: Pick<LetterTemplate, 'name' | 'body'>,
): Letter {
  const places = placesOfLetter(template.body);
  if (!places.ok) refuse(places.code, places.details);
  const merged = mergedLetter(template.body, valuesFor(context, household, scope, places.value));
  if (!merged.ok) refuse(merged.code, merged.details);
  return {
    fileTitle: template.name,
    day: todayOf(context),
    ...partiesOf(context, household.id),
    heading: template.name,
    parts: [...merged.value],
    signature: '',
  };
}

/** A letter as the first household of some papers would get it; without one, with its places as they were typed. */
export function previewLetter(
  context: ServiceContext,
  input: { readonly of: OutputsOf | null; readonly name: string; readonly body: string },
): LetterPreview {
  checkedBody(input.body);
  const newest = outputSources(context).newest;
  const of: OutputsOf | null = input.of ?? (newest === null ? null : { kind: 'days', ...newest });
  const scope = of === null ? null : outputScope(context, of);
  const household = scope?.households[0];
  const heading = input.name;
  if (scope === null || household === undefined)
    return { household: null, heading, to: [], blocks: plainBlocks(input.body), empty: null };
  const places = placesOfLetter(input.body);
  const values = valuesFor(context, household, scope, places.ok ? places.value : []);
  const merged = mergedLetter(input.body, values);
  const { to } = partiesOf(context, household.id);
  const shown = { household: household.name, heading, to: [to.name, ...to.lines] };
  if (merged.ok) return { ...shown, blocks: [...merged.value], empty: null };
  const empty = places.ok ? (places.value.find((place) => values[place] === '') ?? null) : null;
  return { ...shown, blocks: plainBlocks(input.body), empty };
}

function plainBlocks(body: string): LetterBlock[] {
  return body
    .split(/\n\s*\n/)
    .map((text) => ({ kind: 'text' as const, text: text.trim() }))
    .filter((block) => block.text !== '');
}
