import type { Receipt } from '@shared/api/money';
import { formatDay } from '@shared/dates';
import { formatPounds, poundsString } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { Link2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { ComboBox } from '../../../components/combo-box';
import { DateField } from '../../../components/date-field';
import { dateText, readDateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { type Read, readDate, readMoney } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { moneyRefusals } from '../../../text/money';
import { receipts as words } from '../../../text/money-lines';
import { problemsFor } from '../../../text/refusals';
import { lineName, lineNames } from '../line-names';
import { useDoing, useLines, useReceipts } from '../use-money';
import { fitsOf } from './receipt-fits';
import { ReceiptPicture } from './receipt-picture';

/** One receipt: the picture, what it says, and the line it belongs to. */
export function ReceiptPage() {
  const { id } = useParams();
  const receipts = useReceipts();
  const receipt = receipts?.find((one) => one.id === id);
  if (receipt === undefined) {
    return (
      <Page title={words.title} backTo="/money/receipts" backLabel={words.back}>
        {receipts === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <p>{words.gone}</p>}
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
      <Details key={receipt.id} receipt={receipt} />
      <Belongs receipt={receipt} />
      <section className="section" aria-labelledby="receipt-picture">
        <h2 id="receipt-picture">{words.picture}</h2>
        <ReceiptPicture
          id={receipt.id}
          fileName={receipt.fileName}
          describe={words.describe(receipt.supplier, day)}
        />
      </section>
      <Remove receipt={receipt} />
    </Page>
  );
}

function Details({ receipt }: { readonly receipt: Receipt }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: {
      day: dateText(receipt.day),
      supplier: receipt.supplier,
      total: receipt.total === null ? '' : poundsString(receipt.total),
    },
    check: (values) => {
      const noDay =
        !readDateText(values.day).ok && Object.values(values.day).every((box) => box.trim() === '');
      return checkFields({
        supplier: { ok: true, value: values.supplier.trim() } as Read<string>,
        day: noDay ? ({ ok: true, value: null } as const) : readDate(values.day, words.day),
        total:
          values.total.trim() === ''
            ? ({ ok: true, value: null } as const)
            : readMoney(values.total, words.total),
      });
    },
    send: async (read) => {
      const answer = await answerOf(client.money.saveReceipt({ householdId, id: receipt.id, ...read }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['supplier', 'day', 'total'], moneyRefusals),
  });
  return (
    <section className="section" aria-labelledby="receipt-details">
      <h2 id="receipt-details">{words.details}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <TextField label={words.supplier} hint={words.supplierHint} optional {...form.field('supplier')} />
        <DateField label={words.day} optional {...form.field('day')} />
        <MoneyField label={words.total} optional {...form.field('total')} />
      </Form>
    </section>
  );
}

function Belongs({ receipt }: { readonly receipt: Receipt }) {
  const householdId = useHouseholdId();
  const lines = useLines('all');
  const { busy, run } = useDoing();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>();
  if (lines === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const mine = lines.filter((line) => receipt.lineIds.includes(line.id));
  const fits = fitsOf(receipt, lines);
  const open = lines
    .filter((line) => line.amount < 0 && !line.closed && !receipt.lineIds.includes(line.id))
    .slice(0, 500);
  const own = lineNames(open);
  const choices = open.map((line) => ({ value: line.id, label: own.get(line.id) ?? lineName(line) }));
  const link = async (lineId: string, linked: boolean) => {
    await run(
      lineId,
      () => client.money.linkReceipt({ householdId, receiptId: receipt.id, lineId, linked }),
      linked ? words.linked : words.unlinkedDone,
    );
    setTyped('');
  };
  const chosen = choices.find((choice) => choice.label === typed);
  return (
    <section className="section" aria-labelledby="receipt-line">
      <h2 id="receipt-line">{words.lineTitle}</h2>
      {mine.length === 0 ? <p>{words.lineNone}</p> : null}
      <ul className="money-files">
        {mine.map((line) => (
          <li className="row" key={line.id}>
            <Link className="money-file-name" to={`/money/lines/${line.id}`}>
              {lineName(line)}
            </Link>
            {line.closed ? null : (
              <Button kind="quiet" pending={busy === line.id} onPress={() => void link(line.id, false)}>
                {words.unlink(lineName(line))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mine.length > 0 ? null : (
        <>
          {fits.length === 0 ? (
            <p className="quiet">{receipt.total === null ? '' : words.proposedNone}</p>
          ) : (
            <>
              <h3 className="money-h3">{words.proposed}</h3>
              <ul className="money-files">
                {fits.map(({ line, apart }) => (
                  <li className="row" key={line.id}>
                    <span className="money-file-name">
                      {lineName(line)}
                      <small className="quiet">
                        {[
                          words.sameAmount,
                          apart === undefined ? '' : apart === 0 ? words.sameDay : words.nearDay(apart),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    </span>
                    <Button
                      icon={Link2}
                      pending={busy === line.id}
                      name={`${words.link}: ${own.get(line.id) ?? lineName(line)}`}
                      onPress={() => void link(line.id, true)}
                    >
                      {words.link}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className="money-choose">
            <ComboBox
              label={words.choose}
              hint={words.chooseHint}
              value={typed}
              onChange={(text) => {
                setTyped(text);
                setError(undefined);
              }}
              choices={choices}
              error={error}
            />
            <Button
              pending={chosen !== undefined && busy === chosen.value}
              onPress={() =>
                chosen === undefined ? setError(words.chooseMissing) : void link(chosen.value, true)
              }
            >
              {words.linkChosen}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function Remove({ receipt }: { readonly receipt: Receipt }) {
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
