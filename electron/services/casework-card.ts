import type { CaseCard } from '@shared/api/casework';
import { employerOf, representativesOf } from '../db/queries/household';
import { refuse } from '../refusal';
import { latelyDone } from './casework-activity';
import { caseNotes } from './casework-notes';
import { caseServices } from './casework-services';
import { databaseOf, type ServiceContext, todayOf } from './context';

/** So many of the last things done stand on the card. */
const LATELY = 5;

/** A household as its organisation sees it: whom to ring, what is agreed, what is noted, what was done lately. */
export function caseCard(context: ServiceContext, householdId: string): CaseCard {
  const db = databaseOf(context);
  const household = db.byId('household', householdId) ?? refuse('not-found');
  const employer = employerOf(db, householdId);
  const today = todayOf(context);
  return {
    today,
    name: household.name,
    supportedName: household.supported_name,
    payeReference: employer?.paye_reference ?? '',
    filingRoute: employer?.filing_route ?? null,
    addressLines: [
      household.address_line_1,
      household.address_line_2,
      household.town,
      household.postcode,
    ].filter((one) => one !== ''),
    phone: household.phone,
    email: household.email,
    acting: representativesOf(db, householdId)
      .filter((one) => (one.starts_on ?? today) <= today && (one.ends_on ?? today) >= today)
      .map(({ name, role, phone, email }) => ({ name, role, phone, email })),
    notes: caseNotes(context, householdId),
    services: caseServices(context, householdId),
    lately: latelyDone(context, householdId, LATELY),
  };
}
