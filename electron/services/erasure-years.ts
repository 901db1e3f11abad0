import type { ErasableYears, ErasureYears, KeptBy } from '@shared/api/erasure';
import { addDays, addYears, earlierDay, type IsoDay, isIsoDay, isoDay } from '@shared/dates';
import type { RecordKind, RetentionRule } from '@shared/returns/retention';
import { type AnyRow, rowsAmong, rowsOfHouseholds } from '../db/queries/erasing';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { Drafting } from './erasure-draft';
import { figuresAlone } from './erasure-names';
import { EMPTY_FILE, eraseEmptyRuns, keeperOf, longestKeeper } from './erasure-person';
import { words } from './erasure-words';

/** When a year of each ends, and the records whose rules have to let it go. */
const YEARS: Readonly<
  Record<ErasableYears, { readonly ends: string; readonly records: readonly RecordKind[] }>
> = {
  pay: { ends: '04-05', records: ['payslips', 'hours', 'holiday'] },
  money: { ends: '03-31', records: ['statements', 'receipts', 'returns'] },
};

const idOf = (row: AnyRow): string => String(row['id']);

function dayIn(row: AnyRow, column: string): IsoDay | null {
  const value = row[column];
  return typeof value === 'string' && isIsoDay(value) ? value : null;
}

/** Whether the row has a day in the column, and it is in the years that go. */
const upTo =
  (column: string, to: IsoDay) =>
  (row: AnyRow): boolean => {
    const day = dayIn(row, column);
    return day !== null && day <= to;
  };

function endOfYear(years: ErasableYears, day: IsoDay): IsoDay {
  const end = isoDay(`${day.slice(0, 4)}-${YEARS[years].ends}`);
  return day <= end ? end : addYears(end, 1);
}

/** What still keeps the years up to one that ends on a day; null where they may go. */
function keeperOfYear(
  years: ErasableYears,
  end: IsoDay,
  rules: readonly RetentionRule[],
  today: IsoDay,
): KeptBy | null {
  const keepers = YEARS[years].records.map((kind) => keeperOf(rules, kind, end, null));
  return longestKeeper(keepers, today);
}

function oldestOf(drafting: Drafting): IsoDay | null {
  const days = ['payslip.pay_date', 'shift.day', 'absence.last_day', 'appointment.end_day']
    .flatMap((place) => {
      const [table = '', column = ''] = place.split('.');
      return rowsAmong(drafting.db, table, 'id', drafting.idsOf(table)).map((row) => dayIn(row, column));
    })
    .filter((day): day is IsoDay => day !== null);
  return days.length === 0 ? null : days.reduce(earlierDay);
}

function oldestMoney(db: WorkspaceDatabase, householdId: string): IsoDay | null {
  const days = [
    ...rowsOfHouseholds(db, 'bank_line', [householdId]).filter((row) => row['description'] !== words.line),
    ...rowsOfHouseholds(db, 'receipt', [householdId]),
  ].flatMap((row) => dayIn(row, 'day') ?? []);
  return days.length === 0 ? null : days.reduce(earlierDay);
}

/** Whole years of pay and money: which may go, and what the next one waits for. */
export function erasableYears(
  db: WorkspaceDatabase,
  householdId: string,
  rules: readonly RetentionRule[],
  today: IsoDay,
): ErasureYears[] {
  return (['pay', 'money'] as const).flatMap((years): ErasureYears[] => {
    const oldest =
      years === 'pay' ? oldestOf(payYearsDraft(db, householdId, today)) : oldestMoney(db, householdId);
    if (oldest === null) return [];
    let to: IsoDay | null = null;
    let next = endOfYear(years, oldest);
    while (next < today && keeperOfYear(years, next, rules, today) === null) {
      to = next;
      next = endOfYear(years, addDays(next, 1));
    }
    const keptBy = next < today ? keeperOfYear(years, next, rules, today) : null;
    return [{ years, oldest, to, nextTo: next, keptBy }];
  });
}

/** Pay and rota of whole years, drawn up to go; the pay of PAs who have left stays until they go as a whole. */
export function payYearsDraft(db: WorkspaceDatabase, householdId: string, to: IsoDay): Drafting {
  const drafting = new Drafting(db);
  const all = (table: string): readonly AnyRow[] => rowsOfHouseholds(db, table, [householdId]);
  const payslips = all('payslip');
  const paidLater = new Set(
    payslips.filter((row) => !upTo('pay_date', to)(row)).map((row) => String(row['worker_id'])),
  );
  // What was put right later stays with what put it right.
  const byId = new Map(payslips.map((row) => [idOf(row), row]));
  const needed = new Set<string>();
  for (const row of payslips)
    if (!upTo('pay_date', to)(row))
      for (
        let before = row['corrects_id'];
        typeof before === 'string';
        before = byId.get(before)?.['corrects_id'] ?? null
      )
        needed.add(before);
  const whole = (row: AnyRow): boolean => paidLater.has(String(row['worker_id']));
  const erase = (table: string, goes: (row: AnyRow) => boolean): void =>
    drafting.erase(table, all(table).filter(goes).map(idOf));
  erase('payslip', (row) => upTo('pay_date', to)(row) && whole(row) && !needed.has(idOf(row)));
  eraseEmptyRuns(drafting);
  const keptRuns = new Set(
    all('pay_run')
      .map(idOf)
      .filter((id) => !drafting.isErased('pay_run', id)),
  );
  const paidInKept = (row: AnyRow): boolean => keptRuns.has(String(row['paid_in']));
  const late = new Set(
    all('late_change')
      .filter(paidInKept)
      .map((row) => String(row['shift_id'])),
  );
  erase(
    'shift',
    (row) =>
      upTo('end_day', to)(row) &&
      (row['worker_id'] === null || whole(row)) &&
      !paidInKept(row) &&
      !late.has(idOf(row)),
  );
  erase('shift_premium', (row) => drafting.isErased('shift', String(row['shift_id'])));
  for (const [table, column] of [
    ['absence', 'last_day'],
    ['cannot_work', 'last_day'],
    ['timesheet_agreement', 'to_day'],
    ['availability', 'to_day'],
    ['rota_pattern', 'to_day'],
  ] as const)
    erase(table, (row) => upTo(column, to)(row) && whole(row));
  for (const [table, column] of [
    ['cover_ask', 'end_day'],
    ['appointment', 'end_day'],
    ['pay_day_choice', 'pay_date'],
  ] as const)
    erase(table, upTo(column, to));
  return drafting;
}

/**
 * Money of whole years, drawn up to lose its words and files. Days, amounts and headings stay, so that every balance stays
 * what it was; lines for equipment stay whole, with their receipts.
 */
export function moneyYearsDraft(db: WorkspaceDatabase, householdId: string, to: IsoDay): Drafting {
  const drafting = new Drafting(db);
  const all = (table: string): readonly AnyRow[] => rowsOfHouseholds(db, table, [householdId]);
  const parts = all('line_explanation');
  const equipment = new Set(
    parts.filter((row) => row['ledger_account'] === 'equipment').map((row) => String(row['bank_line_id'])),
  );
  const explained = new Set(parts.map((row) => String(row['bank_line_id'])));
  const statements = all('statement').filter(upTo('to_day', to));
  const ended = new Set(statements.map(idOf));
  const lines = new Set<string>();
  for (const row of all('bank_line')) {
    const id = idOf(row);
    const { statement_id: statementId } = row;
    // A line nobody has explained is still work to do.
    if (!upTo('day', to)(row) || equipment.has(id) || !explained.has(id)) continue;
    if (statementId !== null && !ended.has(String(statementId))) continue;
    lines.add(id);
    if (row['description'] !== words.line || row['note'] !== '')
      drafting.change('bank_line', id, { description: words.line, note: '', bank_id: null });
  }
  for (const row of parts)
    if (lines.has(String(row['bank_line_id'])) && (row['note'] !== '' || row['payee'] !== ''))
      drafting.change('line_explanation', idOf(row), { note: '', payee: '' });
  drafting.erase(
    'match_refusal',
    all('match_refusal')
      .filter((row) => lines.has(String(row['bank_line_id'])))
      .map(idOf),
  );
  for (const row of statements)
    if (row['file_hash'] !== EMPTY_FILE)
      drafting.change('statement', idOf(row), { file_hash: EMPTY_FILE, file_name: words.file });
  const links = all('receipt_link');
  for (const row of all('receipt')) {
    const own = links.filter((link) => link['receipt_id'] === row['id']);
    const day = dayIn(row, 'day') ?? dayIn(row, 'added_on');
    if (day !== null && day <= to && own.every((link) => lines.has(String(link['bank_line_id']))))
      drafting.erase('receipt', [idOf(row)]);
  }
  draftReturns(drafting, all, to);
  return drafting;
}

function draftReturns(drafting: Drafting, all: (table: string) => readonly AnyRow[], to: IsoDay): void {
  const json = (row: AnyRow, column: string): string | null => {
    const text = row[column];
    return typeof text === 'string' ? JSON.stringify(figuresAlone(JSON.parse(text), false)) : null;
  };
  for (const row of all('monitoring_return').filter(upTo('to_day', to))) {
    const values = {
      figures_json: json(row, 'figures_json'),
      manifest_json: json(row, 'manifest_json'),
      pack_hash: null,
    };
    if (Object.entries(values).some(([column, value]) => row[column] !== value))
      drafting.change('monitoring_return', idOf(row), values);
  }
  for (const row of all('return_sending').filter(upTo('day', to)))
    if (row['note'] !== '' || row['file_hash'] !== null)
      drafting.change('return_sending', idOf(row), { note: '', file_hash: null, file_name: '' });
  for (const row of all('return_correction').filter(upTo('made_on', to)))
    if (row['reason'] !== words.removed)
      drafting.change('return_correction', idOf(row), {
        reason: words.removed,
        before_json: json(row, 'before_json'),
        after_json: json(row, 'after_json'),
      });
  drafting.erase('return_draft', all('return_draft').filter(upTo('to_day', to)).map(idOf));
}
