import type { HoursState } from '@shared/api/hours-in';
import { formatHours } from '@shared/clock-time';
import { Link } from 'react-router';
import { openPath } from '../../../api/desk-paths';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Table } from '../../../components/table';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { sentenceFor } from '../../../text/refusals';

/** What was taken in, and the households whose hours were not. */
export function FileTaken(props: {
  readonly outcome: NonNullable<HoursState['outcome']>;
  readonly address: string;
  /** Without it, the hours came from the rota. */
  readonly onAgain: (() => void) | undefined;
}) {
  const { people, households, minutes, nights, refused } = props.outcome;
  return (
    <div className="stack">
      <Notice tone="done" title={words.doneTitle(people)} spoken>
        <p>{words.doneBody(households, formatHours(minutes), nights)}</p>
      </Notice>
      {refused.length === 0 ? null : (
        <section className="section" aria-labelledby="hours-refused">
          <h2 id="hours-refused">{words.refusedTitle}</h2>
          <Table
            caption={words.refusedCaption}
            hideCaption
            rows={refused}
            rowKey={(row) => row.householdId}
            columns={[
              {
                id: 'household',
                heading: words.refusedColumns.household,
                isName: true,
                cell: (row) => <Link to={openPath(row.householdId)}>{row.household}</Link>,
                text: (row) => row.household,
              },
              {
                id: 'why',
                heading: words.refusedColumns.why,
                cell: ({ problem }) => sentenceFor({ code: problem.code, details: problem.values }),
              },
            ]}
          />
        </section>
      )}
      <div className="actions">
        <LinkButton kind="primary" to={`/desk/hours${props.address === '' ? '' : `?${props.address}`}`}>
          {words.toHours}
        </LinkButton>
        {props.onAgain === undefined ? null : <Button onPress={props.onAgain}>{words.another}</Button>}
      </div>
    </div>
  );
}
