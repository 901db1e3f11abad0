import type { IsoDay } from '../dates';
import type { SourceReference } from '../explain';

/** A row of figures in force from one day to another, both included, with where it was read. */
export type DatedRow = {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** `SEEN` in a published source, or `RECALLED` and to be checked before it is relied on. */
  readonly mark: string;
};

/** The row in force on a day, or undefined where none is known. Never the row of another time. */
export function rowOn<Row extends DatedRow>(rows: readonly Row[], day: IsoDay): Row | undefined {
  return rows.find((row) => row.from <= day && day <= row.to);
}

/** Where a row's figures come from. */
export function sourceOf(row: { readonly source: string; readonly part?: string }): SourceReference {
  return row.part === undefined ? { source: row.source } : { source: row.source, part: row.part };
}
