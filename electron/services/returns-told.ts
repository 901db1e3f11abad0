import words from '@resources/returns/told-words.json';
import { addDays, addMonths, addYears, type IsoDay } from '@shared/dates';
import { type Figure, moneyFigure } from '@shared/explain';
import { formatPounds, negatePence, type Pence, pence, sumPence } from '@shared/money';
import type { ToldSource } from '@shared/returns/field-sources';
import { planCategoryCode } from '@shared/returns/plan-category-code';
import type { ReturnProfile } from '@shared/returns/profile';
import type { HouseholdDocument, ReturnFacts } from '@shared/returns/return-facts';
import { agreementsOf, certificatesOf, employerOf } from '../db/queries/household';
import { payeesOf } from '../db/queries/payments';
import { contractsOf, workersOf } from '../db/queries/people';
import { explainedByKey, outcomeNotesBetween, paidOnInsurance } from '../db/queries/profiles';
import type { WorkspaceSchema } from '../db/schema';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { fill } from '../files/documents/words';
import { databaseOf, type ServiceContext } from './context';
import { paymentsAsked } from './money-owed';
import { weeklyFunding } from './money-surplus';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type Told = Partial<Record<ToldSource, Figure>>;
type Days = { readonly from: IsoDay; readonly to: IsoDay };

/** How long a DBS check counts as new, where an authority says so. */
const DBS_MONTHS = 36;

const textFigure = (text: string): Figure => ({ kind: 'text', text });

/** PAs who worked for the household in some days, with whether their terms are signed and their DBS check is new. */
function workersIn(db: WorkspaceDatabase, householdId: string, { from, to }: Days) {
  const contracts = contractsOf(db, householdId);
  return workersOf(db, householdId)
    .filter((one) => one.started_on <= to && (one.left_on === null || one.left_on >= from))
    .map(({ id, dbs_on }) => {
      const newest = contracts.findLast((one) => one.worker_id === id && one.starts_on <= to);
      const signedOn = newest?.signed_on ?? null;
      return {
        isSigned: signedOn !== null && signedOn <= to,
        dbsOn: dbs_on !== null && dbs_on <= to ? dbs_on : null,
      };
    });
}

type WorkerIn = ReturnType<typeof workersIn>[number];

const isNew = ({ dbsOn }: WorkerIn, to: IsoDay): boolean =>
  dbsOn !== null && addMonths(dbsOn, DBS_MONTHS) > to;

function aboutWorkers(workers: readonly WorkerIn[], to: IsoDay): Told {
  const all = workers.length;
  if (all === 0) return {};
  const signed = workers.filter((one) => one.isSigned).length;
  const checked = workers.filter((one) => isNew(one, to)).length;
  return {
    'contracts.confirmed': textFigure(fill(words.contracts, { ready: signed, all })),
    'dbs.in-date': textFigure(fill(words.dbs, { ready: checked, all })),
  };
}

function aboutInsurance(db: WorkspaceDatabase, householdId: string, to: IsoDay): Told {
  const insurer = payeesOf(db, householdId).find((one) => one.kind === 'insurer');
  const certificate = certificatesOf(db, householdId).find(
    (one) =>
      one.kind === 'employers-liability-insurance' &&
      (one.valid_from === null || one.valid_from <= to) &&
      (one.valid_to === null || one.valid_to >= to),
  );
  const paid = paidOnInsurance(db, householdId, addDays(addYears(to, -1), 1), to);
  const renewal = certificate?.valid_to ?? null;
  return {
    ...(insurer === undefined ? {} : { 'insurance.insurer': textFigure(insurer.name) }),
    ...(paid > 0 ? { 'insurance.premium': moneyFigure(paid) } : {}),
    ...(renewal === null ? {} : { 'insurance.renewal': { kind: 'day', day: addDays(renewal, 1) } }),
  };
}

/** Whether wages and HMRC were paid as finished pay says, by what bank lines were explained as. */
function aboutPayments(context: ServiceContext, householdId: string, { from, to }: Days): Told {
  const due = paymentsAsked(context, householdId).filter(
    (one) => one.dueOn >= from && one.dueOn <= to && (one.kind === 'wage' || one.kind === 'hmrc'),
  );
  const paid = explainedByKey(
    databaseOf(context),
    householdId,
    due.map((one) => one.key),
    to,
  );
  const paidOf = (key: string): Pence => negatePence(paid.get(key) ?? pence(0));
  const wages = due.filter((one) => one.kind === 'wage');
  const hmrc = due.filter((one) => one.kind === 'hmrc');
  const same = wages.filter((one) => paidOf(one.key) === one.amount).length;
  return {
    ...(wages.length === 0
      ? {}
      : {
          'checks.net-pay-matches': textFigure(fill(words.netPay, { ready: same, all: wages.length })),
        }),
    ...(hmrc.length === 0
      ? {}
      : {
          'checks.hmrc-paid': textFigure(
            fill(words.hmrc, {
              paid: formatPounds(sumPence(hmrc.map((one) => paidOf(one.key)))),
              asked: formatPounds(sumPence(hmrc.map((one) => one.amount))),
            }),
          ),
        }),
  };
}

/** What comes in by the week, of every agreement that runs on the last day. A year is 52 weeks, as councils cost a plan. */
function aboutStreams(db: WorkspaceDatabase, householdId: string, to: IsoDay): Told {
  const running = agreementsOf(db, householdId).filter(
    (one) =>
      one.starts_on <= to && (one.ends_on === null || one.ends_on >= to) && one.funder_kind !== 'own-money',
  );
  const weekly = (list: readonly AgreementRow[]): Pence =>
    sumPence(list.map((one) => weeklyFunding(one).gross));
  const ilf = weekly(running.filter((one) => one.funder_kind === 'ilf'));
  const total = weekly(running);
  return {
    'streams.ilf-weekly': moneyFigure(ilf),
    'streams.ilf-yearly': moneyFigure(pence(ilf * 52)),
    'streams.total-weekly': moneyFigure(total),
    'streams.total-yearly': moneyFigure(pence(total * 52)),
  };
}

function aboutPayroll(db: WorkspaceDatabase, householdId: string): Told {
  const route = employerOf(db, householdId)?.filing_route;
  if (route === undefined) return {};
  if (route !== 'bureau')
    return { 'payroll.provider': textFigure(fill(words.ownPayroll, { name: words.mainstay })) };
  const bureau = payeesOf(db, householdId).find((one) => one.kind === 'payroll-service');
  return bureau === undefined ? {} : { 'payroll.provider': textFigure(bureau.name) };
}

/** What the record tells of the fields an authority may ask for beside sums. What it does not know, the person answers. */
export function toldFacts(
  context: ServiceContext,
  householdId: string,
  agreement: AgreementRow,
  days: Days,
  lastReturnTo: IsoDay | undefined,
): NonNullable<ReturnFacts['told']> {
  const db = databaseOf(context);
  const notes = outcomeNotesBetween(db, householdId, agreement.id, days.from, days.to);
  return {
    ...aboutWorkers(workersIn(db, householdId, days), days.to),
    ...aboutInsurance(db, householdId, days.to),
    ...aboutPayments(context, householdId, days),
    ...aboutStreams(db, householdId, days.to),
    ...aboutPayroll(db, householdId),
    ...(lastReturnTo === undefined ? {} : { 'period.last-monitored': { kind: 'day', day: lastReturnTo } }),
    ...(notes.length === 0
      ? {}
      : { 'outcomes.notes': textFigure(notes.map((one) => one.text.replaceAll(/\s+/g, ' ')).join(' · ')) }),
  };
}

/**
 * Documents that an authority asks for and the record has: contracts and DBS checks of every PA, and papers that the person
 * keeps under the name the authority gives them.
 */
export function documentsTold(
  db: WorkspaceDatabase,
  householdId: string,
  profile: ReturnProfile,
  days: Days,
): readonly HouseholdDocument[] {
  const workers = workersIn(db, householdId, days);
  const oldest = workers.map((one) => one.dbsOn ?? '').toSorted()[0];
  const named = certificatesOf(db, householdId).filter((one) => one.kind === 'other');
  return [
    ...(workers.length > 0 && workers.every((one) => one.isSigned) ? [{ kind: 'contract' }] : []),
    ...(workers.length > 0 && workers.every((one) => one.dbsOn !== null) && oldest !== undefined
      ? [{ kind: 'dbs', validFrom: oldest as IsoDay }]
      : []),
    ...profile.evidence.flatMap((rule) =>
      rule.kind !== 'document'
        ? []
        : named
            .filter((one) => planCategoryCode(one.name) === planCategoryCode(rule.label))
            .map((one) => ({
              kind: rule.document,
              ...(one.valid_from === null ? {} : { validFrom: one.valid_from }),
              ...(one.valid_to === null ? {} : { validTo: one.valid_to }),
            })),
    ),
  ];
}
