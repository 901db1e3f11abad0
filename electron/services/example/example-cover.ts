import cover from '@resources/example/cover.json';
import cast from '@resources/example/household.json';
import type { CoverPerson } from '@shared/api/cover';
import type { CoverPlanContact } from '@shared/api/cover-papers';
import { clockTime } from '@shared/clock-time';
import { addDays, addYears, type IsoDay, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { KindOfWork } from '@shared/rota/kind-of-work';
import type { ServiceContext } from '../context';
import { checkCoverPlan, saveCoverPlan } from '../cover-papers-plan';
import { saveContact, savePersonForCover, savePots, saveTrainings } from '../cover-save';
import type { ExampleDays } from './example-days';
import type { ExampleRecord } from './example-people';

export type ExampleOutside = { readonly agency: string; readonly lastResort: string };

/** Whom to ring when no PA can come: an agency and the council's duty team, with what they charge. */
function addOutside(context: ServiceContext, householdId: string, days: ExampleDays): ExampleOutside {
  const { agency, lastResort } = cover;
  const trainings = Object.values(cover.trainings);
  const charge = { id: null, fromDay: days.start, toDay: null };
  return {
    agency: saveContact(context, householdId, {
      id: null,
      kind: 'agency',
      name: cast.agency.name,
      phone: agency.phone,
      hours: agency.hours,
      minimumMinutes: agency.minimumMinutes,
      noticeMinutes: agency.noticeMinutes,
      trainings,
      note: agency.note,
      charges: agency.charges.map((one) => ({
        ...charge,
        kindOfWork: one.kindOfWork as KindOfWork | null,
        pounds: one.pounds,
      })),
    }),
    lastResort: saveContact(context, householdId, {
      id: null,
      kind: 'last-resort',
      name: lastResort.name,
      phone: lastResort.phone,
      hours: lastResort.hours,
      minimumMinutes: lastResort.minimumMinutes,
      noticeMinutes: lastResort.noticeMinutes,
      trainings: null,
      note: lastResort.note,
      charges: [{ ...charge, kindOfWork: null, pounds: lastResort.pounds }],
    }),
  };
}

/** What the PAs have said, and what they are trained in: Maya's first aid runs out in three weeks. */
function addSaid(context: ServiceContext, record: ExampleRecord, days: ExampleDays): void {
  const { hoist, firstAid } = cover.trainings;
  saveTrainings(context, record.householdId, [
    { id: null, name: hoist, essential: true },
    { id: null, name: firstAid, essential: false },
  ]);
  const nothing: CoverPerson = {
    willing: 'yes',
    ownWeeklyLimitMinutes: null,
    optedOutOf48On: null,
    premium: null,
    note: '',
    windows: [],
    daysOff: [],
    trainings: [],
  };
  const hoistDone = addDays(days.start, -40);
  const hoistAgain = addDays(days.today, -35);
  const trained = (doneOn: IsoDay, years: number, name: string) => ({
    id: null,
    name,
    doneOn,
    expiresOn: addYears(doneOn, years),
  });
  savePersonForCover(context, record.householdId, record.workers.grace, {
    ...nothing,
    ownWeeklyLimitMinutes: 32 * 60,
    note: cover.said.grace,
    trainings: [
      { id: null, name: hoist, doneOn: hoistDone, expiresOn: null },
      trained(addDays(days.today, -400), 3, firstAid),
    ],
  });
  const runsOut = addDays(days.today, 21);
  savePersonForCover(context, record.householdId, record.workers.maya, {
    ...nothing,
    note: cover.said.maya,
    windows: [0, 1, 2, 3, 4].map((weekday) => ({
      id: null,
      weekday,
      start: clockTime('07:00'),
      end: clockTime('15:00'),
      endsNextDay: false,
      fromDay: addDays(days.today, -56),
      toDay: null,
    })),
    daysOff: [
      {
        id: null,
        firstDay: addDays(days.today, 33),
        lastDay: addDays(days.today, 35),
        note: cover.said.mayaAway,
      },
    ],
    trainings: [
      { id: null, name: hoist, doneOn: hoistAgain, expiresOn: addYears(hoistAgain, 1) },
      { id: null, name: firstAid, doneOn: addYears(runsOut, -3), expiresOn: runsOut },
    ],
  });
  savePersonForCover(context, record.householdId, record.workers.dev, { ...nothing, willing: 'ask' });
}

/** Money for cover: first what the council gives for it in a tax year, then the payment itself, then Ruth's own. */
function addPots(context: ServiceContext, record: ExampleRecord, days: ExampleDays): void {
  const year = Number(days.today.slice(0, 4)) - (days.today.slice(5) < '04-06' ? 1 : 0);
  const open = { id: null, fromDay: null, toDay: null, amount: null, causes: null, paysOutside: true };
  savePots(context, record.householdId, [
    {
      ...open,
      kind: 'cover-budget',
      agreementId: record.agreementId,
      name: cover.budget.name,
      fromDay: isoDay(`${year}-04-06`),
      toDay: isoDay(`${year + 1}-04-05`),
      amount: pence(cover.budget.amount),
      causes: ['holiday', 'sickness'],
    },
    { ...open, kind: 'agreement', agreementId: record.agreementId, name: '' },
    { ...open, kind: 'own-money', agreementId: null, name: cover.ownMoney, paysOutside: false },
  ]);
}

/** The standing cover plan, gone through two months ago. */
function addPlan(
  context: ServiceContext,
  record: ExampleRecord,
  outside: ExampleOutside,
  checkedOn: ServiceContext,
): void {
  const { plan } = cover;
  const worker = (workerId: string): CoverPlanContact => ({ kind: 'worker', workerId });
  const agency: CoverPlanContact = { kind: 'outside', outsideId: outside.agency };
  const lastResort: CoverPlanContact = { kind: 'outside', outsideId: outside.lastResort };
  const { grace, maya } = record.workers;
  saveCoverPlan(context, record.householdId, {
    cases: {
      holiday: {
        sameAs: null,
        steps: { first: worker(grace), second: worker(maya), 'last-resort': agency },
        toKnow: '',
      },
      sickness: {
        sameAs: null,
        steps: { first: worker(grace), second: agency, 'last-resort': lastResort },
        toKnow: '',
      },
      emergency: { sameAs: 'sickness', steps: {}, toKnow: '' },
      weather: {
        sameAs: null,
        steps: {
          first: { kind: 'person', name: plan.neighbour, phone: plan.neighbourPhone },
          second: agency,
          'last-resort': { kind: 'council', name: plan.council, phone: plan.councilPhone },
        },
        toKnow: plan.weather,
      },
      transport: {
        sameAs: null,
        steps: {
          first: { kind: 'person', name: plan.friend, phone: plan.friendPhone },
          second: worker(maya),
          'last-resort': lastResort,
        },
        toKnow: plan.transport,
      },
    },
    toKnow: plan.toKnow,
    checkedOn: null,
    checkEveryMonths: 12,
  });
  checkCoverPlan(checkedOn, record.householdId);
}

/** All that is kept for the day when somebody can't come. `checkedOn`: the day the plan was last gone through. */
export function keepCover(
  context: ServiceContext,
  record: ExampleRecord,
  days: ExampleDays,
  checkedOn: ServiceContext,
): ExampleOutside {
  const outside = addOutside(context, record.householdId, days);
  addSaid(context, record, days);
  addPots(context, record, days);
  addPlan(context, record, outside, checkedOn);
  return outside;
}
