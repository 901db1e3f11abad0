import type { LateOutcome } from '@shared/api/pay-late';
import { addDays, formatWeekday, type IsoDay, isIsoDay, isoDay, weekdayOf } from '@shared/dates';
import { type KindOfWork, kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { type DateText, dateText, readDateText } from '../../../components/date-text';
import { ErrorSummary } from '../../../components/error-summary';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { SummaryList } from '../../../components/summary-list';
import { TextField } from '../../../components/text-field';
import { type Checked, useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindOfWorkChoices, kindsOfWork } from '../../../text/kinds-of-work';
import { lateRefusals, lateWords as words } from '../../../text/late-change';
import { payRefusals } from '../../../text/pay-problems';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { usePeople, useToday, useWritten } from '../use-rota';
import { DayPaid } from './day-paid';
import { OutcomeNotices, outcomeRows } from './late-outcome';
import { type ReadTimes, readTimes, type TypedTimes } from './late-values';
import { TimeFields } from './time-fields';

const REFUSALS = { ...payRefusals, ...rotaRefusals, ...lateRefusals };

type Values = TypedTimes & {
  readonly workerId: string;
  readonly day: DateText;
  readonly kindOfWork: KindOfWork;
  readonly note: string;
};

type Added = ReadTimes & {
  readonly workerId: string;
  readonly day: IsoDay;
  readonly kindOfWork: KindOfWork;
  readonly note: string;
};

function read(values: Values): Checked<Values, Added> {
  const days = checkFields({ day: readDate(values.day, words.said.day) });
  const times = readTimes(values, kindOfWorkFacts(values.kindOfWork).maySleep);
  const problems = {
    ...(values.workerId === '' ? { workerId: words.chooseWho } : {}),
    ...(days.ok ? {} : days.problems),
    ...(times.ok ? {} : times.problems),
  };
  if (!days.ok || !times.ok || values.workerId === '')
    return { ok: false, problems } as Checked<Values, Added>;
  const { workerId, kindOfWork, note } = values;
  return {
    ok: true,
    value: { ...times.value, day: days.value.day, workerId, kindOfWork, note: note.trim() },
  };
}

/** Hours that were worked and not written down, of a day that may be paid already. */
export function AddHoursPage() {
  const today = useToday();
  const [search] = useSearchParams();
  const asked = search.get('day');
  const day = asked !== null && isIsoDay(asked) ? isoDay(asked) : today;
  // Whoever has left since may have worked on the day.
  const people = usePeople(day);
  return (
    <Page title={words.addTitle} backTo={rotaPath.rota(day)} backLabel={words.back}>
      {day === undefined || people === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <AddHours day={day} workerId={search.get('worker') ?? ''} people={people} />
      )}
    </Page>
  );
}

type Asked = { readonly added: Added; readonly outcome: LateOutcome };

function AddHours(props: {
  readonly day: IsoDay;
  readonly workerId: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
}) {
  const { people } = props;
  const householdId = useHouseholdId();
  const [asked, setAsked] = useState<Asked | undefined>();
  const initial: Values = {
    workerId: people.some((one) => one.id === props.workerId) ? props.workerId : '',
    day: dateText(props.day),
    start: '',
    end: '',
    nextDay: '',
    awake: '',
    kindOfWork: weekdayOf(props.day) >= 5 ? 'weekend' : 'weekday',
    note: '',
  };
  const form = useForm({
    initial,
    check: read,
    send: async (added) => {
      const answer = await answerOf(client.pay.previewAddedHours({ householdId, ...added }));
      if (!answer.ok) return answer;
      setAsked({ added, outcome: answer.value });
      return undefined;
    },
    refusal: (found) => problemsFor(found, ['workerId', 'day', 'start', 'end'], REFUSALS),
  });
  const { workerId } = form.values;
  const name = people.find((one) => one.id === workerId)?.shortName ?? '';
  if (asked !== undefined) return <CheckHours asked={asked} name={name} onBack={() => setAsked(undefined)} />;
  const typed = readDateText(form.values.day);
  const day = typed.ok ? typed.value : undefined;
  return (
    <>
      <p>{words.addIntro}</p>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              {words.check}
            </Button>
            <LinkButton to={rotaPath.rota(props.day)}>{common.cancel}</LinkButton>
          </>
        }
      >
        <Select
          label={words.who}
          {...form.field('workerId')}
          choices={people.map((person) => ({ value: person.id, label: person.name }))}
        />
        <DateField label={words.day} {...form.field('day')} />
        {workerId === '' || day === undefined ? null : (
          <DayPaid workerId={workerId} day={day} name={name} always />
        )}
        <TimeFields
          values={form.values}
          day={day}
          maySleep={kindOfWorkFacts(form.values.kindOfWork).maySleep}
          start={form.field('start')}
          end={form.field('end')}
          nextDay={form.field('nextDay')}
          awake={form.field('awake')}
        />
        <Select label={words.kind} {...form.field('kindOfWork')} choices={kindOfWorkChoices} />
        <TextField
          label={words.note}
          hint={words.noteHint}
          optional
          width="full"
          spellCheck
          {...form.field('note')}
        />
      </Form>
    </>
  );
}

function CheckHours(props: { readonly asked: Asked; readonly name: string; readonly onBack: () => void }) {
  const { asked, name } = props;
  const { added, outcome } = asked;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was worked out is read from its heading on.
  useEffect(() => heading.current?.focus(), []);
  const add = async () => {
    if (pending) return;
    setPending(true);
    const answer = await answerOf(client.pay.addHours({ householdId, ...added }));
    setPending(false);
    if (!answer.ok) {
      setProblem(sentenceFor(answer, REFUSALS));
      return;
    }
    await written(words.added);
    void navigate(rotaPath.rota(added.day));
  };
  const { day, start, end } = added;
  const times = longTimes({ day, start, endDay: added.endsNextDay ? addDays(day, 1) : day, end });
  const awake = added.awakeMinutes === null ? '' : words.awake(hoursWords(added.awakeMinutes));
  return (
    <section className="section" aria-labelledby="hours-check">
      <h2 id="hours-check" ref={heading} tabIndex={-1}>
        {words.addCheckTitle}
      </h2>
      {problem === undefined ? null : <ErrorSummary turn={1} problems={[{ message: problem }]} />}
      <SummaryList
        rows={[
          { label: words.who, value: name },
          { label: words.day, value: formatWeekday(day, true) },
          {
            label: words.nowWorked,
            value: `${times}, ${kindsOfWork[added.kindOfWork].toLowerCase()}${awake}`,
            onChange: props.onBack,
          },
          ...outcomeRows(outcome, name, words.adds),
        ]}
      />
      <OutcomeNotices outcome={outcome} name={name} hasLeft={false} />
      <div className="actions">
        <Button kind="primary" pending={pending} onPress={() => void add()}>
          {words.add}
        </Button>
        <Button onPress={props.onBack}>{words.changeAnswers}</Button>
      </div>
    </section>
  );
}
