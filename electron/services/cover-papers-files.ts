import names from '@resources/documents/file-names.json';
import type { IsoDay } from '@shared/dates';
import { type CoverClaimPaper, coverClaimCsv, coverClaimPdf } from '../files/documents/cover-claim-paper';
import { coverPlanPdf } from '../files/documents/cover-plan-pdf';
import { type CoverReportPaper, coverReportCsv, coverReportPdf } from '../files/documents/cover-report-paper';
import { safeFileName } from '../files/documents/safe-file-name';
import { fill } from '../files/documents/words';
import { refuse } from '../refusal';
import { databaseOf, type ServiceContext, todayOf } from './context';
import { madeClaim } from './cover-papers-claim';
import { coverPlanView } from './cover-papers-plan';
import { coverReportView } from './cover-papers-report';
import type { MadeFile } from './program-files';

const PDF = 'application/pdf';
const CSV = 'text/csv';

function householdOf(context: ServiceContext, householdId: string) {
  return databaseOf(context).byId('household', householdId) ?? refuse('not-found');
}

/** Whom the papers are about: the person who is supported, else what the household is called. */
function supported(context: ServiceContext, householdId: string): string {
  const household = householdOf(context, householdId);
  return household.supported_name === '' ? household.name : household.supported_name;
}

/** The standing cover plan on one page, to hang up. */
export function coverPlanFile(context: ServiceContext, householdId: string): MadeFile {
  const { plan, pages } = coverPlanView(context, householdId);
  const bytes = coverPlanPdf({
    name: supported(context, householdId),
    pages,
    toKnow: plan.toKnow,
    checkedOn: plan.checkedOn,
    printedOn: todayOf(context),
  });
  const household = householdOf(context, householdId).name;
  return { name: safeFileName(fill(names.coverPlan, { household })), mediaType: PDF, bytes };
}

/** The report of what was covered and what was not, as PDF or CSV. */
export function coverReportFile(
  context: ServiceContext,
  householdId: string,
  from: IsoDay,
  to: IsoDay,
  format: 'pdf' | 'csv',
): MadeFile {
  const paper: CoverReportPaper = {
    name: supported(context, householdId),
    report: coverReportView(context, householdId, from, to),
    printedOn: todayOf(context),
  };
  const household = householdOf(context, householdId).name;
  const name = format === 'pdf' ? names.coverReportPdf : names.coverReportCsv;
  return {
    name: safeFileName(fill(name, { household, day: to })),
    mediaType: format === 'pdf' ? PDF : CSV,
    bytes: format === 'pdf' ? coverReportPdf(paper) : coverReportCsv(paper),
  };
}

/** A claim that was made, as PDF or CSV. */
export function coverClaimFile(
  context: ServiceContext,
  householdId: string,
  id: string,
  format: 'pdf' | 'csv',
): MadeFile {
  const { claim, reference, madeOn } = madeClaim(context, householdId, id);
  const household = householdOf(context, householdId);
  const paper: CoverClaimPaper = {
    name: supported(context, householdId),
    from: {
      name: supported(context, householdId),
      lines: [household.address_line_1, household.address_line_2, household.town, household.postcode].filter(
        (line) => line !== '',
      ),
    },
    claim,
    reference,
    madeOn,
  };
  const name = format === 'pdf' ? names.coverClaimPdf : names.coverClaimCsv;
  return {
    name: safeFileName(fill(name, { household: household.name, day: claim.to })),
    mediaType: format === 'pdf' ? PDF : CSV,
    bytes: format === 'pdf' ? coverClaimPdf(paper) : coverClaimCsv(paper),
  };
}
