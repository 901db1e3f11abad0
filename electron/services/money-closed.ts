import type { ReturnView } from '@shared/api/returns';
import { isSentLine, sentLinesOf } from '../db/queries/returns';
import type { WorkspaceDatabase } from '../db/workspace-database';
import type { ReturnDocument } from '../files/documents/return-document';
import { refuse } from '../refusal';

/** What is sealed when a return is sent: what the window showed and what the documents said. */
export type SealedFigures = {
  readonly format: 1;
  readonly view: ReturnView;
  /** Evidence pictures are left out: they are kept as files. */
  readonly document: ReturnDocument;
};

/** Reads back what was sealed. */
export function sealedFigures(row: { readonly figures_json: string }): SealedFigures {
  return JSON.parse(row.figures_json) as SealedFigures;
}

/** The bank lines that are in a return that has been sent: from then on they can only be corrected. */
export function closedLines(db: WorkspaceDatabase, householdId: string): ReadonlySet<string> {
  return new Set(sentLinesOf(db, householdId).map((row) => row.line_id));
}

/** Refuses with `line.closed` when the line is in a return that has been sent. */
export function refuseClosed(db: WorkspaceDatabase, householdId: string, lineId: string): void {
  if (isSentLine(db, householdId, lineId)) refuse('line.closed');
}
