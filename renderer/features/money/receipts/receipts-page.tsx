import type { ReceiptKind, ReceiptRow } from '@shared/api/receipts';
import { formatDay, formatShortDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  ChevronLeft,
  ChevronRight,
  FileImage,
  FileText,
  Plus,
  Receipt as ReceiptIcon,
  Search,
} from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { SegmentedControl } from '../../../components/segmented-control';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { TextField } from '../../../components/text-field';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { money } from '../../../text/money';
import { receipts as words } from '../../../text/receipts';
import { ReadingBar } from './reading-bar';

const A_PAGE = 50;

type Only = keyof typeof words.only;

type Looked = {
  readonly only: Only;
  readonly kind: ReceiptKind | 'any';
  readonly search: string;
  readonly offset: number;
};

const ALL: Looked = { only: 'all', kind: 'any', search: '', offset: 0 };

/** All receipts kept, a page at a time, with what each says and the line it belongs to. */
export function ReceiptsPage() {
  const householdId = useHouseholdId();
  const [looked, setLooked] = useState<Looked>(ALL);
  const [round, setRound] = useState(0);
  const found = useQuery({
    ...api.receipts.list.queryOptions({
      input: {
        householdId,
        only: looked.only,
        kind: looked.kind === 'any' ? null : looked.kind,
        search: looked.search,
        from: null,
        to: null,
        offset: looked.offset,
        limit: A_PAGE,
      },
    }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  const add = (
    <LinkButton kind="primary" to="/money/receipts/new" icon={Plus}>
      {words.add}
    </LinkButton>
  );
  return (
    <Page title={words.title} sub={words.sub} backTo="/money" backLabel={money.place}>
      {found === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : found.everything === 0 ? (
        <EmptyState icon={ReceiptIcon} title={words.none} actions={add}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <ReadingBar />
          <Filters key={round} looked={looked} onLook={setLooked} />
          <ReceiptTable
            rows={found.rows}
            caption={words.caption(looked.offset + 1, looked.offset + found.rows.length, found.total)}
            onAll={() => {
              setLooked(ALL);
              setRound(round + 1);
            }}
          />
          <Pages looked={looked} total={found.total} onLook={setLooked} />
          <div className="actions">{add}</div>
        </>
      )}
    </Page>
  );
}

function Filters(props: { readonly looked: Looked; readonly onLook: (looked: Looked) => void }) {
  const { looked, onLook } = props;
  const [typed, setTyped] = useState(looked.search);
  const search = (event: FormEvent): void => {
    event.preventDefault();
    onLook({ ...looked, search: typed, offset: 0 });
  };
  const only = Object.entries(words.only).map(([value, label]) => ({ value: value as Only, label }));
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value: value as ReceiptKind, label }));
  return (
    <div className="money-filters">
      <SegmentedControl
        label={words.show}
        value={looked.only}
        onChange={(value) => onLook({ ...looked, only: value, offset: 0 })}
        choices={only}
      />
      <Select
        label={words.kind}
        value={looked.kind}
        onChange={(kind) => onLook({ ...looked, kind, offset: 0 })}
        choices={[{ value: 'any', label: words.anyKind }, ...kinds]}
      />
      <form className="receipt-find" onSubmit={search}>
        <TextField label={words.search} hint={words.searchHint} value={typed} onChange={setTyped} />
        <Button type="submit" icon={Search} name={`${words.searchDo}: ${words.search}`}>
          {words.searchDo}
        </Button>
      </form>
    </div>
  );
}

function ReceiptTable(props: {
  readonly rows: readonly ReceiptRow[];
  readonly caption: string;
  readonly onAll: () => void;
}) {
  return (
    <Table
      caption={props.caption}
      rows={props.rows}
      rowKey={(receipt) => receipt.id}
      least={52}
      empty={
        <div className="button-row">
          <p>{words.noneFit}</p>
          <Button onPress={props.onAll}>{words.showAll}</Button>
        </div>
      }
      columns={[
        {
          id: 'file',
          heading: words.file,
          isName: true,
          text: (receipt) => receipt.fileName,
          cell: (receipt) => <Name receipt={receipt} />,
        },
        {
          id: 'supplier',
          heading: words.supplier,
          text: (receipt) => receipt.supplier,
          cell: (receipt) => receipt.supplier || <Read text={receipt.suggestion?.supplier} />,
        },
        {
          id: 'day',
          heading: words.day,
          text: (receipt) => receipt.day ?? '',
          cell: (receipt) =>
            receipt.day === null ? (
              <Read text={receipt.suggestion?.day ? formatDay(receipt.suggestion.day) : undefined} />
            ) : (
              formatDay(receipt.day)
            ),
        },
        {
          id: 'line',
          heading: words.line,
          text: lineWords,
          cell: (receipt) =>
            receipt.lines === 0 ? <span className="money-not-yet">{words.noLine}</span> : lineWords(receipt),
        },
        {
          id: 'total',
          heading: words.total,
          kind: 'figure',
          text: (receipt) => (receipt.total === null ? '' : formatPounds(receipt.total)),
          cell: (receipt) =>
            receipt.total === null ? (
              <Read text={receipt.suggestion?.total ? formatPounds(receipt.suggestion.total) : undefined} />
            ) : (
              formatPounds(receipt.total)
            ),
        },
      ]}
    />
  );
}

function Name({ receipt }: { readonly receipt: ReceiptRow }) {
  const Icon = receipt.mediaType.startsWith('image/') ? FileImage : FileText;
  const toCheck = receipt.reading === 'read' && (receipt.day === null || receipt.total === null);
  const told = receipt.told.some((one) => one !== 'files');
  return (
    <span className="money-receipt-name">
      <Icon aria-hidden="true" />
      <span>
        <Link className="money-file-name" to={`/money/receipts/${receipt.id}`}>
          {receipt.fileName}
        </Link>
        <span className="receipt-tags">
          {receipt.twin ? <Tag tone="attention">{words.maybeTwice}</Tag> : null}
          {toCheck ? <Tag tone="attention">{words.toCheck}</Tag> : null}
          {['waiting', 'reading', 'failed'].includes(receipt.reading) ||
          (told && receipt.reading === 'cannot') ? (
            <Tag tone="plain">{words.reading[receipt.reading]}</Tag>
          ) : null}
          {receipt.kind === 'receipt' ? null : <Tag tone="plain">{words.kinds[receipt.kind]}</Tag>}
        </span>
      </span>
    </span>
  );
}

/** What was read and nobody has said yes to. */
function Read({ text }: { readonly text: string | undefined }) {
  return text ? <span className="quiet small">{words.readAs(text)}</span> : <span>{common.notGiven}</span>;
}

function lineWords(receipt: ReceiptRow): string {
  if (receipt.firstLine === null) return words.noLine;
  if (receipt.lines > 1) return words.several(receipt.lines);
  return `${receipt.firstLine.description}, ${formatShortDay(receipt.firstLine.day)}`;
}

function Pages(props: {
  readonly looked: Looked;
  readonly total: number;
  readonly onLook: (looked: Looked) => void;
}) {
  const { looked, total, onLook } = props;
  const newer = looked.offset > 0;
  const older = looked.offset + A_PAGE < total;
  if (!newer && !older) return null;
  return (
    <div className="button-row">
      {newer ? (
        <Button
          icon={ChevronLeft}
          onPress={() => onLook({ ...looked, offset: Math.max(0, looked.offset - A_PAGE) })}
        >
          {words.earlier}
        </Button>
      ) : null}
      {older ? (
        <Button
          iconAfter={ChevronRight}
          onPress={() => onLook({ ...looked, offset: looked.offset + A_PAGE })}
        >
          {words.later}
        </Button>
      ) : null}
    </div>
  );
}
