import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** The authority's own forms that are kept for an agreement, oldest first. */
export function formsOf(db: WorkspaceDatabase, householdId: string, agreementId: string) {
  return db.all(
    sql
      .selectFrom('form_mapping')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('agreement_id', '=', agreementId)
      .orderBy('made_on')
      .orderBy('id'),
  );
}

/** What happened with a return once it was sealed, oldest first. */
export function sendingsOf(db: WorkspaceDatabase, householdId: string, returnId: string) {
  return db.all(
    sql
      .selectFrom('return_sending')
      .selectAll()
      .where('household_id', '=', householdId)
      .where('return_id', '=', returnId)
      .orderBy('day')
      .orderBy('id'),
  );
}
