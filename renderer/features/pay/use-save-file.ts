import type { FileOut } from '@shared/api/common';
import { useState } from 'react';
import { answerOf } from '../../api/client';
import { saveFile } from '../../api/files';
import { showToast } from '../../components/toast';
import { payDone } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';

/** Has a file made and offers it, once at a time; what goes wrong is said in a message that stays. */
export function useSaveFile(use: (file: FileOut) => void = saveFile): {
  readonly pending: boolean;
  readonly save: (make: () => Promise<FileOut>) => Promise<void>;
} {
  const [pending, setPending] = useState(false);
  const save = async (make: () => Promise<FileOut>) => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(make());
      if (answer.ok) use(answer.value);
      else showToast(sentenceFor(answer, payRefusals));
    } catch (failure) {
      console.error(failure);
      showToast(payDone.fileFailed);
    } finally {
      setPending(false);
    }
  };
  return { pending, save };
}
