import type { HolidayRequestView } from '@shared/api/absences';
import { formatDay, type IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client, refusalOf } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { AlertDialog } from '../../../components/alert-dialog';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { absenceRefusals, problemSentence } from '../../../text/absence-problems';
import { awayListWords, requestWords as words } from '../../../text/absences';
import { common } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { coverWords } from '../../../text/rota';
import { holidayWords } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { hoursWords } from '../../../text/rota-times';
import { sourceText } from '../../../text/sources';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';

const SENTENCES = { ...rotaRefusals, ...absenceRefusals };

/** One request for holiday: what is to be weighed, and the answer. */
export function RequestPage() {
  const { requestId = '' } = useParams();
  const householdId = useHouseholdId();
  const today = useToday();
  const found = useQuery({
    ...api.absences.viewRequest.queryOptions({ input: { householdId, id: requestId } }),
    retry: false,
    throwOnError: (error) => refusalOf(error) === undefined,
  });
  const back = { backTo: rotaPath.holiday, backLabel: holidayWords.title };
  const refused = found.error === null ? undefined : refusalOf(found.error);
  if (refused !== undefined)
    return (
      <Page title={words.title} {...back}>
        <EmptyState title={coverWords.gone}>{sentenceFor(refused, SENTENCES)}</EmptyState>
      </Page>
    );
  if (found.data === undefined || today === undefined)
    return (
      <Page title={words.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return (
    <Page title={words.changeTitle(found.data.request.name)} {...back}>
      <Weighed view={found.data} />
      <Answer view={found.data} today={today} />
    </Page>
  );
}

function Weighed({ view }: { readonly view: HolidayRequestView }) {
  const { request } = view;
  const isOpen = request.answer === 'asked';
  const rows = [
    { label: words.days, value: awayListWords.span(request.firstDay, request.lastDay) },
    { label: words.columns.asked, value: formatDay(request.askedOn) },
    {
      label: words.columns.state,
      value: `${words.answers[request.answer]}${request.answeredOn === null ? '' : `, ${formatDay(request.answeredOn)}`}`,
    },
    { label: words.shifts, value: String(view.shifts) },
    { label: words.takes, value: hoursWords(view.takesMinutes) },
    {
      label: words.left,
      value:
        view.method === 'rolled-up'
          ? words.leftRolled
          : words.leftOf(hoursWords(view.leftAfterMinutes), view.leaveYearTo),
    },
    { label: words.notice, value: words.noticeOf(view.noticeGivenDays, view.noticeNeededDays) },
    ...(request.note === '' ? [] : [{ label: words.note, value: request.note }]),
  ];
  // What is too late to refuse stands in a line of its own.
  const problems = view.problems.filter((one) => one.code !== 'holiday.refusal-late');
  return (
    <>
      <SummaryList rows={rows} />
      {isOpen ? (
        <section className="section">
          <h2>{words.weigh}</h2>
          {problems.length === 0 ? <p>{words.nothing}</p> : null}
          {problems
            .filter((one) => one.severity !== 'inform')
            .map((one) => (
              <Notice key={problemSentence(one)} tone="attention" title={problemSentence(one)} />
            ))}
          <ul className="away-lines">
            {problems
              .filter((one) => one.severity === 'inform')
              .map((one) => (
                <li key={problemSentence(one)}>{problemSentence(one)}</li>
              ))}
          </ul>
          {view.shifts === 0 ? null : (
            <p>{view.mayStillBeRefused ? words.refuseBy(view.refuseBy) : words.tooLate(view.refuseBy)}</p>
          )}
          <p className="quiet small">
            {words.noticeRule} {sourceText({ source: view.source.source })}.
          </p>
        </section>
      ) : null}
    </>
  );
}

function Answer({ view, today }: { readonly view: HolidayRequestView; readonly today: IsoDay }) {
  const { request } = view;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const answer = async (to: 'agreed' | 'refused' | 'taken-back', done: string) => {
    setPending(true);
    const said = await answerOf(
      client.absences.answerRequest({ householdId, id: request.id, answer: to, on: today }),
    );
    setPending(false);
    setAsking(false);
    if (!said.ok) {
      showToast(sentenceFor(said, SENTENCES));
      return;
    }
    await written(done);
    const { absenceId } = said.value;
    void navigate(
      absenceId !== null && view.shifts > 0 ? rotaPath.coverAbsence(absenceId) : rotaPath.holiday,
    );
  };
  if (request.answer !== 'asked')
    return request.absenceId === null ? null : (
      <div className="actions">
        <LinkButton to={rotaPath.absence(request.absenceId, request.firstDay)}>{words.seeAway}</LinkButton>
      </div>
    );
  return (
    <>
      <div className="actions">
        <Button
          kind="primary"
          pending={pending}
          onPress={() => void answer('agreed', words.agreed(request.shortName))}
        >
          {words.agree}
        </Button>
        <Button onPress={() => setAsking(true)}>{words.refuse}</Button>
        <LinkButton to={rotaPath.changeRequest(request.id)}>{words.change}</LinkButton>
        <Button kind="quiet" onPress={() => void answer('taken-back', words.takenBack(request.shortName))}>
          {words.takeBack}
        </Button>
      </div>
      <AlertDialog
        open={asking}
        title={words.refuseTitle}
        doLabel={words.refuseDo}
        pending={pending}
        onDo={() => void answer('refused', words.refused(request.shortName))}
        onClose={() => setAsking(false)}
      >
        <p>{view.mayStillBeRefused ? words.refuseBy(view.refuseBy) : words.tooLate(view.refuseBy)}</p>
        <p>{words.refuseBody}</p>
      </AlertDialog>
    </>
  );
}
