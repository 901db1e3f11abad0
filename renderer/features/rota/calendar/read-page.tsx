import type { ReadAppointment, ReadPreview } from '@shared/api/calendar';
import { formatWeekday, type IsoDay } from '@shared/dates';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { ErrorSummary } from '../../../components/error-summary';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { type Column, Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { useForm } from '../../../components/use-form';
import { calendarNotes, calendarRefusals, appointmentWords as words } from '../../../text/calendar';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import './calendar.css';

type Sent = { readonly name: string; readonly base64: string };

/** The most rows of the preview that are drawn. */
const MOST_SHOWN = 40;

/** Reading appointments from a calendar file: looked at first, then taken over whole. */
export function ReadCalendarPage() {
  const [found, setFound] = useState<{ readonly sent: Sent; readonly preview: ReadPreview }>();
  const [again, setAgain] = useState(false);
  return (
    <Page title={words.readTitle} sub={words.readSub} backTo={rotaPath.appointments} backLabel={words.back}>
      {found === undefined ? (
        <ChooseForm again={again} onLooked={(sent, preview) => setFound({ sent, preview })} />
      ) : (
        <Look
          sent={found.sent}
          preview={found.preview}
          onBack={() => {
            setAgain(true);
            setFound(undefined);
          }}
        />
      )}
    </Page>
  );
}

function ChooseForm(props: {
  readonly again: boolean;
  readonly onLooked: (sent: Sent, preview: ReadPreview) => void;
}) {
  const { again, onLooked } = props;
  const householdId = useHouseholdId();
  const start = useRef<HTMLDivElement>(null);
  // Back from a preview, the form is read from its beginning.
  useEffect(() => {
    if (again) start.current?.focus();
  }, [again]);
  const form = useForm({
    initial: { file: [] as readonly File[] },
    check: ({ file: [file] }) =>
      file === undefined ? { ok: false, problems: { file: words.fileMissing } } : { ok: true, value: file },
    send: async (file) => {
      const sent = await fileToSend(file);
      const answer = await answerOf(client.calendar.previewFile({ householdId, file: sent }));
      if (!answer.ok) return answer;
      onLooked(sent, answer.value);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['file'], calendarRefusals),
  });
  return (
    <div ref={start} tabIndex={-1}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.look}
          </Button>
        }
      >
        <FileField
          label={words.file}
          hint={words.fileHint}
          accept={['.ics', '.ical', 'text/calendar']}
          largest={5_000_000}
          {...form.field('file')}
          files={form.values.file}
        />
      </Form>
    </div>
  );
}

function Look(props: { readonly sent: Sent; readonly preview: ReadPreview; readonly onBack: () => void }) {
  const { sent, preview } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ readonly message: string; readonly turn: number }>();
  const heading = useRef<HTMLHeadingElement>(null);
  // What was found is read from its heading on.
  useEffect(() => heading.current?.focus(), []);
  const rows = together(preview.appointments);
  const count = preview.added + preview.changed + preview.takenOff;
  const take = async () => {
    setBusy(true);
    try {
      const answer = await answerOf(client.calendar.readFile({ householdId, file: sent }));
      if (!answer.ok) {
        setRefused({ message: sentenceFor(answer, calendarRefusals), turn: (refused?.turn ?? 0) + 1 });
        return;
      }
      const { added, changed, takenOff } = answer.value;
      void navigate(rotaPath.appointments);
      await written(words.taken(added, changed, takenOff));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ErrorSummary
        problems={refused === undefined ? [] : [{ message: refused.message }]}
        turn={refused?.turn ?? 0}
      />
      <h2 ref={heading} tabIndex={-1}>
        {words.previewTitle(preview.eventsInFile)}
      </h2>
      <p>{words.window(preview.from, preview.to)}</p>
      {preview.notes.length === 0 ? null : (
        <Notice tone="note" title={words.notes}>
          <ul>
            {preview.notes.map((note) => (
              <li key={`${note.code} ${JSON.stringify(note.values)}`}>
                {sentenceFor({ code: note.code, details: note.values }, calendarNotes)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {count === 0 ? (
        <EmptyState title={preview.same > 0 ? words.nothing : words.noneFits}>
          {preview.same > 0 ? words.nothingBody : words.noneFitsBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.previewList}
            columns={COLUMNS}
            rows={rows.slice(0, MOST_SHOWN)}
            rowKey={(one) => one.id}
            least={36}
          />
          {rows.length > MOST_SHOWN ? <p className="quiet">{words.more(rows.length - MOST_SHOWN)}</p> : null}
        </>
      )}
      <div className="actions">
        {count === 0 ? null : (
          <Button kind="primary" pending={busy} onPress={() => void take()}>
            {words.take(count)}
          </Button>
        )}
        <Button onPress={props.onBack}>{words.otherFile}</Button>
      </div>
    </>
  );
}

/** What repeats at the same times is one row: its first day, and how often more. */
type PreviewRow = ReadAppointment & { readonly id: string; readonly more: number };

function together(appointments: readonly ReadAppointment[]): readonly PreviewRow[] {
  const rows = new Map<string, PreviewRow>();
  for (const one of appointments) {
    const id = [one.title, one.place, one.start, one.end, one.standing].join('\n');
    const first = rows.get(id);
    rows.set(id, first === undefined ? { ...one, id, more: 0 } : { ...first, more: first.more + 1 });
  }
  return [...rows.values()];
}

const titleOf = (one: PreviewRow): string => (one.title === '' ? words.noTitle : one.title);

/** A year of days is shown: without its own year, one would be taken for the other. */
const dayOf = (day: IsoDay): string => formatWeekday(day, true);

const TONES = { new: 'done', changed: 'note', same: 'plain', 'taken-off': 'attention' } as const;

const COLUMNS: readonly Column<PreviewRow>[] = [
  {
    id: 'when',
    heading: words.columns.when,
    cell: (one) => (
      <>
        {dayOf(one.day)}
        {one.more === 0 ? null : <span className="quiet appointment-more">{words.times(one.more)}</span>}
      </>
    ),
    text: (one) => (one.more === 0 ? dayOf(one.day) : `${dayOf(one.day)} ${words.times(one.more)}`),
  },
  { id: 'times', heading: words.columns.times, cell: (one) => longTimes(one) },
  {
    id: 'what',
    heading: words.columns.what,
    isName: true,
    cell: (one) => (
      <>
        {titleOf(one)}
        {one.place === '' ? null : <span className="quiet appointment-more">{one.place}</span>}
      </>
    ),
    text: titleOf,
  },
  {
    id: 'standing',
    heading: words.standing,
    cell: (one) => <Tag tone={TONES[one.standing]}>{words.standings[one.standing]}</Tag>,
    text: (one) => words.standings[one.standing],
  },
];
