import type { BatchView } from '@shared/api/batches';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { client } from '../../../api/client';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { reasonKind } from '../../../text/desk/batch-reasons';
import { stateNames, stateTones, batch as words } from '../../../text/desk/batches';
import { LINES_HEADING } from './batch-lines';
import type { Doing } from './use-batch';

type Row = BatchView['reasons'][number];

/** Why households are not ready, kind by kind: seen together, and accepted together where they only need a look. */
export function BatchReasons({ view, doing }: { readonly view: BatchView; readonly doing: Doing }) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<string | undefined>();
  if (view.reasons.length === 0) return null;
  const show = (row: Row) => {
    void navigate(`?state=${row.state}&reason=${encodeURIComponent(row.code)}`, { replace: true });
    document.getElementById(LINES_HEADING)?.focus();
  };
  const accept = async () => {
    const reason = asked;
    setAsked(undefined);
    if (reason === undefined) return;
    await doing.run(
      'accept',
      () => client.batches.acceptReason({ batchId: view.id, reason }),
      ({ lines }) => words.accepted(lines),
    );
  };
  return (
    <section className="section" aria-labelledby="batch-reasons">
      <h2 id="batch-reasons">{words.reasonsTitle}</h2>
      <Table<Row>
        caption={words.reasonsCaption}
        hideCaption
        tools={false}
        rows={view.reasons}
        rowKey={(row) => `${row.code} ${row.state}`}
        columns={[
          { id: 'reason', heading: words.reason, isName: true, cell: (row) => reasonKind(row.code) },
          {
            id: 'state',
            heading: words.state,
            cell: (row) => <Tag tone={stateTones[row.state]}>{stateNames[row.state]}</Tag>,
          },
          { id: 'count', heading: words.count, kind: 'figure', cell: (row) => row.lines },
          {
            id: 'do',
            heading: words.todo,
            kind: 'action',
            cell: (row) => (
              <div className="button-row">
                <Button
                  kind="quiet"
                  name={words.showName(`${reasonKind(row.code)}, ${stateNames[row.state]}`)}
                  onPress={() => show(row)}
                >
                  {words.show}
                </Button>
                {row.state === 'look' ? (
                  <Button
                    kind="quiet"
                    name={words.acceptAllName(reasonKind(row.code))}
                    onPress={() => setAsked(row.code)}
                  >
                    {words.acceptAll}
                  </Button>
                ) : null}
              </div>
            ),
          },
        ]}
      />
      <AlertDialog
        open={asked !== undefined}
        title={words.acceptTitle(reasonKind(asked ?? ''))}
        doLabel={words.acceptDo}
        keepLabel={words.keep}
        onDo={() => void accept()}
        onClose={() => setAsked(undefined)}
      >
        <p>{words.acceptBody}</p>
      </AlertDialog>
    </section>
  );
}
