import { randomBytes } from 'node:crypto';
import { refuse } from '../refusal';
import { type KeyEnvelope, openSlot, sealKey } from '../system/key-envelope';
import { isSafeStore, type Keyring, type KeyringStore } from '../system/keyring';
import { askAgain, changeSlots, type OpenKeys } from './workspace-keys';

/** The slot's secret is 256 random bits, so that stretching it would add nothing. */
const RANDOM_SECRET_COST = { n: 1024, r: 8, p: 1 } as const;

/** Whether this computer can open the records by itself: not set up, ready, or set up with a store that is no longer in use. */
export type KeyringWay = 'none' | 'ready' | 'changed';

/** How things stand with the keyring; opens nothing. */
export async function keyringWay(
  envelope: KeyEnvelope | undefined,
  keyring: Keyring,
): Promise<{ readonly way: KeyringWay; readonly store: KeyringStore }> {
  const store = await keyring.store();
  const slot = envelope?.slots.find((one) => one.kind === 'keyring');
  if (slot === undefined) return { way: 'none', store };
  return { way: isSafeStore(store) && slot.keyring?.store === store ? 'ready' : 'changed', store };
}

/**
 * The data key by the keyring. Refuses with `keyring.not-set`, `keyring.changed` when another store is in use than the one it was
 * sealed with, and `keyring.failed` when the store says no. Never seals anew: what opens the records does not get weaker by itself.
 */
export async function keyByKeyring(envelope: KeyEnvelope, keyring: Keyring): Promise<Buffer> {
  const slot = envelope.slots.find((one) => one.kind === 'keyring');
  if (slot?.keyring === undefined) refuse('keyring.not-set');
  if ((await keyringWay(envelope, keyring)).way !== 'ready') refuse('keyring.changed');
  let secret: string;
  try {
    secret = await keyring.open(Buffer.from(slot.keyring.secret, 'base64'));
  } catch {
    return refuse('keyring.failed');
  }
  return (await openSlot(slot, secret, envelope.workspaceId)) ?? refuse('keyring.failed');
}

/**
 * Lets this computer's keyring open the records too, once the person has said again what opens them (field `current`). Refuses with
 * `keyring.none`, `keyring.plain-text` or `keyring.failed`. The passphrase and the recovery code stay as they are.
 */
export async function useKeyring(keys: OpenKeys, keyring: Keyring, current: string): Promise<void> {
  const store = await keyring.store();
  if (store === 'plain-text') refuse('keyring.plain-text');
  if (!isSafeStore(store)) refuse('keyring.none');
  const { workspaceId } = await askAgain(keys, current, 'current');
  const secret = randomBytes(32).toString('base64');
  let sealed: Buffer;
  try {
    sealed = await keyring.seal(secret);
    if ((await keyring.open(sealed)) !== secret) refuse('keyring.failed');
  } catch {
    return refuse('keyring.failed');
  }
  const slot = await sealKey('keyring', secret, keys.dataKey, workspaceId, RANDOM_SECRET_COST);
  changeSlots(keys, ({ slots }) => [
    ...slots.filter((one) => one.kind !== 'keyring'),
    { ...slot, keyring: { store, secret: sealed.toString('base64') } },
  ]);
}

/** The keyring opens the records no more. */
export function forgetKeyring(keys: OpenKeys): void {
  changeSlots(keys, ({ slots }) => slots.filter((one) => one.kind !== 'keyring'));
}
