import type { HolidayBalance } from '@shared/api/people';
import { formatHours } from '@shared/clock-time';
import { useQuery } from '@tanstack/react-query';
import { UserMinus } from 'lucide-react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Hours } from '../../../components/amounts';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { type Column, Table } from '../../../components/table';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { coverWords } from '../../../text/rota';
import { holidayWords as words } from '../../../text/rota-more';
import { rotaPath } from '../paths';

/** Holiday of each PA in their leave year: earned, taken and left. */
export function HolidayPage() {
  const householdId = useHouseholdId();
  const balances = useQuery({
    ...api.people.holiday.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const people = useQuery({
    ...api.people.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const nameOf = (balance: HolidayBalance) =>
    people?.find((person) => person.id === balance.workerId)?.name ?? '';
  const hours = (
    id: string,
    heading: string,
    of: (balance: HolidayBalance) => number | null,
  ): Column<HolidayBalance> => ({
    id,
    heading,
    kind: 'figure',
    cell: (balance) => {
      const minutes = of(balance);
      return minutes === null ? '–' : <Hours minutes={minutes} />;
    },
    text: (balance) => formatHours(of(balance) ?? 0),
    sortBy: (balance) => of(balance) ?? 0,
  });
  const columns: Column<HolidayBalance>[] = [
    { id: 'who', heading: words.who, cell: nameOf, sortBy: nameOf, isName: true },
    {
      id: 'year',
      heading: words.year,
      cell: (balance) => words.span(balance.leaveYearFrom, balance.leaveYearTo),
    },
    { id: 'method', heading: words.method, cell: (balance) => words.methods[balance.method] },
    hours('earned', words.earned, (balance) => balance.earnedMinutes),
    hours('full', words.full, (balance) => balance.fullYearMinutes),
    hours('taken', words.taken, (balance) => balance.takenMinutes),
    hours('left', words.left, (balance) => balance.leftMinutes),
  ];
  return (
    <Page title={words.title} backTo={rotaPath.rota()} backLabel={coverWords.toRota}>
      {balances === undefined || people === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : balances.length === 0 ? (
        <EmptyState
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/people">
              {words.noneAction}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={words.caption}
            columns={columns}
            rows={balances}
            rowKey={(balance) => balance.workerId}
            least={52}
          />
          <div className="actions">
            <LinkButton kind="primary" icon={UserMinus} to={rotaPath.away()}>
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}
