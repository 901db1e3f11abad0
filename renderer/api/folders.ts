import type { FolderLook } from '@shared/api/computer';
import type { Refused, Result } from '@shared/result';
import { answerOf, client } from './client';

/** Looks into a folder of this computer, for FolderField; without one, into the person's own. */
export function lookInFolder(folder: string | null): Promise<Result<FolderLook> | Refused> {
  return answerOf(client.computer.look({ folder }));
}
