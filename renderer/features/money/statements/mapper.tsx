import type { StatementMapping, StatementTable } from '@shared/api/statements';
import type { Ok, Refused } from '@shared/result';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, client, type ServiceRefusal } from '../../../api/client';
import { Button } from '../../../components/button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { STATEMENT_SENTENCES, statements as words } from '../../../text/statements';
import { mapper } from '../../../text/statements-mapper';
import type { Sent } from './bring-in-page';
import { MapperFields } from './mapper-fields';
import { MapperPreview } from './mapper-preview';
import { RawRows } from './mapper-rows';
import { type MapperValues, mapperValues, mappingOf } from './mapper-values';

type Look = (sent: Sent) => Promise<Ok<unknown> | Refused | undefined>;

/** Setting up which column is which, for an account, with what comes of it shown as it changes. */
export function Mapper(props: {
  readonly householdId: string;
  readonly sent: Sent;
  readonly onUse: Look;
  readonly onBack: () => void;
}) {
  const { householdId, sent } = props;
  const [delimiter, setDelimiter] = useState<StatementMapping['delimiter'] | null>(null);
  const [table, setTable] = useState<StatementTable | undefined>();
  const [refusal, setRefusal] = useState<ServiceRefusal | undefined>();
  useEffect(() => {
    let wanted = true;
    const { accountId, file } = sent;
    void answerOf(client.statements.table({ householdId, accountId, file, delimiter })).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setTable(answer.value);
      else setRefusal(answer);
    });
    return () => {
      wanted = false;
    };
  }, [householdId, sent, delimiter]);
  if (refusal !== undefined)
    return (
      <>
        <Notice tone="wrong" title={sentenceFor(refusal, STATEMENT_SENTENCES)} />
        <div className="actions">
          <Button onPress={props.onBack}>{words.otherFile}</Button>
        </div>
      </>
    );
  if (table === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  return <Columns {...props} key={table.delimiter} table={table} onDelimiter={setDelimiter} />;
}

function Columns(props: {
  readonly householdId: string;
  readonly sent: Sent;
  readonly table: StatementTable;
  readonly onUse: Look;
  readonly onBack: () => void;
  readonly onDelimiter: (delimiter: StatementMapping['delimiter']) => void;
}) {
  const { householdId, sent, table } = props;
  const queryClient = useQueryClient();
  const [values, setValues] = useState<MapperValues>(() => mapperValues(table));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();
  const mapping = mappingOf(values, table);
  const change = (part: Partial<MapperValues>) => {
    setRefusal(undefined);
    setValues((before) => ({ ...before, ...part }));
    if (part.delimiter !== undefined) props.onDelimiter(part.delimiter);
  };
  const use = async () => {
    if (mapping === undefined) {
      setRefusal(mapper.notYet);
      announce(mapper.notYet, 'assertive');
      return;
    }
    setBusy(true);
    try {
      const { accountId } = sent;
      const reading = { ...sent.reading, mapping };
      const tried = await answerOf(client.money.previewStatement({ householdId, ...sent, reading }));
      // A question about the file is asked after the columns are kept.
      if (!tried.ok && tried.code !== 'statement.several-accounts') {
        const sentence = sentenceFor(tried, STATEMENT_SENTENCES);
        setRefusal(sentence);
        announce(sentence, 'assertive');
        return;
      }
      const kept = await answerOf(client.statements.saveMapping({ householdId, accountId, mapping }));
      if (!kept.ok) {
        showToast(sentenceFor(kept, STATEMENT_SENTENCES));
        return;
      }
      await queryClient.invalidateQueries();
      announce(mapper.saved);
      await props.onUse(sent);
    } finally {
      setBusy(false);
    }
  };
  const forget = async () => {
    const { accountId } = sent;
    const answer = await answerOf(client.statements.removeMapping({ householdId, accountId }));
    if (!answer.ok) {
      showToast(sentenceFor(answer, STATEMENT_SENTENCES));
      return;
    }
    await queryClient.invalidateQueries();
    announce(mapper.forgotten);
    props.onBack();
  };
  return (
    <div className="stack">
      <RawRows table={table} />
      <MapperFields table={table} values={values} onChange={change} />
      <MapperPreview householdId={householdId} sent={sent} mapping={mapping} />
      {refusal === undefined ? null : <Notice tone="wrong" title={refusal} />}
      <div className="actions">
        <Button kind="primary" pending={busy} onPress={() => void use()}>
          {mapper.use}
        </Button>
        <Button onPress={props.onBack}>{words.otherFile}</Button>
        {table.kept === null ? null : (
          <Button kind="quiet" onPress={() => void forget()}>
            {mapper.forget}
          </Button>
        )}
      </div>
    </div>
  );
}
