import type { RotaShift } from '@shared/api/rota';
import type { ShiftInside, ShiftTimes } from '@shared/api/shifts';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { Plus, Trash2 } from 'lucide-react';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { TimeField } from '../../../components/time-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { nextRowId, readTimes, type TimeRow, type TimesValues, typedTimes } from './times-values';
import { ChangeForm, useChange } from './use-change';

const awake = shiftActions.awake;
const liveIn = shiftActions.liveIn;

/** When a PA was woken in a sleep-in; or the rests and the night of a live-in day. */
export function TimesForm(props: {
  readonly shift: RotaShift;
  readonly inside: ShiftInside;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { shift, inside, onDone, onBack } = props;
  const { hasOwnTime } = kindOfWorkFacts(shift.kindOfWork);
  const householdId = useHouseholdId();
  const change = useChange(onDone);
  const form = useForm<TimesValues, ShiftTimes>({
    initial: typedTimes(inside.times, hasOwnTime),
    check: (values) => readTimes(values, hasOwnTime),
    send: (times) =>
      change.make(
        () => client.shifts.saveTimes({ householdId, key: shift.key, times }),
        hasOwnTime ? liveIn.done : awake.done,
      ),
    refusal: (refusal) => problemsFor(refusal, [], rotaRefusals),
  });
  return (
    <ChangeForm form={form} change={change} doLabel={hasOwnTime ? liveIn.do : awake.do} onBack={onBack}>
      <p>{hasOwnTime ? liveIn.intro : awake.intro}</p>
      {hasOwnTime ? (
        <>
          <RadioGroup
            label={liveIn.night}
            {...form.field('hasNight')}
            choices={[
              {
                value: 'yes',
                label: liveIn.nightYes,
                more: (
                  <div className="rota-times">
                    <TimeField label={liveIn.nightFrom} {...form.field('nightStart')} />
                    <TimeField label={liveIn.nightTo} {...form.field('nightEnd')} />
                  </div>
                ),
              },
              { value: 'no', label: liveIn.nightNo },
            ]}
          />
          <Rows form={form} name="rests" />
        </>
      ) : null}
      {hasOwnTime && form.values.hasNight === 'no' ? null : <Rows form={form} name="callOuts" />}
    </ChangeForm>
  );
}

/** Lines of times, with one button to add a line. */
function Rows(props: { readonly form: FormState<TimesValues>; readonly name: 'callOuts' | 'rests' }) {
  const { form, name } = props;
  const rows = form.values[name];
  const isAwake = name === 'callOuts';
  const words = isAwake
    ? { row: awake.row, from: awake.from, to: awake.to, add: awake.add, remove: awake.remove }
    : {
        row: liveIn.restRow,
        from: liveIn.restFrom,
        to: liveIn.restTo,
        add: liveIn.addRest,
        remove: liveIn.removeRest,
      };
  const set = (next: readonly TimeRow[]) => form.set(name, next);
  const change = (id: number, part: Partial<TimeRow>) =>
    set(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
  const wrong = (id: number, part: 'start' | 'end') => {
    const { fieldId, error } = form.field(`${isAwake ? 'call' : 'rest'}-${id}-${part}`);
    return { fieldId, error };
  };
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row.id} className="pattern-row fields">
          <legend>{words.row(index + 1)}</legend>
          <div className="rota-times">
            <TimeField
              label={words.from(index + 1)}
              value={row.start}
              onChange={(start) => change(row.id, { start })}
              {...wrong(row.id, 'start')}
            />
            <TimeField
              label={words.to(index + 1)}
              value={row.end}
              onChange={(end) => change(row.id, { end })}
              {...wrong(row.id, 'end')}
            />
          </div>
          {isAwake ? (
            <TextField
              label={awake.why(index + 1)}
              optional
              width="full"
              value={row.note}
              onChange={(note) => change(row.id, { note })}
            />
          ) : null}
          <Button
            kind="quiet"
            flush
            icon={Trash2}
            onPress={() => set(rows.filter((one) => one.id !== row.id))}
          >
            {words.remove(index + 1)}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          icon={Plus}
          onPress={() => set([...rows, { id: nextRowId(rows), start: '', end: '', note: '' }])}
        >
          {words.add}
        </Button>
      </div>
    </>
  );
}
