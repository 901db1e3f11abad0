import type { ListedAbsence } from '@shared/api/absences';
import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { awayReasons, awayListWords as words } from '../../../text/absences';
import { common } from '../../../text/common';
import { coverWords } from '../../../text/rota';
import { rotaPath } from '../paths';
import { useAbsences } from './use-absences';

const PARTS = ['now', 'coming', 'past'] as const;
/** How many of the past are shown until all are asked for. */
const PAST_SHOWN = 10;

/** Who is away now, who will be and who was; of everybody or of one PA. */
export function AwayListPage() {
  const absences = useAbsences();
  const [worker, setWorker] = useState('all');
  const [all, setAll] = useState(false);
  const back = { backTo: rotaPath.rota(), backLabel: coverWords.toRota };
  if (absences === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const people = [...new Map(absences.map((one) => [one.workerId, one.name]))];
  const shown = absences.filter((one) => worker === 'all' || one.workerId === worker);
  return (
    <Page title={words.title} sub={words.sub} {...back}>
      {absences.length === 0 ? (
        <EmptyState title={words.none}>{words.noneBody}</EmptyState>
      ) : (
        <>
          {people.length < 2 ? null : (
            <Select
              label={words.who}
              value={worker}
              onChange={setWorker}
              choices={[
                { value: 'all', label: words.all },
                ...people.map(([value, label]) => ({ value, label })),
              ]}
            />
          )}
          {PARTS.map((part) => {
            const rows = shown.filter((one) => one.when === part);
            // What comes next stands first among what is coming.
            const ordered = part === 'coming' ? rows.toReversed() : rows;
            return (
              <Part
                key={part}
                part={part}
                rows={part === 'past' && !all ? ordered.slice(0, PAST_SHOWN) : ordered}
              />
            );
          })}
          {!all && shown.filter((one) => one.when === 'past').length > PAST_SHOWN ? (
            <Button kind="quiet" flush onPress={() => setAll(true)}>
              {words.showAll(shown.filter((one) => one.when === 'past').length)}
            </Button>
          ) : null}
        </>
      )}
      <div className="actions">
        <LinkButton kind="primary" icon={UserMinus} to={rotaPath.away()}>
          {words.add}
        </LinkButton>
        <LinkButton to={rotaPath.late}>{words.late}</LinkButton>
        <LinkButton to={rotaPath.holiday}>{words.holiday}</LinkButton>
      </div>
    </Page>
  );
}

/** The reason as the form calls it. */
function reasonOf(absence: ListedAbsence): string {
  return awayReasons[absence.reason === '' ? absence.kind : absence.reason].label;
}

function Part({
  part,
  rows,
}: {
  readonly part: (typeof PARTS)[number];
  readonly rows: readonly ListedAbsence[];
}) {
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <h2>{words[part]}</h2>
      <Table
        caption={words.caption(words[part])}
        hideCaption
        tools={false}
        least={40}
        rows={rows}
        rowKey={(one) => one.id}
        columns={[
          { id: 'who', heading: words.columns.who, cell: (one) => one.name, isName: true },
          { id: 'why', heading: words.columns.why, cell: reasonOf },
          {
            id: 'when',
            heading: words.columns.when,
            cell: (one) =>
              one.lastDay === null ? words.since(one.firstDay) : words.span(one.firstDay, one.lastDay),
          },
          {
            id: 'look',
            heading: words.columns.look,
            cell: (one) => <Look absence={one} />,
            text: (one) => (one.uncovered === 0 ? '' : words.needs(one.uncovered)),
          },
          {
            id: 'open',
            heading: words.columns.change,
            kind: 'action',
            cell: (one) => (
              <LinkButton
                kind="quiet"
                to={rotaPath.absence(one.id, one.firstDay)}
                name={words.openName(one.name, one.firstDay)}
              >
                {words.open}
              </LinkButton>
            ),
          },
        ]}
      />
    </section>
  );
}

/** What needs a look: shifts without anybody, a fit note that is missing. */
function Look({ absence }: { readonly absence: ListedAbsence }) {
  const needsNote = absence.fitNoteProblems.some(
    (one) => one.code === 'fit-note.needed' || one.code === 'fit-note.gap',
  );
  if (absence.uncovered === 0 && !needsNote) return '–';
  return (
    <span className="away-tags">
      {absence.uncovered === 0 ? null : <Tag tone="attention">{words.needs(absence.uncovered)}</Tag>}
      {needsNote ? <Tag tone="attention">{words.needNote}</Tag> : null}
    </span>
  );
}
