import { refuse } from '../refusal';
import type { Folders } from '../system/folders';
import {
  type KeyCost,
  type KeyEnvelope,
  type KeySlotKind,
  newRecoveryCode,
  openSlot,
  readRecoveryCode,
  sealKey,
} from '../system/key-envelope';
import { writeWhole } from '../system/whole-file';
import { keysFile, readEnvelope } from './workspace-files';

/** Writes the key file of a folder. */
function writeEnvelope(folders: Folders, envelope: KeyEnvelope): void {
  writeWhole(keysFile(folders), JSON.stringify(envelope, null, 2));
}

/** Makes and writes the key file of new records: the data key under a passphrase and under a new recovery code, which is answered. */
export async function makeKeys(
  folders: Folders,
  workspaceId: string,
  dataKey: Buffer,
  passphrase: string,
  cost: KeyCost,
): Promise<string> {
  const recoveryCode = newRecoveryCode();
  writeEnvelope(folders, {
    format: 1,
    workspaceId,
    slots: [
      await sealKey('passphrase', passphrase, dataKey, workspaceId, cost),
      await sealKey('recovery-code', recoveryCode, dataKey, workspaceId, cost),
    ],
  });
  return recoveryCode;
}

/** The data key by one way of opening, or `undefined` when the secret is not the one. */
export async function tryKey(
  envelope: KeyEnvelope,
  secret: string,
  kind: KeySlotKind,
): Promise<Buffer | undefined> {
  for (const slot of envelope.slots.filter((one) => one.kind === kind)) {
    const key = await openSlot(slot, secret, envelope.workspaceId);
    if (key !== undefined) return key;
  }
  return undefined;
}

/**
 * The data key by what a person typed. Refuses with `workspace.wrong-passphrase`, `workspace.not-a-recovery-code` or
 * `workspace.wrong-recovery-code`, in the field `secret`.
 */
export async function keyBySecret(envelope: KeyEnvelope, secret: string, kind: KeySlotKind): Promise<Buffer> {
  let typed = secret;
  if (kind === 'recovery-code')
    typed = readRecoveryCode(secret) ?? refuse('workspace.not-a-recovery-code', {}, 'secret');
  const dataKey = await tryKey(envelope, typed, kind);
  return (
    dataKey ??
    refuse(
      kind === 'passphrase' ? 'workspace.wrong-passphrase' : 'workspace.wrong-recovery-code',
      {},
      'secret',
    )
  );
}

/** Seals the data key under a new passphrase, by the old one or the recovery code, which stays as it is. */
export async function changePassphrase(
  folders: Folders,
  dataKey: Buffer,
  current: string,
  next: string,
  cost: KeyCost,
): Promise<void> {
  const envelope = readEnvelope(keysFile(folders)) ?? refuse('workspace.keys-damaged');
  const code = readRecoveryCode(current);
  const known =
    (await tryKey(envelope, current, 'passphrase')) ??
    (code === undefined ? undefined : await tryKey(envelope, code, 'recovery-code'));
  if (known === undefined) refuse('workspace.wrong-passphrase', {}, 'current');
  const slot = await sealKey('passphrase', next, dataKey, envelope.workspaceId, cost);
  writeEnvelope(folders, {
    ...envelope,
    slots: [slot, ...envelope.slots.filter((one) => one.kind !== 'passphrase')],
  });
}
