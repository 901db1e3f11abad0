import type { OneLine } from '@shared/api/ledger';
import type { BankLine } from '@shared/api/money';
import type { PoolView } from '@shared/api/pools';
import { formatDay } from '@shared/dates';
import { formatPounds, pence } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { handLine as handWords } from '../../../text/ledger';
import { matching as matchWords } from '../../../text/matching';
import { money as moneyWords, partsWords, partWords, reasonWords, warningWords } from '../../../text/money';
import { line as words } from '../../../text/money-lines';
import { correcting } from '../../../text/return-pages';
import { useDoing, useNames, useRecord } from '../use-money';
import { ExplainForm } from './explain-form';
import { funderChoices, lineChoices, type Sharer } from './line-choices';
import { LineEvidence } from './line-evidence';
import { HandLineParts, LineJoins } from './line-joins';
import { useHeadingFocus } from './use-heading-focus';

/** One line: what it was, why Mainstay thinks so, saying it by hand, what it hangs together with, and its evidence. */
export function LinePage() {
  const { id = '' } = useParams();
  const householdId = useHouseholdId();
  const asked = useQuery({ ...api.ledger.line.queryOptions({ input: { householdId, id } }), retry: false });
  const found = asked.data;
  if (found === undefined) {
    return (
      <Page title={moneyWords.place} backTo="/money/lines" backLabel={words.back}>
        {asked.isPending ? <WaitingLine>{common.loading}</WaitingLine> : <p>{words.gone}</p>}
      </Page>
    );
  }
  const { line } = found;
  return (
    <Page
      title={words.title(line.description)}
      sub={words.sub(formatDay(line.day), formatPounds(pence(Math.abs(line.amount))), line.amount > 0)}
      backTo="/money/lines"
      backLabel={words.back}
    >
      <div className="stack">
        {line.closed ? (
          <Notice tone="note" title={words.closedTitle}>
            <p>{words.closedBody}</p>
            <p>
              <LinkButton to={`/money/lines/${line.id}/correct`}>{correcting.link}</LinkButton>
            </p>
          </Notice>
        ) : null}
        {line.warnings.length === 0 ? null : (
          <Notice
            tone="attention"
            title={words.warnings}
            action={
              line.warnings.some((warning) => warning.code.startsWith('off-plan.')) ? (
                <LinkButton to={`/money/agreed?line=${line.id}`}>{matchWords.wasAgreed}</LinkButton>
              ) : undefined
            }
          >
            {line.warnings.map((warning) => (
              <p key={warning.code}>{warningWords(warning)}</p>
            ))}
          </Notice>
        )}
      </div>
      <WhatSection key={line.id} found={found} />
      <LineJoins found={found} />
      <HandLineParts found={found} />
      <LineEvidence line={line} />
    </Page>
  );
}

/** A line of cash that a bank's line made: what it was is said there. */
function MadeByOther({ found }: { readonly found: OneLine }) {
  const [other] = found.otherEnds;
  return (
    <>
      <p>{handWords.drawn}</p>
      {other === undefined ? null : (
        <LinkButton to={`/money/lines/${other.id}`}>{handWords.drawnOpen}</LinkButton>
      )}
    </>
  );
}

function WhatSection({ found }: { readonly found: OneLine }) {
  const { line } = found;
  const [changing, setChanging] = useState(false);
  const heading = useHeadingFocus(`${line.explained} ${changing}`);
  return (
    <section className="section" aria-labelledby="line-what">
      <h2 id="line-what" ref={heading} tabIndex={-1}>
        {line.explained || line.closed ? words.what : moneyWords.needs}
      </h2>
      {found.madeByOther ? (
        <MadeByOther found={found} />
      ) : (
        <What line={line} changing={changing} setChanging={setChanging} />
      )}
    </section>
  );
}

function What(props: {
  readonly line: BankLine;
  readonly changing: boolean;
  readonly setChanging: (changing: boolean) => void;
}) {
  const { line, changing, setChanging } = props;
  if (line.explained && !changing) return <Explained line={line} onChange={() => setChanging(true)} />;
  if (line.closed) return <p className="quiet">{moneyWords.notKnown}</p>;
  return (
    <>
      {line.explained || line.proposal === null ? null : <Thought line={line} />}
      <ByHand
        line={line}
        onDone={() => setChanging(false)}
        onCancel={line.explained ? () => setChanging(false) : undefined}
        heading={
          line.proposal === null || line.explained ? undefined : (
            <h3 className="money-by-hand">{words.byHandInstead}</h3>
          )
        }
      />
    </>
  );
}

function Explained({ line, onChange }: { readonly line: BankLine; readonly onChange: () => void }) {
  const householdId = useHouseholdId();
  const names = useNames();
  const several = (useRecord()?.agreements.length ?? 0) > 1;
  const { busy, run } = useDoing();
  return (
    <>
      <SummaryList
        rows={line.explanations.map((part, at) => ({
          label: line.explanations.length === 1 ? words.kind : words.part(at + 1),
          value: (
            <>
              {partWords(part, names)}
              {line.explanations.length === 1 ? null : `, ${formatPounds(pence(Math.abs(part.amount)))}`}
              {part.note === '' ? null : <p className="quiet">{part.note}</p>}
              {part.fundPart === 'own' || part.fundPart === 'contribution' ? (
                <p className="quiet">{handWords.fundSays[part.fundPart]}</p>
              ) : null}
              {several && part.agreementId !== null && part.fundPart !== 'own' ? (
                <p className="quiet">{handWords.ofFunder(names.funder(part.agreementId) ?? '')}</p>
              ) : null}
              {part.countsOn ? (
                <p className="quiet">{handWords.countsOnSays(formatDay(part.countsOn))}</p>
              ) : null}
            </>
          ),
        }))}
      />
      {line.closed ? null : (
        <div className="actions">
          <Button onPress={onChange}>{words.change}</Button>
          <Button
            pending={busy === 'take-back'}
            onPress={() =>
              void run(
                'take-back',
                () => client.money.unexplain({ householdId, lineId: line.id }),
                words.takenBack,
              )
            }
          >
            {words.takeBack}
          </Button>
        </div>
      )}
    </>
  );
}

function Thought({ line }: { readonly line: BankLine }) {
  const householdId = useHouseholdId();
  const names = useNames();
  const { busy, run } = useDoing();
  const { proposal } = line;
  if (proposal === null) return null;
  const reasons = proposal.reasons.map(reasonWords).filter(Boolean);
  return (
    <>
      <SummaryList
        rows={[
          { label: words.think, value: <strong>{partsWords(proposal.parts, names)}</strong> },
          ...(reasons.length === 0
            ? []
            : [
                {
                  label: words.because,
                  value: (
                    <ul className="money-notes">
                      {reasons.map((reason) => (
                        <li key={reason}>{reason}</li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
      <div className="actions money-thought">
        <Button
          kind="primary"
          pending={busy === 'accept'}
          onPress={() =>
            void run(
              'accept',
              () => client.money.accept({ householdId, lineIds: [line.id] }),
              words.acceptedOne,
            )
          }
        >
          {words.yes}
        </Button>
      </div>
    </>
  );
}

/** Every other household of the shared PAs, with whether it employs. */
export function sharersOf(pools: readonly PoolView[]): Sharer[] {
  const sharers = pools.flatMap((pool): Sharer[] =>
    pool.isEmployer
      ? pool.households
          .filter((one) => one.id !== pool.employer.id)
          .map((one) => ({ ...one, employs: false }))
      : [{ ...pool.employer, employs: true }],
  );
  return [...new Map(sharers.map((one) => [`${one.employs} ${one.id}`, one])).values()];
}

function ByHand(props: {
  readonly line: BankLine;
  readonly heading: ReactNode;
  readonly onDone: () => void;
  readonly onCancel: (() => void) | undefined;
}) {
  const { line } = props;
  const householdId = useHouseholdId();
  const record = useRecord();
  const workers = useQuery(api.people.list.queryOptions({ input: { householdId } }));
  const shared = useQuery(api.pools.list.queryOptions({ input: { householdId } }));
  if (record === undefined || workers.isPending || shared.isPending)
    return <WaitingLine>{common.loading}</WaitingLine>;
  const people = (workers.data ?? []).map((one) => ({ id: one.id, name: one.shortName || one.name }));
  const open = line.proposal === null || line.explained;
  const form = (
    <ExplainForm
      line={line}
      choices={lineChoices(record, people, line.amount > 0, sharersOf(shared.data?.pools ?? []))}
      agreements={funderChoices(record)}
      first={line.explanations}
      quiet={!open}
      onDone={props.onDone}
      onCancel={props.onCancel}
    />
  );
  return (
    <>
      {props.heading}
      {form}
    </>
  );
}
