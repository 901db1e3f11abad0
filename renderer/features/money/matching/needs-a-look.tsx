import type { MatchLine } from '@shared/api/money';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { matching } from '../../../text/matching';
import { partsWords, reasonWords, money as words } from '../../../text/money';
import { EvidenceTag } from '../evidence-tag';
import { lineName, lineNames } from '../line-names';
import { useDoing, useNames } from '../use-money';

const MOST_SHOWN = 12;

/** Lines from the bank that nobody has explained yet, with what Mainstay thinks of each. */
export function NeedsALook({ most = MOST_SHOWN }: { readonly most?: number }) {
  const householdId = useHouseholdId();
  const list = useQuery({
    ...api.money.toMatch.queryOptions({ input: { householdId, offset: 0, limit: most, newest: true } }),
    throwOnError: true,
  }).data;
  const names = useNames();
  const { busy, run } = useDoing();
  if (list === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const { certain, left, lines: shown } = list;
  const accept = (name: string, answers: { lineId: string; key: string }[]) =>
    void run(
      name,
      () => client.money.acceptAnswers({ householdId, answers }),
      (answer) => words.accepted(answer.accepted),
    );
  const own = lineNames(shown);
  const nameOf = (line: MatchLine): string => own.get(line.id) ?? lineName(line);
  return (
    <section className="section" aria-labelledby="needs-a-look">
      <h2 id="needs-a-look">{words.needs}</h2>
      {left === 0 ? (
        <Notice tone="done" title={words.needsNone} />
      ) : (
        <>
          <div className="money-yes-all">
            {certain.length === 0 ? null : (
              <Button pending={busy === 'all'} onPress={() => accept('all', certain.slice(0, 2_000))}>
                {words.yesAll(certain.length)}
              </Button>
            )}
            <LinkButton to="/money/match">{matching.start}</LinkButton>
          </div>
          <Table
            caption={words.needsCaption}
            rows={shown}
            rowKey={(line) => line.id}
            tools={false}
            least={44}
            columns={[
              {
                id: 'from',
                heading: words.fromBank,
                isName: true,
                cell: (line) => (
                  <div className="money-bank-text">
                    <Link to={`/money/lines/${line.id}`} aria-label={nameOf(line)}>
                      {line.description}
                    </Link>
                    <small>{formatDay(line.day)}</small>
                  </div>
                ),
              },
              {
                id: 'think',
                heading: words.weThink,
                cell: (line) =>
                  line.answers[0] === undefined ? (
                    <div className="money-words quiet">{words.notKnown}</div>
                  ) : (
                    <div className="money-words">
                      {partsWords(line.answers[0].parts, names)}
                      <small>{line.answers[0].reasons.map(reasonWords).filter(Boolean).join(' · ')}</small>
                    </div>
                  ),
              },
              {
                id: 'evidence',
                heading: words.evidence,
                cell: (line) => <EvidenceTag evidence={line.evidence} />,
              },
              {
                id: 'amount',
                heading: words.amount,
                kind: 'figure',
                cell: (line) => formatPounds(line.amount),
              },
              {
                id: 'answer',
                heading: words.answer,
                kind: 'action',
                cell: (line) =>
                  line.closed ? (
                    <span className="quiet">{words.inSentReturn}</span>
                  ) : line.answers[0] === undefined ? (
                    <LinkButton to={`/money/lines/${line.id}`} name={words.sayWhatNamed(nameOf(line))}>
                      {words.sayWhat}
                    </LinkButton>
                  ) : (
                    <Button
                      pending={busy === line.id}
                      name={words.yesNamed(nameOf(line))}
                      onPress={() => {
                        const key = line.answers[0]?.key;
                        if (key !== undefined) accept(line.id, [{ lineId: line.id, key }]);
                      }}
                    >
                      {words.yes}
                    </Button>
                  ),
              },
            ]}
          />
          {left > shown.length ? (
            <p>
              <Link to="/money/lines?only=needs-a-look">{words.needsMore(left)}</Link>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
