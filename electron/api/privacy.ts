import type { ServiceContext } from '../services/context';
import { copyForWorker } from '../services/privacy-copy';
import { privacyListFile, privacyNoticeFile, privacyPolicyFile } from '../services/privacy-papers';
import {
  noteNoticeGiven,
  notePolicyReviewed,
  privacyView,
  removeAccessRequest,
  saveAccessRequest,
  savePrivacyChoices,
} from '../services/privacy-view';
import { programFile } from '../services/program-files';
import { calls, REMOVED, SAVED } from './implementer';

export function privacyApi(context: ServiceContext) {
  const on = calls.privacy;
  return {
    view: on.view.handler(({ input }) => privacyView(context, input.householdId)),
    saveChoices: on.saveChoices.handler(({ input }) => {
      savePrivacyChoices(context, input.householdId, input.choices);
      return SAVED;
    }),
    noteNoticeGiven: on.noteNoticeGiven.handler(({ input }) => {
      noteNoticeGiven(context, input.householdId, input.workerId, input.givenOn);
      return SAVED;
    }),
    notePolicyReviewed: on.notePolicyReviewed.handler(({ input }) => {
      notePolicyReviewed(context, input.householdId, input.reviewedOn);
      return SAVED;
    }),
    saveRequest: on.saveRequest.handler(({ input }) => ({
      id: saveAccessRequest(context, input.householdId, input.request),
    })),
    removeRequest: on.removeRequest.handler(({ input }) => {
      removeAccessRequest(context, input.householdId, input.id);
      return REMOVED;
    }),
    noticeFile: on.noticeFile.handler(({ input }) =>
      programFile(privacyNoticeFile(context, input.householdId, input.format)),
    ),
    policyFile: on.policyFile.handler(({ input }) =>
      programFile(privacyPolicyFile(context, input.householdId, input.format)),
    ),
    listFile: on.listFile.handler(({ input }) =>
      programFile(privacyListFile(context, input.householdId, input.format)),
    ),
    copyForWorker: on.copyForWorker.handler(({ input }) =>
      programFile(copyForWorker(context, input.householdId, input.workerId)),
    ),
  };
}
