import type { RotaShift } from '@shared/api/rota';
import type { CopyOutcome } from '@shared/api/shifts';
import type { IsoDay } from '@shared/dates';
import { useEffect, useRef, useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rota } from '../../../text/rota';
import { rotaRefusals, warningSentence } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { NOBODY } from '../shift-values';
import { usePeople, useWritten } from '../use-rota';
import { type CopyValues, type CopyWeekValues, newCopy, readCopy, readCopyWeek, SAME } from './copy-values';
import { tellAll } from './use-change';

const words = shiftActions.copy;
const weekWords = shiftActions.copyWeek;

/** Saves copies; when some were left out, they stay in sight with the reason. */
function useCopies(onDone: () => void) {
  const written = useWritten();
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const send = async (call: Promise<CopyOutcome>) => {
    const answer = await answerOf(call);
    if (!answer.ok) return answer;
    const { copied, notCopied, told } = answer.value;
    if (notCopied.length > 0) setOutcome(answer.value);
    else {
      onDone();
      tellAll(told);
    }
    await written(copied === 0 ? words.none : words.done(copied));
    return undefined;
  };
  return { send, outcome };
}

/** Copies one shift to other days, for the same PA or another. */
export function CopyForm(props: {
  readonly shift: RotaShift;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { shift, onDone, onBack } = props;
  const householdId = useHouseholdId();
  const people = usePeople(shift.day) ?? [];
  const { send, outcome } = useCopies(onDone);
  const form = useForm<CopyValues, { days: IsoDay[]; worker: string }>({
    initial: newCopy(shift.day),
    check: readCopy,
    send: ({ days, worker }) =>
      send(
        client.shifts.copy({
          householdId,
          key: shift.key,
          days,
          ...(worker === SAME ? {} : { workerId: worker === NOBODY ? null : worker }),
        }),
      ),
    refusal: (refusal) => problemsFor(refusal, ['first'], rotaRefusals),
  });
  if (outcome !== undefined) return <CopyResult outcome={outcome} onDone={onDone} />;
  const last = <DateField label={words.last} {...form.field('last')} />;
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.do}
          </Button>
          <Button onPress={onBack}>{shiftActions.back}</Button>
        </>
      }
    >
      <DateField label={words.first} {...form.field('first')} />
      <RadioGroup
        label={words.often}
        {...form.field('often')}
        choices={[
          { value: 'once', label: words.once },
          { value: 'daily', label: words.daily, more: last },
          { value: 'weekly', label: words.weekly, more: last },
        ]}
      />
      <Select
        label={shiftActions.worker}
        {...form.field('worker')}
        choices={[
          { value: SAME, label: shiftActions.sameWorker },
          ...people
            .filter((person) => person.id !== shift.workerId)
            .map((person) => ({ value: person.id, label: person.name })),
          { value: NOBODY, label: rota.nobodyYet },
        ]}
      />
    </Form>
  );
}

/** Copies all shifts of a week to other weeks. */
export function CopyWeekForm(props: { readonly monday: IsoDay; readonly onDone: () => void }) {
  const { monday, onDone } = props;
  const householdId = useHouseholdId();
  const { send, outcome } = useCopies(onDone);
  const form = useForm<CopyWeekValues, IsoDay[]>({
    initial: { to: 'next', weeks: 4, monday: dateText(undefined) },
    check: (values) => readCopyWeek(values, monday),
    send: (toMondays) => send(client.shifts.copyWeek({ householdId, fromMonday: monday, toMondays })),
    refusal: (refusal) => problemsFor(refusal, [], rotaRefusals),
  });
  if (outcome !== undefined) return <CopyResult outcome={outcome} onDone={onDone} />;
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {weekWords.do}
          </Button>
          <Button onPress={onDone}>{words.close}</Button>
        </>
      }
    >
      <p>{weekWords.body}</p>
      <RadioGroup
        label={weekWords.to}
        {...form.field('to')}
        choices={[
          { value: 'next', label: weekWords.next(nextMonday(monday)) },
          {
            value: 'weeks',
            label: weekWords.weeks,
            more: <NumberField label={weekWords.howMany} least={1} most={12} {...form.field('weeks')} />,
          },
          {
            value: 'other',
            label: weekWords.other,
            more: <DateField label={weekWords.monday} {...form.field('monday')} />,
          },
        ]}
      />
    </Form>
  );
}

function nextMonday(monday: IsoDay): IsoDay {
  const read = readCopyWeek({ to: 'next', weeks: null, monday: dateText(undefined) }, monday);
  return read.ok ? (read.value[0] ?? monday) : monday;
}

/** The most lines of what was left out. */
const MOST_LINES = 12;

/** What was copied, and what was left out and why. */
function CopyResult({ outcome, onDone }: { readonly outcome: CopyOutcome; readonly onDone: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const there = outcome.notCopied.filter((one) => one.code === 'copy.already-there').length;
  const others = outcome.notCopied.filter((one) => one.code !== 'copy.already-there');
  const left = others.slice(0, MOST_LINES);
  const why = (one: CopyOutcome['notCopied'][number]): string => {
    const sentence = rotaRefusals[one.code];
    if (sentence === undefined) return one.code;
    return typeof sentence === 'string' ? sentence : sentence(one.values);
  };
  return (
    <div className="stack">
      <h3 ref={heading} tabIndex={-1}>
        {outcome.copied === 0 ? words.none : words.done(outcome.copied)}
      </h3>
      <p className="strong">{words.left}</p>
      <ul>
        {there === 0 ? null : <li>{words.there(there)}</li>}
        {left.map((one) => (
          <li key={`${one.key} ${one.day}`}>{words.leftOne(one.name, one.day, why(one))}</li>
        ))}
        {others.length > left.length ? <li>{words.more(others.length - left.length)}</li> : null}
      </ul>
      {[...new Set(outcome.told.map(warningSentence))].slice(0, MOST_LINES).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className="actions">
        <Button kind="primary" onPress={onDone}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}
