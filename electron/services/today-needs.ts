import type { Certificate } from '@shared/api/household';
import type { BankLine, MoneyOverview } from '@shared/api/money';
import type { HmrcMonth, PaymentToMake, RunSummary } from '@shared/api/pay';
import type { WorkerCard } from '@shared/api/people';
import type { ReturnSummary } from '@shared/api/returns';
import type { RotaShift } from '@shared/api/rota';
import type { Need } from '@shared/api/today';
import { addDays, daysBetween, type IsoDay } from '@shared/dates';
import { sumPence } from '@shared/money';
import type { ToPutRight } from './pay-put-right';
import type { YearEndNeed } from './year-end';

/** What is looked at to find out what needs the person. */
export type NeedFacts = {
  readonly today: IsoDay;
  readonly setUpLeft: number;
  readonly gaps: readonly RotaShift[];
  /** What each PA is called. */
  readonly names: ReadonlyMap<string, string>;
  readonly unconfirmed: readonly { readonly name: string; readonly day: IsoDay }[];
  readonly openRuns: readonly RunSummary[];
  /** Payments of the newest runs, with the run each is of. */
  readonly payments: readonly (PaymentToMake & { readonly runId: string })[];
  readonly hmrc: readonly HmrcMonth[];
  /** What HMRC waits to be told. */
  readonly reports: readonly Need[];
  readonly pensions: readonly Need[];
  /** Fit notes, requests for holiday, and holiday that piles up. */
  readonly away: readonly Need[];
  /** PAs who asked to see what is kept about them. */
  readonly privacy: readonly Need[];
  readonly toPutRight: readonly ToPutRight[];
  readonly yearEnd: YearEndNeed | null;
  readonly returns: readonly ReturnSummary[];
  readonly lines: readonly BankLine[];
  readonly people: readonly WorkerCard[];
  readonly certificates: readonly Certificate[];
  /** Backups that failed, places that are away. */
  readonly backups: readonly Need[];
  readonly money: MoneyOverview | null;
};

/** How far ahead each kind of need is told. */
const PAY_AHEAD = 7;
const HMRC_AHEAD = 14;
const RETURN_AHEAD = 45;
const EXPIRY_AHEAD = 28;
const SURPLUS_AHEAD = 62;

type Values = Need['values'];

function need(
  code: string,
  urgency: Need['urgency'],
  by: IsoDay | null,
  values: Values,
  place: Need['target']['place'],
  target: Record<string, string> = {},
): Need {
  return { code, urgency, by, values, target: { place, values: target } };
}

/** When nobody is there: what is left of a shift that is covered in part, else all of it. */
export function openTimes(shift: RotaShift): readonly Pick<RotaShift, 'day' | 'start' | 'end'>[] {
  return shift.uncovered.length > 0 ? shift.uncovered : [shift];
}

function rotaNeeds({ today, gaps, names: called, unconfirmed }: NeedFacts): Need[] {
  const needs: Need[] = gaps.flatMap((gap) =>
    openTimes(gap).map(({ day, start, end }) =>
      need(
        'gap',
        daysBetween(today, day) <= 3 ? 'wrong' : 'attention',
        day,
        {
          day,
          start,
          end,
          kind: gap.kindOfWork,
          away: gap.absence?.kind ?? '',
          name: called.get(gap.absence?.workerId ?? '') ?? '',
        },
        'cover',
        { key: gap.key, day: gap.day },
      ),
    ),
  );
  const last = unconfirmed.at(-1);
  if (last !== undefined) {
    const names = [...new Set(unconfirmed.map((one) => one.name))];
    needs.push(
      need(
        'confirm-hours',
        'attention',
        null,
        { count: unconfirmed.length, names: names.join(', '), people: names.length, until: last.day },
        'confirm-hours',
        {
          from: unconfirmed[0]?.day ?? last.day,
          to: last.day,
        },
      ),
    );
  }
  return needs;
}

function payNeeds({ today, openRuns, payments, toPutRight }: NeedFacts): Need[] {
  const needs: Need[] = toPutRight.map(({ workerId, name, count }) =>
    need('put-right', 'attention', null, { name, count }, 'person', { workerId, part: 'put-right' }),
  );
  for (const run of openRuns) {
    if (run.payDate > addDays(today, PAY_AHEAD)) continue;
    const late = run.payDate < today;
    needs.push(
      need(
        late ? 'pay-late' : 'pay-due',
        late ? 'wrong' : 'attention',
        run.payDate,
        {
          people: run.people,
          payDate: run.payDate,
          hoursIn: run.hoursIn,
          of: run.people,
          periodTo: run.periodTo,
          frequency: run.frequency,
          ...(run.net === null ? {} : { netPence: run.net }),
        },
        'pay-run',
        { key: run.key },
      ),
    );
  }
  const unpaid = payments.filter(
    (payment) => payment.payee === 'worker' && payment.paidOn === null && payment.dueOn <= addDays(today, 1),
  );
  const first = unpaid[0];
  if (first !== undefined) {
    needs.push(
      need(
        'payments-to-make',
        'attention',
        first.dueOn,
        { count: unpaid.length, amountPence: sumPence(unpaid.map((one) => one.amount)), by: first.dueOn },
        'payments',
        { runId: first.runId },
      ),
    );
  }
  return needs;
}

function hmrcNeeds({ today, hmrc }: NeedFacts): Need[] {
  const needs: Need[] = [];
  for (const month of hmrc) {
    if (
      month.paidOn !== null ||
      month.owed <= 0 ||
      month.to >= today ||
      month.dueElectronic > addDays(today, HMRC_AHEAD)
    )
      continue;
    needs.push(
      need(
        'hmrc-due',
        month.dueElectronic < today ? 'wrong' : 'attention',
        month.dueElectronic,
        { amountPence: month.owed, by: month.dueElectronic, month: month.to },
        'hmrc',
        { taxYear: month.taxYear },
      ),
    );
  }
  return needs;
}

function yearNeeds({ yearEnd }: NeedFacts): Need[] {
  if (yearEnd === null) return [];
  const { taxYear, from, p60By, isReady, left } = yearEnd;
  return [
    isReady
      ? need('year-end-ready', 'note', from, { year: taxYear, from, left }, 'year-end', { taxYear })
      : need('year-end', 'attention', p60By, { year: taxYear, by: p60By, left }, 'year-end', { taxYear }),
  ];
}

function reportNeeds({ reports, pensions, away }: NeedFacts): Need[] {
  return [...reports, ...pensions, ...away];
}

function returnNeeds({ today, returns }: NeedFacts): Need[] {
  const needs: Need[] = [];
  for (const one of returns) {
    if (one.state !== 'due' || one.dueOn > addDays(today, RETURN_AHEAD)) continue;
    const late = one.dueOn < today;
    needs.push(
      need(
        late ? 'return-late' : 'return-due',
        late ? 'wrong' : 'attention',
        one.dueOn,
        {
          funder: one.funderName,
          from: one.from,
          to: one.to,
          by: one.dueOn,
          ...(one.ready === null || one.asked === null ? {} : { ready: one.ready, asked: one.asked }),
        },
        'return',
        { agreementId: one.agreementId, from: one.from, to: one.to },
      ),
    );
  }
  return needs;
}

function moneyNeeds({ today, lines, money }: NeedFacts): Need[] {
  const needs: Need[] = [];
  const mismatch = lines.find(
    (line) => !line.explained && line.warnings.some((warning) => warning.code === 'wage-mismatch'),
  );
  const warning = mismatch?.warnings.find((one) => one.code === 'wage-mismatch');
  if (mismatch !== undefined && warning !== undefined) {
    needs.push(need('wage-mismatch', 'wrong', null, warning.values, 'money', { lineId: mismatch.id }));
  }
  const unexplained = lines.filter((line) => !line.explained).length;
  if (unexplained > 0) needs.push(need('lines-to-explain', 'note', null, { count: unexplained }, 'money'));
  const missing = lines.filter((line) => line.explained && line.evidence === 'missing').length;
  if (missing > 0) needs.push(need('receipts-missing', 'note', null, { count: missing }, 'receipt'));
  const surplus = money?.surplus;
  if (
    surplus != null &&
    surplus.onDay !== null &&
    surplus.amount > 0 &&
    surplus.onDay <= addDays(today, SURPLUS_AHEAD)
  ) {
    needs.push(
      need(
        'surplus-near',
        'attention',
        surplus.onDay,
        { amountPence: surplus.amount, day: surplus.onDay },
        'money',
      ),
    );
  }
  return needs;
}

function peopleNeeds({ today, people }: NeedFacts): Need[] {
  const needs: Need[] = [];
  for (const person of people) {
    if (person.leftOn !== null && person.leftOn < today) continue;
    const ends = person.missing.find((one) => one.code === 'person.right-to-work-ended');
    if (ends !== undefined) {
      needs.push(
        need(
          'right-to-work-ends',
          'wrong',
          null,
          { name: person.shortName, day: ends.values['day'] ?? '' },
          'person',
          { workerId: person.id },
        ),
      );
    }
    const count = person.missing.length - (ends === undefined ? 0 : 1);
    if (count > 0)
      needs.push(
        need('person-missing', 'attention', null, { name: person.shortName, count }, 'person', {
          workerId: person.id,
        }),
      );
  }
  return needs;
}

function recordNeeds({ today, people, certificates, backups, privacy, setUpLeft }: NeedFacts): Need[] {
  const needs: Need[] = [];
  if (setUpLeft > 0) needs.push(need('set-up', 'attention', null, { left: setUpLeft }, 'set-up'));
  const insurance = certificates.filter((one) => one.kind === 'employers-liability-insurance');
  const newest = [...insurance].sort((a, b) => ((a.validTo ?? '9') < (b.validTo ?? '9') ? 1 : -1))[0];
  const employs = people.some((person) => person.leftOn === null || person.leftOn >= today);
  if (newest === undefined && employs && setUpLeft === 0)
    needs.push(need('insurance-missing', 'wrong', null, {}, 'settings', { part: 'certificates' }));
  if (newest?.validTo != null && newest.validTo <= addDays(today, EXPIRY_AHEAD) && employs) {
    needs.push(
      need(
        'insurance-ends',
        newest.validTo < today ? 'wrong' : 'attention',
        newest.validTo,
        { day: newest.validTo },
        'settings',
        { part: 'certificates' },
      ),
    );
  }
  return [...needs, ...backups, ...privacy];
}

const ORDER: Readonly<Record<Need['urgency'], number>> = { wrong: 0, attention: 1, note: 2 };

/** The one list of what needs the person: what is wrong first, then by the day it must be done. */
export function findNeeds(facts: NeedFacts): Need[] {
  const needs = [
    rotaNeeds,
    payNeeds,
    hmrcNeeds,
    yearNeeds,
    reportNeeds,
    returnNeeds,
    moneyNeeds,
    recordNeeds,
    peopleNeeds,
  ].flatMap((find) => find(facts));
  return needs.sort(
    (a, b) =>
      ORDER[a.urgency] - ORDER[b.urgency] ||
      ((a.by ?? '9999') < (b.by ?? '9999') ? -1 : (a.by ?? '9999') > (b.by ?? '9999') ? 1 : 0),
  );
}
