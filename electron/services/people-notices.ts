import type { NoticeKind, NoticeOutcome, TaxNotice } from '@shared/api/people-life';
import { addDays, ageOn, type IsoDay, taxYearStart } from '@shared/dates';
import { NO_MONEY } from '@shared/money';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { taxYearOf } from '@shared/payroll/tax-period';
import { lastPayDateOf } from '../db/queries/pay';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { openPeriods } from './pay-periods';
import { inForce, loadPayRecord, type PayRecord } from './pay-record';
import { previousEmployment } from './pay-to-date';
import { workerShortName } from './worker-name';

type TaxRow = WorkspaceSchema['tax_detail'];

function hasCode(kind: NoticeKind): kind is 'P6' | 'P6B' | 'P9' {
  return kind === 'P6' || kind === 'P6B' || kind === 'P9';
}

/** Pay and tax that a P6 gives count with a cumulative code alone. */
function givesFigures(notice: TaxNotice, after: Pick<TaxRow, 'tax_basis'>): boolean {
  return (
    notice.kind === 'P6' &&
    after.tax_basis === 'cumulative' &&
    (notice.previousPay !== null || notice.previousTax !== null)
  );
}

function codeOf(notice: TaxNotice): Pick<TaxRow, 'tax_code' | 'tax_basis'> {
  const code = parseTaxCode(notice.taxCode);
  if (!code.ok) refuse(code.code, code.details, 'taxCode');
  const isWeek1 = notice.isWeek1Month1 || code.value.basis === 'week1-month1';
  return { tax_code: code.value.canonical, tax_basis: isWeek1 ? 'week1-month1' : 'cumulative' };
}

/** What a loan notice changes of a row of tax details. Refuses to stop a loan that is not taken. */
function loanOf(notice: TaxNotice, row: TaxRow): Pick<TaxRow, 'student_loan_plan' | 'postgraduate_loan'> {
  const now = { student_loan_plan: row.student_loan_plan, postgraduate_loan: row.postgraduate_loan };
  switch (notice.kind) {
    case 'SL1':
      return { ...now, student_loan_plan: notice.plan ?? refuse('notice.plan-needed', {}, 'plan') };
    case 'SL2':
      if (row.student_loan_plan === null) refuse('notice.no-student-loan', {}, 'kind');
      return { ...now, student_loan_plan: null };
    case 'PGL1':
      return { ...now, postgraduate_loan: 1 };
    case 'PGL2':
      if (row.postgraduate_loan === 0) refuse('notice.no-postgraduate-loan', {}, 'kind');
      return { ...now, postgraduate_loan: 0 };
    default:
      return now;
  }
}

type Worked = {
  readonly record: PayRecord;
  readonly worker: WorkspaceSchema['worker'];
  readonly before: TaxRow | undefined;
  readonly after: Omit<TaxRow, 'id'>;
  readonly outcome: NoticeOutcome;
};

function firstPayDayFrom(record: PayRecord, workerId: string, fromDay: IsoDay): IsoDay | null {
  const days = openPeriods(record)
    .flatMap((period) => period.spans)
    .filter((span) => span.workerId === workerId && span.taxDay >= fromDay)
    .map((span) => span.payDate);
  return days.sort()[0] ?? null;
}

function workOut(context: ServiceContext, householdId: string, workerId: string, notice: TaxNotice): Worked {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const record = loadPayRecord(db, householdId, todayOf(context));
  if (notice.noticeOn !== null && notice.noticeOn > record.today) refuse('day.in-the-future', {}, 'noticeOn');
  if (notice.kind === 'P9' && notice.fromDay !== taxYearStart(notice.fromDay))
    refuse('notice.p9-from-april', {}, 'fromDay');
  // No law takes more than half of a payment as tax: such figures are a slip, and would give a great refund.
  if ((notice.previousTax ?? 0) > (notice.previousPay ?? 0)) refuse('tax.above-pay', {}, 'previousTax');
  const lastPaid = lastPayDateOf(db, workerId);
  const afterPaid = lastPaid !== undefined && notice.fromDay <= lastPaid ? lastPaid : null;
  const asked = notice.fromDay < worker.started_on ? worker.started_on : notice.fromDay;
  const fromDay = afterPaid === null ? asked : addDays(afterPaid, 1);
  const before = inForce(record.tax, workerId, fromDay, (one) => one.from_day);
  const base: Omit<TaxRow, 'id'> = before ?? {
    household_id: householdId,
    worker_id: workerId,
    from_day: fromDay,
    tax_code: '',
    tax_basis: 'cumulative',
    ni_category: worker.birth_date !== null && ageOn(worker.birth_date, fromDay) < 21 ? 'M' : 'A',
    student_loan_plan: null,
    postgraduate_loan: 0,
    learned_from: 'hmrc-notice',
    notice_kind: '',
    notice_on: null,
  };
  if (before === undefined && !hasCode(notice.kind)) refuse('notice.no-tax-code', {}, 'kind');
  const after: Omit<TaxRow, 'id'> = {
    ...base,
    ...(hasCode(notice.kind) ? codeOf(notice) : loanOf(notice, { id: '', ...base })),
    from_day: fromDay,
    learned_from: 'hmrc-notice',
    notice_kind: notice.kind,
    notice_on: notice.noticeOn,
  };
  const year = taxYearOf(fromDay);
  const known = previousEmployment(record, workerId, year);
  const previousBefore = known === null ? null : { pay: known.taxablePay, tax: known.tax };
  const facts = (row: Omit<TaxRow, 'id'>): NoticeOutcome['after'] => ({
    taxCode: row.tax_code,
    taxBasis: row.tax_basis,
    studentLoanPlan: row.student_loan_plan,
    postgraduateLoan: row.postgraduate_loan === 1,
  });
  return {
    record,
    worker,
    before,
    after,
    outcome: {
      kind: notice.kind,
      fromDay,
      afterPaid,
      firstPayDay: firstPayDayFrom(record, workerId, fromDay),
      before: before === undefined ? null : facts(before),
      after: facts(after),
      previousBefore,
      previousAfter: givesFigures(notice, after)
        ? { pay: notice.previousPay ?? NO_MONEY, tax: notice.previousTax ?? NO_MONEY }
        : previousBefore,
    },
  };
}

/** What an HMRC notice would change, and on which pay day first. Changes nothing; refuses as saving does. */
export function previewNotice(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  notice: TaxNotice,
): NoticeOutcome {
  return workOut(context, householdId, workerId, notice).outcome;
}

/**
 * Keeps what an HMRC notice says: the code, or that a loan starts or stops, from its day on. A day that is paid already
 * stays as it was: the notice counts from the next pay. A P6's pay and tax of the earlier job take the place of those known.
 * Source: GOV.UK, tax codes: what to do with P6, P9, SL1, SL2, PGL1 and PGL2. (RECALLED)
 */
export function saveNotice(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  notice: TaxNotice,
): NoticeOutcome {
  const db = databaseOf(context);
  const { record, worker, after, outcome } = workOut(context, householdId, workerId, notice);
  const own = record.tax.filter((one) => one.worker_id === workerId);
  const same = own.find((one) => one.from_day === after.from_day);
  const later = own.filter((one) => one.from_day > after.from_day);
  const year = taxYearOf(after.from_day);
  const oldFigures = record.figures.filter(
    (one) => one.worker_id === workerId && one.tax_year === year && one.source === 'p45',
  );
  db.act(
    {
      name: 'people.notice-saved',
      householdId,
      values: { name: workerShortName(worker), kind: notice.kind },
    },
    (write) => {
      if (same === undefined) write.insert('tax_detail', { ...after, id: context.ids.next() });
      else write.update('tax_detail', same.id, { ...after, id: same.id });
      // A loan goes on, or has stopped, in whatever was entered for later days too.
      if (!hasCode(notice.kind))
        for (const row of later)
          write.update('tax_detail', row.id, {
            student_loan_plan:
              notice.kind === 'SL1' || notice.kind === 'SL2'
                ? after.student_loan_plan
                : row.student_loan_plan,
            postgraduate_loan:
              notice.kind === 'PGL1' || notice.kind === 'PGL2'
                ? after.postgraduate_loan
                : row.postgraduate_loan,
          });
      if (outcome.previousAfter === null || !givesFigures(notice, after)) return;
      for (const row of oldFigures) write.remove('figures_to_date', row.id);
      write.insert('figures_to_date', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        tax_year: year,
        taxable_pay_pence: outcome.previousAfter.pay,
        tax_pence: outcome.previousAfter.tax,
        source: 'p45',
        gross_pence: null,
        student_loan_pence: NO_MONEY,
        postgraduate_loan_pence: NO_MONEY,
        pension_employee_pence: NO_MONEY,
        pension_employer_pence: NO_MONEY,
        national_insurance_json: '{}',
        statutory_pay_json: '{}',
        holiday_earned_minutes: 0,
        holiday_taken_minutes: 0,
        reach_on: after.from_day,
      });
    },
  );
  return outcome;
}
