import type { HoursFileProblem, HoursLook } from '@shared/api/hours-in';
import { formatHours } from '@shared/clock-time';
import { Link } from 'react-router';
import { openPath } from '../../../api/desk-paths';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { EmptyState } from '../../../components/empty-state';
import { FigureRow } from '../../../components/figure-row';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { hoursGrid, hoursPlan, howTaken, hoursFile as words } from '../../../text/desk/hours-in';
import { askWords, sentenceOfProblem } from '../../../text/desk/hours-in-said';

const OF_THE_FILE: readonly string[] = ['hours-in.total-differs', 'hours-in.same-file'];

/** What was found in a file: what would be taken in, what is asked, and what stands against rows. */
export function FileLook(props: {
  readonly look: HoursLook;
  readonly keptName: string | null;
  readonly accept: readonly string[];
  readonly onAccept: (codes: readonly string[]) => void;
  readonly onTake: () => void;
  /** Without it, the hours come from the rota. */
  readonly onColumns?: (() => void) | undefined;
  readonly onAgain: () => void;
}) {
  const { look, accept, onColumns } = props;
  const toTake = look.people.count;
  const take = () => {
    if (look.blocked) announce(words.blocked, 'assertive');
    else props.onTake();
  };
  return (
    <div className="stack">
      <section className="section" aria-labelledby="hours-found">
        <h2 id="hours-found">{words.lookTitle}</h2>
        {props.keptName === null ? null : <p>{words.readAs(props.keptName)}</p>}
        <FigureRow
          figures={[
            ...(onColumns === undefined
              ? [{ label: words.found.people, value: String(look.people.count) }]
              : [
                  { label: words.found.taken, value: String(look.taken) },
                  { label: words.found.here, value: String(look.here) },
                  { label: words.found.leftOut, value: String(look.leftOut) },
                ]),
            { label: words.found.hours, value: formatHours(look.minutes) },
            ...(look.nights === 0 ? [] : [{ label: words.found.nights, value: String(look.nights) }]),
          ]}
        />
      </section>
      {look.asks.length === 0 ? null : (
        <section className="section" aria-labelledby="hours-asks">
          <h2 id="hours-asks">{words.asksTitle}</h2>
          <p>{words.asksHelp}</p>
          {look.asks.map(({ code, rows }) => (
            <Checkbox
              key={code}
              label={`${askWords(code)} ${OF_THE_FILE.includes(code) ? words.askFile : words.ask(rows)}`}
              value={accept.includes(code)}
              onChange={(yes) =>
                props.onAccept(yes ? [...accept, code] : accept.filter((one) => one !== code))
              }
            />
          ))}
        </section>
      )}
      <Problems look={look} accept={accept} />
      <People look={look} />
      {look.blocked ? <Notice tone="attention" title={words.blocked} /> : null}
      {toTake === 0 && !look.blocked ? (
        onColumns === undefined ? (
          <EmptyState title={hoursPlan.nothing}>{hoursPlan.nothingBody}</EmptyState>
        ) : (
          <EmptyState title={words.nothing}>{words.nothingBody}</EmptyState>
        )
      ) : null}
      <div className="actions">
        {toTake === 0 ? null : (
          <Button kind="primary" onPress={take}>
            {words.take(toTake)}
          </Button>
        )}
        {onColumns === undefined ? null : <Button onPress={onColumns}>{words.changeColumns}</Button>}
        <Button onPress={props.onAgain}>{onColumns === undefined ? hoursPlan.again : words.otherFile}</Button>
      </div>
    </div>
  );
}

/** The row of the file, whose rota it is about, or the whole of it. */
function whereOf({ line, values }: HoursFileProblem): string {
  if (line > 0) return String(line);
  return String(values['name'] ?? '') || words.whole;
}

function Problems({ look, accept }: { readonly look: HoursLook; readonly accept: readonly string[] }) {
  const { count, first } = look.problems;
  if (count === 0) return null;
  const stateOf = (problem: HoursFileProblem): 'stop' | 'ask' | 'yes' | 'note' =>
    problem.severity === 'ask' && accept.includes(problem.code) ? 'yes' : problem.severity;
  const rows = first.map((problem, index) => ({ ...problem, key: `${index}` }));
  return (
    <section className="section" aria-labelledby="hours-problems">
      <h2 id="hours-problems">{words.problemsTitle}</h2>
      <Table
        caption={words.problemsCaption}
        hideCaption
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            id: 'line',
            heading: words.problemColumns.line,
            isName: true,
            cell: whereOf,
            text: whereOf,
            sortBy: (row) => row.line,
          },
          {
            id: 'what',
            heading: words.problemColumns.what,
            cell: sentenceOfProblem,
            text: sentenceOfProblem,
          },
          {
            id: 'state',
            heading: words.problemColumns.state,
            cell: (row) => {
              const state = stateOf(row);
              return (
                <Tag tone={state === 'stop' ? 'wrong' : state === 'ask' ? 'attention' : 'note'}>
                  {words.states[state]}
                </Tag>
              );
            },
            text: (row) => words.states[stateOf(row)],
          },
          {
            id: 'where',
            heading: words.problemColumns.where,
            kind: 'action',
            cell: (row) =>
              row.householdId === null || row.workerId === null ? null : (
                <Link
                  to={openPath(row.householdId, `/people/${row.workerId}`)}
                  aria-label={words.openPersonNamed(whereOf(row))}
                >
                  {words.openPerson}
                </Link>
              ),
          },
        ]}
      />
      {count > first.length ? <p>{words.moreProblems(count - first.length)}</p> : null}
    </section>
  );
}

function People({ look }: { readonly look: HoursLook }) {
  const { count, first } = look.people;
  if (count === 0) return null;
  return (
    <section className="section" aria-labelledby="hours-people">
      <h2 id="hours-people">{words.peopleTitle}</h2>
      <Table
        caption={words.peopleCaption}
        hideCaption
        rows={first}
        rowKey={(row) => row.workerId}
        columns={[
          {
            id: 'name',
            heading: words.peopleColumns.name,
            isName: true,
            cell: (row) => row.name,
            sortBy: (row) => row.name,
          },
          {
            id: 'household',
            heading: words.peopleColumns.household,
            cell: (row) => row.household,
            sortBy: (row) => row.household,
          },
          {
            id: 'days',
            heading: words.peopleColumns.days,
            cell: (row) => hoursGrid.shortDays(row.from, row.to),
            sortBy: (row) => row.from,
          },
          {
            id: 'hours',
            heading: words.peopleColumns.hours,
            kind: 'figure',
            cell: (row) => formatHours(row.minutes),
            sortBy: (row) => row.minutes,
          },
          ...(look.nights === 0
            ? []
            : [
                {
                  id: 'nights',
                  heading: words.peopleColumns.nights,
                  kind: 'figure' as const,
                  cell: (row: (typeof first)[number]) => String(row.nights),
                },
              ]),
          { id: 'how', heading: words.peopleColumns.how, cell: (row) => howTaken[row.how] },
        ]}
      />
      {count > first.length ? <p>{words.morePeople(count - first.length)}</p> : null}
    </section>
  );
}
