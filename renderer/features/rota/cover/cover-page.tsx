import type { CoverAsk, CoverChoice, CoverTaker, CoverView } from '@shared/api/cover';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { askWords, namesWords, neededWords, stateWords, cover as words } from '../../../text/cover';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { ChoiceCard } from './choice-card';
import { CoveredBy } from './covered-by';
import { useCoverView, useDoing } from './use-cover';

/** One shift that needs someone, on one screen: what is needed, who could come and at what cost, who was asked. */
export function CoverPage() {
  const { key = '' } = useParams();
  const view = useCoverView(key);
  const back = { backTo: rotaPath.gaps, backLabel: words.toList };
  if (view === undefined)
    return (
      <Page title={words.titleNone} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (view === null)
    return (
      <Page title={words.titleNone} {...back}>
        <EmptyState title={words.gone} actions={<LinkButton to={rotaPath.rota()}>{words.toRota}</LinkButton>}>
          {words.goneBody}
        </EmptyState>
      </Page>
    );
  const absenceId = view.away?.absenceId ?? null;
  return (
    <Page
      title={words.title(view.span)}
      sub={view.state.code === 'filled' ? '' : neededWords(view)}
      backTo={absenceId === null ? rotaPath.gaps : rotaPath.coverAbsence(absenceId)}
      backLabel={
        view.away === null || absenceId === null ? words.toList : words.absenceTitle(view.away.shortName)
      }
    >
      <State view={view} />
      <CoveredBy view={view} />
      {view.need === null ? null : <Choices view={view} />}
      {view.asks.length === 0 ? null : <Log view={view} />}
    </Page>
  );
}

const TONES = {
  filled: 'done',
  'said-yes': 'done',
  waiting: 'note',
  'nobody-asked': 'note',
  'refused-so-far': 'attention',
  'refused-by-all': 'attention',
  'nobody-to-ask': 'attention',
  'over-uncovered': 'attention',
} as const;

function State({ view }: { readonly view: CoverView }) {
  const { title, body } = stateWords(view);
  const { code } = view.state;
  const isStuck = code === 'refused-by-all' || code === 'nobody-to-ask';
  return (
    <>
      <Notice
        tone={TONES[code]}
        title={title}
        spoken
        {...(code === 'filled'
          ? { action: <LinkButton to={rotaPath.rota(view.span.day)}>{words.toRota}</LinkButton> }
          : {})}
      >
        {body === '' ? null : <p>{body}</p>}
        {isStuck && !view.hasPeople ? <p>{words.noPeople}.</p> : null}
      </Notice>
      {isStuck && !view.hasContacts ? (
        <div className="actions">
          <LinkButton kind="primary" to={rotaPath.newCoverContact}>
            {words.addContact}
          </LinkButton>
        </div>
      ) : null}
    </>
  );
}

/** The last ask of somebody for this shift. */
function askOf(view: CoverView, taker: Pick<CoverTaker, 'kind' | 'id'>): CoverAsk | undefined {
  return view.asks.find((ask) => ask.who.kind === taker.kind && ask.who.id === taker.id);
}

function Choices({ view }: { readonly view: CoverView }) {
  const [isAll, setAll] = useState(false);
  const { problem, doing, run } = useDoing();
  const can = view.choices.filter((choice) => choice.standing !== 'cannot');
  const whole = can.filter((choice) => choice.kind !== 'part');
  const parts = can.filter((choice) => choice.kind === 'part');
  const others = view.choices.filter((choice) => choice.standing === 'cannot');
  const lists = [
    { id: 'cover-options', heading: words.options, choices: whole },
    { id: 'cover-parts', heading: words.parts, choices: parts },
  ];
  // One is the next thing to do: who said yes, else who is best asked.
  const saidYes = can.find((choice) => choice.takers.every((taker) => hasSaidYes(view, taker)));
  const first = saidYes?.key ?? view.next?.choiceKey ?? can[0]?.key;
  return (
    <>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {lists.map(({ id, heading, choices }) =>
        choices.length === 0 ? null : (
          <section key={id} className="section" aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            <ol className="cover-options">
              {choices.map((choice) => (
                <ChoiceCard
                  key={choice.key}
                  view={view}
                  choice={choice}
                  askOf={(taker) => askOf(view, taker)}
                  tag={tagOf(view, choice)}
                >
                  <Actions
                    view={view}
                    choice={choice}
                    isFirst={choice.key === first}
                    doing={doing}
                    run={run}
                  />
                </ChoiceCard>
              ))}
            </ol>
          </section>
        ),
      )}
      {others.length === 0 ? null : (
        <section className="section" aria-labelledby="cover-others">
          <h2 id="cover-others">{words.others}</h2>
          {isAll || can.length === 0 ? (
            <ul className="cover-options">
              {others.map((choice) => (
                <ChoiceCard
                  key={choice.key}
                  view={view}
                  choice={choice}
                  askOf={(taker) => askOf(view, taker)}
                  tag={undefined}
                >
                  {null}
                </ChoiceCard>
              ))}
            </ul>
          ) : (
            <Button kind="quiet" flush icon={ChevronDown} onPress={() => setAll(true)}>
              {words.othersShow(others.length)}
            </Button>
          )}
        </section>
      )}
    </>
  );
}

function hasSaidYes(view: CoverView, taker: CoverTaker): boolean {
  const answer = askOf(view, taker)?.answer;
  return answer === 'yes' || answer === 'part';
}

function tagOf(view: CoverView, choice: CoverChoice): string | undefined {
  const [taker] = choice.takers;
  const answer = taker === undefined ? undefined : askOf(view, taker)?.answer;
  return answer === undefined || choice.takers.length > 1 ? undefined : words.tags[answer];
}

/** What can be done with one choice: ring and note the answer at once, or ask in writing. */
function Actions(props: {
  readonly view: CoverView;
  readonly choice: CoverChoice;
  readonly isFirst: boolean;
  readonly doing: string | undefined;
  readonly run: ReturnType<typeof useDoing>['run'];
}) {
  const { view, choice, isFirst, doing, run } = props;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const { key } = view;
  const names = namesWords(choice.takers.map((taker) => taker.shortName));
  const fill = async () => {
    const takers = choice.takers.map((taker) => ({
      who: { kind: taker.kind, id: taker.id },
      span: taker.span,
    }));
    const left = await run(
      choice.key,
      () => answerOf(client.cover.fill({ householdId, key, takers, how: 'call' })),
      (value) =>
        value.leftMinutes > 0
          ? `${words.given(names)} ${words.partLeft(value.leftMinutes)}`
          : words.given(names),
    );
    if (left !== undefined && left.leftMinutes === 0) {
      const absenceId = view.away?.absenceId ?? null;
      if (absenceId !== null) void navigate(rotaPath.coverAbsence(absenceId));
    }
  };
  const saidNo = (taker: CoverTaker) => {
    const ask = askOf(view, taker);
    const said = () => words.noted;
    if (ask === undefined)
      void run(
        `no ${choice.key}`,
        () =>
          answerOf(
            client.cover.ask({
              householdId,
              key,
              who: { kind: taker.kind, id: taker.id },
              span: taker.span,
              how: 'call',
              answer: 'no',
              offered: null,
            }),
          ),
        said,
      );
    else
      void run(
        `no ${choice.key}`,
        () => answerOf(client.cover.answer({ householdId, id: ask.id, answer: 'no', offered: null })),
        said,
      );
  };
  const [solo] = choice.takers;
  const isPart = choice.kind === 'part';
  const yes =
    choice.takers.length > 1
      ? words.yesBoth
      : solo === undefined
        ? ''
        : hasSaidYes(view, solo)
          ? words.putOn(solo.shortName)
          : isPart
            ? words.yesPart(solo.shortName)
            : words.yes(solo.shortName);
  return (
    <div className="cover-actions">
      <Button
        kind={isFirst ? 'primary' : 'secondary'}
        pending={doing === choice.key}
        onPress={() => void fill()}
        name={isPart || choice.takers.length > 1 ? `${yes}, ${timesOf(choice)}` : yes}
      >
        {yes}
      </Button>
      {choice.takers.map((taker) => (
        <span key={`${taker.id}${taker.span.start}`} className="cover-answers">
          {choice.takers.length === 1 ? (
            <Button
              pending={doing === `no ${choice.key}`}
              onPress={() => saidNo(taker)}
              name={isPart ? `${words.no(taker.shortName)}, ${timesOf(choice)}` : words.no(taker.shortName)}
            >
              {words.no(taker.shortName)}
            </Button>
          ) : null}
          <LinkButton
            to={rotaPath.askCover(key, taker, taker.span)}
            name={
              isPart || choice.takers.length > 1
                ? words.askWhen(taker.shortName, longTimes(taker.span))
                : words.ask(taker.shortName)
            }
          >
            {words.ask(taker.shortName)}
          </LinkButton>
        </span>
      ))}
    </div>
  );
}

function timesOf(choice: CoverChoice): string {
  return choice.takers.map((taker) => `${taker.shortName} ${longTimes(taker.span)}`).join(', ');
}

function Log({ view }: { readonly view: CoverView }) {
  const householdId = useHouseholdId();
  const { doing, run } = useDoing();
  return (
    <section className="section" aria-labelledby="cover-log">
      <h2 id="cover-log">{words.log}</h2>
      <ul className="cover-log">
        {view.asks.map((ask) => (
          <li key={ask.id}>
            <p className="cover-said">{askWords(ask, view.now.day)}</p>
            <div className="button-row">
              <LinkButton
                kind="quiet"
                to={rotaPath.askCover(view.key, ask.who, ask.span)}
                name={words.changeAnswerNamed(ask.name)}
              >
                {words.changeAnswer}
              </LinkButton>
              <Button
                kind="quiet"
                pending={doing === ask.id}
                name={words.takeBackNamed(ask.name)}
                onPress={() =>
                  void run(
                    ask.id,
                    () => answerOf(client.cover.removeAsk({ householdId, id: ask.id })),
                    () => words.noted,
                  )
                }
              >
                {words.takeBack}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
