import type { MatchLine, Proposal } from '@shared/api/money';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { SummaryList } from '../../../components/summary-list';
import { Tag } from '../../../components/tag';
import { certaintyWords, matching as words } from '../../../text/matching';
import { type Names, partsWords, reasonWords, warningWords } from '../../../text/money';
import { EvidenceTag } from '../evidence-tag';

const TONES = { certain: 'done', likely: 'plain', possible: 'attention' } as const;

/** What one answer is, with how sure it is. */
export function AnswerWords({ answer, names }: { readonly answer: Proposal; readonly names: Names }) {
  return (
    <span className="match-answer">
      <strong>{partsWords(answer.parts, names)}</strong>
      {answer.parts.length === 1 ? null : (
        <span className="quiet">
          {answer.parts.map((part) => formatPounds(pence(Math.abs(part.amount)))).join(' + ')}
        </span>
      )}
      <Tag tone={TONES[answer.certainty]}>{certaintyWords[answer.certainty]}</Tag>
    </span>
  );
}

function Reasons({ answer }: { readonly answer: Proposal }) {
  const reasons = answer.reasons.map(reasonWords).filter(Boolean);
  if (reasons.length === 0) return null;
  return (
    <ul className="money-notes">
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

export type MatchCardProps = {
  readonly line: MatchLine;
  readonly names: Names;
  readonly heading: string;
  readonly busy: string | undefined;
  readonly onAccept: (answer: Proposal) => void;
  readonly onRefuse: (answer: Proposal) => void;
  readonly onForget: () => void;
  readonly onLater: () => void;
  readonly onBack: (() => void) | undefined;
};

/** One line from the bank: what it is, why, and the answers the person can give. */
export function MatchCard(props: MatchCardProps) {
  const { line, names, busy } = props;
  const [best, ...others] = line.answers;
  const amount = formatPounds(pence(Math.abs(line.amount)));
  const said = line.amount < 0 ? words.outOn : words.inOn;
  const open = best !== undefined && !line.closed;
  return (
    <>
      <p className="match-count quiet">{props.heading}</p>
      <h2 id="match-line" className="match-text">
        {line.description}
      </h2>
      <p className="match-amount">{said(amount, formatDay(line.day), line.accountName)}</p>
      {line.closed ? <Notice tone="note" title={words.closed} /> : null}
      {best === undefined ? (
        line.closed ? null : (
          <p>{words.notKnown}</p>
        )
      ) : (
        <SummaryList
          rows={[
            { label: words.think, value: <AnswerWords answer={best} names={names} /> },
            { label: words.because, value: <Reasons answer={best} /> },
            { label: words.evidence, value: <EvidenceTag evidence={line.evidence} /> },
          ]}
        />
      )}
      {line.warnings.length === 0 ? null : (
        <Notice
          tone="attention"
          title={words.warnings}
          action={<LinkButton to={`/money/agreed?line=${line.id}`}>{words.wasAgreed}</LinkButton>}
        >
          {line.warnings.map((warning) => (
            <p key={`${warning.code}${String(warning.values['name'] ?? '')}`}>{warningWords(warning)}</p>
          ))}
        </Notice>
      )}
      <div className="actions match-actions">
        {open ? (
          <>
            <Button kind="primary" pending={busy === 'accept'} onPress={() => props.onAccept(best)}>
              {words.yes}
              <Key letter="Y" />
            </Button>
            <Button pending={busy === 'refuse'} onPress={() => props.onRefuse(best)}>
              {words.notThis}
              <Key letter="N" />
            </Button>
          </>
        ) : null}
        {line.closed ? null : (
          <LinkButton to={`/money/lines/${line.id}`} kind={open ? 'secondary' : 'primary'}>
            {words.somethingElse}
            <Key letter="S" />
          </LinkButton>
        )}
        <Button kind="quiet" onPress={props.onLater}>
          {words.later}
          <Key letter="L" />
        </Button>
        {props.onBack === undefined ? null : (
          <Button kind="quiet" onPress={props.onBack}>
            {words.back}
            <Key letter="B" />
          </Button>
        )}
      </div>
      {others.length === 0 || line.closed ? null : (
        <section aria-labelledby="match-others" className="match-others">
          <h3 id="match-others">{words.others}</h3>
          <ul>
            {others.map((other) => (
              <li key={other.key}>
                <div>
                  <AnswerWords answer={other} names={names} />
                  <p className="quiet">{other.reasons.map(reasonWords).filter(Boolean).join(' · ')}</p>
                </div>
                <Button
                  pending={busy === other.key}
                  name={`${words.itIs(partsWords(other.parts, names))}. ${other.reasons.map(reasonWords).filter(Boolean).join(', ')}`}
                  onPress={() => props.onAccept(other)}
                >
                  {words.itIs(partsWords(other.parts, names))}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {line.refused === 0 || line.closed ? null : (
        <p>
          <Button kind="quiet" flush pending={busy === 'forget'} onPress={props.onForget}>
            {words.forget}
          </Button>
        </p>
      )}
    </>
  );
}

/** The key that does the same as a button; heard through the list of keys, seen here. */
function Key({ letter }: { readonly letter: string }): ReactNode {
  return (
    <span className="match-key" aria-hidden="true">
      {letter}
    </span>
  );
}
