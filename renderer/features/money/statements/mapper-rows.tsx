import type { StatementTable } from '@shared/api/statements';
import { Table } from '../../../components/table';
import { mapper } from '../../../text/statements-mapper';

/** The first lines of a file as they stand, cell by cell. */
export function RawRows({ table }: { readonly table: StatementTable }) {
  return (
    <section className="section" aria-labelledby="file-as-it-stands">
      <h2 id="file-as-it-stands">{mapper.fileTitle}</h2>
      <div className="statement-raw">
        <Table
          caption={mapper.fileCaption}
          hideCaption
          rows={table.rows}
          rowKey={(row) => String(row.line)}
          tools={false}
          least={Math.min(10 + table.width * 7, 60)}
          compact
          columns={[
            { id: 'line', heading: mapper.line, isName: true, cell: (row) => String(row.line) },
            ...Array.from({ length: table.width }, (_one, index) => ({
              id: `column-${index}`,
              heading: mapper.column(index + 1),
              cell: (row: StatementTable['rows'][number]) => row.cells[index] ?? '',
            })),
          ]}
        />
      </div>
    </section>
  );
}
