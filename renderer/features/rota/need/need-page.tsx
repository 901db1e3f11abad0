import type { NeedView } from '@shared/api/need';
import {
  addDays,
  addMonths,
  daysInMonth,
  type IsoDay,
  isIsoDay,
  isoDay,
  mondayOf,
  partsOf,
} from '@shared/dates';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { type FigureLine, FigureRow } from '../../../components/figure-row';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SegmentedControl } from '../../../components/segmented-control';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { hoursAndNights, needWords as words } from '../../../text/need';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import { DayPictures } from './day-pictures';
import { GapList } from './gap-list';
import { LostHoursPart, MoreThanWanted } from './need-lists';
import { type NeedLook, needPath } from './need-paths';
import { NeedTable, namesSleepIns } from './need-table';

const LOOKS: readonly NeedLook[] = ['week', 'month'];

function spanOf(look: NeedLook, day: IsoDay): { readonly from: IsoDay; readonly to: IsoDay } {
  if (look === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  const { year, month, dayOfMonth } = partsOf(day);
  const from = addDays(day, 1 - dayOfMonth);
  return { from, to: addDays(from, daysInMonth(year, month) - 1) };
}

/** What the plan pays for beside who comes: hours, where nobody comes, and where more come than it wants. */
export function NeedPage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const asked = search.get('day') ?? '';
  const day = isIsoDay(asked) ? isoDay(asked) : today;
  const look: NeedLook = search.get('look') === 'month' ? 'month' : 'week';
  const span = day === undefined ? undefined : spanOf(look, day);
  const view = useQuery({
    ...api.need.view.queryOptions({
      input: { householdId, from: span?.from ?? ('' as IsoDay), to: span?.to ?? ('' as IsoDay) },
      enabled: span !== undefined,
    }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  const titleOf = (at: IsoDay): string => (look === 'week' ? words.weekOf(mondayOf(at)) : words.monthOf(at));
  const go = (at: IsoDay, as: NeedLook = look) => {
    void navigate(needPath.view(at, as), { replace: true });
    announce(as === 'week' ? words.weekOf(mondayOf(at)) : words.monthOf(at));
  };
  const stepped = (at: IsoDay, step: -1 | 1): IsoDay =>
    look === 'week' ? addDays(at, 7 * step) : addMonths(at, step);
  return (
    <Page
      title={words.title}
      sub={day === undefined ? words.sub : `${words.sub} ${titleOf(day)}.`}
      backTo={rotaPath.rota(day)}
      backLabel={words.back}
      head={
        day === undefined || today === undefined ? undefined : (
          <div className="rota-head">
            <nav className="button-row" aria-label={words.move}>
              <Button icon={ChevronLeft} onPress={() => go(stepped(day, -1))}>
                {words.before[look]}
              </Button>
              <Button onPress={() => go(today)}>{words.now[look]}</Button>
              <Button iconAfter={ChevronRight} onPress={() => go(stepped(day, 1))}>
                {words.after[look]}
              </Button>
            </nav>
            <SegmentedControl
              label={words.look}
              value={look}
              onChange={(as) => go(day, as)}
              choices={LOOKS.map((value) => ({ value, label: words.looks[value] }))}
            />
          </div>
        )
      }
    >
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : !view.hasAgreement ? (
        <EmptyState
          title={words.noAgreement}
          actions={
            <LinkButton kind="primary" to="/settings/agreements/new">
              {words.addAgreement}
            </LinkButton>
          }
        >
          {words.noAgreementBody}
        </EmptyState>
      ) : (
        <Against view={view} look={look} />
      )}
    </Page>
  );
}

function Against({ view, look }: { readonly view: NeedView; readonly look: NeedLook }) {
  const hasTimes = view.whole.plan !== null && view.whole.plan.timedMinutes + view.whole.plan.sleepIns > 0;
  const hasPictures = view.days.some((day) => day.wanted.length > 0 || day.coming.length > 0);
  return (
    <>
      <section aria-label={words.figures.label}>
        <FigureRow figures={figuresOf(view)} />
      </section>
      {view.whole.plan === null ? (
        <Notice tone="note" title={words.noPlan}>
          <p>{words.noPlanBody}</p>
        </Notice>
      ) : view.agreements.every((one) => one.weeklyOnly) ? (
        <p className="quiet need-apart">{words.weeklyOnly}</p>
      ) : null}
      <GapList view={view} named={hasTimes} />
      <section className="section">
        <NeedTable view={view} look={look} />
      </section>
      {hasPictures ? <DayPictures view={view} /> : null}
      <MoreThanWanted view={view} />
      <LostHoursPart view={view} />
      {view.agreements.length > 1 ? (
        <section className="section" aria-labelledby="need-agreements">
          <h2 id="need-agreements">{words.agreements}</h2>
          <ul>
            {view.agreements.map((one) => (
              <li key={one.agreementId}>
                {words.agreementLine(one.name, hoursAndNights(one.minutes, one.sleepIns))}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <div className="actions">
        <LinkButton kind="primary" to={needPath.plan}>
          {view.whole.plan === null ? words.addPlan : words.toPlan}
        </LinkButton>
        <LinkButton to={needPath.cost}>{words.toCost}</LinkButton>
        <LinkButton to={needPath.rules}>{words.toRules}</LinkButton>
      </div>
    </>
  );
}

function figuresOf(view: NeedView): readonly FigureLine[] {
  const { whole, lostSoFar } = view;
  const labels = words.figures;
  const rota: FigureLine = {
    label: labels.rota,
    value: hoursAndNights(whole.staffedMinutes, whole.staffedSleepIns),
    note:
      whole.confirmedMinutes === 0 ? undefined : labels.confirmed(hoursAndNights(whole.confirmedMinutes, 0)),
  };
  const lost: FigureLine[] =
    lostSoFar.minutes + lostSoFar.sleepIns === 0
      ? []
      : [{ label: labels.lost, value: hoursAndNights(lostSoFar.minutes, lostSoFar.sleepIns) }];
  if (whole.plan === null)
    return [{ label: labels.plan, value: labels.noPlan, note: labels.noPlanNote }, rota, ...lost];
  const overSleepIns = namesSleepIns(view) ? (whole.overSleepIns ?? 0) : 0;
  const over = (whole.overMinutes ?? 0) + overSleepIns;
  const short = (whole.shortMinutes ?? 0) + (whole.shortSleepIns ?? 0);
  return [
    { label: labels.plan, value: hoursAndNights(whole.plan.minutes, whole.plan.sleepIns) },
    rota,
    ...(over > 0
      ? [{ label: labels.over, value: hoursAndNights(whole.overMinutes ?? 0, overSleepIns) }]
      : []),
    ...(short > 0
      ? [{ label: labels.short, value: hoursAndNights(whole.shortMinutes ?? 0, whole.shortSleepIns ?? 0) }]
      : []),
    ...(over + short === 0 ? [{ label: labels.even, value: labels.evenValue }] : []),
    ...lost,
  ];
}
