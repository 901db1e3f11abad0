import { DESK_PAGE, type DeskList, type DeskRow } from '@shared/api/desk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Building2, Plus, Users } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { cardPath, openPath, useDeskPlace } from '../../../api/desk-paths';
import { needPath } from '../../../api/need-targets';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import type { Tone } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import {
  deskLineWords,
  dueWords,
  foundWords,
  levelNames,
  stateNames,
  waitsLines,
  desk as words,
} from '../../../text/desk/list';
import { Choices } from './choices';
import { chosenFrom, type DeskChosen, filterOf, pathOf } from './desk-filter';
import { KeptLists } from './kept-lists';
import { LookLine, useLook } from './look-line';

const TONES: Readonly<Record<DeskRow['state'], Tone | 'plain'>> = {
  wrong: 'wrong',
  attention: 'attention',
  note: 'note',
  clear: 'done',
  unlooked: 'plain',
};

/** All households of an organisation, with what waits in each. */
export function DeskPage() {
  const state = useQuery({ ...api.organisation.state.queryOptions(), throwOnError: true }).data;
  if (state === undefined)
    return (
      <Page title={words.title}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return state.organisation === null ? <NotOn /> : <List organisation={state.organisation.name} />;
}

/** Somebody came here who keeps their own household. */
function NotOn() {
  return (
    <Page title={words.title}>
      <EmptyState
        icon={Building2}
        title={words.notOn}
        actions={
          <LinkButton kind="primary" to="/desk/organisation">
            {words.setUp}
          </LinkButton>
        }
      >
        {words.notOnBody}
      </EmptyState>
    </Page>
  );
}

function List({ organisation }: { readonly organisation: string }) {
  const [query, setQuery] = useSearchParams();
  const chosen = chosenFrom(query);
  const { pathname, search } = useLocation();
  const leave = useDeskPlace((place) => place.leave);
  useEffect(() => leave(`${pathname}${search}`), [leave, pathname, search]);
  const found = useQuery({
    ...api.desk.list.queryOptions({
      input: { filter: filterOf(chosen), order: chosen.order, offset: chosen.offset },
    }),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    throwOnError: true,
  }).data;
  const box = useRef<HTMLDivElement>(null);
  const look = useLook(found, box);
  useBackAtHousehold(box, found !== undefined);
  const change = (changes: Partial<DeskChosen>) => {
    const next = { ...chosen, offset: 0, ...changes };
    setQuery(new URLSearchParams(pathOf(next).split('?')[1] ?? ''), { replace: true });
  };
  return (
    <Page
      title={words.title}
      sub={words.sub(
        organisation,
        look?.of ?? found?.total ?? 0,
        look !== undefined && look.state === 'idle' && look.of > 0 && look.looked === look.of,
      )}
    >
      {found === undefined || look === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : look.of === 0 ? (
        <EmptyState
          icon={Users}
          title={words.none}
          actions={
            <>
              <LinkButton kind="primary" to="/desk/take-on">
                {words.takeOn}
              </LinkButton>
              <LinkButton to="/households/new">{words.add}</LinkButton>
            </>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <LookLine look={look} />
          <KeptLists chosen={chosen} />
          <Choices key={query.get('search') ?? ''} chosen={chosen} found={found} onChange={change} />
          <div ref={box}>
            {found.rows.length === 0 ? (
              <EmptyState
                title={words.noneFit}
                actions={
                  <Button onPress={() => setQuery(new URLSearchParams(), { replace: true })}>
                    {words.clear}
                  </Button>
                }
              >
                {words.noneFitBody}
              </EmptyState>
            ) : (
              <Rows found={found} chosen={chosen} onOffset={(offset) => change({ offset })} />
            )}
          </div>
          <div className="actions">
            <LinkButton kind="primary" to="/desk/batches">
              {words.payMany}
            </LinkButton>
            <LinkButton to="/desk/take-on">{words.takeOn}</LinkButton>
            <LinkButton icon={Plus} to="/households/new">
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

/** Back from a household, focus goes to it in the list, once. */
function useBackAtHousehold(box: React.RefObject<HTMLDivElement | null>, isHere: boolean): void {
  useEffect(() => {
    const { openedId, opened } = useDeskPlace.getState();
    if (!isHere || openedId === null) return;
    opened(null);
    const link = box.current?.querySelector<HTMLElement>(`[data-household="${CSS.escape(openedId)}"]`);
    link?.scrollIntoView?.({ block: 'center' });
    link?.focus();
  }, [box, isHere]);
}

function Rows(props: {
  readonly found: DeskList;
  readonly chosen: DeskChosen;
  readonly onOffset: (offset: number) => void;
}) {
  const { rows, total, today } = props.found;
  const { offset } = props.chosen;
  const last = offset + rows.length;
  const whole = rows.length === total;
  return (
    <>
      <Table
        caption={whole ? words.caption(total) : words.part(offset + 1, last, total)}
        rows={rows}
        rowKey={(row) => row.id}
        least={46}
        columns={[
          {
            id: 'name',
            heading: words.columns.name,
            isName: true,
            text: (row) => row.name,
            cell: (row) => <Name row={row} />,
          },
          {
            id: 'state',
            heading: words.columns.state,
            text: (row) => stateNames[row.state],
            cell: (row) => <Tag tone={TONES[row.state]}>{stateNames[row.state]}</Tag>,
          },
          {
            id: 'lines',
            heading: words.columns.lines,
            text: (row) => row.lines.map((line) => deskLineWords(line, today)).join('; '),
            cell: (row) => <Lines row={row} today={today} />,
          },
          {
            id: 'due',
            heading: words.columns.due,
            text: (row) => row.nextDue ?? '',
            cell: (row) =>
              row.state === 'clear' || row.state === 'unlooked' ? '' : dueWords(row.nextDue, today),
          },
        ]}
      />
      {whole ? null : (
        <div className="button-row">
          {offset === 0 ? null : (
            <Button onPress={() => props.onOffset(Math.max(0, offset - DESK_PAGE))}>{words.before}</Button>
          )}
          {last < total ? (
            <Button onPress={() => props.onOffset(last)}>
              {words.next(Math.min(DESK_PAGE, total - last))}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

function Name({ row }: { readonly row: DeskRow }) {
  return (
    <div className="desk-name">
      <Link to={openPath(row.id)} data-household={row.id}>
        {row.name}
      </Link>
      {row.found === null ? null : <small>{foundWords(row.found)}</small>}
      <small>{levelNames[row.level]}</small>
      <Link className="desk-card" to={cardPath(row.id)} aria-label={words.cardNamed(row.name)}>
        {words.card}
      </Link>
    </div>
  );
}

function Lines({ row, today }: { readonly row: DeskRow; readonly today: DeskList['today'] }) {
  if (row.state === 'unlooked') return <span className="quiet">{words.notLooked}</span>;
  if (row.lines.length === 0) return <span className="quiet">{words.nothing}</span>;
  return (
    <ul className="desk-lines">
      {row.lines.map((line) => {
        const { place, values } = line.target;
        const to = place === 'card' ? cardPath(row.id) : openPath(row.id, needPath({ place, values }));
        const said = deskLineWords(line, today);
        return (
          <li key={`${line.code} ${JSON.stringify(line.values)}`}>
            <Link to={to} aria-label={`${said}: ${row.name}`}>
              {said}
            </Link>
            <small className="nowrap">{waitsLines[line.waitsFor]}</small>
          </li>
        );
      })}
      {row.more === 0 ? null : (
        <li>
          <Link to={openPath(row.id)} aria-label={words.more(row.more, row.name)}>
            {words.moreShort(row.more)}
          </Link>
        </li>
      )}
      {row.isOld ? <li className="quiet">{words.old}</li> : null}
    </ul>
  );
}
