import type { ServiceContext } from '../services/context';
import { makeExample } from '../services/example/make-example';
import { addHousehold } from '../services/household-save';
import { openRecord } from '../services/open-record';
import { programFile } from '../services/program-files';
import { recoverySheet } from '../services/recovery-sheet';
import { redo, undo, undoState } from '../services/undo';
import { calls } from './implementer';

export function workspaceApi(context: ServiceContext) {
  const on = calls.workspace;
  const { workspace } = context;
  return {
    status: on.status.handler(() => workspace.status()),
    create: on.create.handler(async ({ input }) => {
      const made = await workspace.create(input.passphrase, input.kind);
      if (input.kind === 'example') await makeExample(context);
      return made;
    }),
    recoverySheet: on.recoverySheet.handler(({ input }) =>
      programFile(recoverySheet(context, input.recoveryCode)),
    ),
    unlock: on.unlock.handler(({ input }) => workspace.unlock(input.secret, input.kind)),
    lock: on.lock.handler(() => workspace.lock()),
    retry: on.retry.handler(() => workspace.retry()),
    changePassphrase: on.changePassphrase.handler(async ({ input }) => {
      await workspace.changePassphrase(input.current, input.next);
      return { changed: true } as const;
    }),
    backups: on.backups.handler(() => workspace.backups()),
    backUpNow: on.backUpNow.handler(() => workspace.backUpNow()),
    undoState: on.undoState.handler(({ input }) => undoState(context, input.householdId)),
    undo: on.undo.handler(({ input }) => undo(context, input.householdId)),
    redo: on.redo.handler(({ input }) => redo(context, input.householdId)),
    openRecord: on.openRecord.handler(({ input }) => programFile(openRecord(context, input.householdId))),
    addHousehold: on.addHousehold.handler(({ input }) => ({
      householdId: addHousehold(context, input.name),
    })),
  };
}
