import words from '@resources/documents/privacy.json';
import { addYears, formatDay, isIsoDay } from '@shared/dates';
import { DATA_GROUPS, DATA_WORDS, type DataGroup } from '@shared/privacy/data-list';
import { must } from '@shared/result';
import { agreementsOf } from '../db/queries/household';
import { pensionsOf } from '../db/queries/people';
import { csvForPeople, csvNumber } from '../files/documents/csv';
import { ODT_TYPE, paperOdt } from '../files/documents/letter-odt';
import { type LetterPart, letterPdf } from '../files/documents/letter-pdf';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { databaseOf, type ServiceContext, todayOf } from './context';
import {
  type Controller,
  contactOf,
  controllerOf,
  dataGroupsNow,
  groundsText,
  keptText,
} from './privacy-facts';
import type { MadeFile } from './program-files';

const text = (line: string): LetterPart => ({ kind: 'text', text: line });
const heading = (line: string): LetterPart => ({ kind: 'heading', text: line });
const list = (items: readonly string[]): LetterPart => ({ kind: 'list', items });

type Paper = {
  readonly kind: keyof typeof words.files;
  readonly fileTitle: string;
  readonly heading: string;
  readonly to: string;
  readonly parts: readonly LetterPart[];
  readonly signature: string;
};

/** A paper as a PDF, or as a file for a word processor. */
function paperFile(
  context: ServiceContext,
  controller: Controller,
  paper: Paper,
  format: 'pdf' | 'odt',
): MadeFile {
  const day = todayOf(context);
  const name = safeFileName(
    fill(words.files[paper.kind], { controller: controller.name, day, ending: format }),
  );
  if (format === 'odt')
    return {
      name,
      mediaType: ODT_TYPE,
      bytes: paperOdt({
        title: paper.fileTitle,
        heading: paper.heading,
        day,
        lines: [controller.name, ...controller.lines, formatDay(day), paper.to],
        parts: paper.parts,
      }),
    };
  return {
    name,
    mediaType: 'application/pdf',
    bytes: letterPdf({
      fileTitle: paper.fileTitle,
      day,
      from: { name: controller.name, lines: controller.lines },
      to: { name: paper.to, lines: [] },
      heading: paper.heading,
      parts: paper.parts,
      signature: paper.signature,
    }),
  };
}

/** Each group of data with how long it is kept, in words. */
function keptOfGroups(context: ServiceContext, householdId: string, marked: boolean) {
  const now = new Map(dataGroupsNow(context, householdId).map((one) => [one.id, one]));
  return DATA_GROUPS.map((group) => {
    const own = must(now.get(group.id), 'every group is counted');
    return { group, count: own.count, kept: keptText(group, own, marked) };
  });
}

const grounds = (groups: readonly DataGroup[]): string =>
  [...new Set(groups.flatMap((group) => group.bases.map((basis) => DATA_WORDS.bases[basis].law)))].join('; ');

const ROLES: Readonly<Record<string, string>> = words.roles;

/** Who acts for the controller, and who helps. */
function actingParts(controller: Controller): LetterPart[] {
  const { helpers } = controller.choices;
  return [
    ...controller.acting.map(({ name, role }) =>
      text(fill(words.acting, { name, controller: controller.name, role: ROLES[role] ?? role })),
    ),
    ...(helpers === '' ? [] : [text(fill(words.helping, { helpers, controller: controller.name }))]),
  ];
}

/** Who is told what, by name where the record knows it. */
function toldItems(context: ServiceContext, householdId: string, controller: Controller): string[] {
  const db = databaseOf(context);
  const { items } = words.notice.told;
  const providers = [...new Set(pensionsOf(db, householdId).map((one) => one.provider))].filter(Boolean);
  const funders = [...new Set(agreementsOf(db, householdId).map((one) => one.funder_name))];
  const { helpers } = controller.choices;
  return [
    items.hmrc,
    providers.length === 0 ? items.pensionNone : fill(items.pension, { names: providers.join(', ') }),
    items.bank,
    ...(funders.length === 0 ? [] : [fill(items.funder, { names: funders.join(', ') })]),
    items.court,
    items['home-office'],
    items.insurer,
    ...(hasShared(context, householdId) ? [items.shared] : []),
    ...(helpers === '' ? [] : [fill(items.helpers, { helpers })]),
  ];
}

function hasShared(context: ServiceContext, householdId: string): boolean {
  return dataGroupsNow(context, householdId).some((one) => one.id === 'others-shared' && one.count > 0);
}

/** The privacy notice for everybody who works for the household. Refuses with `not-found`. */
export function privacyNoticeFile(
  context: ServiceContext,
  householdId: string,
  format: 'pdf' | 'odt',
): MadeFile {
  const controller = controllerOf(context, householdId);
  const own = words.notice;
  const values = { controller: controller.name };
  const groups = keptOfGroups(context, householdId, false).filter(({ group }) => group.people === 'pa');
  const { paper } = controller.choices;
  const parts: LetterPart[] = [
    heading(own.who.heading),
    text(fill(own.who.text, values)),
    ...actingParts(controller),
    text(fill(words.contact, { contact: contactOf(context, householdId, controller) })),
    {
      kind: 'table',
      isText: true,
      caption: own.what.heading,
      columns: own.what.columns,
      rows: groups.map(({ group, kept }) => [group.name, `${group.why} ${group.from}`, kept]),
    },
    text(own.what.text),
    text(fill(own.what.grounds, { list: grounds(groups.map((one) => one.group)) })),
    heading(own.health.heading),
    text(fill(own.health.text, { law: DATA_WORDS.special.law })),
    heading(own.told.heading),
    text(own.told.text),
    list(toldItems(context, householdId, controller)),
    heading(own.safe.heading),
    ...own.safe.text.map(text),
    ...(paper === '' ? [] : [text(fill(own.safe.paper, { place: paper }))]),
    heading(own.decisions.heading),
    text(own.decisions.text),
    heading(own.must.heading),
    text(own.must.text),
    heading(own.rights.heading),
    list(own.rights.items),
    heading(own.complain.heading),
    ...own.complain.text.map(text),
  ];
  return paperFile(
    context,
    controller,
    {
      kind: 'notice',
      fileTitle: fill(own.fileTitle, values),
      heading: own.heading,
      to: fill(own.to, values),
      parts,
      signature: '',
    },
    format,
  );
}

/**
 * The appropriate policy document on PAs' health data. Refuses with `not-found`. Source: Data Protection Act 2018,
 * Schedule 1, paragraphs 38 to 41.
 */
export function privacyPolicyFile(
  context: ServiceContext,
  householdId: string,
  format: 'pdf' | 'odt',
): MadeFile {
  const controller = controllerOf(context, householdId);
  const own = words.policy;
  const values = { controller: controller.name };
  const special = keptOfGroups(context, householdId, false).filter(
    ({ group }) => group.special && group.people === 'pa',
  );
  const { reviewedOn } = controller;
  const parts: LetterPart[] = [
    heading(own.about.heading),
    ...own.about.text.map((line) => text(fill(line, values))),
    list(special.map(({ group }) => fill(own.about.item, { name: group.name, what: group.what }))),
    text(own.about.checks),
    ...actingParts(controller),
    heading(own.ground.heading),
    text(
      fill(own.ground.text, {
        law: DATA_WORDS.special.law,
        bases: grounds(special.map((one) => one.group)),
      }),
    ),
    heading(own.principles.heading),
    list(own.principles.rows.map((row) => `${row.name}. ${row.value}`)),
    heading(own.kept.heading),
    list(special.map(({ group, kept }) => fill(own.kept.item, { name: group.name, kept }))),
    text(own.kept.text),
    heading(own.review.heading),
    text(
      reviewedOn === null || !isIsoDay(reviewedOn)
        ? own.review.never
        : fill(own.review.on, { day: formatDay(reviewedOn), by: formatDay(addYears(reviewedOn, 1)) }),
    ),
    text(own.review.text),
  ];
  return paperFile(
    context,
    controller,
    {
      kind: 'policy',
      fileTitle: fill(own.fileTitle, values),
      heading: own.heading,
      to: own.to,
      parts,
      signature: fill(own.signature, values),
    },
    format,
  );
}

/** The list of what is kept about people, as a paper or as a table. Refuses with `not-found`. */
export function privacyListFile(
  context: ServiceContext,
  householdId: string,
  format: 'pdf' | 'csv',
): MadeFile {
  const controller = controllerOf(context, householdId);
  const own = words.list;
  const groups = keptOfGroups(context, householdId, true);
  const told = (group: DataGroup): string => group.told.map((one) => DATA_WORDS.recipients[one]).join(', ');
  if (format === 'csv') {
    const { columns } = own;
    return {
      name: safeFileName(
        fill(words.files.list, { controller: controller.name, day: todayOf(context), ending: format }),
      ),
      mediaType: 'text/csv',
      bytes: csvForPeople(
        Object.values(columns),
        groups.map(({ group, kept, count }) => [
          DATA_WORDS.people[group.people],
          group.name,
          group.what,
          group.why,
          group.from,
          groundsText(group),
          group.special ? own.yes : own.no,
          told(group),
          kept,
          csvNumber(count),
        ]),
      ),
    };
  }
  const parts: LetterPart[] = [text(own.intro)];
  let people: DataGroup['people'] | undefined;
  for (const { group, kept, count } of groups) {
    if (group.people !== people) parts.push(heading(DATA_WORDS.people[group.people]));
    people = group.people;
    parts.push(
      text(
        [
          `${group.name}.`,
          group.what,
          group.why,
          group.from,
          ...(group.special ? [own.health] : []),
          fill(own.grounds, { list: groundsText(group) }),
          fill(own.told, { list: told(group) }),
          kept,
          fill(own.counted, { count }),
        ].join(' '),
      ),
    );
  }
  parts.push(heading(own.sources), list(sourceLines()));
  return paperFile(
    context,
    controller,
    {
      kind: 'list',
      fileTitle: fill(own.fileTitle, { controller: controller.name }),
      heading: own.heading,
      to: own.to,
      parts,
      signature: '',
    },
    'pdf',
  );
}

function sourceLines(): string[] {
  return DATA_WORDS.sources.map(({ text: source, mark }) =>
    mark === 'RECALLED' ? fill(words.recalled, { text: source }) : source,
  );
}
