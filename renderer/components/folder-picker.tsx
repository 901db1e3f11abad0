import type { FolderLook } from '@shared/api/computer';
import { type Refused, type Result, refused } from '@shared/result';
import { CornerLeftUp, Folder, HardDrive } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { common } from '../text/common';
import { computer as words } from '../text/computer';
import { sentenceFor } from '../text/refusals';
import { momentText } from '../text/workspace';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';
import { WaitingLine } from './waiting-line';

type FolderPickerProps = {
  readonly look: (folder: string | null) => Promise<Result<FolderLook> | Refused>;
  readonly pick: 'folder' | 'records';
  /** Where to look first; empty for the person's own folder. */
  readonly start: string;
  readonly onPick: (path: string) => void;
  readonly onClose: () => void;
};

/** Walks through the folders of this computer, one at a time. The heading takes focus in each, so that it is read out. */
export function FolderPicker({ look, pick, start, onPick, onClose }: FolderPickerProps) {
  const [found, setFound] = useState<FolderLook | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  const asked = useRef(0);
  const go = useCallback(
    async (folder: string | null, keepProblem = false): Promise<boolean> => {
      asked.current += 1;
      const turn = asked.current;
      const answer = await look(folder).catch(() => refused('computer.not-there'));
      if (turn !== asked.current) return true;
      if (answer.ok) {
        setFound(answer.value);
        if (!keepProblem) setProblem(undefined);
      } else setProblem(sentenceFor(answer));
      return answer.ok;
    },
    [look],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, when it opens
  useEffect(() => {
    const first = async () => {
      if (start === '' || !(await go(start))) await go(null, start !== '');
    };
    void first();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each folder is read out
  useEffect(() => heading.current?.focus(), [found?.folder]);

  const use = () => {
    if (found === undefined) return;
    if (found.canWrite) onPick(found.folder);
    else setProblem(words.notWritable);
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={pick === 'folder' ? words.folderTitle : words.recordsTitle}
      actions={
        <>
          {pick === 'folder' ? (
            <Button kind="primary" onPress={use} slot={null}>
              {words.use}
            </Button>
          ) : null}
          <Button onPress={onClose} slot={null}>
            {common.cancel}
          </Button>
        </>
      }
    >
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {found === undefined ? (
        <WaitingLine>{words.looking}</WaitingLine>
      ) : (
        <div className="folder-picker">
          <section aria-label={words.places}>
            <h3>{words.places}</h3>
            <ul className="folder-places">
              {found.places.map((place) => (
                <li key={place.folder}>
                  <Button icon={HardDrive} slot={null} onPress={() => void go(place.folder)}>
                    {words.place(place)}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
          <h3 tabIndex={-1} ref={heading} className="folder-now">
            {words.lookingIn(found.folder)}
          </h3>
          {found.freeBytes === null ? null : <p className="quiet small">{words.free(found.freeBytes)}</p>}
          {pick === 'records' ? <RecordsHere found={found} onPick={onPick} /> : null}
          <section aria-label={words.folders}>
            {pick === 'records' ? <h4>{words.folders}</h4> : null}
            {found.parent === null ? null : (
              <Button
                kind="quiet"
                flush
                icon={CornerLeftUp}
                slot={null}
                onPress={() => void go(found.parent)}
              >
                {words.up}
              </Button>
            )}
            {found.folders.length === 0 ? (
              <p className="quiet">{words.noFolders}</p>
            ) : (
              <ul className="folder-list">
                {found.folders.map(({ name, folder }) => (
                  <li key={folder}>
                    <Button kind="quiet" flush icon={Folder} slot={null} onPress={() => void go(folder)}>
                      {name}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            {found.moreFolders > 0 ? <p className="quiet">{words.more(found.moreFolders)}</p> : null}
          </section>
        </div>
      )}
    </Dialog>
  );
}

function RecordsHere(props: { readonly found: FolderLook; readonly onPick: (file: string) => void }) {
  const { found, onPick } = props;
  return (
    <section aria-label={words.records}>
      <h4>{words.records}</h4>
      {found.records.length === 0 ? (
        <p className="quiet">{words.noRecords}</p>
      ) : (
        <ul className="folder-list">
          {found.records.map(({ name, file, bytes, changedAt }) => (
            <li key={file}>
              <Button slot={null} onPress={() => onPick(file)}>
                {name}
              </Button>
              <span className="quiet small">{words.recordsNote(momentText(changedAt), bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
