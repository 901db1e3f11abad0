import type { PayslipToPutRight } from '@shared/api/pay';
import { useQuery } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { Notice } from '../../components/notice';
import { TaskList } from '../../components/task-list';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { putRight as words } from '../../text/people-life';
import type { PartProps } from './part-page';

function useToPutRight(workerId: string): readonly PayslipToPutRight[] | undefined {
  const householdId = useHouseholdId();
  return useQuery(api.pay.toPutRight.queryOptions({ input: { householdId, workerId } })).data;
}

/** Finished payslips that do not fit the record any more, to correct one by one. */
export function PutRightPart({ worker, home }: PartProps) {
  const list = useToPutRight(worker.id);
  if (list === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const [first] = list;
  if (first === undefined) return <EmptyState title={words.none}>{words.noneBody}</EmptyState>;
  return (
    <>
      <TaskList
        label={words.told(list.length)}
        tasks={list.map((one) => ({
          id: one.payslipId,
          name: words.payslip(one.periodFrom, one.periodTo),
          hint: whatChanges(one),
          status: one.isFirst ? common.attention : words.waits,
          ...(one.isFirst ? { tone: 'attention' as const, to: linkTo(one) } : {}),
        }))}
      />
      <div className="actions">
        <LinkButton kind="primary" icon={PencilLine} to={linkTo(first)}>
          {words.correct(first.periodFrom)}
        </LinkButton>
        <LinkButton to={home}>{common.cancel}</LinkButton>
      </div>
    </>
  );
}

function linkTo(one: PayslipToPutRight): string {
  return `/pay/finished/${one.runId}/correct/${one.payslipId}?then=put-right`;
}

function whatChanges(one: PayslipToPutRight): string {
  const parts = [
    ...(one.gross === one.grossNow ? [] : [words.gross(one.gross, one.grossNow)]),
    ...(one.taxCode === one.taxCodeNow ? [] : [words.code(one.taxCode, one.taxCodeNow)]),
  ];
  return parts.length === 0 ? words.other : parts.join('. ');
}

/** On a PA’s page: that payslips do not fit the record, with the way to them. */
export function PutRightNotice({ workerId }: { readonly workerId: string }) {
  const list = useToPutRight(workerId);
  if (list === undefined || list.length === 0) return null;
  return (
    <Notice
      tone="attention"
      title={words.told(list.length)}
      action={<LinkButton to={`/people/${workerId}/put-right`}>{words.open}</LinkButton>}
    >
      <p>{words.toldBody}</p>
    </Notice>
  );
}
