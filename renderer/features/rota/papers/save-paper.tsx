import type { FileOut } from '@shared/api/common';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { answerOf } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { Button, type ButtonKind } from '../../../components/button';
import { showToast } from '../../../components/toast';
import { paperRefusals } from '../../../text/cover-papers';
import { sentenceFor } from '../../../text/refusals';

/** Has a paper made and offers it, once at a time; a refusal is said in a message that stays. */
export function SavePaper(props: {
  readonly children: string;
  readonly make: () => Promise<FileOut>;
  readonly kind?: ButtonKind;
}) {
  const [pending, setPending] = useState(false);
  const save = async () => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(props.make());
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer, paperRefusals));
    } finally {
      setPending(false);
    }
  };
  return (
    <Button kind={props.kind ?? 'secondary'} icon={Download} pending={pending} onPress={() => void save()}>
      {props.children}
    </Button>
  );
}
