import type { FileOut } from '@shared/api/common';
import { Download, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { answerOf } from '../../api/client';
import { saveFile } from '../../api/files';
import { Button, type ButtonKind } from '../../components/button';
import { showToast } from '../../components/toast';
import { payDone } from '../../text/pay';
import { payRefusals } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';

/** A button that has a file made and offers it; what goes wrong is said in a message that stays. */
export function SaveFileButton(props: {
  readonly children: string;
  readonly make: () => Promise<FileOut>;
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon;
  /** What becomes of the file; it is saved when nothing else is said. */
  readonly use?: (file: FileOut) => void;
  readonly name?: string;
}) {
  const [pending, setPending] = useState(false);
  const press = async () => {
    if (pending) return;
    setPending(true);
    try {
      const answer = await answerOf(props.make());
      if (answer.ok) (props.use ?? saveFile)(answer.value);
      else showToast(sentenceFor(answer, payRefusals));
    } catch (failure) {
      console.error(failure);
      showToast(payDone.fileFailed);
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      kind={props.kind ?? 'secondary'}
      icon={props.icon ?? Download}
      pending={pending}
      name={props.name}
      onPress={() => void press()}
    >
      {props.children}
    </Button>
  );
}
