import type { AccessRequestShown, PrivacyView } from '@shared/api/privacy';
import { formatDay } from '@shared/dates';
import { Inbox } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { privacyRequests as words } from '../../../text/privacy';
import { PrivacyRoom } from './privacy-room';

/** Who asked to see their data, and by when they have an answer. */
export function RequestsPage() {
  return (
    <PrivacyRoom title={words.title} sub={words.sub}>
      {(view) => (
        <>
          <ul>
            {words.how.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Requests view={view} />
          <div className="actions">
            <LinkButton kind="primary" to="/settings/privacy/requests/new">
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </PrivacyRoom>
  );
}

function Requests({ view }: { readonly view: PrivacyView }) {
  return (
    <Table
      caption={words.caption}
      tools={false}
      rows={view.requests}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon={Inbox} title={words.none}>
          {words.noneBody}
        </EmptyState>
      }
      columns={[
        { id: 'person', heading: words.person, isName: true, cell: (row) => row.workerName },
        { id: 'asked', heading: words.asked, cell: (row) => formatDay(row.askedOn) },
        { id: 'due', heading: words.due, cell: (row) => formatDay(row.dueOn) },
        {
          id: 'state',
          heading: words.state,
          cell: (row) => <State request={row} today={view.today} />,
          text: (row) => (row.answeredOn === null ? words.waiting : words.answered(row.answeredOn)),
        },
        {
          id: 'action',
          heading: words.action,
          kind: 'action',
          cell: (row) => (
            <LinkButton
              kind="quiet"
              to={`/settings/privacy/requests/${row.id}`}
              name={words.openOne(row.workerName, row.askedOn)}
            >
              {words.open}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}

function State(props: { readonly request: AccessRequestShown; readonly today: PrivacyView['today'] }) {
  const { answeredOn, dueOn } = props.request;
  if (answeredOn !== null) return <Tag tone="done">{words.answered(answeredOn)}</Tag>;
  return dueOn < props.today ? (
    <Tag tone="wrong">{words.late}</Tag>
  ) : (
    <Tag tone="attention">{words.waiting}</Tag>
  );
}
