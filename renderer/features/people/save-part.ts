import type { WorkerDetails, WorkerRecord } from '@shared/api/people';
import type { Refused, Result } from '@shared/result';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { useSaved } from './use-worker';

/** Saves part of a PA’s details, the rest as it was, and goes back to `home`. */
export function useSaveDetails(
  worker: WorkerRecord,
  home: string,
): (part: Partial<WorkerDetails>) => Promise<Result<unknown> | Refused> {
  const householdId = useHouseholdId();
  const saved = useSaved(home);
  return async (part) => {
    const details = { ...worker.details, ...part };
    const answer = await answerOf(client.people.saveDetails({ householdId, workerId: worker.id, details }));
    if (answer.ok) await saved();
    return answer;
  };
}
