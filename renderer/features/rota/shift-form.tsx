import type { RotaShift } from '@shared/api/rota';
import type { IsoDay } from '@shared/dates';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { DateField } from '../../components/date-field';
import { readDateText } from '../../components/date-text';
import { RadioGroup } from '../../components/radio-group';
import { Select } from '../../components/select';
import { TextField } from '../../components/text-field';
import { TimeField } from '../../components/time-field';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { common } from '../../text/common';
import { kindOfWorkChoices } from '../../text/kinds-of-work';
import { problemsFor } from '../../text/refusals';
import { rota, shiftWords } from '../../text/rota';
import { rotaRefusals, warningSentence } from '../../text/rota-sentences';
import { DayPaid } from './late/day-paid';
import { ScopeField } from './shift/scope-field';
import { ChangeForm, useChange } from './shift/use-change';
import {
  dayAfter,
  endsBeforeStart,
  NOBODY,
  newShift,
  readShift,
  type ShiftValues,
  typedShift,
} from './shift-values';
import { usePeople, useWritten } from './use-rota';

const FIELDS: readonly (keyof ShiftValues)[] = ['workerId', 'day', 'start', 'end', 'kindOfWork', 'note'];

/** What the form opens with: a shift to change, or a day and perhaps a PA for a new one. */
export type ShiftStart =
  | { readonly kind: 'change'; readonly shift: RotaShift; readonly repeats: boolean }
  | {
      readonly kind: 'new';
      readonly day: IsoDay;
      readonly workerId: string | null;
      readonly bankHoliday: boolean;
    };

/** Adds or changes one shift. What was typed stays when it is refused. */
export function ShiftForm({ start, onDone }: { readonly start: ShiftStart; readonly onDone: () => void }) {
  const householdId = useHouseholdId();
  const people = usePeople(start.kind === 'change' ? start.shift.day : start.day) ?? [];
  const written = useWritten();
  const change = useChange(onDone);
  const form = useForm({
    initial:
      start.kind === 'change'
        ? typedShift(start.shift)
        : newShift(start.day, start.workerId, start.bankHoliday),
    check: readShift,
    send: async (read) => {
      if (start.kind === 'change') {
        const { scope, note, ...to } = read;
        return change.make(
          (said) =>
            client.shifts.change({
              householdId,
              change: { key: start.shift.key, to, note, scope, said },
            }),
          common.saved,
        );
      }
      const { scope: _, ...one } = read;
      const shift = { ...one, key: null, coversKey: null };
      const answer = await answerOf(client.rota.saveShift({ householdId, shift }));
      if (!answer.ok) return answer;
      for (const warning of answer.value.warnings) showToast(rota.saved(warningSentence(warning)));
      onDone();
      await written(common.saved);
      return undefined;
    },
    refusal: (refusal) =>
      refusal.code === 'shift.ends-next-day'
        ? { nextDay: shiftWords.nextDayAsk }
        : problemsFor(refusal, FIELDS, rotaRefusals),
  });
  const worker = people.find((person) => person.id === form.values.workerId);
  const typed = readDateText(form.values.day);
  const typedDay = typed.ok ? typed.value : undefined;
  return (
    <ChangeForm
      form={form}
      change={change}
      doLabel={start.kind === 'new' ? shiftWords.add : shiftWords.save}
      onBack={onDone}
      backLabel={common.cancel}
    >
      <Select
        label={shiftWords.worker}
        hint={shiftWords.workerHint}
        {...form.field('workerId')}
        choices={[
          ...people.map((person) => ({ value: person.id, label: person.name })),
          { value: NOBODY, label: rota.nobodyYet },
        ]}
      />
      <DateField label={shiftWords.day} {...form.field('day')} />
      {worker === undefined || typedDay === undefined ? null : (
        <DayPaid workerId={worker.id} day={typedDay} name={worker.shortName} />
      )}
      <div className="rota-times">
        <TimeField label={shiftWords.start} {...form.field('start')} />
        <TimeField label={shiftWords.end} {...form.field('end')} />
      </div>
      {endsBeforeStart(form.values) ? (
        <RadioGroup
          label={shiftWords.nextDay(dayAfter(form.values))}
          {...form.field('nextDay')}
          choices={[
            { value: 'yes', label: shiftWords.nextDayYes },
            { value: 'no', label: shiftWords.nextDayNo },
          ]}
        />
      ) : null}
      <Select label={shiftWords.kind} {...form.field('kindOfWork')} choices={kindOfWorkChoices} />
      <TextField
        label={shiftWords.note}
        hint={shiftWords.noteHint}
        optional
        width="full"
        spellCheck
        {...form.field('note')}
      />
      {start.kind === 'change' && start.repeats ? (
        <ScopeField day={start.shift.day} {...form.field('scope')} />
      ) : null}
    </ChangeForm>
  );
}
