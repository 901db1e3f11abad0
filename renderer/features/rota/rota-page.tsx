import { formatWeekday, isIsoDay, isoDay, mondayOf } from '@shared/dates';
import { Check, ChevronLeft, ChevronRight, Plus, Printer, UserMinus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Menu } from '../../components/menu';
import { Page } from '../../components/page';
import { RotaDays } from '../../components/rota-days';
import { RotaGrid } from '../../components/rota-grid';
import { SegmentedControl } from '../../components/segmented-control';
import { showToast } from '../../components/toast';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { sentenceFor } from '../../text/refusals';
import { rota } from '../../text/rota';
import { rotaRefusals } from '../../text/rota-sentences';
import { type RotaViewName, rotaPath } from './paths';
import { RotaFigures, RotaWarnings } from './rota-figures';
import { RotaList } from './rota-list';
import { gridDays, gridRows, OPEN_ROW, openedBy, spanOf, stepped } from './rota-model';
import { RotaMonth } from './rota-month';
import { type OpenShift, ShiftDialog } from './shift-dialog';
import { usePeople, useRota, useToday } from './use-rota';

const VIEWS: readonly RotaViewName[] = ['week', 'day', 'month', 'list'];

/** The rota: the week as a grid, a day, a month, or a list that reads well aloud. */
export function RotaPage() {
  const today = useToday();
  const householdId = useHouseholdId();
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

  const title = rota.title[name](name === 'week' || name === 'list' ? mondayOf(day) : day);
  const caption = rota.caption(title);
  const look = (at: typeof day, as: RotaViewName = name) =>
    void navigate(rotaPath.rota(at, as), { replace: true });
  const move = (step: -1 | 1) => {
    const next = stepped(name, day, step);
    look(next);
    announce(rota.title[name](name === 'week' || name === 'list' ? mondayOf(next) : next));
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
  const fetchFile = (call: ReturnType<typeof client.rota.weekPdf>) =>
    void answerOf(call).then((answer) => {
      if (answer.ok) saveFile(answer.value);
      else showToast(sentenceFor(answer, rotaRefusals));
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
        <div className="rota-head">
          <nav className="button-row" aria-label={rota.moveLabel}>
            <Button icon={ChevronLeft} onPress={() => move(-1)}>
              {rota.before[name]}
            </Button>
            <Button onPress={() => look(today)} name={`${rota.now}, ${formatWeekday(today)}`}>
              {rota.now}
            </Button>
            <Button iconAfter={ChevronRight} onPress={() => move(1)}>
              {rota.after[name]}
            </Button>
          </nav>
          <SegmentedControl
            label={rota.viewLabel}
            value={name}
            onChange={(next) => look(day, next)}
            choices={VIEWS.map((value) => ({ value, label: rota.views[value] }))}
          />
        </div>
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
          <div className="actions">
            <Button
              kind="primary"
              icon={Plus}
              onPress={() => add(null, span.from <= today && today <= span.to ? today : span.from)}
            >
              {rota.addShift}
            </Button>
            <LinkButton icon={UserMinus} to={rotaPath.away({ day: today })}>
              {rota.away}
            </LinkButton>
            <LinkButton icon={Check} to={rotaPath.confirm}>
              {rota.confirm}
            </LinkButton>
            <Button
              kind="quiet"
              icon={Printer}
              onPress={() => fetchFile(client.rota.weekPdf({ householdId, from: mondayOf(day) }))}
            >
              {rota.print}
            </Button>
            {view.people.length === 0 ? null : (
              <Menu
                kind="quiet"
                label={rota.calendars}
                choices={view.people.map((person) => ({
                  id: person.workerId,
                  label: person.name,
                  note: rota.calendarNote,
                  onPress: () => fetchFile(client.rota.calendar({ householdId, workerId: person.workerId })),
                }))}
              />
            )}
          </div>
          <RotaWarnings view={view} />
        </>
      )}
      <nav className="section rota-more" aria-label={rota.more}>
        <LinkButton kind="quiet" flush to={rotaPath.patterns}>
          {rota.patterns}
        </LinkButton>
        <LinkButton kind="quiet" flush to={rotaPath.gaps}>
          {rota.gaps}
        </LinkButton>
        <LinkButton kind="quiet" flush to={rotaPath.timesheet}>
          {rota.timesheet}
        </LinkButton>
        <LinkButton kind="quiet" flush to={rotaPath.holiday}>
          {rota.holiday}
        </LinkButton>
      </nav>
      <ShiftDialog open={open} view={view} today={today} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
