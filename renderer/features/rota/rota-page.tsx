import { isIsoDay, isoDay, mondayOf } from '@shared/dates';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Page } from '../../components/page';
import { RotaDays } from '../../components/rota-days';
import { RotaGrid } from '../../components/rota-grid';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { rota } from '../../text/rota';
import { type RotaViewName, rotaPath } from './paths';
import { RotaActions, RotaMore, RotaMove, VIEWS } from './rota-actions';
import { RotaFigures, RotaWarnings } from './rota-figures';
import { RotaList } from './rota-list';
import { gridDays, gridRows, OPEN_ROW, openedBy, spanOf, stepped } from './rota-model';
import { RotaMonth } from './rota-month';
import { type OpenShift, ShiftDialog } from './shift-dialog';
import { usePeople, useRota, useToday } from './use-rota';

/** The rota: the week as a grid, a day, a month, or a list that reads well aloud. */
export function RotaPage() {
  const today = useToday();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [open, setOpen] = useState<OpenShift | undefined>();
  const asked = search.get('day') ?? '';
  const day = isIsoDay(asked) ? isoDay(asked) : today;
  const name = VIEWS.find((one) => one === search.get('view')) ?? 'week';
  const span = day === undefined ? undefined : spanOf(name, day);
  // “Add a shift” from anywhere else: the form opens once, and going back does not open it again.
  const isToAdd = search.get('add') === 'shift';
  useEffect(() => {
    if (!isToAdd || day === undefined) return;
    setOpen({ kind: 'new', day, workerId: null, bankHoliday: false });
    void navigate(rotaPath.rota(day), { replace: true });
  }, [isToAdd, day, navigate]);
  const view = useRota(span?.from, span?.to);
  const people = usePeople();
  if (today === undefined || day === undefined || span === undefined || view === undefined)
    return (
      <Page title={rota.views.week}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );

  const titleOf = (at: typeof day) =>
    rota.title[name](name === 'week' || name === 'list' ? mondayOf(at) : at);
  const title = titleOf(day);
  const caption = rota.caption(title);
  const look = (at: typeof day, as: RotaViewName = name) =>
    void navigate(rotaPath.rota(at, as), { replace: true });
  const move = (step: -1 | 1) => {
    const next = stepped(name, day, step);
    look(next);
    announce(titleOf(next));
  };
  const openBlock = (blockId: string) => {
    const opened = openedBy(blockId);
    if (opened.kind === 'shift') setOpen({ kind: 'shift', key: opened.key });
    else {
      const found = view.absences.find((absence) => absence.id === opened.id);
      void navigate(rotaPath.absence(opened.id, found?.firstDay ?? day));
    }
  };
  const add = (workerId: string | null, on: typeof day) =>
    setOpen({
      kind: 'new',
      day: on,
      workerId,
      bankHoliday: view.days.some((one) => one.day === on && one.bankHoliday !== null),
    });
  const isEmpty = people?.length === 0 && view.people.length === 0 && view.shifts.length === 0;
  const gridProps = {
    caption,
    rowHeading: rota.rowHeading,
    days: gridDays(view, today),
    rows: gridRows(view),
    onOpen: openBlock,
    onAdd: (rowId: string, on: typeof day) => add(rowId === OPEN_ROW ? null : rowId, on),
    addName: (row: { id: string; name: string }, on: { day: typeof day }) =>
      row.id === OPEN_ROW ? rota.addOpen(on.day) : rota.addFor(row.name, on.day),
    onWeek: move,
  };
  return (
    <Page
      title={title}
      head={
        <RotaMove
          name={name}
          today={today}
          onMove={move}
          onNow={() => look(today)}
          onLook={(next) => look(day, next)}
        />
      }
    >
      {isEmpty ? (
        <EmptyState
          title={rota.emptyTitle}
          actions={
            <LinkButton kind="primary" to="/people/new">
              {rota.emptyAdd}
            </LinkButton>
          }
        >
          {rota.emptyBody}
        </EmptyState>
      ) : (
        <>
          <h2 className="visually-hidden">{caption}</h2>
          {name === 'week' ? <RotaGrid {...gridProps} /> : null}
          {name === 'day' ? <RotaDays {...gridProps} onAdd={undefined} /> : null}
          {name === 'month' ? (
            <RotaMonth view={view} caption={caption} today={today} onOpen={openBlock} />
          ) : null}
          {name === 'list' ? <RotaList view={view} caption={caption} onOpen={openBlock} /> : null}
          <RotaFigures view={view} name={name} />
          <RotaActions
            today={today}
            day={day}
            onAdd={() => add(null, span.from <= today && today <= span.to ? today : span.from)}
          />
          <RotaWarnings view={view} />
        </>
      )}
      <RotaMore />
      <ShiftDialog open={open} view={view} today={today} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
