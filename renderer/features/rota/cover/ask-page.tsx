import type { CoverAsk, CoverView } from '@shared/api/cover';
import { type ClockTime, formatTime } from '@shared/clock-time';
import { type IsoDay, isIsoDay } from '@shared/dates';
import type { Span } from '@shared/rota/span';
import { useQuery } from '@tanstack/react-query';
import { Copy, Printer } from 'lucide-react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readTime } from '../../../components/read-fields';
import { readChoice } from '../../../components/read-more';
import { TimeField } from '../../../components/time-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { cover, howChoices, spanWords, askPage as words } from '../../../text/cover';
import { coverMessageLines, coverRefusals } from '../../../text/cover-reasons';
import { problemsFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { PhoneLine } from './choice-card';
import { useCoverView } from './use-cover';

type Who = CoverAsk['who'];

function spanOf(search: URLSearchParams): Span | null {
  const day = search.get('day') ?? '';
  const endDay = search.get('endDay') ?? '';
  const start = search.get('start') ?? '';
  const end = search.get('end') ?? '';
  const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  if (!isIsoDay(day) || !isIsoDay(endDay) || !isTime(start) || !isTime(end)) return null;
  return {
    day: day as IsoDay,
    start: start as ClockTime,
    endDay: endDay as IsoDay,
    end: end as ClockTime,
  };
}

/** Asks one person or agency: their number, what to say, and what they answered. */
export function AskPage() {
  const { key = '', kind = '', whoId = '' } = useParams();
  const [search] = useSearchParams();
  const view = useCoverView(key);
  const span = spanOf(search);
  const who =
    kind === 'worker' || kind === 'agency' || kind === 'last-resort' ? ({ kind, id: whoId } as const) : null;
  if (view === undefined || view === null || span === null || who === null)
    return (
      <Page title={words.titleNone} backTo={rotaPath.gaps} backLabel={cover.toList}>
        {view === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <EmptyState title={cover.gone}>{cover.goneBody}</EmptyState>
        )}
      </Page>
    );
  return <Asking view={view} who={who} span={span} />;
}

function Asking({ view, who, span }: { readonly view: CoverView; readonly who: Who; readonly span: Span }) {
  const householdId = useHouseholdId();
  const message = useQuery({
    ...api.cover.message.queryOptions({ input: { householdId, key: view.key, who, span } }),
    throwOnError: true,
  }).data;
  const known = view.asks.find((ask) => ask.who.kind === who.kind && ask.who.id === who.id);
  const taker = view.choices.flatMap((choice) => choice.takers).find((one) => one.id === who.id);
  const name = taker?.shortName ?? known?.name ?? '';
  const lines = message === undefined ? [] : coverMessageLines(message.parts);
  const copy = () => {
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => announce(words.copied),
      () => showToast(words.copyFailed),
    );
  };
  return (
    <Page
      title={words.title(name)}
      sub={spanWords(span)}
      backTo={rotaPath.cover(view.key, view.span.day)}
      backLabel={words.back}
    >
      {message === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <PhoneLine name={name} phone={message.phone} />
          <section className="section" aria-labelledby="ask-message">
            <h2 id="ask-message">{words.message}</h2>
            <p className="quiet no-print">{words.messageNote}</p>
            <div className="cover-message">
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </div>
            <div className="button-row">
              <Button icon={Copy} onPress={copy}>
                {words.copy}
              </Button>
              <Button icon={Printer} onPress={() => window.print()}>
                {words.print}
              </Button>
            </div>
          </section>
          <div className="section no-print">
            <AskForm key={known?.id ?? 'new'} view={view} who={who} span={span} name={name} known={known} />
          </div>
        </>
      )}
    </Page>
  );
}

type Values = {
  readonly how: CoverAsk['how'] | '';
  readonly answer: CoverAsk['answer'] | '';
  readonly from: string;
  readonly to: string;
};

function AskForm(props: {
  readonly view: CoverView;
  readonly who: Who;
  readonly span: Span;
  readonly name: string;
  readonly known: CoverAsk | undefined;
}) {
  const { view, who, span, name, known } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const initial: Values = {
    how: known?.how ?? '',
    answer: known?.answer ?? 'waiting',
    from: formatTime(known?.offered?.start ?? span.start),
    to: formatTime(known?.offered?.end ?? span.end),
  };
  const form = useForm({
    initial,
    check: (values: Values) => {
      const checked = checkFields({
        how: readChoice(values.how, words.howNeeded),
        answer: readChoice(values.answer, words.howNeeded),
        ...(values.answer === 'part'
          ? { from: readTime(values.from, words.said.from), to: readTime(values.to, words.said.to) }
          : {}),
      });
      if (!checked.ok) return checked;
      const typed = checked.value as { from?: ClockTime; to?: ClockTime };
      const offered =
        typed.from === undefined || typed.to === undefined ? null : within(span, typed.from, typed.to);
      return { ok: true as const, value: { how: checked.value.how, answer: checked.value.answer, offered } };
    },
    send: async ({ how, answer, offered }) => {
      const { key } = view;
      if (known !== undefined && answer === 'waiting') {
        void navigate(rotaPath.cover(key, view.span.day));
        return undefined;
      }
      const saved =
        known === undefined || answer === 'waiting'
          ? await answerOf(client.cover.ask({ householdId, key, who, span, how, answer, offered }))
          : await answerOf(client.cover.answer({ householdId, id: known.id, answer, offered }));
      if (!saved.ok) return saved;
      void navigate(rotaPath.cover(key, view.span.day));
      await written(words.saved(name));
      return saved;
    },
    refusal: (refusal) => problemsFor(refusal, ['how', 'answer', 'from', 'to'], coverRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      {known === undefined ? (
        <RadioGroup label={words.how} {...form.field('how')} choices={howChoices} />
      ) : null}
      <RadioGroup
        label={words.answer}
        {...form.field('answer')}
        choices={words.answers
          .filter((one) => known === undefined || one.value !== 'waiting' || known.answer === 'waiting')
          .map((one) =>
            one.value === 'part'
              ? {
                  ...one,
                  more: (
                    <>
                      <TimeField label={words.from} {...form.field('from')} />
                      <TimeField label={words.to} {...form.field('to')} />
                    </>
                  ),
                }
              : one,
          )}
      />
    </Form>
  );
}

/** Times typed for a part, on the days of the shift: one before the start is after midnight. */
function within(span: Span, from: ClockTime, to: ClockTime): Span {
  const day = from < span.start && span.endDay > span.day ? span.endDay : span.day;
  const endDay = to <= from || day === span.endDay ? span.endDay : day;
  return { day, start: from, endDay, end: to };
}
