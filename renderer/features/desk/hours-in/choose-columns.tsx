import type { HoursMapping } from '@shared/api/hours-in';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { TextField } from '../../../components/text-field';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { sentenceFor } from '../../../text/refusals';
import { ColumnsFields, FileLines } from './columns-fields';
import { type ColumnsValues, columnsValues, mappingOf } from './columns-values';
import type { SentFile } from './hours-file-page';

/** The columns to begin with: those that were kept where they stand as they did, else the guess. */
function firstColumns({ table }: SentFile): HoursMapping {
  const { kept } = table;
  const isAsKept =
    kept !== null &&
    table.rows.some((row) => kept.mapping.names.every((name, index) => (row.cells[index] ?? '') === name));
  return isAsKept ? kept.mapping : table.guess;
}

/** Setting up which column is which, and keeping it for the next file. */
export function ChooseColumns(props: {
  readonly sent: SentFile;
  readonly problem: string | undefined;
  readonly onUse: (mapping: HoursMapping) => Promise<void>;
  readonly onBack: () => void;
}) {
  const { sent } = props;
  const [values, setValues] = useState<ColumnsValues>(() => columnsValues(firstColumns(sent)));
  const [name, setName] = useState(sent.table.kept?.name ?? '');
  const [busy, setBusy] = useState(false);
  const [own, setOwn] = useState<string | undefined>();
  const problem = own ?? props.problem;
  const use = async () => {
    const mapping = mappingOf(values, sent.table);
    if (mapping === null) {
      setOwn(words.notYet);
      announce(words.notYet, 'assertive');
      return;
    }
    setBusy(true);
    try {
      if (name.trim() !== '') {
        const kept = await answerOf(client.hoursIn.saveMapping({ name: name.trim(), mapping }));
        if (!kept.ok) {
          setOwn(sentenceFor(kept));
          return;
        }
      }
      setOwn(undefined);
      await props.onUse(mapping);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <FileLines table={sent.table} />
      <ColumnsFields
        table={sent.table}
        values={values}
        onChange={(part) => {
          setOwn(undefined);
          setValues((before) => ({ ...before, ...part }));
        }}
      />
      <div className="section">
        <TextField label={words.keep} hint={words.keepHint} optional value={name} onChange={setName} />
      </div>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} />}
      <div className="actions">
        <Button kind="primary" pending={busy} onPress={() => void use()}>
          {words.look}
        </Button>
        <Button onPress={props.onBack}>{words.otherFile}</Button>
      </div>
    </div>
  );
}
