import {
  TAKE_ON_PAGE,
  type TakeOnHousehold,
  type TakeOnStanding,
  type TakeOnState,
} from '@shared/api/take-on';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, client } from '../../../api/client';
import { openPath } from '../../../api/desk-paths';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { LinkButton } from '../../../components/link-button';
import { Notice, type Tone } from '../../../components/notice';
import { SegmentedControl } from '../../../components/segmented-control';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { takeOnSaid, takeOn as words } from '../../../text/desk/take-on';
import { useTakeOnCall } from './use-take-on';

const STANDINGS: readonly TakeOnStanding[] = ['problems', 'refused', 'look', 'ready', 'taken', 'here'];
const TONES: Readonly<Record<TakeOnStanding, Tone | 'plain'>> = {
  ready: 'note',
  look: 'attention',
  problems: 'wrong',
  here: 'plain',
  taken: 'done',
  refused: 'wrong',
};

type Shown = TakeOnStanding | 'all';

/** What a file says, household by household, and the one button that takes on what is ready. */
export function TakeOnFound({ state }: { readonly state: TakeOnState }) {
  const call = useTakeOnCall();
  const [alsoLook, setAlsoLook] = useState(false);
  const { counts } = state;
  const going = counts.ready + (alsoLook ? counts.look : 0);
  return (
    <>
      <Said state={state} />
      {state.unknown.length === 0 ? null : <Notice title={words.unknown(state.unknown)} tone="attention" />}
      <Households state={state} />
      {counts.look === 0 ? null : (
        <Checkbox label={words.alsoLook(counts.look)} value={alsoLook} onChange={setAlsoLook} />
      )}
      <div className="actions">
        {going > 0 ? (
          <Button
            kind="primary"
            icon={UserPlus}
            onPress={() => void call(() => client.takeOn.start({ alsoLook }))}
          >
            {words.take(going)}
          </Button>
        ) : null}
        {counts.taken > 0 && going === 0 ? (
          <LinkButton to="/desk" kind="primary">
            {words.toList}
          </LinkButton>
        ) : null}
        <Button onPress={() => void call(() => client.takeOn.forget())}>{words.otherFile}</Button>
      </div>
    </>
  );
}

function Said({ state }: { readonly state: TakeOnState }) {
  const { counts } = state;
  if (state.state === 'failed') return <Notice title={words.failed} tone="wrong" spoken />;
  if (state.state === 'looked') {
    const isNothing = counts.ready + counts.look + counts.problems === 0;
    if (isNothing) return <Notice title={words.nothingNew} spoken />;
    return <Notice title={counts.ready === 0 ? words.noneReady : words.summary(state)} spoken />;
  }
  return (
    <>
      <Notice
        title={state.state === 'stopped' ? words.stopped(state) : words.done(state)}
        tone={state.state === 'stopped' ? 'attention' : 'done'}
        spoken
      >
        {words.first}
      </Notice>
      {counts.refused === 0 ? null : <Notice title={words.someRefused(counts.refused)} tone="wrong" />}
    </>
  );
}

function Households({ state }: { readonly state: TakeOnState }) {
  const [shown, setShown] = useState<Shown>('all');
  const [from, setFrom] = useState(0);
  const standing = shown === 'all' ? null : shown;
  const { data } = useQuery({
    ...api.takeOn.found.queryOptions({ input: { standing, from } }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  const kinds = STANDINGS.filter((one) => state.counts[one] > 0);
  const total = kinds.reduce((sum, one) => sum + state.counts[one], 0);
  const choose = (value: Shown) => {
    setShown(value);
    setFrom(0);
  };
  if (data === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const left = data.count - from - data.households.length;
  return (
    <section className="section">
      {kinds.length < 2 ? null : (
        <SegmentedControl<Shown>
          label={words.show}
          value={shown}
          onChange={choose}
          choices={[
            { value: 'all', label: words.all(total) },
            ...kinds.map((one) => ({ value: one, label: words.standing[one](state.counts[one]) })),
          ]}
        />
      )}
      <HouseholdTable households={data.households} count={data.count} />
      {data.count <= TAKE_ON_PAGE ? null : (
        <div className="row">
          <p className="quiet">{words.part(from + 1, from + data.households.length, data.count)}</p>
          {from === 0 ? null : <Button onPress={() => setFrom(from - TAKE_ON_PAGE)}>{words.before}</Button>}
          {left <= 0 ? null : (
            <Button onPress={() => setFrom(from + TAKE_ON_PAGE)}>
              {words.next(Math.min(left, TAKE_ON_PAGE))}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function HouseholdTable(props: { readonly households: readonly TakeOnHousehold[]; readonly count: number }) {
  return (
    <Table
      caption={words.caption(props.count)}
      rows={props.households}
      rowKey={(one) => String(one.row)}
      columns={[
        {
          id: 'name',
          heading: words.name,
          isName: true,
          cell: (one) => <Name household={one} />,
          text: (one) => one.name,
        },
        {
          id: 'state',
          heading: words.state,
          cell: (one) => <Tag tone={TONES[one.standing]}>{words.tag[one.standing]}</Tag>,
          text: (one) => words.tag[one.standing],
        },
        {
          id: 'people',
          heading: words.people,
          cell: (one) => one.people.join(', '),
        },
        {
          id: 'what',
          heading: words.what,
          cell: (one) => <Problems household={one} />,
          text: (one) => one.problems.map(takeOnSaid).join(' '),
        },
      ]}
    />
  );
}

function Name({ household }: { readonly household: TakeOnHousehold }) {
  const { name, householdId, payeReference, standing } = household;
  const shown = name === '' ? words.noName : name;
  const isThere = householdId !== null && (standing === 'taken' || standing === 'here');
  return (
    <>
      {isThere ? <Link to={openPath(householdId)}>{shown}</Link> : <span>{shown}</span>}
      <span className="take-on-reference quiet small">
        {payeReference === '' ? words.noPayeReference : payeReference}
      </span>
      {householdId !== null && !isThere ? <span className="quiet small">{words.addsTo}</span> : null}
    </>
  );
}

function Problems({ household }: { readonly household: TakeOnHousehold }) {
  if (household.problems.length === 0) return <span className="quiet">{words.nothingSaid}</span>;
  return (
    <ul className="take-on-problems">
      {household.problems.map((one) => (
        <li key={`${one.row} ${one.column} ${one.code}`} data-weight={one.weight}>
          {takeOnSaid(one)}
        </li>
      ))}
    </ul>
  );
}
