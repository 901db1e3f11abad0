import { FileUp, X } from 'lucide-react';
import { type ClipboardEvent, useId, useState } from 'react';
import { DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { common } from '../text/common';
import { Button } from './button';
import { type FieldProps, fieldFrame } from './field-words';
import { announce } from './live-region';
import { PlainFieldWords } from './plain-field-words';

export type FileFieldProps = FieldProps & {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** MIME types or endings: `image/*`, `application/pdf`, `.csv`. Empty takes all. */
  readonly accept?: readonly string[];
  readonly many?: boolean;
  /** The largest file in bytes. */
  readonly largest?: number;
};

/** A file, chosen, dropped, or pasted (a picture, Ctrl+V). */
export function FileField(props: FileFieldProps) {
  const { files, onChange, accept = [], many = false, largest = 50_000_000 } = props;
  const id = useId();
  const [refusal, setRefusal] = useState<string | undefined>();
  const error = props.error ?? refusal;

  const add = (offered: readonly File[]) => {
    const taken: File[] = [];
    let problem: string | undefined;
    for (const file of offered) {
      if (!accepts(accept, file)) problem = common.fileTypeRefused(file.name);
      else if (file.size > largest) problem = common.fileTooLarge(file.name, common.fileSize(largest));
      else taken.push(file);
    }
    setRefusal(problem);
    if (problem !== undefined) announce(problem, 'assertive');
    if (taken.length === 0) return;
    onChange(many ? [...files, ...taken] : taken.slice(0, 1));
    announce(taken.map((file) => common.fileAdded(file.name)).join(' '));
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    add(pasted);
  };
  const drop = async (items: readonly { readonly kind: string }[]) => {
    const dropped = items.filter((item): item is FileDropItem => item.kind === 'file');
    add(await Promise.all(dropped.map((item) => item.getFile())));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't hold the drop zone's own group
    <div
      {...fieldFrame({ ...props, error }, 'full')}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={error === undefined ? `${id}-drop` : `${id}-error ${id}-drop`}
      onPaste={paste}
    >
      <PlainFieldWords {...props} error={error} id={id} />
      <DropZone className="file-drop field-control" onDrop={(event) => void drop(event.items)}>
        <FileTrigger
          allowsMultiple={many}
          {...(accept.length === 0 ? {} : { acceptedFileTypes: [...accept] })}
          onSelect={(list) => add(list === null ? [] : [...list])}
        >
          <Button
            icon={FileUp}
            describedBy={error === undefined ? undefined : `${id}-error`}
            name={`${many ? common.chooseFiles : common.chooseFile}: ${props.label}`}
          >
            {many ? common.chooseFiles : common.chooseFile}
          </Button>
        </FileTrigger>
        <span className="quiet" id={`${id}-drop`}>
          {takesPictures(accept) ? common.dropOrPaste : common.dropHere}
        </span>
      </DropZone>
      {files.length === 0 ? null : (
        <ul className="file-list">
          {files.map((file, index) => (
            <li key={`${file.name}-${index}`}>
              <span>
                {file.name} <span className="quiet">{common.fileSize(file.size)}</span>
              </span>
              <Button
                kind="quiet"
                icon={X}
                onPress={() => onChange(files.filter((_one, at) => at !== index))}
              >
                {common.removeFile(file.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function takesPictures(accept: readonly string[]): boolean {
  return accept.length === 0 || accept.some((kind) => kind.startsWith('image/'));
}

function accepts(accept: readonly string[], file: File): boolean {
  if (accept.length === 0) return true;
  return accept.some((kind) =>
    kind.startsWith('.')
      ? file.name.toLowerCase().endsWith(kind.toLowerCase())
      : kind.endsWith('/*')
        ? file.type.startsWith(kind.slice(0, -1))
        : file.type === kind,
  );
}
