import type { StatementPreview } from '@shared/api/money';
import type { StatementMapping } from '@shared/api/statements';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useEffect, useState } from 'react';
import { answerOf, client, type ServiceRefusal } from '../../../api/client';
import { Notice } from '../../../components/notice';
import { sentenceFor } from '../../../text/refusals';
import { countLines, STATEMENT_SENTENCES, statementNote } from '../../../text/statements';
import { mapper } from '../../../text/statements-mapper';
import type { Sent } from './bring-in-page';
import { LinesTable } from './statement-preview';

/** Notes that speak of the columns; others come after. */
const TOLD = new Set(['statement.balance-broken', 'statement.date-out-of-order']);

/** How the file is read with the columns as they are chosen now. */
export function MapperPreview(props: {
  readonly householdId: string;
  readonly sent: Sent;
  readonly mapping: StatementMapping | undefined;
}) {
  const { householdId, sent } = props;
  // As a text, so that choosing the same again asks nothing.
  const chosen = props.mapping === undefined ? undefined : JSON.stringify(props.mapping);
  const [found, setFound] = useState<StatementPreview | ServiceRefusal | undefined>();
  useEffect(() => {
    let wanted = true;
    if (chosen === undefined) {
      setFound(undefined);
      return;
    }
    const reading = { ...sent.reading, mapping: JSON.parse(chosen) as StatementMapping };
    void answerOf(client.money.previewStatement({ householdId, ...sent, reading })).then((answer) => {
      if (wanted) setFound(answer.ok ? answer.value : answer);
    });
    return () => {
      wanted = false;
    };
  }, [householdId, sent, chosen]);
  return (
    <section className="section" aria-labelledby="how-it-is-read">
      <h2 id="how-it-is-read">{mapper.previewTitle}</h2>
      <div role="status">
        {found === undefined ? (
          <p>{mapper.notYet}</p>
        ) : 'code' in found ? (
          <Notice tone="attention" title={mapper.previewBad}>
            <p>{sentenceFor(found, STATEMENT_SENTENCES)}</p>
          </Notice>
        ) : (
          <>
            <p>
              {mapper.previewGood(countLines(found.lines), formatDay(found.from), formatDay(found.to))}
              {'. '}
              {mapper.previewSums(formatPounds(found.moneyIn), formatPounds(found.moneyOut))}.
            </p>
            {found.problems
              .filter((problem) => TOLD.has(problem.code))
              .slice(0, 3)
              .map((problem, index) => (
                <p key={index}>{statementNote(problem)}</p>
              ))}
          </>
        )}
      </div>
      {found === undefined || 'code' in found ? null : <LinesTable lines={found.first} />}
    </section>
  );
}
