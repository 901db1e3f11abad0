import type { PayLine } from '@shared/api/pay';
import type { RotaShift } from '@shared/api/rota';
import { type ClockTime, formatHours, formatTime } from '@shared/clock-time';
import { formatWeekday } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Form } from '../../components/form';
import { HoursField } from '../../components/hours-field';
import { announce } from '../../components/live-region';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readHours, readText, readTime } from '../../components/read-fields';
import { Tag } from '../../components/tag';
import { TextField } from '../../components/text-field';
import { TimeField } from '../../components/time-field';
import { type Checked, useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { payCorrect as words } from '../../text/pay';

/** What was really worked of a paid shift; null when it was not worked at all. */
export type ShiftChange = {
  readonly shiftId: string;
  readonly actual: {
    readonly start: ClockTime;
    readonly end: ClockTime;
    readonly endsNextDay: boolean;
    readonly awakeMinutes: number | null;
    readonly reason: string;
  } | null;
};

function timesOf(shift: RotaShift): { readonly start: ClockTime; readonly end: ClockTime } {
  return shift.actual ?? shift;
}

function shiftName(shift: RotaShift): string {
  const { start, end } = timesOf(shift);
  return words.shift(formatWeekday(shift.day), formatTime(start), formatTime(end));
}

/** The paid shifts of a payslip’s time, each with a way to say what was really worked. */
export function ShiftChanges(props: {
  readonly line: PayLine;
  readonly changes: readonly ShiftChange[];
  readonly onChanges: (changes: readonly ShiftChange[]) => void;
}) {
  const { line, changes, onChanges } = props;
  const householdId = useHouseholdId();
  const [editing, setEditing] = useState<string | undefined>();
  const view = useQuery(
    api.rota.view.queryOptions({ input: { householdId, from: line.periodFrom, to: line.periodTo } }),
  ).data;
  const shifts = (view?.shifts ?? []).filter(
    (shift) => shift.workerId === line.workerId && shift.state === 'paid' && shift.shiftId !== null,
  );
  if (view === undefined) return null;
  const put = (change: ShiftChange) => {
    onChanges([...changes.filter((one) => one.shiftId !== change.shiftId), change]);
    setEditing(undefined);
    announce(words.changeKept);
  };
  return (
    <section className="section" aria-labelledby="paid-shifts">
      <h2 id="paid-shifts">{words.hours}</h2>
      {shifts.length === 0 ? (
        <p className="quiet">{words.noShifts}</p>
      ) : (
        <>
          <p>{words.hoursBody}</p>
          <ul className="pay-shifts">
            {shifts.map((shift) => {
              const shiftId = shift.shiftId ?? '';
              const change = changes.find((one) => one.shiftId === shiftId);
              const name = shiftName(shift);
              return (
                <li key={shiftId}>
                  <div className="pay-shift">
                    <span>
                      {name}
                      {change === undefined ? null : (
                        <Tag tone="note">
                          {change.actual === null
                            ? words.notWorkedShort
                            : words.nowTimes(formatTime(change.actual.start), formatTime(change.actual.end))}
                        </Tag>
                      )}
                    </span>
                    {editing === shiftId ? null : change === undefined ? (
                      <Button kind="quiet" name={words.changeNamed(name)} onPress={() => setEditing(shiftId)}>
                        {common.change}
                      </Button>
                    ) : (
                      <Button
                        kind="quiet"
                        name={words.takeBackNamed(name)}
                        onPress={() => onChanges(changes.filter((one) => one !== change))}
                      >
                        {words.takeBack}
                      </Button>
                    )}
                  </div>
                  {editing === shiftId ? (
                    <ShiftForm
                      shift={shift}
                      name={name}
                      onDone={put}
                      onCancel={() => setEditing(undefined)}
                    />
                  ) : null}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}

type ShiftText = {
  readonly mode: 'hours' | 'not-worked';
  readonly start: string;
  readonly end: string;
  readonly awake: string;
  readonly reason: string;
};

type ShiftTimes = {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly awake: number | null;
  readonly reason: string;
};

function checkShift(values: ShiftText, maySleep: boolean): Checked<ShiftText, ShiftTimes | null> {
  if (values.mode === 'not-worked') return { ok: true, value: null };
  return checkFields({
    start: readTime(values.start, words.start),
    end: readTime(values.end, words.end),
    awake: maySleep ? readAwake(values.awake) : { ok: true, value: null },
    reason: readText(values.reason, words.reasonNeeded),
  });
}

function readAwake(text: string): Read<number | null> {
  return text.trim() === '' ? { ok: true, value: null } : readHours(text, words.awake);
}

function ShiftForm(props: {
  readonly shift: RotaShift;
  readonly name: string;
  readonly onDone: (change: ShiftChange) => void;
  readonly onCancel: () => void;
}) {
  const { shift, name, onDone } = props;
  const { start, end } = timesOf(shift);
  const shiftId = shift.shiftId ?? '';
  const maySleep = shift.kindOfWork === 'sleep-in';
  const awake = shift.actual?.awakeMinutes ?? null;
  const initial: { mode: 'hours' | 'not-worked'; start: string; end: string; awake: string; reason: string } =
    {
      mode: 'hours',
      start: formatTime(start),
      end: formatTime(end),
      awake: awake === null ? '' : formatHours(awake),
      reason: shift.actual?.reason ?? '',
    };
  const form = useForm({
    initial,
    check: (values) => checkShift(values, maySleep),
    send: async (value) => {
      onDone({
        shiftId,
        actual:
          value === null
            ? null
            : {
                start: value.start,
                end: value.end,
                endsNextDay: value.end <= value.start,
                awakeMinutes: value.awake,
                reason: value.reason,
              },
      });
      return undefined;
    },
  });
  return (
    <div className="pay-shift-form">
      <Form
        form={form}
        actions={
          <>
            <Button type="submit" name={words.keepNamed(name)}>
              {words.keep}
            </Button>
            <Button kind="quiet" onPress={props.onCancel} name={words.cancelNamed(name)}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <RadioGroup
          label={words.mode}
          {...form.field('mode')}
          choices={[
            { value: 'hours', label: words.modes.hours },
            { value: 'not-worked', label: words.modes.notWorked },
          ]}
        />
        {form.values.mode === 'not-worked' ? null : (
          <>
            <TimeField label={words.start} {...form.field('start')} />
            <TimeField label={words.end} {...form.field('end')} />
            {maySleep ? (
              <HoursField label={words.awake} hint={words.awakeHint} optional {...form.field('awake')} />
            ) : null}
            <TextField label={words.reason} hint={words.reasonHint} {...form.field('reason')} />
          </>
        )}
      </Form>
    </div>
  );
}
