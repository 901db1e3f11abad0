import type { ServiceContext } from '../services/context';
import {
  checkRecoveryCode,
  keepRecoveryCode,
  makeRecoveryCode,
  recoveryCodeKeptAt,
} from '../services/keys-code';
import { DraftKeeper } from '../services/keys-drafts';
import { IdleLock, WARNING_SECONDS } from '../services/keys-idle';
import { forgetKeyring, keyByKeyring, keyringWay, useKeyring } from '../services/keys-keyring';
import { keysFile, readEnvelope } from '../services/workspace-files';
import { type Keyring, noKeyring } from '../system/keyring';
import { calls, REMOVED, SAVED } from './implementer';

export type KeysOptions = { readonly idle?: IdleLock; readonly keyring?: Keyring };

export function keysApi(context: ServiceContext, options: KeysOptions = {}) {
  const on = calls.keys;
  const { workspace, settings, folders } = context;
  const { idle = new IdleLock(context), keyring = noKeyring } = options;
  const drafts = new DraftKeeper(context);
  return {
    ways: on.ways.handler(async () => ({
      keyring: (await keyringWay(readEnvelope(keysFile(folders)), keyring)).way,
      lockedBecause: workspace.isOpen ? null : idle.reason,
      lockAfterMinutes: settings.read().lockAfterMinutes,
    })),
    state: on.state.handler(async () => ({
      recoveryCodeKeptAt: recoveryCodeKeptAt(context),
      lockAfterMinutes: settings.read().lockAfterMinutes,
      warningSeconds: WARNING_SECONDS,
      keyring: await keyringWay(readEnvelope(keysFile(folders)), keyring),
    })),
    touch: on.touch.handler(() => idle.touch()),
    watch: on.watch.handler(({ input }) => idle.watch(input.seen)),
    setLockAfter: on.setLockAfter.handler(({ input }) => {
      // Whoever may read the records says when they lock.
      void workspace.database;
      idle.touch();
      return { kept: settings.change({ lockAfterMinutes: input.minutes }) };
    }),
    keepDrafts: on.keepDrafts.handler(({ input: { windowId, ...kept } }) => {
      drafts.keep(windowId, kept);
      return { kept: true } as const;
    }),
    drafts: on.drafts.handler(({ input }) => drafts.give(input.windowId)),
    makeRecoveryCode: on.makeRecoveryCode.handler(({ input }) => makeRecoveryCode(context, input.current)),
    keepRecoveryCode: on.keepRecoveryCode.handler(({ input }) =>
      keepRecoveryCode(context, input.recoveryCode),
    ),
    checkRecoveryCode: on.checkRecoveryCode.handler(({ input }) =>
      checkRecoveryCode(context, input.recoveryCode),
    ),
    letKeyringOpen: on.letKeyringOpen.handler(async ({ input }) => {
      await useKeyring(workspace.keys, keyring, input.current);
      return SAVED;
    }),
    forgetKeyring: on.forgetKeyring.handler(() => {
      forgetKeyring(workspace.keys);
      return REMOVED;
    }),
    unlockWithKeyring: on.unlockWithKeyring.handler(() =>
      workspace.unlockBy((envelope) => keyByKeyring(envelope, keyring)),
    ),
  };
}
