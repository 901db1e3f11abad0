import type { LineInBrief, OneLine } from '@shared/api/ledger';
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { SummaryList } from '../../../components/summary-list';
import { handLine as words } from '../../../text/ledger';
import { useDoing } from '../use-money';
import { briefName } from './use-ledger';

/** Choices that are shown at once: the nearest. */
const SHOWN = 3;

function LineLinks({ lines }: { readonly lines: readonly LineInBrief[] }) {
  return (
    <ul className="money-notes">
      {lines.map((line) => (
        <li key={line.id}>
          <Link to={`/money/lines/${line.id}`}>{briefName(line)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What a line hangs together with: the other end of a transfer, the line that shows it, what it pays back. */
export function LineJoins({ found }: { readonly found: OneLine }) {
  const waiting = found.line.explanations.some(
    (part) => part.ledgerAccount === 'transfer' && part.matchKey === null,
  );
  const rows = [
    [words.otherEnd, found.otherEnds],
    [words.refundOf, found.refundOf],
    [words.refundedBy, found.refundedBy],
  ] as const;
  const known = rows.filter(([, lines]) => lines.length > 0);
  return (
    <>
      {waiting ? (
        <Notice tone="attention" title={words.otherEndMissing}>
          <p>{words.otherEndMissingBody}</p>
        </Notice>
      ) : null}
      {known.length === 0 ? null : (
        <section className="section" aria-labelledby="line-joins">
          <h2 id="line-joins">{words.joined}</h2>
          <SummaryList
            rows={known.map(([label, lines]) => ({ label, value: <LineLinks lines={lines} /> }))}
          />
        </section>
      )}
      <Offers found={found} />
    </>
  );
}

/** What a line may be joined with, one press each. */
function Offers({ found }: { readonly found: OneLine }) {
  const householdId = useHouseholdId();
  const { busy, run } = useDoing();
  const { line } = found;
  const waits = line.explanations.some((part) => part.ledgerAccount === 'transfer' && part.matchKey === null);
  const open = !line.explained && !line.closed;
  const offers = [
    {
      id: 'show',
      title: words.mayShow,
      body: words.mayShowBody,
      lines: open ? found.mayShow : [],
      name: words.mayShowYes,
      done: words.shownDone,
      call: (other: string) => client.ledger.markShown({ householdId, id: other, lineId: line.id }),
    },
    {
      id: 'shown',
      title: words.mayBeShown,
      body: words.mayShowBody,
      lines: found.mayBeShownBy,
      name: words.mayShowYes,
      done: words.shownDone,
      call: (other: string) => client.ledger.markShown({ householdId, id: line.id, lineId: other }),
    },
    {
      id: 'join',
      title: words.mayJoin,
      body: undefined,
      lines: open || waits ? found.mayBeOtherEnd : [],
      name: words.mayJoinYes,
      done: words.joinDone,
      call: (other: string) => client.ledger.joinTransfer({ householdId, lineId: line.id, otherId: other }),
    },
    {
      id: 'refund',
      title: words.mayRefund,
      body: words.mayRefundBody,
      lines: open && line.proposal === null ? found.mayRefund : [],
      name: words.mayRefundYes,
      done: words.refundDone,
      call: (other: string) => client.ledger.markRefund({ householdId, lineId: line.id, paidId: other }),
    },
  ].filter((offer) => offer.lines.length > 0);
  return offers.map((offer) => (
    <section key={offer.id} className="section stack" aria-labelledby={`line-${offer.id}`}>
      <h2 id={`line-${offer.id}`}>{offer.title}</h2>
      {offer.body === undefined ? null : <p className="quiet">{offer.body}</p>}
      <div className="ledger-offers">
        {offer.lines.slice(0, SHOWN).map((other) => (
          <Button
            key={other.id}
            pending={busy === `${offer.id} ${other.id}`}
            onPress={() => void run(`${offer.id} ${other.id}`, () => offer.call(other.id), offer.done)}
          >
            {offer.name(briefName(other))}
          </Button>
        ))}
      </div>
    </section>
  ));
}

/** What is different about a line written by hand: where it stands, changing it, removing it. */
export function HandLineParts({ found }: { readonly found: OneLine }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { busy, run } = useDoing();
  const [asking, setAsking] = useState(false);
  const { line } = found;
  const drawn = found.accountKind === 'cash' && found.otherEnds.length > 0 && found.madeByOther;
  if (!found.byHand) return null;
  return (
    <section className="section" aria-labelledby="line-hand">
      <h2 id="line-hand">{words.wroteDown}</h2>
      <SummaryList
        rows={[
          { label: words.account2, value: found.accountName },
          ...(found.cheque === '' ? [] : [{ label: words.chequeNumber, value: found.cheque }]),
          ...(found.note === '' ? [] : [{ label: words.note, value: found.note }]),
          ...(found.shownBy === null
            ? []
            : [
                {
                  label: words.shownBy,
                  value: <Link to={`/money/lines/${found.shownBy.id}`}>{briefName(found.shownBy)}</Link>,
                },
              ]),
        ]}
      />
      {drawn ? (
        <p className="quiet">{words.drawn}</p>
      ) : found.accountKind === 'cash' ? null : found.shownBy === null ? (
        <Notice tone="note" title={words.waits}>
          <p>{words.waitsBody}</p>
        </Notice>
      ) : (
        <div className="actions">
          <Button
            pending={busy === 'not-shown'}
            onPress={() =>
              void run(
                'not-shown',
                () => client.ledger.markShown({ householdId, id: line.id, lineId: null }),
                words.shownTakenBack,
              )
            }
          >
            {words.shownTakeBack}
          </Button>
        </div>
      )}
      {drawn || line.closed || found.shownBy !== null ? null : (
        <div className="actions">
          <LinkButton to={`/money/lines/${line.id}/change`} icon={Pencil}>
            {words.change}
          </LinkButton>
          <Button icon={Trash2} onPress={() => setAsking(true)}>
            {words.remove}
          </Button>
          <AlertDialog
            open={asking}
            title={words.removeTitle(line.description)}
            doLabel={words.remove}
            danger
            pending={busy === 'remove'}
            onClose={() => setAsking(false)}
            onDo={() =>
              void run(
                'remove',
                () => client.ledger.removeByHand({ householdId, id: line.id }),
                words.removed,
              ).then(async (answer) => {
                setAsking(false);
                if (!answer.ok) return;
                await navigate('/money/lines');
                await queryClient.invalidateQueries();
              })
            }
          >
            <p>{words.removeBody}</p>
          </AlertDialog>
        </div>
      )}
    </section>
  );
}
