import type { ServiceContext } from '../services/context';
import {
  coverClaims,
  madeClaim,
  makeClaim,
  previewClaim,
  removeClaim,
  sendClaim,
} from '../services/cover-papers-claim';
import { coverClaimFile, coverPlanFile, coverReportFile } from '../services/cover-papers-files';
import { checkCoverPlan, coverPlanView, saveCoverPlan } from '../services/cover-papers-plan';
import { coverReportView } from '../services/cover-papers-report';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function coverPapersApi(context: ServiceContext) {
  const on = calls.coverPapers;
  return {
    plan: on.plan.handler(({ input }) => coverPlanView(context, input.householdId)),
    savePlan: on.savePlan.handler(({ input }) => {
      saveCoverPlan(context, input.householdId, input.plan);
      return SAVED;
    }),
    checkPlan: on.checkPlan.handler(({ input }) => {
      checkCoverPlan(context, input.householdId);
      return SAVED;
    }),
    planPdf: on.planPdf.handler(({ input }) => programFile(coverPlanFile(context, input.householdId))),
    report: on.report.handler(({ input }) =>
      coverReportView(context, input.householdId, input.from, input.to),
    ),
    reportPdf: on.reportPdf.handler(({ input }) =>
      programFile(coverReportFile(context, input.householdId, input.from, input.to, 'pdf')),
    ),
    reportCsv: on.reportCsv.handler(({ input }) =>
      programFile(coverReportFile(context, input.householdId, input.from, input.to, 'csv')),
    ),
    claims: on.claims.handler(({ input }) => coverClaims(context, input.householdId)),
    previewClaim: on.previewClaim.handler(({ input: { householdId, ...asked } }) =>
      previewClaim(context, householdId, asked),
    ),
    makeClaim: on.makeClaim.handler(({ input: { householdId, ...asked } }) => ({
      id: makeClaim(context, householdId, asked),
    })),
    claim: on.claim.handler(({ input }) => madeClaim(context, input.householdId, input.id)),
    sendClaim: on.sendClaim.handler(({ input: { householdId, id, ...sent } }) => {
      sendClaim(context, householdId, id, sent);
      return SAVED;
    }),
    removeClaim: on.removeClaim.handler(({ input }) => {
      removeClaim(context, input.householdId, input.id);
      return REMOVED;
    }),
    claimPdf: on.claimPdf.handler(({ input }) =>
      programFile(coverClaimFile(context, input.householdId, input.id, 'pdf')),
    ),
    claimCsv: on.claimCsv.handler(({ input }) =>
      programFile(coverClaimFile(context, input.householdId, input.id, 'csv')),
    ),
  };
}
