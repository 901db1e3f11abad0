import type { WorkerRow } from '../db/schema';

/** `Grace Okafor`. */
export function workerName(worker: Pick<WorkerRow, 'first_names' | 'last_name'>): string {
  return `${worker.first_names} ${worker.last_name}`.trim();
}

/** What the PA is called every day: `Grace`. */
export function workerShortName(worker: Pick<WorkerRow, 'first_names' | 'known_as'>): string {
  return worker.known_as || worker.first_names.split(' ')[0] || worker.first_names;
}
