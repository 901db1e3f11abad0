import type { FileOut } from '@shared/api/common';
import { Download, type LucideIcon } from 'lucide-react';
import { Button, type ButtonKind } from '../../components/button';
import { useSaveFile } from './use-save-file';

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
  const { pending, save } = useSaveFile(props.use);
  return (
    <Button
      kind={props.kind ?? 'secondary'}
      icon={props.icon ?? Download}
      pending={pending}
      name={props.name}
      onPress={() => void save(props.make)}
    >
      {props.children}
    </Button>
  );
}
