import type { ListedAbsence } from '@shared/api/absences';
import { isIsoDay, isoDay } from '@shared/dates';
import { useParams, useSearchParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { absenceWords, awayListWords } from '../../../text/absences';
import { common } from '../../../text/common';
import { awayWords, coverWords, rota } from '../../../text/rota';
import { rotaPath } from '../paths';
import { usePeople, useToday } from '../use-rota';
import { AwayForm } from './away-form';
import { newAway, REASONS, typedAway } from './away-values';
import { BackOn, FitNotes } from './fit-notes';
import { useAbsences } from './use-absences';

/** A PA is away: who, why and how long, with what it does to pay before it is saved; then to cover. */
export function AwayPage() {
  const [search] = useSearchParams();
  const today = useToday();
  const asked = search.get('day') ?? '';
  const day = isIsoDay(asked) ? isoDay(asked) : today;
  const people = usePeople(day);
  const back = { backTo: rotaPath.rota(day), backLabel: coverWords.toRota };
  if (day === undefined || people === undefined || people.length === 0)
    return (
      <Page title={awayWords.title} {...back}>
        {people === undefined ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <EmptyState
            title={rota.emptyTitle}
            actions={
              <LinkButton kind="primary" to="/people/new">
                {rota.emptyAdd}
              </LinkButton>
            }
          >
            {awayWords.nobody}
          </EmptyState>
        )}
      </Page>
    );
  const worker = search.get('worker') ?? (people.length === 1 ? people[0]?.id : undefined);
  const reason = REASONS.find((one) => one === search.get('why')) ?? '';
  return (
    <Page title={awayWords.title} {...back}>
      <AwayForm
        key="new"
        initial={newAway(day, people.some((person) => person.id === worker) ? (worker ?? '') : '', reason)}
        absenceId={null}
        people={people}
      />
    </Page>
  );
}

/** Time off that is there: its days, and for sickness its fit notes and when the PA is back. */
export function AbsencePage() {
  const { absenceId } = useParams();
  const absences = useAbsences();
  const known = absences?.find((one) => one.id === absenceId);
  const people = usePeople(known?.firstDay);
  const back = { backTo: rotaPath.absences, backLabel: awayListWords.title };
  if (known === undefined || people === undefined)
    return (
      <Page title={awayWords.title} {...back}>
        {absences === undefined || (known !== undefined && people === undefined) ? (
          <WaitingLine>{common.loading}</WaitingLine>
        ) : (
          <EmptyState title={coverWords.gone}>{coverWords.goneBody}</EmptyState>
        )}
      </Page>
    );
  return (
    <Page title={awayWords.changeTitle(known.name)} {...back}>
      {known.familyLeaveId === null ? (
        <>
          {known.kind === 'sickness' ? (
            <>
              <Sickness absence={known} />
              <h2 className="away-change">{absenceWords.changeTitle}</h2>
            </>
          ) : null}
          <AwayForm
            key={`${known.id} ${known.lastDay ?? ''}`}
            initial={typedAway(known)}
            absenceId={known.id}
            people={people}
          />
        </>
      ) : (
        <Notice
          title={absenceWords.familyTitle}
          action={
            <LinkButton
              kind="primary"
              to={`/people/${known.workerId}/family/${encodeURIComponent(known.familyLeaveId)}`}
            >
              {absenceWords.familyGo}
            </LinkButton>
          }
        >
          <p>{absenceWords.ofFamily}</p>
        </Notice>
      )}
    </Page>
  );
}

function Sickness({ absence }: { readonly absence: ListedAbsence }) {
  return (
    <>
      {absence.lastDay === null ? <BackOn absence={absence} /> : null}
      <FitNotes absence={absence} />
      <p>
        <LinkButton kind="quiet" flush to={`/people/${absence.workerId}/sick-pay`}>
          {absenceWords.sickPay(absence.shortName)}
        </LinkButton>
      </p>
    </>
  );
}
