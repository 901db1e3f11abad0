import type { IsoDay } from '@shared/dates';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { showToast } from '../../../components/toast';
import { common } from '../../../text/common';
import { payRefusals } from '../../../text/pay-problems';
import { payYearRefusals } from '../../../text/pay-year';
import { sentenceFor } from '../../../text/refusals';

/** Ticks what only the person knows, or notes that a P60 was given. A refusal is said in a message. */
export function useYearLine(taxYear: string) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  return async (line: { readonly key: string; readonly p60For: string | null }, on: IsoDay | null) => {
    try {
      const answer = await answerOf(
        line.p60For === null
          ? client.today.markDuty({ householdId, key: line.key, doneOn: on })
          : client.year.givenP60({ householdId, taxYear, workerId: line.p60For, givenOn: on }),
      );
      if (!answer.ok) showToast(sentenceFor(answer, { ...payRefusals, ...payYearRefusals }));
    } catch (failure) {
      console.error(failure);
      showToast(common.unexpected);
    }
    await queryClient.invalidateQueries();
  };
}
