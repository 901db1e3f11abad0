import type { Pattern } from '@shared/api/rota';
import { parseClockTime } from '@shared/clock-time';
import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { NumberField } from '../../../components/number-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { TimeField } from '../../../components/time-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindOfWorkChoices } from '../../../text/kinds-of-work';
import { problemsFor } from '../../../text/refusals';
import { coverWords, rota } from '../../../text/rota';
import { patternWords as words } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { rotaPath } from '../paths';
import { tellAll } from '../shift/use-change';
import { NOBODY } from '../shift-values';
import { usePeople, useToday, useWritten } from '../use-rota';
import { PatternExceptions } from './pattern-exceptions';
import {
  newPattern,
  newRow,
  type PatternRow,
  type PatternValues,
  type ReadPattern,
  readPattern,
  typedPattern,
} from './pattern-values';

const FIELDS = ['workerId', 'cycleWeeks', 'anchorMonday', 'fromDay', 'changeFrom', 'toDay', 'rows'];

/** Adds or changes a repeating week. */
export function PatternPage() {
  const { patternId } = useParams();
  const householdId = useHouseholdId();
  const today = useToday();
  const patterns = useQuery({
    ...api.rota.patterns.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const people = usePeople();
  const known = patterns?.find((pattern) => pattern.id === patternId);
  const name = people?.find((person) => person.id === known?.workerId)?.name ?? words.open;
  const isWaiting = patterns === undefined || people === undefined || today === undefined;
  return (
    <Page
      title={patternId === undefined ? words.newTitle : words.editTitle(name)}
      sub={patternId === undefined ? words.sub : words.changeSub}
      backTo={rotaPath.patterns}
      backLabel={words.title}
    >
      {isWaiting ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : patternId !== undefined && known === undefined ? (
        <EmptyState title={coverWords.gone}>{coverWords.goneBody}</EmptyState>
      ) : (
        <>
          <PatternForm key={known?.id ?? 'new'} known={known} today={today} people={people} />
          {known === undefined ? null : <PatternExceptions patternId={known.id} people={people} />}
        </>
      )}
    </Page>
  );
}

function PatternForm(props: {
  readonly known: (Pattern & { readonly id: string }) | undefined;
  readonly today: IsoDay;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const { known, today, people } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const form = useForm<PatternValues, ReadPattern>({
    initial: known === undefined ? newPattern(today) : typedPattern(known, today),
    check: readPattern,
    send: async ({ changeFrom, ...read }) => {
      const answer = await answerOf(
        known === undefined
          ? client.rota.savePattern({ householdId, pattern: { ...read, id: null } })
          : client.shifts
              .changePattern({ householdId, pattern: { ...read, id: known.id }, from: changeFrom })
              .then((outcome) => ({ told: outcome.done ? outcome.told : outcome.asks })),
      );
      if (!answer.ok) return answer;
      tellAll(answer.value.told);
      void navigate(rotaPath.patterns);
      await written(common.saved);
      return answer;
    },
    refusal: (refusal) =>
      problemsFor(
        'field' in refusal && refusal.field === 'to' ? { ...refusal, field: 'toDay' } : refusal,
        FIELDS,
        rotaRefusals,
      ),
  });
  const { rows, cycleWeeks } = form.values;
  const nextId = useRef(Math.max(0, ...rows.map((row) => row.id)) + 1);
  const change = (id: number, part: Partial<PatternRow>) =>
    form.set(
      'rows',
      form.values.rows.map((row) => (row.id === id ? { ...row, ...part } : row)),
    );
  const add = () => {
    form.set('rows', [...rows, newRow(nextId.current)]);
    nextId.current += 1;
  };
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <RadioGroup
        label={words.who}
        {...form.field('workerId')}
        choices={[
          ...people.map((person) => ({ value: person.id, label: person.name })),
          { value: NOBODY, label: rota.nobodyYet, note: words.openNote },
        ]}
      />
      {known === undefined ? null : (
        <RadioGroup
          label={words.changeFrom}
          {...form.field('weeks')}
          choices={[
            {
              value: 'from-day',
              label: words.fromDayOn,
              note: words.fromDayOnNote,
              more: <DateField label={words.changeDay} {...form.field('changeFrom')} />,
            },
            { value: 'all', label: words.allWeeks, note: words.allWeeksNote },
          ]}
        />
      )}
      {form.values.weeks === 'from-day' ? null : <DateField label={words.from} {...form.field('fromDay')} />}
      <RadioGroup
        label={words.hasEnd}
        {...form.field('hasEnd')}
        choices={[
          { value: 'no', label: words.endNo },
          {
            value: 'yes',
            label: words.endYes,
            more: <DateField label={words.to} {...form.field('toDay')} />,
          },
        ]}
      />
      <NumberField
        label={words.cycle}
        hint={words.cycleHint}
        least={1}
        most={8}
        {...form.field('cycleWeeks')}
      />
      {(cycleWeeks ?? 1) > 1 ? (
        <DateField label={words.anchor} hint={words.anchorHint} {...form.field('anchorMonday')} />
      ) : null}
      {rows.map((row, index) => (
        <Row
          key={row.id}
          row={row}
          index={index}
          count={rows.length}
          weeks={cycleWeeks ?? 1}
          form={form}
          onChange={(part) => change(row.id, part)}
          onRemove={
            rows.length === 1
              ? undefined
              : () =>
                  form.set(
                    'rows',
                    rows.filter((one) => one.id !== row.id),
                  )
          }
        />
      ))}
      <div data-field={form.field('rows').fieldId}>
        <Button icon={Plus} onPress={add}>
          {words.addRow}
        </Button>
      </div>
    </Form>
  );
}

function Row(props: {
  readonly row: PatternRow;
  readonly index: number;
  readonly count: number;
  readonly weeks: number;
  readonly form: FormState<PatternValues>;
  readonly onChange: (part: Partial<PatternRow>) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { row, index, weeks, form, onChange } = props;
  const wrong = (part: 'days' | 'start' | 'end') => {
    const { fieldId, error } = form.field(`row-${row.id}-${part}`);
    return { fieldId, error };
  };
  const label = (text: string) => words.ofRow(text, index + 1, props.count);
  const start = parseClockTime(row.start);
  const end = parseClockTime(row.end);
  return (
    <fieldset className="pattern-row fields">
      <legend>{words.row(index + 1)}</legend>
      {weeks > 1 ? (
        <Select
          label={label(words.week)}
          value={row.week}
          onChange={(week) => onChange({ week })}
          choices={Array.from({ length: weeks }, (_, week) => ({
            value: String(week),
            label: words.weekChoice(week + 1),
          }))}
        />
      ) : null}
      <CheckboxGroup
        label={label(words.days)}
        inline
        value={row.days}
        onChange={(days) => onChange({ days })}
        choices={words.weekdays.map((label, day) => ({ value: String(day), label }))}
        {...wrong('days')}
      />
      <div className="rota-times">
        <TimeField
          label={label(words.start)}
          value={row.start}
          onChange={(text) => onChange({ start: text })}
          {...wrong('start')}
        />
        <TimeField
          label={label(words.finish)}
          value={row.end}
          onChange={(text) => onChange({ end: text })}
          {...wrong('end')}
        />
      </div>
      {start.ok && end.ok && end.value <= start.value ? (
        <Checkbox
          label={label(words.nextDay)}
          value={row.nextDay}
          onChange={(nextDay) => onChange({ nextDay })}
        />
      ) : null}
      <Select
        label={label(words.kind)}
        value={row.kindOfWork}
        onChange={(kindOfWork) => onChange({ kindOfWork })}
        choices={kindOfWorkChoices}
      />
      {props.onRemove === undefined ? null : (
        <Button kind="quiet" flush icon={Trash2} onPress={props.onRemove}>
          {words.removeRow(index + 1)}
        </Button>
      )}
    </fieldset>
  );
}
