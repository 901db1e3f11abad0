import type { ErasureMention, KeptBy, UnneededPart } from '@shared/api/erasure';
import { UNNEEDED_PARTS } from '@shared/api/erasure';
import { type IsoDay, isIsoDay } from '@shared/dates';
import { type RecordKind, type RetentionRule, retentionClock } from '@shared/returns/retention';
import { contactsOf } from '../db/queries/cover';
import { type AnyRow, rowsAmong, rowsOfHouseholds } from '../db/queries/erasing';
import { representativesOf, storedFile } from '../db/queries/household';
import { workersOf } from '../db/queries/people';
import type { WorkerRow } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { Drafting } from './erasure-draft';
import {
  bytesHold,
  figuresAlone,
  holds,
  jsonWithout,
  type PersonTerms,
  termsOf,
  textsOfJson,
  without,
  withoutId,
  wordsAround,
} from './erasure-names';
import {
  TEXT_COLUMNS,
  type TextColumns,
  UNNEEDED_COLUMNS,
  UNNEEDED_NOTES,
  UNNEEDED_ROWS,
} from './erasure-tables';
import { words } from './erasure-words';
import { sha256 } from './stored-files';

/** The hash of a file with nothing in it. */
export const EMPTY_FILE = sha256('');

/** A row somewhere in the record that names the person, or may. */
export type Mention = ErasureMention & {
  readonly table: string;
  readonly row: AnyRow;
  readonly sure: boolean;
  /** Its original file names them: only the file itself can go. */
  readonly inFile: boolean;
  readonly record: RecordKind | null;
};

export type PersonDraft = {
  readonly worker: WorkerRow;
  readonly terms: PersonTerms;
  readonly draft: Drafting;
  readonly mentions: readonly Mention[];
};

function dayOf(row: AnyRow, column: string | undefined): IsoDay | null {
  const value = column === undefined ? null : row[column];
  return typeof value === 'string' && isIsoDay(value) ? value : null;
}

/** Every name of somebody else in the household: a part of it alone does not mean the PA. */
function otherNames(db: WorkspaceDatabase, worker: WorkerRow): string[] {
  const household = db.byId('household', worker.household_id);
  return [
    ...workersOf(db, worker.household_id)
      .filter((one) => one.id !== worker.id)
      .flatMap((one) => [one.first_names, one.last_name, one.known_as]),
    ...representativesOf(db, worker.household_id).map((one) => one.name),
    ...contactsOf(db, worker.household_id).map((one) => one.name),
    ...(household === undefined
      ? []
      : [household.supported_name, household.known_as, household.user_name, household.name]),
  ];
}

/** Texts of a row, each as plain text. */
function textsOf(row: AnyRow, columns: TextColumns): string[] {
  const plain = columns.text.map((column) => row[column]);
  const inside = (columns.json ?? []).map((column) => {
    const value = row[column];
    return typeof value === 'string' ? textsOfJson(value) : null;
  });
  return [...plain, ...inside].filter((text): text is string => typeof text === 'string' && text !== '');
}

/** Where rows that are not the PA’s own name them, or may. */
function findMentions(drafting: Drafting, householdId: string, terms: PersonTerms): Mention[] {
  const { db } = drafting;
  const found: Mention[] = [];
  for (const [table, columns] of Object.entries(TEXT_COLUMNS)) {
    for (const row of rowsOfHouseholds(db, table, [householdId])) {
      const id = String(row['id']);
      if (drafting.isErased(table, id)) continue;
      const text = textsOf(row, columns).join('\n');
      const inFile = table === 'statement' && fileHolds(db, terms.sure, row);
      const rest = without([terms.sure], text);
      const about = {
        key: `${table}:${id}`,
        group: columns.group,
        day: dayOfMention(db, table, row, columns),
        table,
        row,
        inFile,
        record: columns.record?.kind ?? null,
      };
      if (inFile || rest !== text) found.push({ ...about, text: wordsAround(terms.sure, text), sure: true });
      if (terms.perhaps !== undefined && holds(terms.perhaps, rest))
        found.push({ ...about, text: wordsAround(terms.perhaps, rest), sure: false });
    }
  }
  return found;
}

function dayOfMention(
  db: WorkspaceDatabase,
  table: string,
  row: AnyRow,
  columns: TextColumns,
): IsoDay | null {
  const receipt =
    table === 'receipt_reading' ? rowsAmong(db, 'receipt', 'id', [String(row['receipt_id'])])[0] : undefined;
  const from = receipt ?? row;
  return dayOf(from, columns.record?.day) ?? dayOf(from, 'day') ?? dayOf(from, 'added_on');
}

function fileHolds(db: WorkspaceDatabase, pattern: RegExp, row: AnyRow): boolean {
  const file = storedFile(db, String(row['file_hash']));
  return file !== undefined && bytesHold(pattern, file.bytes);
}

/** Everything that is about one PA, drawn up to go, and where else they are named. */
export function personDraft(db: WorkspaceDatabase, worker: WorkerRow): PersonDraft {
  const drafting = new Drafting(db);
  const { id: workerId, household_id: householdId } = worker;
  drafting.erase('worker', [workerId]);
  for (const [table, column] of [
    ['cover_ask', 'who_id'],
    ['payment_tick', 'payment_key'],
    ['duty_done', 'duty_key'],
    ['report_sent', 'about'],
  ] as const) {
    const own = rowsOfHouseholds(db, table, [householdId]).filter((row) =>
      String(row[column]).includes(workerId),
    );
    drafting.erase(
      table,
      own.map((row) => String(row['id'])),
    );
  }
  eraseEmptyRuns(drafting);
  takeOffLists(drafting, householdId, workerId);
  const terms = termsOf(worker, otherNames(db, worker));
  const mentions = findMentions(drafting, householdId, terms);
  const own = { worker, terms, draft: drafting, mentions };
  return { ...own, mentions: [...mentions, ...returnsAbout(own)] };
}

/** Plans and what-ifs that name the PA by their number lose that step. */
function takeOffLists(drafting: Drafting, householdId: string, workerId: string): void {
  for (const [table, columns] of Object.entries(TEXT_COLUMNS))
    if (columns.record === undefined && columns.json !== undefined)
      for (const row of rowsOfHouseholds(drafting.db, table, [householdId]))
        for (const column of columns.json) {
          const json = row[column];
          if (typeof json === 'string' && json.includes(workerId))
            drafting.change(table, String(row['id']), {
              [column]: JSON.stringify(withoutId(JSON.parse(json), workerId)),
            });
        }
}

/**
 * Sent returns of days on which the PA was paid, or with a file that goes: their papers name the person, even where their
 * figures do not.
 */
function returnsAbout({ draft, worker, mentions }: PersonDraft): Mention[] {
  const { db } = draft;
  const days = [
    ...rowsAmong(db, 'payslip', 'worker_id', [worker.id]).flatMap((row) => dayOf(row, 'pay_date') ?? []),
    ...linesOf(db, worker.id).flatMap((row) => dayOf(row, 'day') ?? []),
  ];
  const known = new Set(mentions.filter((one) => one.sure).map((one) => one.key));
  const files = mentions
    .filter((one) => one.sure && (one.inFile || one.table === 'receipt'))
    .flatMap(({ row }) => [row['file_hash'], row['picture_hash']])
    .filter((hash): hash is string => typeof hash === 'string');
  return rowsOfHouseholds(db, 'monitoring_return', [worker.household_id]).flatMap((row): Mention[] => {
    const key = `monitoring_return:${String(row['id'])}`;
    const from = String(row['from_day']);
    const to = String(row['to_day']);
    const figures = String(row['figures_json']);
    const isAbout =
      days.some((day) => day >= from && day <= to) || files.some((hash) => figures.includes(hash));
    if (known.has(key) || !isAbout) return [];
    const about = { key, group: 'returns' as const, day: dayOf(row, 'to_day'), text: '' };
    return [{ ...about, table: 'monitoring_return', row, sure: true, inFile: false, record: 'returns' }];
  });
}

/** Bank lines whose money was put to a PA. */
function linesOf(db: WorkspaceDatabase, workerId: string): readonly AnyRow[] {
  const parts = rowsAmong(db, 'line_explanation', 'worker_id', [workerId]);
  return rowsAmong(
    db,
    'bank_line',
    'id',
    parts.map((row) => String(row['bank_line_id'])),
  );
}

/** Runs that paid nobody else go with their payslips. */
export function eraseEmptyRuns(drafting: Drafting): void {
  const runs = [
    ...new Set(
      rowsAmong(drafting.db, 'payslip', 'id', drafting.idsOf('payslip')).map((row) =>
        String(row['pay_run_id']),
      ),
    ),
  ];
  const kept = new Set(
    rowsAmong(drafting.db, 'payslip', 'pay_run_id', runs)
      .filter((row) => !drafting.isErased('payslip', String(row['id'])))
      .map((row) => String(row['pay_run_id'])),
  );
  drafting.erase(
    'pay_run',
    runs.filter((id) => !kept.has(id)),
  );
}

/** Each day that a rule of how long records are kept counts from. */
function recordDays(person: PersonDraft): { kind: RecordKind; day: IsoDay }[] {
  const { db } = person.draft;
  const leftOn = person.worker.left_on;
  const found: { kind: RecordKind; day: IsoDay }[] = [];
  const add = (kind: RecordKind, table: string, column: string, only?: (row: AnyRow) => boolean): void => {
    for (const row of rowsAmong(db, table, 'id', person.draft.idsOf(table))) {
      const day = dayOf(row, column) ?? leftOn;
      if (day !== null && (only === undefined || only(row))) found.push({ kind, day });
    }
  };
  add('payslips', 'payslip', 'pay_date');
  add('hours', 'shift', 'end_day', (row) => row['status'] === 'confirmed');
  add('hours', 'timesheet_agreement', 'to_day');
  add('holiday', 'absence', 'last_day', (row) => row['kind'] === 'holiday');
  add('payslips', 'absence', 'last_day', (row) => row['kind'] !== 'holiday');
  // A pension record is about all the time somebody was in it.
  add('pension', 'pension_membership', 'none', (row) => row['status'] !== 'opted-out');
  add('opt-out', 'pension_membership', 'from_day', (row) => row['status'] === 'opted-out');
  if (person.worker.right_to_work_checked_on !== null && leftOn !== null)
    found.push({ kind: 'right-to-work', day: leftOn });
  for (const one of person.mentions)
    if (one.sure && one.record !== null && one.day !== null) found.push({ kind: one.record, day: one.day });
  // Money that was put to them, whatever the bank wrote.
  for (const row of linesOf(db, person.worker.id)) {
    const day = dayOf(row, 'day');
    if (day !== null) found.push({ kind: 'statements', day });
  }
  return found;
}

/** By whose rule a record of a kind and day is kept, and until when. */
export function keeperOf(
  rules: readonly RetentionRule[],
  kind: RecordKind,
  day: IsoDay,
  endedOn: IsoDay | null,
): KeptBy | undefined {
  const clock = retentionClock(kind, day, endedOn, rules);
  if (clock === undefined) return undefined;
  const { who, source, mark } = clock.because;
  return { records: kind, who, source, mark, mayGoOn: clock.mayGoOn };
}

/** What keeps some records longest: for good before any day, else the latest. Nothing where all may go today. */
export function longestKeeper(keepers: readonly (KeptBy | undefined)[], today: IsoDay): KeptBy | null {
  return keepers.reduce<KeptBy | null>((longest, one) => {
    if (one === undefined || (one.mayGoOn !== null && one.mayGoOn <= today)) return longest;
    if (longest === null || one.mayGoOn === null) return one;
    return longest.mayGoOn !== null && one.mayGoOn > longest.mayGoOn ? one : longest;
  }, null);
}

/** The rule that keeps the last of a PA’s records; null where all of it may go. */
export function keeperOfPerson(
  person: PersonDraft,
  rules: readonly RetentionRule[],
  today: IsoDay,
): KeptBy | null {
  const days = new Map<string, { kind: RecordKind; day: IsoDay }>();
  for (const one of recordDays(person)) {
    const known = days.get(one.kind);
    if (known === undefined || one.day > known.day) days.set(one.kind, one);
  }
  const { left_on: leftOn } = person.worker;
  return longestKeeper(
    [...days.values()].map(({ kind, day }) => keeperOf(rules, kind, day, leftOn)),
    today,
  );
}

/** Whether a place that may mean the person has to stay as it is for now. */
export function mentionStays(mention: Mention, rules: readonly RetentionRule[], today: IsoDay): boolean {
  if (mention.record === null || mention.day === null) return false;
  const keeper = keeperOf(rules, mention.record, mention.day, null);
  return keeper !== undefined && (keeper.mayGoOn === null || keeper.mayGoOn > today);
}

/**
 * Puts the person out of a row that is about something else. Where it surely names them, a file of it that can’t be changed
 * goes whole.
 */
export function redact(person: PersonDraft, mention: Mention): void {
  const { draft, terms } = person;
  const { table, row } = mention;
  const id = String(row['id']);
  const patterns = mention.sure ? [terms.sure] : [terms.sure, terms.perhaps];
  if (mention.sure && (table === 'receipt' || table === 'receipt_reading')) {
    draft.erase('receipt', [table === 'receipt' ? id : String(row['receipt_id'])]);
    return;
  }
  const columns = TEXT_COLUMNS[table];
  const values: Record<string, string | number | null> = {};
  for (const column of columns?.text ?? []) {
    const text = row[column];
    if (typeof text === 'string' && text !== '') values[column] = without(patterns, text);
  }
  for (const column of columns?.json ?? []) {
    const json = row[column];
    if (typeof json !== 'string') continue;
    const inList = JSON.stringify(withoutId(JSON.parse(json), person.worker.id));
    values[column] = jsonWithout(patterns, columns?.record === undefined ? inList : json);
  }
  if (mention.sure) Object.assign(values, withoutFile(mention));
  if (mention.sure && table === 'monitoring_return')
    for (const column of ['figures_json', 'manifest_json']) {
      const json = values[column];
      if (typeof json === 'string') values[column] = JSON.stringify(figuresAlone(JSON.parse(json), true));
    }
  draft.change(table, id, values);
  if (table !== 'bank_line') return;
  for (const part of rowsAmong(draft.db, 'line_explanation', 'bank_line_id', [id]))
    draft.change('line_explanation', String(part['id']), {
      payee: without(patterns, String(part['payee'])),
      note: without(patterns, String(part['note'])),
    });
}

function withoutFile({ table, row, inFile }: Mention): Record<string, string | null> {
  if (table === 'statement') return inFile ? { file_hash: EMPTY_FILE, file_name: words.file } : {};
  if (table === 'monitoring_return') return { pack_hash: null };
  // The council’s own form has no person in it.
  if (table === 'form_mapping' || !('file_hash' in row)) return {};
  return 'file_name' in row ? { file_hash: null, file_name: '' } : { file_hash: null };
}

/** Which parts of what need not be kept still hold something. */
export function unneededOf(db: WorkspaceDatabase, worker: WorkerRow): UnneededPart[] {
  return UNNEEDED_PARTS.filter((part) => !unneededDraft(db, worker, [part]).isEmpty());
}

/** What need not be kept of a PA who has left, drawn up to be emptied. */
export function unneededDraft(
  db: WorkspaceDatabase,
  worker: WorkerRow,
  parts: readonly UnneededPart[],
): Drafting {
  const drafting = new Drafting(db);
  const own = (table: string): readonly AnyRow[] => rowsAmong(db, table, 'worker_id', [worker.id]);
  const held: AnyRow = worker;
  for (const part of parts) {
    if (part === 'availability')
      for (const table of UNNEEDED_ROWS)
        drafting.erase(
          table,
          own(table).map((row) => String(row['id'])),
        );
    else if (part === 'notes') {
      for (const [table, column] of UNNEEDED_NOTES)
        for (const row of own(table))
          if (row[column] !== '') drafting.change(table, String(row['id']), { [column]: '' });
    } else
      for (const column of UNNEEDED_COLUMNS[part])
        if (held[column] !== '') drafting.change('worker', worker.id, { [column]: '' });
  }
  return drafting;
}
