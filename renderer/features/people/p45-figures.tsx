import type { WorkerRecord } from '@shared/api/people';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { showToast } from '../../components/toast';
import { payRefusals } from '../../text/pay-problems';
import { pa } from '../../text/people';
import { sentenceFor } from '../../text/refusals';

/** A leaver's P45 figures, to save. */
export function P45Figures({ worker }: { readonly worker: WorkerRecord }) {
  const householdId = useHouseholdId();
  const [pending, setPending] = useState(false);
  const press = async () => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(client.pay.p45FiguresPdf({ householdId, workerId: worker.id }));
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer, payRefusals));
    } catch (failure) {
      console.error(failure);
      showToast(pa.p45Failed);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="section">
      <p>{pa.p45About}</p>
      <Button icon={Download} pending={pending} onPress={() => void press()}>
        {pa.p45Save(worker.shortName)}
      </Button>
    </div>
  );
}
