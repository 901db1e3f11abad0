import { addDays, isIsoDay, isoDay, mondayOf, partsOf } from '@shared/dates';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { More } from '../../components/more';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { rota } from '../../text/rota';
import { rotaViews } from '../../text/rota-views';
import { type RotaViewName, rotaPath } from './paths';
import { SharedShifts, useSharedShifts } from './pools/shared-shifts';
import { RotaActions, RotaMore, RotaMove, VIEWS } from './rota-actions';
import { RotaFigures, RotaWarnings } from './rota-figures';
import { openedBy, spanOf, stepped } from './rota-model';
import { aroundOf, viewOfWorker } from './rota-said';
import { RotaViews } from './rota-views';
import { type OpenShift, ShiftDialog } from './shift-dialog';
import { useAppointments, usePeople, useRota, useToday } from './use-rota';

/** The rota: the week by PA or by time, a day, a month, or a list that reads well aloud; of everybody or of one PA. */
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
  const whole = useRota(span?.from, span?.to);
  // One day begins with what still runs from the day before.
  const isDay = name === 'day' && day !== undefined;
  const before = useRota(isDay ? addDays(day, -1) : undefined, isDay ? addDays(day, -1) : undefined);
  const people = usePeople();
  const appointments = useAppointments(span?.from, span?.to);
  const shared = useSharedShifts(span?.from, span?.to);
  if (today === undefined || day === undefined || span === undefined || whole === undefined)
    return (
      <Page title={rota.views.week}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );

  const onThisDay = isDay && before?.to === addDays(day, -1) ? before : undefined;
  const all = onThisDay === undefined ? whole : { ...whole, shifts: [...onThisDay.shifts, ...whole.shifts] };
  const around = aroundOf(all);
  const person = whole.people.find((one) => one.workerId === search.get('worker'));
  const workerId = person?.workerId;
  const view = workerId === undefined ? whole : viewOfWorker(whole, workerId);
  const visits = (appointments ?? []).filter(
    (visit) =>
      visit.day >= whole.from &&
      visit.day <= whole.to &&
      (workerId === undefined || visit.with.some((one) => one.workerId === workerId)),
  );
  const titleOf = (at: typeof day) => {
    const first = name === 'day' || name === 'month' ? at : mondayOf(at);
    const named = rota.title[name](first);
    // A day of another year is told with its year; a month always is.
    const year = partsOf(first).year;
    const of = name === 'month' || year === partsOf(today).year ? named : rotaViews.withYear(named, year);
    return person === undefined ? of : rotaViews.ofPerson(person.name, of);
  };
  const title = titleOf(day);
  const caption = rota.caption(title);
  const look = (at: typeof day, as: RotaViewName = name, whose = search.get('worker') ?? undefined) =>
    void navigate(rotaPath.rota(at, as, whose), { replace: true });
  const move = (step: -1 | 1) => {
    const next = stepped(name, day, step);
    look(next);
    announce(titleOf(next));
  };
  const openBlock = (blockId: string) => {
    const opened = openedBy(blockId);
    if (opened.kind === 'shift') setOpen({ kind: 'shift', key: opened.key });
    else if (opened.kind === 'appointment') void navigate(rotaPath.appointment(opened.id));
    else {
      const found = whole.absences.find((absence) => absence.id === opened.id);
      void navigate(rotaPath.absence(opened.id, found?.firstDay ?? day));
    }
  };
  const add = (workerId: string | null, on: typeof day) =>
    setOpen({
      kind: 'new',
      day: on,
      workerId,
      bankHoliday: whole.days.some((one) => one.day === on && one.bankHoliday !== null),
    });
  const hasShared = shared !== undefined && shared.length > 0;
  const isEmpty = people?.length === 0 && whole.people.length === 0 && whole.shifts.length === 0;
  return (
    <Page
      title={title}
      head={
        <>
          <RotaMove
            name={name}
            today={today}
            people={whole.people}
            person={person}
            onMove={move}
            onNow={() => look(today)}
            onLook={(next) => look(day, next)}
            onWhose={(whose) => void navigate(rotaPath.rota(day, name, whose), { replace: true })}
          />
          {isEmpty ? null : (
            <RotaViews
              name={name}
              view={view}
              before={
                onThisDay !== undefined && workerId !== undefined
                  ? viewOfWorker(onThisDay, workerId)
                  : onThisDay
              }
              around={around}
              visits={visits}
              day={day}
              today={today}
              caption={caption}
              workerId={workerId}
              onOpen={openBlock}
              onAdd={add}
              onAddVisit={(on) => void navigate(rotaPath.newAppointmentOn(on))}
              hasShared={hasShared}
              onMove={move}
            />
          )}
          <SharedShifts from={span.from} to={span.to} leads={false} />
        </>
      }
    >
      {isEmpty && hasShared ? <RotaFigures view={view} name={name} isOne={false} /> : null}
      {isEmpty ? (
        <EmptyState
          title={hasShared ? rota.emptySharedTitle : rota.emptyTitle}
          actions={
            <LinkButton kind="primary" to="/people/new">
              {rota.emptyAdd}
            </LinkButton>
          }
        >
          {hasShared ? rota.emptySharedBody : rota.emptyBody}
        </EmptyState>
      ) : (
        <>
          <More>
            <RotaFigures view={view} name={name} isOne={person !== undefined} />
          </More>
          <RotaActions
            person={person}
            today={today}
            day={day}
            onAdd={() => add(workerId ?? null, span.from <= today && today <= span.to ? today : span.from)}
          />
          <RotaWarnings view={view} />
        </>
      )}
      <More>
        <RotaMore />
      </More>
      <ShiftDialog open={open} view={all} today={today} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
