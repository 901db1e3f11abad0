import type { PensionLetter, PensionLetterKind, PensionTask, WorkerPension } from '@shared/api/pensions';
import type { IsoDay } from '@shared/dates';
import { percentFromHundredths } from '@shared/rates/evidence';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, api, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { NeedList } from '../../components/need-list';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary-list';
import { showToast } from '../../components/toast';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import {
  dutyUnknown,
  historyText,
  type JourneyName,
  pensionDuties,
  pensionHome,
  pensionLetters,
  pensionStates,
  taskWords,
  pensionPage as words,
} from '../../text/pensions';
import { pensionRefusals } from '../../text/pensions-refusals';
import { pa } from '../../text/people';
import { sentenceFor } from '../../text/refusals';
import { PensionForm } from './pension-form';
import { PensionPeriods } from './pension-periods';
import { useToday, useWorker } from './use-worker';

/** A PA’s pension: where it stands, what there is to do, letters, each pay period, and what was noted. */
export function PensionPage() {
  const { workerId = '' } = useParams();
  const householdId = useHouseholdId();
  const worker = useWorker(workerId);
  const today = useToday();
  const pension = useQuery({
    ...api.pensions.worker.queryOptions({ input: { householdId, workerId } }),
    throwOnError: true,
  }).data;
  const home = `/people/${workerId}`;
  if (worker === undefined || pension === undefined || today === undefined)
    return (
      <Page title={pa.parts.pension} backTo={home} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const name = worker.shortName;
  return (
    <Page title={pa.partOf(name, pa.parts.pension)} backTo={home} backLabel={pa.back(name)}>
      {pension.history.length === 0 ? (
        <section className="section">
          <h2>{words.first}</h2>
          <p className="pension-first">{words.firstBody}</p>
          <PensionForm worker={worker} home={home} />
        </section>
      ) : (
        <>
          <Stands pension={pension} />
          <ToDo pension={pension} />
          <Can pension={pension} />
        </>
      )}
      {pension.history.length === 0 ? null : <Letters pension={pension} today={today} />}
      <PensionPeriods pension={pension} />
      {pension.history.length === 0 ? null : <History pension={pension} />}
      <p className="section">
        <LinkButton kind="quiet" flush to="/duties/pensions">
          {pensionHome.see}
        </LinkButton>
      </p>
    </Page>
  );
}

function Stands({ pension }: { readonly pension: WorkerPension }) {
  const { standing, history, optOutWindow } = pension;
  const terms = standing.state === 'member' ? history.find((one) => one.status === 'member') : undefined;
  const duty = standing.duty === null ? undefined : pensionDuties[standing.duty];
  return (
    <section className="section">
      <h2>{words.stands}</h2>
      <SummaryList
        rows={[
          {
            label: words.state,
            value:
              standing.stateFrom === null
                ? pensionStates[standing.state]
                : words.since(pensionStates[standing.state], standing.stateFrom),
          },
          ...(terms === undefined
            ? []
            : [
                { label: words.provider, value: terms.provider },
                {
                  label: words.shares,
                  value: pa.pensionShares(
                    percentFromHundredths(terms.employeePercentHundredths),
                    percentFromHundredths(terms.employerPercentHundredths),
                  ),
                },
              ]),
          ...(optOutWindow === null
            ? []
            : [{ label: words.optOut, value: words.optOutText(optOutWindow.from, optOutWindow.to) }]),
          {
            label: words.byLaw,
            value:
              duty === undefined ? (
                (dutyUnknown[standing.dutyUnknown] ?? '')
              ) : (
                <>
                  {standing.dutyFrom === null
                    ? words.byLawText(duty.plain, duty.term)
                    : words.since(words.byLawText(duty.plain, duty.term), standing.dutyFrom)}
                  <br />
                  <span className="quiet">
                    {standing.state === 'opted-out' || standing.state === 'stopped'
                      ? words.leftByChoice
                      : duty.follows}
                  </span>
                </>
              ),
          },
        ]}
      />
    </section>
  );
}

function ToDo({ pension }: { readonly pension: WorkerPension }) {
  const { standing } = pension;
  return (
    <section className="section">
      <h2>{words.todo}</h2>
      {standing.tasks.length === 0 ? (
        <p>{words.nothingToDo}</p>
      ) : (
        <NeedList
          label={words.todo}
          needs={standing.tasks.map((task) => {
            const { title, detail } = taskWords(task);
            return {
              id: task.code,
              tone: task.late ? 'wrong' : 'attention',
              title,
              detail,
              action: <TaskAction task={task} pension={pension} />,
            };
          })}
        />
      )}
    </section>
  );
}

function TaskAction({ task, pension }: { readonly task: PensionTask; readonly pension: WorkerPension }) {
  const { workerId, shortName } = pension.standing;
  if (task.letter !== null) return <LetterButton pension={pension} kind={task.letter} isTask />;
  const to: Partial<Record<string, JourneyName>> = {
    enrol: 'enrol',
    'enrol-soon': 'enrol',
    'rate-too-low': 'terms',
  };
  const journey = to[task.code];
  if (task.code === 'birth-date')
    return (
      <LinkButton to={`/people/${workerId}/details`}>{pa.changePart(pa.parts.details, shortName)}</LinkButton>
    );
  if (journey === undefined) return null;
  return (
    <LinkButton to={`/people/${workerId}/pension/${journey}`}>
      {words.journeys[journey].title(shortName)}
    </LinkButton>
  );
}

/** The changes that make sense where a PA stands. */
function journeysFor(pension: WorkerPension): readonly JourneyName[] {
  const { state, duty } = pension.standing;
  if (state === 'member') return ['terms', 'opt-out', 'stop'];
  const postpone: readonly JourneyName[] =
    state === 'not-enrolled' && pension.postponeFrom.length > 0 ? ['postpone'] : [];
  return duty === 'none' ? ['enrol'] : ['enrol', 'join', ...postpone];
}

function Can({ pension }: { readonly pension: WorkerPension }) {
  const { workerId, shortName, leftOn } = pension.standing;
  return (
    <section className="section">
      <h2>{words.can}</h2>
      <ul className="pension-links">
        {(leftOn === null ? journeysFor(pension) : []).map((journey) => (
          <li key={journey}>
            <LinkButton kind="quiet" flush to={`/people/${workerId}/pension/${journey}`}>
              {words.journeys[journey].title(shortName)}
            </LinkButton>
          </li>
        ))}
        <li>
          <LinkButton kind="quiet" flush to={`/people/${workerId}/pension/by-hand`}>
            {words.byHandTitle(shortName)}
          </LinkButton>
        </li>
      </ul>
    </section>
  );
}

/** The letter that fits where a PA stands, whether or not it is asked for. */
function letterFor(pension: WorkerPension): PensionLetterKind | undefined {
  const { state, duty } = pension.standing;
  switch (state) {
    case 'member':
      return pension.history.filter((one) => one.status === 'opted-out' || one.stopped).length > 0
        ? 'pension-re-enrolment'
        : 'pension-enrolment';
    case 'postponed':
      return 'pension-postponement';
    case 'opted-out':
      return 'pension-opt-out';
    case 'stopped':
    case 'not-enrolled':
      return duty === 'non-eligible-jobholder' || duty === 'entitled-worker' ? 'pension-rights' : undefined;
  }
}

function LetterButton(props: {
  readonly pension: WorkerPension;
  readonly kind: PensionLetterKind;
  readonly isTask?: boolean;
}) {
  const { pension, kind } = props;
  const { workerId, shortName } = pension.standing;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const make = async () => {
    if (pending) return;
    setPending(true);
    const answer = await answerOf(client.pensions.letter({ householdId, workerId, kind }));
    setPending(false);
    if (!answer.ok) {
      showToast(sentenceFor(answer, pensionRefusals));
      return;
    }
    saveFile(answer.value);
    announce(words.letterMade);
    await queryClient.invalidateQueries();
  };
  return (
    <Button
      kind="secondary"
      icon={Download}
      pending={pending}
      onPress={() => void make()}
      name={props.isTask === true ? undefined : words.makeNamed(pensionLetters[kind], shortName)}
    >
      {words.makeLetter(shortName)}
    </Button>
  );
}

function Letters({ pension, today }: { readonly pension: WorkerPension; readonly today: IsoDay }) {
  const kind = letterFor(pension);
  const isAsked = pension.standing.tasks.some((one) => one.letter === kind);
  return (
    <section className="section">
      <h2>{words.letters}</h2>
      {pension.letters.length === 0 ? (
        <p>{words.lettersNone}</p>
      ) : (
        <ul className="pension-rows">
          {pension.letters.map((letter) => (
            <LetterRow key={letter.id} letter={letter} pension={pension} today={today} />
          ))}
        </ul>
      )}
      {kind === undefined || isAsked ? null : (
        <div className="button-row">
          <LetterButton pension={pension} kind={kind} />
        </div>
      )}
    </section>
  );
}

function LetterRow(props: {
  readonly letter: PensionLetter;
  readonly pension: WorkerPension;
  readonly today: IsoDay;
}) {
  const { letter, pension, today } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const { workerId } = pension.standing;
  const isGiven = letter.givenOn !== null;
  const title = pensionLetters[letter.kind];
  const note = async () => {
    const answer = await answerOf(
      client.pensions.letterGiven({
        householdId,
        workerId,
        letterId: letter.id,
        givenOn: isGiven ? null : today,
      }),
    );
    if (!answer.ok) showToast(sentenceFor(answer, pensionRefusals));
    await queryClient.invalidateQueries();
  };
  return (
    <li>
      <div>
        <p className="strong">{title}</p>
        <p className="quiet">
          {words.made(letter.madeOn)}.{' '}
          {letter.givenOn === null ? words.notGiven : words.given(letter.givenOn)}.
        </p>
      </div>
      <Button
        kind={isGiven ? 'quiet' : 'secondary'}
        onPress={() => void note()}
        name={(isGiven ? words.givenBackNamed : words.givenNamed)(title, letter.madeOn)}
      >
        {isGiven ? words.givenBack : words.givenToday}
      </Button>
    </li>
  );
}

function History({ pension }: { readonly pension: WorkerPension }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const { workerId } = pension.standing;
  const takeBack = async (rowId: string) => {
    const answer = await answerOf(client.pensions.takeBack({ householdId, workerId, rowId }));
    if (answer.ok) announce(words.takenBack);
    else showToast(sentenceFor(answer, pensionRefusals));
    await queryClient.invalidateQueries();
  };
  return (
    <section className="section">
      <h2>{words.history}</h2>
      <ul className="pension-rows">
        {pension.history.map((row) => {
          const { title, details } = historyText(row);
          return (
            <li key={row.id}>
              <div>
                <p className="strong">{title}</p>
                {details.length === 0 ? null : <p className="quiet">{details.join(' ')}</p>}
              </div>
              {row.canTakeBack ? (
                <Button
                  kind="quiet"
                  icon={Undo2}
                  onPress={() => void takeBack(row.id)}
                  name={words.takeBackNamed(title)}
                >
                  {words.takeBack}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
