import type { Coded } from '@shared/api/common';
import type { PensionChange, PensionPlan } from '@shared/api/pensions';
import { addDays, type IsoDay, laterDay } from '@shared/dates';
import { pensionContributions, qualifyingBand, rateTooLow } from '@shared/payroll/pension';
import {
  enrolmentAskedFor,
  nextOptInFrom,
  optOut,
  optOutWindow,
  reEnrolmentOn,
  writeBy,
} from '@shared/payroll/pension-duties';
import { refuse } from '../refusal';
import { leastRates } from './pay-pension';
import type { PayRecord, WorkerRow } from './pay-record';
import {
  assess,
  dutiesStartOf,
  lastPaidTo,
  lastSpell,
  type MembershipRow,
  membershipOn,
  membershipsOf,
  paidIn,
  paidPeriods,
  refundOwed,
} from './pensions-membership';
import { openEarned, pensionRatesOn, postponeDays, refundByOf } from './pensions-standing';
import { ratesBookOf } from './rates';
import { workerShortName } from './worker-name';

/** A change of a PA's pension as it would be kept, with the day a letter of the membership before was given. */
export type Planned = {
  readonly row: Omit<MembershipRow, 'id' | 'household_id' | 'worker_id'>;
  /** Noted on the first row of the membership that is left. */
  readonly informed: { readonly rowId: string; readonly on: IsoDay } | null;
  readonly effects: readonly Coded[];
  readonly warnings: readonly Coded[];
};

type Terms = Pick<
  Extract<PensionChange, { kind: 'enrol' }>,
  'provider' | 'treatment' | 'earningsBasis' | 'employeePercentHundredths' | 'employerPercentHundredths'
>;

const NOBODY_PAYS = {
  provider: '',
  treatment: 'relief-at-source',
  earnings_basis: 'qualifying-earnings',
  employee_percent_hundredths: 0,
  employer_percent_hundredths: 0,
  postponed_until: null,
  how: 'automatic',
  informed_on: null,
  asked_on: null,
  notice_on: null,
} as const;

/** What a change does and how it is kept. Changes nothing; refuses with the field that a problem is about. */
export function planChange(record: PayRecord, worker: WorkerRow, change: PensionChange): Planned {
  switch (change.kind) {
    case 'enrol':
      return planEnrolment(record, worker, change);
    case 'join':
      return planJoining(record, worker, change);
    case 'postpone':
      return planPostponement(record, worker, change);
    case 'opt-out':
      return planOptOut(record, worker, change);
    case 'stop':
      return planStop(record, worker, change);
  }
}

function refusePaid(record: PayRecord, worker: WorkerRow, from: IsoDay): void {
  const last = lastPaidTo(record, worker.id);
  if (last !== null && from <= last) refuse('pension.already-paid', { day: last }, 'from');
  if (from < worker.started_on) refuse('pension.before-start', { day: worker.started_on }, 'from');
}

function refuseWhileRefundWaits(record: PayRecord, worker: WorkerRow): void {
  const owed = refundOwed(record, worker.id);
  if (owed !== null) refuse('pension.refund-first', { name: workerShortName(worker), own: owed.employee });
}

function termsRow(terms: Terms) {
  return {
    provider: terms.provider,
    treatment: terms.treatment,
    earnings_basis: terms.earningsBasis,
    employee_percent_hundredths: terms.employeePercentHundredths,
    employer_percent_hundredths: terms.employerPercentHundredths,
  };
}

/** Percentages under the law's least are refused where the law asks for them, and told where it may not. */
function checkRates(record: PayRecord, terms: Terms, from: IsoDay, isAsked: boolean): Coded[] {
  const rates = pensionRatesOn(record, from) ?? pensionRatesOn(record, record.today);
  if (rates === null) refuse('rates.unknown-date', { date: from }, 'from');
  const short = rateTooLow(
    {
      employeePercent: terms.employeePercentHundredths,
      employerPercent: terms.employerPercentHundredths,
    },
    rates.minimum,
  );
  if (short === null) return [];
  const values = { ...short, ...leastRates(rates) };
  if (isAsked && terms.earningsBasis === 'qualifying-earnings')
    refuse(
      'pension.rate-too-low',
      values,
      short.employer > 0 ? 'employerPercentHundredths' : 'employeePercentHundredths',
    );
  return [{ code: terms.earningsBasis === 'all-pay' ? 'rate-all-pay' : 'rate-too-low', values }];
}

/** When the change is first seen in pay, and what it would have come to on the newest pay. */
function payEffects(record: PayRecord, worker: WorkerRow, terms: Terms, from: IsoDay): Coded[] {
  const effects: Coded[] = [];
  const pay = firstPayFrom(record, worker, from);
  if (pay === null) effects.push({ code: 'first-pay-later', values: { from } });
  else effects.push({ code: 'first-pay', values: { from, day: pay } });
  const last = paidPeriods(record, worker.id).at(-1);
  const rates = last === undefined ? null : pensionRatesOn(record, last.payDate);
  if (last !== undefined && rates !== null) {
    const paid = pensionContributions(
      last.earnings,
      {
        kind: terms.earningsBasis,
        treatment: terms.treatment,
        employeePercent: terms.employeePercentHundredths,
        employerPercent: terms.employerPercentHundredths,
      },
      qualifyingBand(last.frequency, rates),
      rates,
    );
    effects.push({
      code: 'costs',
      values: {
        pay: last.earnings,
        day: last.payDate,
        own: paid.employee,
        relief: paid.reliefAdded,
        employer: paid.employer,
      },
    });
  }
  return effects;
}

/** The pay day of the first open period that ends on or after a day. */
function firstPayFrom(record: PayRecord, worker: WorkerRow, from: IsoDay): IsoDay | null {
  return (openEarned(record).get(worker.id) ?? []).find((one) => one.to >= from)?.payDate ?? null;
}

function planEnrolment(
  record: PayRecord,
  worker: WorkerRow,
  change: Extract<PensionChange, { kind: 'enrol' }>,
): Planned {
  refusePaid(record, worker, change.from);
  refuseWhileRefundWaits(record, worker);
  const name = workerShortName(worker);
  const now = membershipOn(record, worker.id, change.from);
  const isMember = now?.status === 'member';
  // Who was put in by law, or opted in, stays above the least when the terms change.
  const isByLaw = isMember && (now.how === 'automatic' || now.how === 'opt-in');
  const warnings = checkRates(record, change, change.from, change.why !== 'agreed' || isByLaw);
  const byLaw = assess(record, worker, paidPeriods(record, worker.id))?.enrolment?.enrolOn.day;
  const wasIn = membershipsOf(record, worker.id).some((one) => one.status === 'member');
  if (!wasIn && byLaw !== undefined && byLaw < change.from && change.why === 'by-law')
    warnings.push({ code: 'later-than-law', values: { name, day: byLaw } });
  const isNew = change.why !== 'agreed';
  return {
    row: {
      ...NOBODY_PAYS,
      ...termsRow(change),
      from_day: change.from,
      status: 'member',
      how: isMember && !isNew ? now.how : isNew ? 'automatic' : 'agreed',
      informed_on: isMember ? now.informed_on : null,
    },
    informed: null,
    effects: [
      { code: isMember ? 'terms-change' : 'becomes-member', values: { name, from: change.from } },
      ...payEffects(record, worker, change, change.from),
      ...(isMember || !isNew
        ? []
        : [
            { code: 'write-by', values: { name, day: writeBy(change.from).day } },
            { code: 'may-opt-out', values: { name } },
          ]),
      { code: 'tell-provider', values: { name, provider: change.provider } },
    ],
    warnings,
  };
}

function planJoining(
  record: PayRecord,
  worker: WorkerRow,
  change: Extract<PensionChange, { kind: 'join' }>,
): Planned {
  const { askedOn } = change;
  const name = workerShortName(worker);
  if (askedOn > record.today) refuse('day.in-the-future', {}, 'askedOn');
  if (membershipOn(record, worker.id, record.today)?.status === 'member')
    refuse('pension.is-member', { name }, 'askedOn');
  refuseWhileRefundWaits(record, worker);
  const dutiesStartOn = dutiesStartOf(record);
  if (worker.birth_date === null || dutiesStartOn === null) refuse('pension.no-birth-date', { name });
  const periods = [...paidPeriods(record, worker.id), ...(openEarned(record).get(worker.id) ?? [])];
  const found = enrolmentAskedFor(
    {
      worker: { birthDate: worker.birth_date, startedOn: worker.started_on },
      dutiesStartOn,
      periods,
      askedOn,
    },
    ratesBookOf(record.db),
  );
  if (!found.ok) refuse(found.code, { name, ...found.details }, 'askedOn');
  const { enrolment, assessment } = found.value;
  const rows = membershipsOf(record, worker.id);
  const mayWait = rows.some((one) => one.status !== 'not-enrolled');
  // Eligible, and neither postponed nor out by their own wish: put in by law, whether they ask or not.
  if (assessment.duty === 'eligible-jobholder' && !mayWait)
    refuse('pension.enrol-instead', { name, day: assessment.from.day }, 'askedOn');
  const last = lastPaidTo(record, worker.id);
  const from = last === null ? enrolment.enrolOn.day : laterDay(enrolment.enrolOn.day, addDays(last, 1));
  const warnings = checkRates(record, change, from, enrolment.employerPays);
  if (assessment.period.to >= record.today && !enrolment.employerPays)
    warnings.push({ code: 'period-still-running', values: { name, day: assessment.period.to } });
  const before = rows.findLast((one) => one.asked_on !== null || one.notice_on !== null);
  const again = before && nextOptInFrom(before.asked_on ?? before.notice_on ?? askedOn).day;
  if (again !== undefined && askedOn < again)
    warnings.push({ code: 'asked-within-year', values: { name, day: again } });
  return {
    row: {
      ...NOBODY_PAYS,
      ...termsRow(change),
      from_day: from,
      status: 'member',
      how: enrolment.how,
      asked_on: askedOn,
    },
    informed: null,
    effects: [
      { code: enrolment.employerPays ? 'opts-in' : 'joins', values: { name, from } },
      ...payEffects(record, worker, change, from),
      ...(enrolment.employerPays
        ? [
            { code: 'write-by', values: { name, day: writeBy(from).day } },
            { code: 'may-opt-out', values: { name } },
          ]
        : []),
      { code: 'tell-provider', values: { name, provider: change.provider } },
    ],
    warnings,
  };
}

function planPostponement(
  record: PayRecord,
  worker: WorkerRow,
  change: Extract<PensionChange, { kind: 'postpone' }>,
): Planned {
  const name = workerShortName(worker);
  const { from, until } = change;
  const rows = membershipsOf(record, worker.id);
  if (rows.some((one) => one.status === 'member' && (one.from_day >= from || one === rows.at(-1))))
    refuse('pension.is-member', { name }, 'from');
  const allowed = postponeDays(record, worker).find((one) => one.from === from);
  if (allowed === undefined) refuse('pension.postponed-from-wrong-day', { from }, 'from');
  if (until <= from) refuse('pension.postponed-backwards', { from, until }, 'until');
  if (until > allowed.until) refuse('pension.postponed-too-long', { until, latest: allowed.until }, 'until');
  const noticeBy = writeBy(from).day;
  return {
    row: { ...NOBODY_PAYS, from_day: from, status: 'postponed', postponed_until: until },
    informed: null,
    effects: [
      { code: 'put-off', values: { name, from, until } },
      { code: 'postponement-letter', values: { name, day: noticeBy } },
      { code: 'assessed-again', values: { name, until } },
      { code: 'may-opt-in', values: { name } },
    ],
    warnings: noticeBy < record.today ? [{ code: 'letter-too-late', values: { day: noticeBy } }] : [],
  };
}

/** The membership a PA is in; refuses where there is none. */
function memberSpell(record: PayRecord, worker: WorkerRow, field: string) {
  const spell = lastSpell(record, worker.id);
  if (spell === undefined || spell.ended !== null)
    refuse('pension.not-a-member', { name: workerShortName(worker) }, field);
  return spell;
}

function planOptOut(
  record: PayRecord,
  worker: WorkerRow,
  change: Extract<PensionChange, { kind: 'opt-out' }>,
): Planned {
  const name = workerShortName(worker);
  const { noticeOn } = change;
  const { first, last } = memberSpell(record, worker, 'noticeOn');
  if (noticeOn > record.today) refuse('day.in-the-future', {}, 'noticeOn');
  if (first.how === 'joined') refuse('pension.no-opt-out', { name }, 'noticeOn');
  const informedOn = change.informedOn ?? first.informed_on;
  if (informedOn === null) refuse('day.empty', {}, 'informedOn');
  if (informedOn > record.today) refuse('day.in-the-future', {}, 'informedOn');
  const owed = paidIn(record, worker.id, first.from_day, null);
  const found = optOut({
    window: optOutWindow(first.from_day, informedOn),
    noticeOn,
    taken: [owed.employee],
    payDates: [],
  });
  if (!found.ok) refuse(found.code, { name, ...found.details }, 'noticeOn');
  // From the first period that is not paid yet, whenever the notice came: it is as if the PA had never been in.
  const lastPaid = lastPaidTo(record, worker.id);
  const next = addDays(first.from_day, 1);
  const from = lastPaid === null ? next : laterDay(next, addDays(lastPaid, 1));
  const refundPayDate = firstPayFrom(record, worker, from);
  return {
    row: { ...NOBODY_PAYS, from_day: from, status: 'opted-out', how: first.how, notice_on: noticeOn },
    informed: { rowId: first.id, on: informedOn },
    effects: [
      { code: 'no-more-taken', values: { name, from } },
      ...(owed.employee === 0 && owed.employer === 0
        ? [{ code: 'nothing-to-give-back', values: { name } }]
        : [
            {
              code: last.treatment === 'net-pay' ? 'refund-taxed' : 'refund-after-tax',
              values: {
                name,
                own: owed.employee,
                by: refundByOf(noticeOn),
                ...(refundPayDate === null ? {} : { day: refundPayDate }),
              },
            },
            { code: 'refund-employer', values: { employer: owed.employer, provider: last.provider } },
          ]),
      ...reEnrolmentEffect(record, name),
      { code: 'tell-provider', values: { name, provider: last.provider } },
    ],
    warnings: [],
  };
}

function reEnrolmentEffect(record: PayRecord, name: string): Coded[] {
  const starts = dutiesStartOf(record);
  if (starts === null) return [];
  const { windowFrom, windowTo } = reEnrolmentOn(
    starts,
    record.employer?.re_enrolled_on ?? null,
    record.today,
  );
  return [{ code: 're-enrolled-later', values: { name, from: windowFrom.day, to: windowTo.day } }];
}

function planStop(
  record: PayRecord,
  worker: WorkerRow,
  change: Extract<PensionChange, { kind: 'stop' }>,
): Planned {
  const name = workerShortName(worker);
  const { first, last } = memberSpell(record, worker, 'askedOn');
  if (change.askedOn > record.today) refuse('day.in-the-future', {}, 'askedOn');
  refusePaid(record, worker, change.from);
  if (change.from < change.askedOn) refuse('day.end-before-start', {}, 'from');
  if (change.from <= last.from_day) refuse('pension.stop-before-start', { day: last.from_day }, 'from');
  const window =
    first.informed_on === null || first.how === 'joined'
      ? null
      : optOutWindow(first.from_day, first.informed_on);
  const canOptOut = window !== null && window.from.day <= change.askedOn && change.askedOn <= window.to.day;
  return {
    row: {
      ...NOBODY_PAYS,
      from_day: change.from,
      status: 'not-enrolled',
      how: first.how,
      notice_on: change.askedOn,
    },
    informed: null,
    effects: [
      { code: 'no-more-taken', values: { name, from: change.from } },
      { code: 'nothing-given-back', values: { name } },
      ...reEnrolmentEffect(record, name),
      { code: 'tell-provider', values: { name, provider: last.provider } },
    ],
    warnings:
      canOptOut && window !== null ? [{ code: 'could-opt-out', values: { name, day: window.to.day } }] : [],
  };
}

/** A plan as it is shown. */
export function shownPlan({ row, effects, warnings }: Planned): PensionPlan {
  return {
    from: row.from_day,
    status: row.status,
    how: row.how,
    effects: effects.map((one) => ({ code: one.code, values: { ...one.values } })),
    warnings: warnings.map((one) => ({ code: one.code, values: { ...one.values } })),
  };
}
