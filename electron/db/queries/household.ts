import { sqlBuilder as sql, type WorkspaceDatabase } from '../workspace-database';

/** Every household of the workspace, in its order. */
export function households(db: WorkspaceDatabase) {
  return db.all(sql.selectFrom('household').selectAll().orderBy('position'));
}

export function representativesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('representative').selectAll().where('household_id', '=', householdId).orderBy('name'),
  );
}

export function employerOf(db: WorkspaceDatabase, householdId: string) {
  return db.first(sql.selectFrom('employer').selectAll().where('household_id', '=', householdId));
}

export function agreementsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('funding_agreement')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('position'),
  );
}

export function categoriesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('plan_category').selectAll().where('household_id', '=', householdId).orderBy('position'),
  );
}

export function accountsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql.selectFrom('bank_account').selectAll().where('household_id', '=', householdId).orderBy('position'),
  );
}

export function billsOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(sql.selectFrom('bill').selectAll().where('household_id', '=', householdId).orderBy('due_on'));
}

export function certificatesOf(db: WorkspaceDatabase, householdId: string) {
  return db.all(
    sql
      .selectFrom('certificate')
      .selectAll()
      .where('household_id', '=', householdId)
      .orderBy('valid_to', 'desc'),
  );
}

/** Whether anything still names a plan category: such a one may not be taken away. */
export function categoryIsUsed(db: WorkspaceDatabase, categoryId: string): boolean {
  return (['line_explanation', 'plan_rule', 'bill'] as const).some(
    (table) =>
      db.first(sql.selectFrom(table).select('id').where('category_id', '=', categoryId).limit(1)) !==
      undefined,
  );
}

/** What names an agreement beside the ledger. */
const NAMES_AGREEMENT = [
  'line_explanation',
  'monitoring_return',
  'bank_account',
  'bill',
  'earmark',
  'plan_rule',
  'spending_agreed',
  'return_draft',
  'form_mapping',
  'ending',
  'outcome_note',
  'what_if',
] as const;

/** Whether money, pay, a plan or a return still names an agreement: such a one may not be taken away. */
export function agreementIsUsed(db: WorkspaceDatabase, agreementId: string): boolean {
  return (
    NAMES_AGREEMENT.some(
      (table) =>
        db.first(sql.selectFrom(table).select('id').where('agreement_id', '=', agreementId).limit(1)) !==
        undefined,
    ) ||
    db.first(
      sql.selectFrom('ledger_month').select('month').where('agreement_id', '=', agreementId).limit(1),
    ) !== undefined
  );
}

/** Households in order with whoever acts for them at this computer and whether set-up has come as far as an employer. */
export function householdCards(db: WorkspaceDatabase) {
  return db.all(
    sql
      .selectFrom('household')
      .leftJoin('representative', (join) =>
        join
          .onRef('representative.household_id', '=', 'household.id')
          .on('representative.uses_mainstay', '=', 1),
      )
      .leftJoin('employer', 'employer.household_id', 'household.id')
      .select([
        'household.id as id',
        'household.name as name',
        'representative.role as role',
        'employer.id as employerId',
      ])
      .groupBy('household.id')
      .orderBy('household.position'),
  );
}

export function hasStoredFile(db: WorkspaceDatabase, hash: string): boolean {
  return db.first(sql.selectFrom('stored_file').select('hash').where('hash', '=', hash)) !== undefined;
}

export function storedFile(db: WorkspaceDatabase, hash: string) {
  return db.first(sql.selectFrom('stored_file').selectAll().where('hash', '=', hash));
}
