import type { ReactNode } from 'react';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { ComboBox } from '../../../components/combo-box';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { readDate, readText, readTime } from '../../../components/read-fields';
import { fine, readOptionalDate } from '../../../components/read-more';
import { TimeField } from '../../../components/time-field';
import { type Form as FormState, useForm } from '../../../components/use-form';
import { common } from '../../../text/common';
import { weekdayChoices, personWords as words } from '../../../text/cover-known';
import type { PartProps } from './person-page';
import { useTrainings } from './use-known';

function AddForm<Values extends object>(props: {
  readonly form: FormState<Values>;
  readonly add: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Form
      form={props.form}
      actions={
        <>
          <Button type="submit" pending={props.form.pending}>
            {props.add}
          </Button>
          <Button kind="quiet" onPress={props.onDone}>
            {common.cancel}
          </Button>
        </>
      }
    >
      {props.children}
    </Form>
  );
}

/** Hours of the week at which somebody can work. */
export function WindowForm({ person, save, onDone, today }: PartProps) {
  const form = useForm({
    initial: { days: [] as readonly string[], start: '', end: '', since: dateText(today) },
    check: (values: {
      readonly days: readonly string[];
      readonly start: string;
      readonly end: string;
      readonly since: ReturnType<typeof dateText>;
    }) =>
      checkFields({
        days:
          values.days.length > 0
            ? fine(values.days)
            : ({ ok: false, message: words.windowDaysNeeded } as const),
        start: readTime(values.start, words.saidTimes.from),
        end: readTime(values.end, words.saidTimes.to),
        since: readDate(values.since, words.windowSince),
      }),
    send: async ({ days, start, end, since }) => {
      const added = days.map((weekday) => ({
        id: null,
        weekday: Number(weekday),
        start,
        end,
        // An end that is not after the start is on the next day: a night.
        endsNextDay: end <= start,
        fromDay: since,
        toDay: null,
      }));
      if (await save({ ...person, windows: [...person.windows, ...added] }, words.windows)) onDone();
      return undefined;
    },
  });
  return (
    <AddForm form={form} add={words.windowAdd} onDone={onDone}>
      <CheckboxGroup label={words.windowDays} {...form.field('days')} choices={weekdayChoices} />
      <TimeField label={words.windowFrom} {...form.field('start')} />
      <TimeField label={words.windowTo} {...form.field('end')} />
      <DateField label={words.windowSince} {...form.field('since')} />
    </AddForm>
  );
}

/** Days on which somebody cannot work. */
export function DayOffForm({ person, save, onDone, today }: PartProps) {
  const form = useForm({
    initial: { first: dateText(today), last: dateText(undefined) },
    check: (values: {
      readonly first: ReturnType<typeof dateText>;
      readonly last: ReturnType<typeof dateText>;
    }) =>
      checkFields({
        first: readDate(values.first, words.dayOffFirst),
        last: readOptionalDate(values.last, words.dayOffLast),
      }),
    send: async ({ first, last }) => {
      const off = { id: null, firstDay: first, lastDay: last ?? first, note: '' };
      if (await save({ ...person, daysOff: [...person.daysOff, off] }, words.daysOff)) onDone();
      return undefined;
    },
  });
  return (
    <AddForm form={form} add={words.dayOffAdd} onDone={onDone}>
      <DateField label={words.dayOffFirst} {...form.field('first')} />
      <DateField label={words.dayOffLast} optional {...form.field('last')} />
    </AddForm>
  );
}

/** A training somebody has done. */
export function TrainingForm({ person, save, onDone, today }: PartProps) {
  const needed = useTrainings() ?? [];
  const form = useForm({
    initial: { name: '', done: dateText(today), until: dateText(undefined) },
    check: (values: {
      readonly name: string;
      readonly done: ReturnType<typeof dateText>;
      readonly until: ReturnType<typeof dateText>;
    }) =>
      checkFields({
        name: readText(values.name, words.trainingNameNeeded),
        done: readDate(values.done, words.trainingDone),
        until: readOptionalDate(values.until, words.trainingUntil),
      }),
    send: async ({ name, done, until }) => {
      const one = { id: null, name, doneOn: done, expiresOn: until };
      if (await save({ ...person, trainings: [...person.trainings, one] }, words.trainings)) onDone();
      return undefined;
    },
  });
  return (
    <AddForm form={form} add={words.trainingAdd} onDone={onDone}>
      <ComboBox
        label={words.trainingName}
        allowOther
        choices={needed.map((one) => ({ value: one.name, label: one.name }))}
        {...form.field('name')}
      />
      <DateField label={words.trainingDone} {...form.field('done')} />
      <DateField
        label={words.trainingUntil}
        hint={words.trainingUntilHint}
        optional
        {...form.field('until')}
      />
    </AddForm>
  );
}
