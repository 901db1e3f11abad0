import type { KeptDrafts } from '@shared/api/keys';
import { databaseOf, type ServiceContext } from './context';

/** Text that was typed and not yet saved. It is part of no record, so it stands beside them, inside the encrypted file. */
const DRAFTS_FACT = 'drafts';

const NOTHING: KeptDrafts = { path: '', householdId: null, drafts: [] };

/** Keeps what is typed but not saved, and on which page; it takes the place of what was kept before. */
export function keepDrafts(context: ServiceContext, kept: KeptDrafts): void {
  databaseOf(context).setFact(DRAFTS_FACT, JSON.stringify(kept));
}

/** What was typed but not saved. */
export function readDrafts(context: ServiceContext): KeptDrafts {
  const text = databaseOf(context).fact(DRAFTS_FACT);
  return text === undefined ? NOTHING : (JSON.parse(text) as KeptDrafts);
}
