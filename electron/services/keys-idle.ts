import type { IdleState } from '@shared/api/keys';
import type { Clock } from '../system/clock';
import type { Log } from '../system/log';
import type { SettingsStore } from '../system/settings';
import type { Workspace } from './workspace';

/** How long the warning stands before the records lock: time enough for somebody who needs a minute for a press. */
export const WARNING_SECONDS = 120;

/** How often the clock is looked at. */
const LOOK_EVERY_MS = 500;
/** The computer's clock went on without the program by more than this: it slept. */
const SLEPT_MS = 30_000;
/** The program stood still for longer than this without working: it was put to sleep. */
const STOOD_STILL_MS = 60_000;
/** Longer than this between two looks was work of the program, in which nobody could be heard. */
const WORKED_MS = 5_000;
/** A question that waits is answered after this long, so that nobody waits for ever. */
const LONGEST_WATCH_MS = 20_000;
const MOST_WATCHERS = 16;

export type LockReason = 'idle' | 'asleep';

export type IdleOptions = {
  readonly clock: Clock;
  readonly settings: SettingsStore;
  readonly workspace: Pick<Workspace, 'isOpen' | 'lock'>;
  readonly log: Log;
  /** Milliseconds of work the program has done since it started. */
  readonly workedMs?: () => number;
};

/** Locks the records when nobody has touched the window for a while, after a warning, and when the computer slept. */
export class IdleLock {
  readonly #options: IdleOptions;
  readonly #watchers = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #state: IdleState['state'] = 'locked';
  #turn = 1;
  #touchedAt: number;
  #lookedAt: number;
  #wallAt: number;
  #workedAt: number;
  #reason: LockReason | null = null;

  constructor(options: IdleOptions) {
    this.#options = options;
    this.#touchedAt = this.#lookedAt = this.#now();
    this.#wallAt = this.#wall();
    this.#workedAt = this.#worked();
  }

  #now(): number {
    return this.#options.clock.monotonicMs();
  }
  #wall(): number {
    return Date.parse(this.#options.clock.nowIso());
  }
  #worked(): number {
    return this.#options.workedMs?.() ?? 0;
  }
  #limitMs(): number {
    return this.#options.settings.read().lockAfterMinutes * 60_000;
  }

  /** Why the records were locked by themselves the last time; `null` when a person did it. */
  get reason(): LockReason | null {
    return this.#reason;
  }

  /** Begins to look at the clock. Only where a person has a window: a terminal's work is never locked in the middle. */
  start(): void {
    this.#timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#tell();
  }

  /** Somebody is there. */
  touch(): IdleState {
    this.look();
    this.#touchedAt = this.#now();
    this.look();
    return this.state();
  }

  /** The computer is about to sleep, or has slept. */
  slept(): void {
    if (this.#options.workspace.isOpen) this.#lock('asleep');
  }

  state(): IdleState {
    const left = this.#touchedAt + this.#limitMs() + WARNING_SECONDS * 1000 - this.#now();
    return {
      turn: this.#turn,
      state: this.#state,
      secondsLeft: this.#state === 'warning' ? Math.max(0, Math.ceil(left / 1000)) : null,
    };
  }

  /** How things stand, as soon as that differs from what was seen at `seen`; after a while in any case. */
  watch(seen: number): Promise<IdleState> {
    this.look();
    if (seen !== this.#turn || this.#state === 'locked') return Promise.resolve(this.state());
    return new Promise((answer) => {
      const tell = () => {
        clearTimeout(timer);
        this.#watchers.delete(tell);
        answer(this.state());
      };
      const timer = setTimeout(tell, LONGEST_WATCH_MS).unref();
      this.#watchers.add(tell);
      const [oldest] = this.#watchers;
      if (this.#watchers.size > MOST_WATCHERS) oldest?.();
    });
  }

  /** Looks at the clock and does what is due. */
  look(): void {
    const now = this.#now();
    const gap = now - this.#lookedAt;
    const slept =
      this.#wall() - this.#wallAt - gap > SLEPT_MS ||
      (gap > STOOD_STILL_MS && this.#worked() - this.#workedAt < gap / 10);
    // While the program worked without a pause, nobody's touch could be heard.
    if (gap > WORKED_MS && !slept) this.#touchedAt += gap;
    this.#lookedAt = now;
    this.#wallAt = this.#wall();
    this.#workedAt = this.#worked();

    if (!this.#options.workspace.isOpen) {
      this.#become('locked');
      return;
    }
    if (this.#state === 'locked') {
      this.#touchedAt = now;
      this.#reason = null;
      this.#become('open');
      return;
    }
    if (slept) {
      this.#lock('asleep');
      return;
    }
    const limit = this.#limitMs();
    const idle = now - this.#touchedAt;
    if (limit > 0 && idle >= limit + WARNING_SECONDS * 1000) this.#lock('idle');
    else this.#become(limit > 0 && idle >= limit ? 'warning' : 'open');
  }

  #lock(reason: LockReason): void {
    this.#options.log.info('workspace.locked', { why: reason });
    this.#options.workspace.lock();
    this.#reason = reason;
    this.#become('locked');
  }

  #become(state: IdleState['state']): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#turn += 1;
    this.#tell();
  }

  #tell(): void {
    for (const tell of [...this.#watchers]) tell();
  }
}
