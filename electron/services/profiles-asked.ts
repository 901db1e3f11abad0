import { addDays, type IsoDay } from '@shared/dates';
import {
  type AgreementPeriod,
  readAgreementPeriod,
  writeAgreementPeriod,
} from '@shared/returns/agreement-period';
import { agreementsOf } from '../db/queries/household';
import { sentReturnsOf } from '../db/queries/returns';
import type { WorkspaceSchema } from '../db/schema';
import { refuse } from '../refusal';
import { databaseOf, ownedRow, type ServiceContext, todayOf } from './context';
import { agreementDueOn } from './returns-profile';

type AgreementRow = WorkspaceSchema['funding_agreement'];
type Days = { readonly agreementId: string; readonly from: IsoDay; readonly to: IsoDay };

/** Ten years: more is not looked at in one return. */
const MOST_DAYS = 3660;

function save(
  context: ServiceContext,
  agreement: AgreementRow,
  action: string,
  asked: AgreementPeriod['asked'],
): void {
  const period = readAgreementPeriod(agreement.return_period_json);
  const values = { name: agreement.funder_name };
  databaseOf(context).act({ name: action, householdId: agreement.household_id, values }, (write) =>
    write.update('funding_agreement', agreement.id, {
      return_period_json: writeAgreementPeriod({ ...period, asked }),
    }),
  );
}

/**
 * Notes that the authority asked to see some days, beside its rule: they are then among the returns. Refuses with
 * `day.end-before-start`, `day.in-the-future`, `profile.asked-already` or `profile.asked-too-long`.
 */
export function askFor(
  context: ServiceContext,
  householdId: string,
  input: Days & { readonly askedOn: IsoDay; readonly dueOn: IsoDay | null },
): void {
  const agreement = ownedRow(databaseOf(context).byId('funding_agreement', input.agreementId), householdId);
  const { from, to, askedOn, dueOn } = input;
  if (to < from) refuse('day.end-before-start', {}, 'to');
  if (to > addDays(from, MOST_DAYS)) refuse('profile.asked-too-long', {}, 'to');
  if (askedOn > todayOf(context)) refuse('day.in-the-future', {}, 'askedOn');
  if (dueOn !== null && dueOn < askedOn) refuse('day.end-before-start', {}, 'dueOn');
  const { asked } = readAgreementPeriod(agreement.return_period_json);
  if (asked.some((one) => one.from === from && one.to === to)) refuse('profile.asked-already', {}, 'from');
  if (asked.length >= 200) refuse('profile.asked-too-many');
  const period = { from, to, askedOn, ...(dueOn === null ? {} : { dueOn }) };
  save(context, agreement, 'profiles.asked-for', [...asked, period]);
}

/** Takes back that some days were asked for. Refuses with `not-found`, or `return.already-sent` once that return is sent. */
export function dropAsked(
  context: ServiceContext,
  householdId: string,
  { agreementId, from, to }: Days,
): void {
  const db = databaseOf(context);
  const agreement = ownedRow(db.byId('funding_agreement', agreementId), householdId);
  const { asked } = readAgreementPeriod(agreement.return_period_json);
  const others = asked.filter((one) => one.from !== from || one.to !== to);
  if (others.length === asked.length) refuse('not-found');
  if (isSent(context, householdId, { agreementId, from, to })) refuse('return.already-sent', { from, to });
  save(context, agreement, 'profiles.asked-taken-back', others);
}

function isSent(context: ServiceContext, householdId: string, { agreementId, from, to }: Days): boolean {
  return sentReturnsOf(databaseOf(context), householdId).some(
    (one) => one.agreement_id === agreementId && one.from_day === from && one.to_day === to,
  );
}

/** The days that were asked for, of every agreement, the newest first. */
export function listAsked(context: ServiceContext, householdId: string) {
  return agreementsOf(databaseOf(context), householdId)
    .flatMap((agreement) =>
      readAgreementPeriod(agreement.return_period_json).asked.map(({ from, to, askedOn }) => ({
        agreementId: agreement.id,
        funderName: agreement.funder_name,
        from,
        to,
        askedOn,
        dueOn: agreementDueOn(agreement, from, to),
        isSent: isSent(context, householdId, { agreementId: agreement.id, from, to }),
      })),
    )
    .sort((a, b) => (a.askedOn < b.askedOn ? 1 : a.askedOn > b.askedOn ? -1 : a.from < b.from ? 1 : -1));
}
