import type { FileOut } from '@shared/api/common';
import { Download } from 'lucide-react';
import { Button, type ButtonKind } from '../../../components/button';
import { useMadeFile } from './use-privacy';

/** A button that has a paper made and offers it. */
export function FileButton(props: {
  readonly children: string;
  readonly make: () => Promise<FileOut>;
  readonly kind?: ButtonKind;
  readonly onMade?: () => void;
}) {
  const { pending, save } = useMadeFile();
  const press = async () => {
    if (await save(props.make)) props.onMade?.();
  };
  return (
    <Button kind={props.kind ?? 'secondary'} icon={Download} pending={pending} onPress={() => void press()}>
      {props.children}
    </Button>
  );
}
