import type { KeptDrafts } from '@shared/api/keys';
import type { WorkspaceDatabase } from '../db/workspace-database';
import { databaseOf, type ServiceContext } from './context';

/** Text that was typed and not yet saved. It is part of no record, so it stands beside them, inside the encrypted file. */
const DRAFTS_FACT = 'drafts';
/** A window that asks again so soon did not hear the answer: it was taken down, or begun anew, meanwhile. */
const ASKS_AGAIN_MS = 5_000;
/** The same records may stand in more than one tab of a browser. */
const MOST_WINDOWS = 6;

const NO_DRAFTS: KeptDrafts = { path: '', householdId: null, drafts: [] };

/** What one window left, by a name that the window gives itself. Newest last. */
type Left = KeptDrafts & { readonly windowId: string };

function readLeft(database: WorkspaceDatabase): Left[] {
  const left: unknown = JSON.parse(database.fact(DRAFTS_FACT) ?? '[]');
  return Array.isArray(left) ? left : [];
}

/** Keeps what is typed but not saved, window by window, and gives it back after unlocking. */
export class DraftKeeper {
  readonly #context: ServiceContext;
  /** Windows that left a page while this program ran: unlocking leads back to it. */
  readonly #here = new Set<string>();
  #opened: WorkspaceDatabase | undefined;
  #toGive: Left[] = [];
  #givenAny = false;
  readonly #given = new Map<string, { readonly kept: KeptDrafts; readonly at: number }>();

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** Keeps what stands in a window and on which page; it takes the place of what that window kept before. */
  keep(windowId: string, kept: KeptDrafts): void {
    const database = databaseOf(this.#context);
    this.#look(database);
    this.#here.add(windowId);
    this.#given.delete(windowId);
    const others = readLeft(database).filter((one) => one.windowId !== windowId);
    const left = [...others.slice(1 - MOST_WINDOWS), { ...kept, windowId }];
    database.setFact(DRAFTS_FACT, JSON.stringify(left));
  }

  /**
   * What this window left, once after each unlocking (and again when it asks at once again). A window that left nothing, as after another start, is given what was typed last,
   * if it is the first to ask.
   */
  give(windowId: string): KeptDrafts {
    const database = databaseOf(this.#context);
    this.#look(database);
    const before = this.#given.get(windowId);
    if (before !== undefined && this.#context.clock.monotonicMs() - before.at < ASKS_AGAIN_MS)
      return before.kept;
    const own = this.#toGive.find((one) => one.windowId === windowId);
    const found = own ?? (this.#givenAny ? undefined : this.#toGive.findLast((one) => one.drafts.length > 0));
    this.#givenAny = true;
    if (found === undefined) return NO_DRAFTS;
    this.#toGive = this.#toGive.filter((one) => one !== found);
    if (own === undefined) {
      // It is this window's from now on.
      const renamed = readLeft(database).map((one) =>
        one.windowId === found.windowId ? { ...one, windowId } : one,
      );
      database.setFact(DRAFTS_FACT, JSON.stringify(renamed));
    }
    const { path, householdId, drafts } = found;
    const kept = this.#here.has(windowId) || drafts.length > 0 ? { path, householdId, drafts } : NO_DRAFTS;
    this.#given.set(windowId, { kept, at: this.#context.clock.monotonicMs() });
    return kept;
  }

  #look(database: WorkspaceDatabase): void {
    if (this.#opened === database) return;
    this.#opened = database;
    this.#toGive = readLeft(database);
    this.#givenAny = false;
    this.#given.clear();
  }
}
