import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const FOLDER_NAME = /^mainstay-look-(\d+)-/;

/**
 * Copies records that can't be written to, locked as they are, to a folder of this computer's own for passing things, so that
 * they can be looked at whole. Answers the copy. Copies that a killed program left behind are taken away.
 */
export function copyToLookAt(file: string): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = FOLDER_NAME.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(tmpdir(), `mainstay-look-${process.pid}-`));
  const copy = join(folder, basename(file));
  try {
    for (const end of ['', '-wal'])
      if (statSync(file + end, { throwIfNoEntry: false })?.isFile() === true) {
        copyFileSync(file + end, copy + end);
        // A copy takes over that nobody may write it.
        chmodSync(copy + end, 0o600);
      }
    return copy;
  } catch (error) {
    letGoOfCopy(copy);
    throw error;
  }
}

/** Takes the copy away again. */
export function letGoOfCopy(copy: string): void {
  rmSync(dirname(copy), { recursive: true, force: true });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as { code?: unknown }).code === 'EPERM';
  }
}
