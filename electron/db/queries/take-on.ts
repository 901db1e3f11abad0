import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Every household of the workspace by what a spreadsheet would call it. */
export function householdNames(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('household')
      .leftJoin('employer', 'employer.household_id', 'household.id')
      .select([
        'household.id',
        'household.name',
        'household.supported_name',
        'employer.legal_name',
        'employer.paye_reference',
      ])
      .orderBy('household.position'),
  );
}
