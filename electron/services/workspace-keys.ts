import { refuse } from '../refusal';
import type { Folders } from '../system/folders';
import {
  type KeyCost,
  type KeyEnvelope,
  type KeySlot,
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

/** So many wrong tries in a row cost nothing; each one after them has to be waited for. */
const FREE_TRIES = 4;
const LONGEST_WAIT_SECONDS = 30;

/** What slows guessing down. It is not written down anywhere: it never keeps out the one who knows the passphrase. */
export class KeyTries {
  readonly #monotonicMs: () => number;
  readonly #leastMs: number;
  #wrong = 0;
  #waitUntil = 0;
  #line: Promise<unknown> = Promise.resolve();

  /** `leastMs`: how long telling that a try was wrong takes at least, however quick the computer. */
  constructor(monotonicMs: () => number, leastMs = 200) {
    this.#monotonicMs = monotonicMs;
    this.#leastMs = leastMs;
  }

  /**
   * Tries a secret, one after another. After the fifth wrong try in a row the next has to wait 1 second, then 2, 4, at most 30:
   * refuses with `workspace.wait` {seconds, tries} in `field` until then. What `work` answers with `undefined` was wrong.
   */
  async one<T>(field: string, work: () => Promise<T | undefined>): Promise<T | undefined> {
    const turn = this.#line.then(() => this.#one(field, work));
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  async #one<T>(field: string, work: () => Promise<T | undefined>): Promise<T | undefined> {
    const started = this.#monotonicMs();
    const left = this.#waitUntil - started;
    if (left > 0) refuse('workspace.wait', { seconds: Math.ceil(left / 1000), tries: this.#wrong }, field);
    const found = await work();
    if (found !== undefined) {
      this.#wrong = 0;
      return found;
    }
    const rest = this.#leastMs - (this.#monotonicMs() - started);
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
    this.#wrong += 1;
    const doublings = this.#wrong - FREE_TRIES - 1;
    if (doublings >= 0)
      this.#waitUntil = this.#monotonicMs() + Math.min(LONGEST_WAIT_SECONDS, 2 ** doublings) * 1000;
    return undefined;
  }
}

/** The data key by a passphrase; a recovery code typed in its place opens too. */
async function keyByEither(envelope: KeyEnvelope, typed: string): Promise<Buffer | undefined> {
  const known = await tryKey(envelope, typed, 'passphrase');
  const code = known === undefined ? readRecoveryCode(typed) : undefined;
  return code === undefined ? known : tryKey(envelope, code, 'recovery-code');
}

/**
 * The data key by what a person typed; where a passphrase is asked for, the recovery code opens too. Refuses with
 * `workspace.wrong-passphrase`, `workspace.not-a-recovery-code`, `workspace.wrong-recovery-code` or `workspace.wait`, in `field`.
 */
export async function keyBySecret(
  envelope: KeyEnvelope,
  secret: string,
  kind: Exclude<KeySlotKind, 'keyring'>,
  tries: KeyTries = new KeyTries(() => performance.now(), 0),
  field = 'secret',
): Promise<Buffer> {
  if (kind === 'passphrase')
    return (
      (await tries.one(field, () => keyByEither(envelope, secret))) ??
      refuse('workspace.wrong-passphrase', {}, field)
    );
  const code = readRecoveryCode(secret) ?? refuse('workspace.not-a-recovery-code', {}, field);
  return (
    (await tries.one(field, () => tryKey(envelope, code, 'recovery-code'))) ??
    refuse('workspace.wrong-recovery-code', {}, field)
  );
}

/** What work on the key file of open records needs. */
export type OpenKeys = {
  readonly folders: Folders;
  readonly dataKey: Buffer;
  readonly cost: KeyCost;
  readonly tries: KeyTries;
};

/** Writes the key file with other slots, which must still open to this data key. Refuses with `workspace.keys-damaged`. */
export function changeSlots(
  { folders }: OpenKeys,
  change: (envelope: KeyEnvelope) => readonly KeySlot[],
): void {
  const envelope = readEnvelope(keysFile(folders)) ?? refuse('workspace.keys-damaged');
  writeEnvelope(folders, { ...envelope, slots: change(envelope) });
}

/** The key file of open records, once the person has said again, in `field`, what opens them. */
export async function askAgain(keys: OpenKeys, typed: string, field: string): Promise<KeyEnvelope> {
  const envelope = readEnvelope(keysFile(keys.folders)) ?? refuse('workspace.keys-damaged');
  await keyBySecret(envelope, typed, 'passphrase', keys.tries, field);
  return envelope;
}

/** Seals the data key under a new passphrase, by the old one or the recovery code, which stays as it is. */
export async function changePassphrase(keys: OpenKeys, current: string, next: string): Promise<void> {
  const { workspaceId } = await askAgain(keys, current, 'current');
  const slot = await sealKey('passphrase', next, keys.dataKey, workspaceId, keys.cost);
  changeSlots(keys, ({ slots }) => [slot, ...slots.filter((one) => one.kind !== 'passphrase')]);
}
