import { refuse } from '../refusal';
import {
  type KeyEnvelope,
  type KeySlot,
  newRecoveryCode,
  openSlot,
  readRecoveryCode,
  sealKey,
} from '../system/key-envelope';
import { databaseOf, type ServiceContext } from './context';
import { keysFile, readEnvelope } from './workspace-files';
import { askAgain, changeSlots, keyBySecret } from './workspace-keys';

/** When the person last said that they have the code that opens these records on paper. */
const KEPT_FACT = 'recovery-code-kept';

/**
 * A new recovery code, once the person has said again what opens the records (field `current`). It opens from now on; the one
 * before it opens too, until the person says that they have the new one.
 */
export async function makeRecoveryCode(
  context: ServiceContext,
  current: string,
): Promise<{ recoveryCode: string }> {
  const { keys } = context.workspace;
  const { workspaceId } = await askAgain(keys, current, 'current');
  const recoveryCode = newRecoveryCode();
  const slot = await sealKey('recovery-code', recoveryCode, keys.dataKey, workspaceId, keys.cost);
  changeSlots(keys, ({ slots }) => [
    ...slots.filter((one) => one.waiting !== true),
    { ...slot, waiting: true },
  ]);
  return { recoveryCode };
}

async function slotOfCode(envelope: KeyEnvelope, code: string): Promise<KeySlot | undefined> {
  for (const slot of [...envelope.slots].reverse()) {
    if (slot.kind !== 'recovery-code') continue;
    if ((await openSlot(slot, code, envelope.workspaceId)) !== undefined) return slot;
  }
  return undefined;
}

/** The person has the code on paper: no other code opens the records any more. Refuses with `workspace.wrong-recovery-code`. */
export async function keepRecoveryCode(
  context: ServiceContext,
  recoveryCode: string,
): Promise<{ keptAt: string }> {
  const { keys } = context.workspace;
  const code = readRecoveryCode(recoveryCode) ?? refuse('workspace.not-a-recovery-code', {}, 'recoveryCode');
  const envelope = readEnvelope(keysFile(keys.folders)) ?? refuse('workspace.keys-damaged');
  const slot =
    (await slotOfCode(envelope, code)) ?? refuse('workspace.wrong-recovery-code', {}, 'recoveryCode');
  const { waiting: _no, ...kept } = slot;
  if (envelope.slots.some((one) => one.kind === 'recovery-code' && (one !== slot || one.waiting === true)))
    changeSlots(keys, ({ slots }) => [...slots.filter((one) => one.kind !== 'recovery-code'), kept]);
  const keptAt = context.clock.nowIso();
  databaseOf(context).setFact(KEPT_FACT, keptAt);
  return { keptAt };
}

/** Whether the code on somebody's sheet opens these records. Refuses with `workspace.wrong-recovery-code` when it does not. */
export async function checkRecoveryCode(
  context: ServiceContext,
  recoveryCode: string,
): Promise<{ opens: true }> {
  const { keys } = context.workspace;
  const envelope = readEnvelope(keysFile(keys.folders)) ?? refuse('workspace.keys-damaged');
  await keyBySecret(envelope, recoveryCode, 'recovery-code', keys.tries, 'recoveryCode');
  return { opens: true };
}

/** When the person last said that they have the code on paper; `null` when that is not known. */
export function recoveryCodeKeptAt(context: ServiceContext): string | null {
  return databaseOf(context).fact(KEPT_FACT) ?? null;
}
