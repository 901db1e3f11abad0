import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../../../api/client';
import { Day } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { announce } from '../../../components/live-region';
import { Table } from '../../../components/table';
import { showToast } from '../../../components/toast';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { sentenceFor } from '../../../text/refusals';

/** Files that were brought in before, and columns that were kept. */
export function EarlierFiles() {
  const queryClient = useQueryClient();
  const files = useQuery({ ...api.hoursIn.files.queryOptions(), throwOnError: true }).data ?? [];
  const kept = useQuery({ ...api.hoursIn.mappings.queryOptions(), throwOnError: true }).data ?? [];
  const forget = async (id: string, name: string) => {
    const answer = await answerOf(client.hoursIn.removeMapping({ id }));
    if (!answer.ok) {
      showToast(sentenceFor(answer));
      return;
    }
    await queryClient.invalidateQueries();
    announce(words.forgotten(name));
  };
  return (
    <>
      {kept.length === 0 ? null : (
        <section className="section" aria-labelledby="hours-kept">
          <h2 id="hours-kept">{words.keptTitle}</h2>
          <div className="button-row">
            {kept.map(({ id, name }) => (
              <Button key={id} onPress={() => void forget(id, name)}>
                {words.forget(name)}
              </Button>
            ))}
          </div>
        </section>
      )}
      {files.length === 0 ? null : (
        <section className="section" aria-labelledby="hours-files">
          <h2 id="hours-files">{words.filesTitle}</h2>
          <Table
            caption={words.filesCaption}
            hideCaption
            rows={files}
            rowKey={(row) => row.id}
            columns={[
              { id: 'name', heading: words.fileColumns.name, isName: true, cell: (row) => row.name },
              {
                id: 'rows',
                heading: words.fileColumns.rows,
                kind: 'figure',
                cell: (row) => String(row.rows),
              },
              { id: 'on', heading: words.fileColumns.on, cell: (row) => <Day day={row.on} /> },
              { id: 'by', heading: words.fileColumns.by, cell: (row) => row.by },
            ]}
          />
        </section>
      )}
    </>
  );
}
