import type { FolderLook } from '@shared/api/computer';
import type { Refused, Result } from '@shared/result';
import { FolderSearch } from 'lucide-react';
import { useState } from 'react';
import { computer as words } from '../text/computer';
import { Button } from './button';
import type { FieldProps } from './field-words';
import { FolderPicker } from './folder-picker';
import { TextField } from './text-field';

export type FolderFieldProps = FieldProps & {
  /** The whole path, typed or chosen. */
  readonly value: string;
  readonly onChange: (path: string) => void;
  /** Looks into a folder; `renderer/api/folders.ts` has it. */
  readonly look: (folder: string | null) => Promise<Result<FolderLook> | Refused>;
  /** What is chosen: a folder that can be written in, or a file that holds records. */
  readonly pick: 'folder' | 'records';
};

/** A folder, disk or stick of this computer (or a file of records on it), typed or looked for. */
export function FolderField(props: FolderFieldProps) {
  const { label, value, onChange, look, pick } = props;
  const [open, setOpen] = useState(false);
  return (
    <div className="folder-field">
      <TextField {...props} width="full" value={value} onChange={onChange} />
      <Button icon={FolderSearch} name={`${words.look}: ${label}`} onPress={() => setOpen(true)}>
        {words.look}
      </Button>
      {open ? (
        <FolderPicker
          look={look}
          pick={pick}
          start={pick === 'folder' ? value : ''}
          onClose={() => setOpen(false)}
          onPick={(path) => {
            onChange(path);
            setOpen(false);
          }}
        />
      ) : null}
    </div>
  );
}
