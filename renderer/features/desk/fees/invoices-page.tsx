import { FEES_PAGE, type FeeInvoice } from '@shared/api/fees';
import { formatPounds } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, client } from '../../../api/client';
import { AlertDialog } from '../../../components/alert-dialog';
import { Amount, Day } from '../../../components/amounts';
import { Button } from '../../../components/button';
import type { Tone } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { fees } from '../../../text/desk/fees';
import { useFeeCall, useFeeFile } from './use-fees';

const words = fees.invoices;
const TONES: Readonly<Record<FeeInvoice['state'], Tone | 'plain'>> = {
  open: 'note',
  late: 'attention',
  paid: 'done',
  cancelled: 'plain',
};

/** Every invoice, newest first: found by its number or household, saved as PDF, cancelled while it is not paid. */
export function InvoicesPage() {
  const [find, setFind] = useState('');
  const [from, setFrom] = useState(0);
  const { data } = useQuery({
    ...api.fees.invoices.queryOptions({ input: { householdId: null, words: find.trim(), from } }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  });
  return (
    <Page title={words.title} sub={words.sub} backTo="/desk/fees" backLabel={fees.back}>
      <TextField
        label={words.find}
        value={find}
        onChange={(value) => {
          setFind(value);
          setFrom(0);
        }}
      />
      {data === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <InvoiceTable invoices={data.invoices} count={data.count} />
          {data.count <= FEES_PAGE ? null : (
            <div className="row">
              {from === 0 ? null : <Button onPress={() => setFrom(from - FEES_PAGE)}>{fees.before}</Button>}
              {data.count - from - data.invoices.length <= 0 ? null : (
                <Button onPress={() => setFrom(from + FEES_PAGE)}>
                  {fees.next(Math.min(data.count - from - data.invoices.length, FEES_PAGE))}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function InvoiceTable(props: { readonly invoices: readonly FeeInvoice[]; readonly count: number }) {
  const file = useFeeFile();
  const { pending, run } = useFeeCall();
  const [asked, setAsked] = useState<FeeInvoice>();
  const cancel = async (one: FeeInvoice) => {
    const { householdId, id: invoiceId, number } = one;
    await run(() => client.fees.cancel({ householdId, invoiceId }), words.cancelled(number));
    setAsked(undefined);
  };
  return (
    <>
      <Table
        caption={words.caption(props.count)}
        rows={props.invoices}
        rowKey={(one) => one.id}
        empty={<p>{words.none}</p>}
        columns={[
          {
            id: 'number',
            heading: words.number,
            isName: true,
            cell: (one) => <span className="nowrap">{one.number}</span>,
            text: (one) => one.number,
          },
          {
            id: 'name',
            heading: fees.name,
            cell: (one) => <Link to={`/desk/fees/households/${one.householdId}`}>{one.name}</Link>,
            text: (one) => one.name,
          },
          { id: 'issued', heading: words.issued, cell: (one) => <Day day={one.issuedOn} form="short" /> },
          { id: 'due', heading: words.due, cell: (one) => <Day day={one.dueOn} form="short" /> },
          {
            id: 'state',
            heading: words.state,
            cell: (one) => <Tag tone={TONES[one.state]}>{words.states[one.state]}</Tag>,
            text: (one) => words.states[one.state],
          },
          {
            id: 'total',
            heading: fees.total,
            kind: 'figure',
            cell: (one) => <Amount pence={one.total} />,
            text: (one) => formatPounds(one.total),
          },
          {
            id: 'actions',
            heading: words.actions,
            kind: 'action',
            cell: (one) => (
              <div className="button-row">
                <Button
                  kind="quiet"
                  icon={Download}
                  name={words.saveNamed(one.number)}
                  onPress={() =>
                    void file(() =>
                      client.fees.invoicePdf({ householdId: one.householdId, invoiceId: one.id }),
                    )
                  }
                >
                  {words.save}
                </Button>
                {one.state === 'open' || one.state === 'late' ? (
                  <Button kind="quiet" name={words.cancelNamed(one.number)} onPress={() => setAsked(one)}>
                    {words.cancel}
                  </Button>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      <AlertDialog
        open={asked !== undefined}
        title={words.cancelTitle(asked?.number ?? '')}
        doLabel={words.cancelNamed(asked?.number ?? '')}
        keepLabel={words.keep}
        pending={pending}
        danger
        onDo={() => (asked === undefined ? undefined : void cancel(asked))}
        onClose={() => setAsked(undefined)}
      >
        {words.cancelBody}
      </AlertDialog>
    </>
  );
}
