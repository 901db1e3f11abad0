import type { ServiceContext } from '../services/context';
import {
  changeProfile,
  checkProfile,
  copyProfile,
  exportProfile,
  getProfile,
  importProfile,
  listProfiles,
  removeProfile,
} from '../services/profiles';
import { askFor, dropAsked, listAsked } from '../services/profiles-asked';
import { previewProfile } from '../services/profiles-preview';
import { programFile } from '../services/program-files';
import { fileFrom } from './files-in';
import { calls, REMOVED } from './implementer';

export function profilesApi(context: ServiceContext) {
  const on = calls.profiles;
  return {
    list: on.list.handler(({ input }) => listProfiles(context, input.householdId)),
    get: on.get.handler(({ input }) => getProfile(context, input.householdId, input.key, input.version)),
    copy: on.copy.handler(({ input }) => ({
      key: copyProfile(context, input.householdId, input.key, input.name),
    })),
    change: on.change.handler(({ input }) => ({
      version: changeProfile(context, input.householdId, input),
    })),
    check: on.check.handler(({ input }) => checkProfile(input.profile)),
    remove: on.remove.handler(({ input }) => {
      removeProfile(context, input.householdId, input.key);
      return REMOVED;
    }),
    exportFile: on.exportFile.handler(({ input }) =>
      programFile(exportProfile(context, input.householdId, input.key)),
    ),
    importFile: on.importFile.handler(({ input }) => ({
      key: importProfile(context, input.householdId, fileFrom(input.file).bytes),
    })),
    preview: on.preview.handler(({ input }) =>
      previewProfile(context, input.householdId, input, input.profile),
    ),
    ask: on.ask.handler(({ input }) => {
      askFor(context, input.householdId, input);
      return { asked: true as const };
    }),
    dropAsked: on.dropAsked.handler(({ input }) => {
      dropAsked(context, input.householdId, input);
      return { dropped: true as const };
    }),
    asked: on.asked.handler(({ input }) => listAsked(context, input.householdId)),
  };
}
