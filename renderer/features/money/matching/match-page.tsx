import type { MatchLine, Proposal } from '@shared/api/money';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { matching as words } from '../../../text/matching';
import { partsWords } from '../../../text/money';
import { lineName } from '../line-names';
import { useDoing, useNames } from '../use-money';
import { MatchCard } from './match-card';

const AT_ONCE = 40;

type Done = { readonly id: string; readonly name: string; readonly what: string };

/** Going through lines one by one by keyboard: accept and move on, say no, say something else, leave it for later. */
export function MatchPage() {
  const householdId = useHouseholdId();
  const names = useNames();
  const navigate = useNavigate();
  const { busy, run } = useDoing();
  const [offset, setOffset] = useState(0);
  const [done, setDone] = useState<readonly Done[]>([]);
  const card = useRef<HTMLElement>(null);
  const first = useRef(true);
  const page = Math.floor(offset / AT_ONCE) * AT_ONCE;
  const list = useQuery({
    ...api.money.toMatch.queryOptions({ input: { householdId, offset: page, limit: AT_ONCE } }),
    throwOnError: true,
    placeholderData: (before) => before,
  }).data;
  // The place may be past the end, where later lines were explained meanwhile.
  const at = list === undefined ? 0 : Math.min(offset, Math.max(0, list.left - 1));
  const line = list?.lines[at - page] ?? list?.lines.at(-1);
  const lineId = line?.id;

  useEffect(() => {
    // The next line is read out, and its keys work, without the person going there.
    if (lineId === undefined) return;
    if (first.current) first.current = false;
    else card.current?.focus();
  }, [lineId]);

  if (list === undefined)
    return (
      <Page title={words.title} sub={words.sub} backTo="/money" backLabel={words.place}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );

  const accept = (one: MatchLine, answer: Proposal) => {
    const what = partsWords(answer.parts, names);
    void run(
      answer.key === one.answers[0]?.key ? 'accept' : answer.key,
      () => client.money.acceptAnswers({ householdId, answers: [{ lineId: one.id, key: answer.key }] }),
      list.left <= 1 ? words.acceptedLast : words.accepted(what),
    ).then((answered) => {
      if (answered.ok) setDone((now) => [{ id: one.id, name: lineName(one), what }, ...now].slice(0, 8));
    });
  };
  const refuse = (one: MatchLine, answer: Proposal) =>
    void run(
      'refuse',
      () => client.money.refuseAnswer({ householdId, lineId: one.id, key: answer.key }),
      words.refused,
    );
  const later = () => setOffset(at + 1 >= list.left ? 0 : at + 1);
  const back = () => setOffset(Math.max(0, at - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (line === undefined || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const best = line.closed ? undefined : line.answers[0];
    const key = event.key.toLowerCase();
    // While an answer is being kept, the next line can be left or opened, and not answered.
    if (busy !== undefined && (key === 'y' || key === 'n')) return;
    if (key === 'y' && best !== undefined) accept(line, best);
    else if (key === 'n' && best !== undefined) refuse(line, best);
    else if (key === 's' && !line.closed) void navigate(`/money/lines/${line.id}`);
    else if (key === 'l') later();
    else if (key === 'b' && at > 0) back();
    else return;
    event.preventDefault();
  };
  const undo = (one: Done) =>
    void run(one.id, () => client.money.unexplain({ householdId, lineId: one.id }), words.undone).then(
      (answered) => {
        if (answered.ok) setDone((now) => now.filter((each) => each.id !== one.id));
      },
    );
  const { certain } = list;
  return (
    <Page
      title={words.title}
      sub={list.left === 0 ? words.sub : words.left(list.left)}
      backTo="/money"
      backLabel={words.place}
    >
      {line === undefined ? (
        <EmptyState
          title={words.none}
          actions={<LinkButton to="/money/bring-in">{words.bringIn}</LinkButton>}
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          {certain.length === 0 ? null : (
            <div className="money-yes-all">
              <Button
                pending={busy === 'all'}
                onPress={() =>
                  void run(
                    'all',
                    () => client.money.acceptAnswers({ householdId, answers: certain.slice(0, 2_000) }),
                    words.allCertain(certain.length),
                  )
                }
              >
                {words.yesAll(certain.length)}
              </Button>
            </div>
          )}
          <section
            className="match-card"
            ref={card}
            tabIndex={-1}
            aria-labelledby="match-line"
            aria-describedby="match-keys-hint"
            onKeyDown={onKeyDown}
          >
            <MatchCard
              line={line}
              names={names}
              heading={words.lineOf(at + 1, list.left)}
              busy={busy}
              onAccept={(answer) => accept(line, answer)}
              onRefuse={(answer) => refuse(line, answer)}
              onForget={() =>
                void run(
                  'forget',
                  () => client.money.forgetRefused({ householdId, lineId: line.id }),
                  words.forgotten,
                )
              }
              onLater={later}
              onBack={at > 0 ? back : undefined}
            />
          </section>
          <details className="match-keys">
            <summary>{words.keys}</summary>
            <p id="match-keys-hint">{words.keysHint}</p>
            <dl>
              {words.keyList.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd className="match-key">{key}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
      {done.length === 0 ? null : (
        <section className="section" aria-labelledby="match-done">
          <h2 id="match-done">{words.done}</h2>
          <ul className="match-done">
            {done.map((one) => (
              <li key={one.id}>
                <span>
                  <strong>{one.what}</strong>
                  <span className="quiet">{one.name}</span>
                </span>
                <Button pending={busy === one.id} name={words.undoNamed(one.name)} onPress={() => undo(one)}>
                  {words.undoOne}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
