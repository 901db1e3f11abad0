import type { AccessRequest, PrivacyChoices, PrivacyView } from '@shared/api/privacy';
import { addYears, type IsoDay, isIsoDay } from '@shared/dates';
import { accessDueOn } from '@shared/privacy/access-due';
import { lettersOf } from '../db/queries/pay-life';
import { workersOf } from '../db/queries/people';
import { accessRequestsOf, privacyChoicesOf } from '../db/queries/privacy';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { CHOICE_NAMES, controllerOf, dataGroupsNow, POLICY_REVIEWED } from './privacy-facts';
import { divisionOf } from './rota-data';
import { workerName, workerShortName } from './worker-name';

/** The kind under which it is noted that a PA was given the notice. */
const NOTICE = 'privacy-notice';

/** Everything of the room “Privacy and the law”. Refuses with `not-found`. */
export function privacyView(context: ServiceContext, householdId: string): PrivacyView {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const controller = controllerOf(context, householdId);
  const division = divisionOf(household.nation);
  const workers = workersOf(db, householdId);
  const names = new Map(workers.map((worker) => [worker.id, workerName(worker)]));
  const notices = new Map(
    lettersOf(db, householdId)
      .filter((letter) => letter.kind === NOTICE)
      .map((letter) => [letter.worker_id, letter.given_on]),
  );
  const reviewedOn =
    controller.reviewedOn !== null && isIsoDay(controller.reviewedOn) ? controller.reviewedOn : null;
  return {
    today: todayOf(context),
    controller: controller.name,
    acting: [...controller.acting],
    choices: controller.choices,
    groups: dataGroupsNow(context, householdId),
    requests: accessRequestsOf(db, householdId).map((row) => ({
      id: row.id,
      workerId: row.worker_id,
      workerName: names.get(row.worker_id) ?? '',
      askedOn: row.asked_on,
      dueOn: accessDueOn(row.asked_on, division),
      answeredOn: row.answered_on,
      note: row.note,
    })),
    workers: workers.map((worker) => ({
      id: worker.id,
      name: workerName(worker),
      leftOn: worker.left_on,
      noticeGivenOn: notices.get(worker.id) ?? null,
    })),
    policy: { reviewedOn, reviewBy: reviewedOn === null ? null : addYears(reviewedOn, 1) },
  };
}

/** Keeps what the household says under some names; an empty text takes it away. */
function keepChoices(
  context: ServiceContext,
  householdId: string,
  action: string,
  said: Readonly<Record<string, string>>,
): void {
  const db = databaseOf(context);
  if (db.byId('household', householdId) === undefined) refuse('not-found');
  const kept = new Map(privacyChoicesOf(db, householdId).map((row) => [row.name, row]));
  db.act({ name: action, householdId }, (write) => {
    for (const [name, value] of Object.entries(said)) {
      const row = kept.get(name);
      if (row === undefined && value !== '')
        write.insert('privacy_choice', { id: context.ids.next(), household_id: householdId, name, value });
      else if (row !== undefined && value === '') write.remove('privacy_choice', row.id);
      else if (row !== undefined && row.value !== value) write.update('privacy_choice', row.id, { value });
    }
  });
}

/** Keeps whom PAs ask, who helps, and where paper is. */
export function savePrivacyChoices(
  context: ServiceContext,
  householdId: string,
  choices: PrivacyChoices,
): void {
  keepChoices(
    context,
    householdId,
    'privacy.choices-saved',
    Object.fromEntries(CHOICE_NAMES.map((name) => [name, choices[name]])),
  );
}

/** Notes that the policy was looked at again. Refuses a day to come. */
export function notePolicyReviewed(context: ServiceContext, householdId: string, reviewedOn: IsoDay): void {
  if (reviewedOn > todayOf(context)) refuse('day.in-the-future', {}, 'reviewedOn');
  keepChoices(context, householdId, 'privacy.policy-reviewed', { [POLICY_REVIEWED]: reviewedOn });
}

/** Notes on which day a PA was given the notice; null takes the note back. Refuses a day to come. */
export function noteNoticeGiven(
  context: ServiceContext,
  householdId: string,
  workerId: string,
  givenOn: IsoDay | null,
): void {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', workerId), householdId);
  const today = todayOf(context);
  if (givenOn !== null && givenOn > today) refuse('day.in-the-future', {}, 'givenOn');
  const known = lettersOf(db, householdId).find(
    (letter) => letter.kind === NOTICE && letter.worker_id === workerId,
  );
  const name = givenOn === null ? 'privacy.notice-taken-back' : 'privacy.notice-given';
  db.act({ name, householdId, values: { name: workerShortName(worker) } }, (write) => {
    if (known !== undefined && givenOn === null) write.remove('letter', known.id);
    else if (known !== undefined) write.update('letter', known.id, { given_on: givenOn });
    else if (givenOn !== null)
      write.insert('letter', {
        id: context.ids.next(),
        household_id: householdId,
        worker_id: workerId,
        kind: NOTICE,
        about: '',
        made_on: today,
        given_on: givenOn,
      });
  });
}

/** Keeps a request to see data, or what came of it. Refuses a day to come, and an answer before the request. */
export function saveAccessRequest(
  context: ServiceContext,
  householdId: string,
  request: AccessRequest,
): string {
  const db = databaseOf(context);
  const worker = ownedRow(db.byId('worker', request.workerId), householdId);
  if (request.id !== null) ownedRow(db.byId('access_request', request.id), householdId);
  const today = todayOf(context);
  if (request.askedOn > today) refuse('day.in-the-future', {}, 'askedOn');
  if (request.answeredOn !== null && request.answeredOn > today)
    refuse('day.in-the-future', {}, 'answeredOn');
  if (request.answeredOn !== null && request.answeredOn < request.askedOn)
    refuse('privacy.answered-before-asked', { askedOn: request.askedOn }, 'answeredOn');
  const id = request.id ?? context.ids.next();
  const row = {
    id,
    household_id: householdId,
    worker_id: request.workerId,
    asked_on: request.askedOn,
    answered_on: request.answeredOn,
    note: request.note.trim(),
  };
  db.act(
    { name: 'privacy.request-saved', householdId, values: { name: workerShortName(worker) } },
    (write) => {
      if (request.id === null) write.insert('access_request', row);
      else write.update('access_request', id, row);
    },
  );
  return id;
}

/** Takes a request away that was noted by mistake. Refuses with `not-found`. */
export function removeAccessRequest(context: ServiceContext, householdId: string, id: string): void {
  const db = databaseOf(context);
  const row = ownedRow(db.byId('access_request', id), householdId);
  const worker = ownedRow(db.byId('worker', row.worker_id), householdId);
  db.act(
    { name: 'privacy.request-removed', householdId, values: { name: workerShortName(worker) } },
    (write) => write.remove('access_request', id),
  );
}
