import type { StatementPreview } from '@shared/api/money';
import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { Notice } from '../../../components/notice';
import { SummaryList } from '../../../components/summary-list';
import { Table } from '../../../components/table';
import { sortCodeText } from '../../../text/common';
import { bankOf, countLines, statementNote, statements as words } from '../../../text/statements';

/** What a statement file holds, before it is brought in. */
export function StatementPreviewView({ preview }: { readonly preview: StatementPreview }) {
  const { account } = preview;
  const inFile = [account?.name, sortCodeText(account?.sortCode ?? ''), account?.accountNumber]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className="stack">
      {preview.newLines === 0 ? (
        <Notice tone="note" title={words.nothingNew}>
          <p>{words.nothingNewBody}</p>
        </Notice>
      ) : null}
      {preview.problems.length === 0 ? null : (
        <Notice tone="attention" title={words.problemsTitle}>
          <ul className="money-notes">
            {preview.problems.map((problem, index) => (
              <li key={index}>{statementNote(problem)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <SummaryList
        rows={[
          { label: words.fileName, value: preview.fileName },
          { label: words.bank, value: bankOf(preview.layout) },
          ...(inFile === '' ? [] : [{ label: words.accountInFile, value: inFile }]),
          { label: words.days, value: words.span(formatDay(preview.from), formatDay(preview.to)) },
          { label: words.inFile, value: countLines(preview.lines) },
          { label: words.newLines, value: countLines(preview.newLines) },
          ...(preview.alreadyHere === 0
            ? []
            : [
                {
                  label: words.alreadyHere,
                  value: `${countLines(preview.alreadyHere)}. ${words.alreadyHereNote}`,
                },
              ]),
          { label: words.moneyIn, value: formatPounds(preview.moneyIn) },
          { label: words.moneyOut, value: formatPounds(preview.moneyOut) },
          {
            label: words.opening,
            value: preview.opening === null ? words.notInFile : formatPounds(preview.opening),
          },
          {
            label: words.closing,
            value: preview.closing === null ? words.notInFile : formatPounds(preview.closing),
          },
        ]}
      />
      {preview.first.length === 0 ? null : (
        <section className="section" aria-labelledby="first-lines">
          <h2 id="first-lines">{words.firstTitle}</h2>
          <LinesTable lines={preview.first} />
        </section>
      )}
    </div>
  );
}

/** Some lines as they are read. */
export function LinesTable({ lines }: { readonly lines: StatementPreview['first'] }) {
  return (
    <Table
      caption={words.firstCaption}
      hideCaption
      rows={lines.map((line, index) => ({ ...line, index }))}
      rowKey={(line) => String(line.index)}
      tools={false}
      least={24}
      compact
      columns={[
        { id: 'day', heading: words.date, cell: (line) => formatShortDay(line.day) },
        { id: 'from', heading: words.from, isName: true, cell: (line) => line.description },
        {
          id: 'amount',
          heading: words.amount,
          kind: 'figure',
          cell: (line) => formatPounds(line.amount),
        },
      ]}
    />
  );
}
