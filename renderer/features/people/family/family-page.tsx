import type { FamilyLeaveView } from '@shared/api/family';
import { useParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { Tag } from '../../../components/tag';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { familyKinds, family as words } from '../../../text/family';
import { familyPayNames } from '../../../text/family-warnings';
import { familyPath, useFamily } from './use-family';

const TONES = { due: 'done', 'not-due': 'plain', 'not-known': 'attention' } as const;

/** A PA’s time off for a baby or child: what is noted, and whether pay is due. */
export function FamilyPage() {
  const { workerId = '' } = useParams();
  const view = useFamily(workerId);
  if (view === undefined)
    return (
      <Page title={words.titleNoName} backTo={`/people/${workerId}`} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const add = (
    <LinkButton kind="primary" to={familyPath(workerId, '/new')}>
      {words.add}
    </LinkButton>
  );
  return (
    <Page
      title={words.title(view.shortName)}
      sub={words.intro}
      backTo={`/people/${workerId}`}
      backLabel={words.back(view.shortName)}
    >
      {view.leaves.length === 0 ? (
        <EmptyState title={words.empty} actions={add}>
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          {view.leaves.map((one) => (
            <OneLeave key={one.id} leave={one} workerId={workerId} />
          ))}
          <div className="actions">{add}</div>
        </>
      )}
    </Page>
  );
}

function OneLeave({ leave, workerId }: { readonly leave: FamilyLeaveView; readonly workerId: string }) {
  const { kind, leaveStartsOn } = leave.leave;
  const what = familyKinds[kind].label;
  return (
    <section className="pa-section">
      <div className="pa-section-head">
        <h2>{what}</h2>
        <Tag tone={TONES[leave.outcome]}>{words.states[leave.outcome]}</Tag>
      </div>
      <SummaryList
        rows={[
          { label: words.away, value: words.span(leaveStartsOn, leave.lastDayAway) },
          { label: words.what, value: familyPayNames[kind] },
          ...(leave.outcome === 'due'
            ? [{ label: words.pay, value: words.paid(leave.paidWeeks, leave.total) }]
            : []),
        ]}
      />
      <LinkButton
        flush
        kind="quiet"
        to={familyPath(workerId, `/${leave.id ?? ''}`)}
        name={`${words.openShort}: ${words.open(what, leaveStartsOn)}`}
      >
        {words.openShort}
      </LinkButton>
    </section>
  );
}
