import type { ServiceContext } from '../services/context';
import { packsFormFacts } from '../services/packs-form-facts';
import {
  addAuthorityForm,
  authorityForm,
  authorityForms,
  filledForm,
  removeAuthorityForm,
  saveFormMapping,
} from '../services/packs-forms';
import {
  addSending,
  checkSealed,
  removeSending,
  returnSendings,
  sendingFile,
} from '../services/packs-sendings';
import { programFile } from '../services/program-files';
import { fileFrom } from './files-in';
import { calls, REMOVED, SAVED } from './implementer';

export function packsApi(context: ServiceContext) {
  const on = calls.packs;
  return {
    forms: on.forms.handler(({ input }) => authorityForms(context, input.householdId, input.agreementId)),
    addForm: on.addForm.handler(({ input }) =>
      addAuthorityForm(context, input.householdId, { ...input, file: fileFrom(input.file) }),
    ),
    form: on.form.handler(({ input }) => authorityForm(context, input.householdId, input.id)),
    saveMapping: on.saveMapping.handler(({ input }) => {
      saveFormMapping(context, input.householdId, input);
      return SAVED;
    }),
    removeForm: on.removeForm.handler(({ input }) => {
      removeAuthorityForm(context, input.householdId, input.id);
      return REMOVED;
    }),
    formFacts: on.formFacts.handler(({ input }) => packsFormFacts(context, input.householdId, input).shown),
    filledForm: on.filledForm.handler(async ({ input }) => {
      const { file, problems } = await filledForm(context, input.householdId, input);
      return { file: programFile(file), problems };
    }),
    sendings: on.sendings.handler(({ input }) => returnSendings(context, input.householdId, input.returnId)),
    addSending: on.addSending.handler(({ input }) => ({
      id: addSending(context, input.householdId, {
        ...input,
        file: input.file === null ? null : fileFrom(input.file),
      }),
    })),
    removeSending: on.removeSending.handler(({ input }) => {
      removeSending(context, input.householdId, input.id);
      return REMOVED;
    }),
    sendingFile: on.sendingFile.handler(({ input }) =>
      programFile(sendingFile(context, input.householdId, input.id)),
    ),
    check: on.check.handler(({ input }) => checkSealed(context, input.householdId, input.returnId)),
  };
}
