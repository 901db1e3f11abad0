import {
  type DeskList,
  type DeskOrder,
  type DeskState,
  deskKind,
  deskLevels,
  deskOrders,
  deskStates,
  deskWaitsFor,
} from '@shared/api/desk';
import { isIsoDay } from '@shared/dates';
import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { dateText, readDateText } from '../../../components/date-text';
import { SegmentedControl } from '../../../components/segmented-control';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { kindNames, levelNames, orderNames, waitsNames, deskChoice as words } from '../../../text/desk/list';
import type { DeskChosen } from './desk-filter';

/** What is shown: by state, by word, by what it is about, whom it waits for, what is agreed and pay day. */
export function Choices(props: {
  readonly chosen: DeskChosen;
  readonly found: DeskList;
  readonly onChange: (changes: Partial<DeskChosen>) => void;
}) {
  const { chosen, found, onChange } = props;
  const [typed, setTyped] = useState(chosen.search);
  const [onDay, setOnDay] = useState(isIsoDay(chosen.pay));
  const [day, setDay] = useState(dateText(isIsoDay(chosen.pay) ? chosen.pay : found.today));
  const search = (event: FormEvent) => {
    event.preventDefault();
    onChange({ search: typed.trim() });
  };
  const all = Object.values(found.states).reduce((sum, count) => sum + count, 0);
  const kinds = new Map(found.kinds.map((one) => [one.kind, one.count]));
  const waits = new Map(found.waits.map((one) => [one.waitsFor, one.count]));
  return (
    <section className="desk-choices" aria-label={words.label}>
      <SegmentedControl<DeskState | 'all'>
        label={words.states}
        value={chosen.state ?? 'all'}
        onChange={(state) => onChange({ state: state === 'all' ? null : state })}
        choices={[
          { value: 'all', label: words.all(all) },
          ...deskStates
            .filter((state) => found.states[state] > 0 || state === chosen.state || state !== 'unlooked')
            .map((state) => ({ value: state, label: words.state(state, found.states[state]) })),
        ]}
      />
      <form className="desk-search" onSubmit={search} noValidate>
        <TextField
          label={words.search}
          hint={words.searchHint}
          width="20"
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" icon={Search}>
          {words.searchDo}
        </Button>
        {chosen.search === '' ? null : (
          <Button kind="quiet" onPress={() => onChange({ search: '' })}>
            {words.searchClear}
          </Button>
        )}
      </form>
      <div className="desk-filters">
        <Select
          label={words.kind}
          value={chosen.kind ?? 'any'}
          onChange={(kind) => onChange({ kind: deskKind.options.find((one) => one === kind) ?? null })}
          choices={[
            { value: 'any', label: words.anyKind },
            ...deskKind.options
              .filter((kind) => kinds.has(kind) || kind === chosen.kind)
              .map((kind) => ({ value: kind, label: words.counted(kindNames[kind], kinds.get(kind) ?? 0) })),
          ]}
        />
        <Select
          label={words.waitsFor}
          value={chosen.waitsFor ?? 'any'}
          onChange={(who) => onChange({ waitsFor: deskWaitsFor.options.find((one) => one === who) ?? null })}
          choices={[
            { value: 'any', label: words.anyWaits },
            ...deskWaitsFor.options
              .filter((who) => waits.has(who) || who === chosen.waitsFor)
              .map((who) => ({ value: who, label: words.counted(waitsNames[who], waits.get(who) ?? 0) })),
          ]}
        />
        <Select
          label={words.level}
          value={chosen.level ?? 'any'}
          onChange={(level) => onChange({ level: deskLevels.find((one) => one === level) ?? null })}
          choices={[
            { value: 'any', label: words.anyLevel },
            ...deskLevels.map((level) => ({ value: level, label: levelNames[level] })),
          ]}
        />
        <Select
          label={words.pay}
          value={onDay ? 'on' : chosen.pay}
          onChange={(pay) => {
            setOnDay(pay === 'on');
            const read = readDateText(day);
            if (pay !== 'on') onChange({ pay: pay as 'any' | 'today' | 'week' | 'month' });
            else if (read.ok) onChange({ pay: read.value });
          }}
          choices={[
            { value: 'any', label: words.anyPay },
            { value: 'today', label: words.payToday },
            { value: 'week', label: words.payWeek },
            { value: 'month', label: words.payMonth },
            { value: 'on', label: words.payOn },
          ]}
        />
        <Select<DeskOrder>
          label={words.order}
          value={chosen.order}
          onChange={(order) => onChange({ order })}
          choices={deskOrders.map((order) => ({ value: order, label: orderNames[order] }))}
        />
      </div>
      {onDay ? (
        <DateField
          label={words.payDay}
          value={day}
          onChange={(next) => {
            setDay(next);
            const read = readDateText(next);
            if (read.ok) onChange({ pay: read.value });
          }}
        />
      ) : null}
    </section>
  );
}
