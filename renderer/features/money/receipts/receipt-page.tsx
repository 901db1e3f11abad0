import type { ReceiptView } from '@shared/api/receipts';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ListChecks, ScanText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { receipts as words } from '../../../text/receipts';
import { useDoing } from '../use-money';
import { ReadingBar } from './reading-bar';
import { ReceiptDetails } from './receipt-details';
import { ReceiptLines } from './receipt-lines';
import { ReceiptPicture } from './receipt-picture';
import { useReceipt } from './use-receipts';

/** One receipt: the picture, what it says beside it, and the lines it belongs to. */
export function ReceiptPage() {
  const { id } = useParams();
  const receipt = useReceipt(id);
  if (receipt === undefined || receipt === null) {
    return (
      <Page title={words.title} backTo="/money/receipts" backLabel={words.back}>
        {receipt === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <p>{words.gone}</p>}
      </Page>
    );
  }
  const day = receipt.day === null ? '' : formatDay(receipt.day);
  return (
    <Page
      title={receipt.supplier || receipt.fileName}
      sub={[day, receipt.total === null ? '' : formatPounds(receipt.total)].filter(Boolean).join(', ')}
      backTo="/money/receipts"
      backLabel={words.back}
    >
      <Told receipt={receipt} />
      <Twins receipt={receipt} />
      <div className="receipt-sides">
        <div>
          <section className="section" aria-labelledby="receipt-details">
            <h2 id="receipt-details">{words.details}</h2>
            <Reading receipt={receipt} />
            <ReceiptDetails key={receipt.id} receipt={receipt} />
            <NextToCheck receipt={receipt} />
          </section>
          <ReceiptLines key={`lines-${receipt.id}`} receipt={receipt} />
        </div>
        <div>
          <section className="section" aria-labelledby="receipt-picture">
            <h2 id="receipt-picture">{words.picture}</h2>
            <ReceiptPicture
              key={receipt.id}
              id={receipt.id}
              fileName={receipt.fileName}
              turn={receipt.turn}
              describe={words.describe(receipt.supplier, day)}
            />
            {receipt.words === '' ? null : (
              <details>
                <summary>{words.words}</summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard */}
                <pre className="receipt-words" tabIndex={0}>
                  {receipt.words}
                </pre>
              </details>
            )}
          </section>
        </div>
      </div>
      <Remove receipt={receipt} />
    </Page>
  );
}

/** What is odd about the file, and what to do about it. */
function Told({ receipt }: { readonly receipt: ReceiptView }) {
  return receipt.told.map((told) => {
    const [title, body] = words.told[told];
    return (
      <Notice
        key={told}
        tone={told === 'locked' || told === 'no-picture' ? 'attention' : 'note'}
        title={title}
      >
        <p>{body}</p>
      </Notice>
    );
  });
}

function Twins({ receipt }: { readonly receipt: ReceiptView }) {
  if (receipt.twins.length === 0) return null;
  return (
    <Notice tone="attention" title={words.twinTitle}>
      <p>{words.twinBody}</p>
      <ul>
        {receipt.twins.map((twin) => (
          <li key={twin.id}>
            <Link to={`/money/receipts/${twin.id}`}>
              {words.twinAdded(twin.supplier || twin.fileName, formatDay(twin.addedOn))}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where reading this one stands, and a button to read it. */
function Reading({ receipt }: { readonly receipt: ReceiptView }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const read = async (): Promise<void> => {
    const answer = await answerOf(client.receipts.read({ householdId, ids: [receipt.id] }));
    await queryClient.invalidateQueries();
    if (answer.ok) announce(words.queued(answer.value.queued));
  };
  const button = (text: string) => (
    <div className="button-row">
      <Button icon={ScanText} onPress={() => void read()}>
        {text}
      </Button>
    </div>
  );
  switch (receipt.reading) {
    case 'waiting':
    case 'reading':
      return <ReadingBar />;
    case 'not-read':
      return (
        <>
          <p className="quiet">{words.readHere}</p>
          {button(words.readOne)}
        </>
      );
    case 'failed':
      return (
        <>
          <p>{words.reasons[receipt.reason] ?? words.reading.failed}</p>
          {button(words.readAgain)}
        </>
      );
    case 'cannot':
    case 'read':
      return null;
  }
}

/** After one was checked, the way to the next that was read and not checked. */
function NextToCheck({ receipt }: { readonly receipt: ReceiptView }) {
  const householdId = useHouseholdId();
  const checked = receipt.day !== null && receipt.total !== null;
  const found = useQuery({
    ...api.receipts.list.queryOptions({
      input: {
        householdId,
        only: 'to-check',
        kind: null,
        search: '',
        from: null,
        to: null,
        offset: 0,
        limit: 1,
      },
    }),
    enabled: checked,
  }).data;
  const next = found?.rows[0];
  if (!checked || found === undefined || next === undefined) return null;
  return (
    <div className="button-row receipt-next">
      <LinkButton to={`/money/receipts/${next.id}`} icon={ListChecks}>
        {words.checkNext(found.total)}
      </LinkButton>
    </div>
  );
}

function Remove({ receipt }: { readonly receipt: ReceiptView }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const { busy, run } = useDoing();
  const name = receipt.supplier || receipt.fileName;
  const remove = async () => {
    const answer = await run(
      'remove',
      () => client.money.removeReceipt({ householdId, id: receipt.id }),
      words.removed,
    );
    setAsked(false);
    if (answer.ok) void navigate('/money/receipts');
  };
  return (
    <div className="actions">
      <Button icon={Trash2} onPress={() => setAsked(true)}>
        {words.remove}
      </Button>
      <AlertDialog
        open={asked}
        title={words.removeTitle(name)}
        doLabel={words.remove}
        onDo={() => void remove()}
        onClose={() => setAsked(false)}
        pending={busy === 'remove'}
        danger
      >
        <p>{words.removeBody}</p>
      </AlertDialog>
    </div>
  );
}
