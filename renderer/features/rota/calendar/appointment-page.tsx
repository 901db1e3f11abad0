import type { Appointment } from '@shared/api/calendar';
import { formatTime, parseClockTime } from '@shared/clock-time';
import { isIsoDay, isoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { TimeField } from '../../../components/time-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { calendarRefusals, appointmentWords as words } from '../../../text/calendar';
import { common } from '../../../text/common';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import { type AppointmentValues, type Repeat, readAppointment } from './calendar-values';
import './calendar.css';

const BACK = { backTo: rotaPath.appointments, backLabel: words.back };

/** A new appointment, today or on the day that the address names. */
export function NewAppointmentPage() {
  const today = useToday();
  const [search] = useSearchParams();
  const asked = search.get('day') ?? '';
  return (
    <Page title={words.newTitle} {...BACK}>
      {today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <AppointmentForm
          kept={null}
          initial={{
            title: '',
            day: dateText(isIsoDay(asked) ? isoDay(asked) : today),
            start: '',
            end: '',
            nextDay: false,
            place: '',
            note: '',
            repeat: 'no',
            times: '',
          }}
        />
      )}
    </Page>
  );
}

/** An appointment that is kept: changed, copied to other days or removed. */
export function AppointmentPage() {
  const { id = '' } = useParams();
  const householdId = useHouseholdId();
  const found = useQuery({
    ...api.calendar.appointment.queryOptions({ input: { householdId, id } }),
    retry: false,
  });
  const kept = found.data;
  return (
    <Page title={words.editTitle} sub={kept?.isFromFile === true ? words.fileNote : undefined} {...BACK}>
      {found.isError ? (
        <EmptyState title={words.gone}>{sentenceFor({ code: 'not-found' })}</EmptyState>
      ) : kept === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <AppointmentForm
          key={kept.id}
          kept={kept}
          initial={{
            title: kept.title,
            day: dateText(kept.day),
            start: formatTime(kept.start),
            end: formatTime(kept.end),
            nextDay: kept.endDay > kept.day,
            place: kept.place,
            note: kept.note,
            repeat: 'no',
            times: '',
          }}
        />
      )}
    </Page>
  );
}

function AppointmentForm(props: { readonly kept: Appointment | null; readonly initial: AppointmentValues }) {
  const { kept } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const form = useForm({
    initial: props.initial,
    check: (values) => readAppointment(kept?.id ?? null, values),
    send: async ({ appointment, alsoOn }) => {
      const answer = await answerOf(
        client.calendar.saveAppointment({ householdId, appointment, alsoOn: [...alsoOn] }),
      );
      if (!answer.ok) return answer;
      void navigate(rotaPath.appointments);
      await written(words.saved(answer.value.ids.length));
      const [warning] = answer.value.warnings;
      if (warning !== undefined)
        showToast(sentenceFor({ code: warning.code, details: warning.values }, calendarRefusals));
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['title', 'day', 'start', 'end'], calendarRefusals),
  });
  const { values } = form;
  const start = parseClockTime(values.start);
  const end = parseClockTime(values.end);
  const times = (
    <TextField
      label={words.howOften}
      hint={words.howOftenHint}
      width="2"
      inputMode="numeric"
      {...form.field('times')}
    />
  );
  const repeats: readonly { readonly value: Repeat; readonly label: string }[] = [
    { value: 'no', label: words.repeatNo },
    { value: 'weekly', label: words.repeatWeekly },
    { value: 'fortnightly', label: words.repeatFortnightly },
    { value: 'four-weekly', label: words.repeatFourWeekly },
  ];
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {kept === null ? null : <Remove kept={kept} />}
        </>
      }
    >
      <TextField label={words.what} hint={words.whatHint} spellCheck {...form.field('title')} />
      <DateField label={words.day} {...form.field('day')} />
      <div className="rota-times">
        <TimeField label={words.start} {...form.field('start')} />
        <TimeField label={words.end} {...form.field('end')} />
      </div>
      {start.ok && end.ok && end.value <= start.value ? (
        <Checkbox label={words.nextDay} {...form.field('nextDay')} />
      ) : null}
      <TextField label={words.place} optional {...form.field('place')} />
      <TextArea label={words.note} hint={words.noteHint} optional {...form.field('note')} />
      <RadioGroup
        label={words.repeat}
        {...form.field('repeat')}
        choices={repeats.map((choice) => (choice.value === 'no' ? choice : { ...choice, more: times }))}
      />
    </Form>
  );
}

function Remove({ kept }: { readonly kept: Appointment }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    const answer = await answerOf(client.calendar.removeAppointment({ householdId, id: kept.id }));
    setBusy(false);
    if (!answer.ok) {
      showToast(sentenceFor(answer, calendarRefusals));
      return;
    }
    void navigate(rotaPath.appointments);
    await written(words.removed);
  };
  return (
    <Button pending={busy} onPress={() => void remove()}>
      {words.remove}
    </Button>
  );
}
