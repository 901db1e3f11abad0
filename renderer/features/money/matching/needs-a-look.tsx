import type { BankLine } from '@shared/api/money';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { Link } from 'react-router';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { partsWords, reasonWords, money as words } from '../../../text/money';
import { EvidenceTag } from '../evidence-tag';
import { lineName, lineNames } from '../line-names';
import { useDoing, useLines, useNames } from '../use-money';

const MOST_SHOWN = 12;

/** Lines from the bank that nobody has explained yet, with what Mainstay thinks of each. */
export function NeedsALook({ most = MOST_SHOWN }: { readonly most?: number }) {
  const householdId = useHouseholdId();
  const lines = useLines('needs-a-look');
  const names = useNames();
  const { busy, run } = useDoing();
  if (lines === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const certain = lines.filter((line) => line.proposal?.certain === true && !line.closed);
  const accept = (name: string, lineIds: string[]) =>
    void run(
      name,
      () => client.money.accept({ householdId, lineIds }),
      (answer) => words.accepted(answer.accepted),
    );
  const shown = lines.slice(0, most);
  const own = lineNames(shown);
  const nameOf = (line: BankLine): string => own.get(line.id) ?? lineName(line);
  return (
    <section className="section" aria-labelledby="needs-a-look">
      <h2 id="needs-a-look">{words.needs}</h2>
      {lines.length === 0 ? (
        <Notice tone="done" title={words.needsNone} />
      ) : (
        <>
          {certain.length === 0 ? null : (
            <div className="money-yes-all">
              <Button
                pending={busy === 'all'}
                onPress={() =>
                  accept(
                    'all',
                    certain.map((line) => line.id),
                  )
                }
              >
                {words.yesAll(certain.length)}
              </Button>
            </div>
          )}
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
                  line.proposal === null ? (
                    <div className="money-words quiet">{words.notKnown}</div>
                  ) : (
                    <div className="money-words">
                      {partsWords(line.proposal.parts, names)}
                      <small>{line.proposal.reasons.map(reasonWords).filter(Boolean).join(' · ')}</small>
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
                  ) : line.proposal === null ? (
                    <LinkButton to={`/money/lines/${line.id}`} name={words.sayWhatNamed(nameOf(line))}>
                      {words.sayWhat}
                    </LinkButton>
                  ) : (
                    <Button
                      pending={busy === line.id}
                      name={words.yesNamed(nameOf(line))}
                      onPress={() => accept(line.id, [line.id])}
                    >
                      {words.yes}
                    </Button>
                  ),
              },
            ]}
          />
          {lines.length > shown.length ? (
            <p>
              <Link to="/money/lines?only=needs-a-look">{words.needsMore(lines.length)}</Link>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
