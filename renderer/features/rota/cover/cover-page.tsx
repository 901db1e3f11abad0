import type { CoverOption, RotaShift } from '@shared/api/rota';
import { addDays, isIsoDay, isoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Phone } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindInSentence } from '../../../text/kinds-of-work';
import { sentenceFor } from '../../../text/refusals';
import { coverWords } from '../../../text/rota';
import { awayWithin, coverReason, rotaRefusals } from '../../../text/rota-sentences';
import { longTimes } from '../../../text/rota-times';
import { rotaPath } from '../paths';
import { namesOf } from '../rota-model';
import { useRota, useToday, useWritten } from '../use-rota';

/** Who could take one shift, best first, with reasons in words and what it costs more. */
export function CoverPage() {
  const { key = '' } = useParams();
  const [search] = useSearchParams();
  const today = useToday();
  const asked = search.get('day') ?? /\d{4}-\d{2}-\d{2}/.exec(key)?.[0] ?? '';
  const day = isIsoDay(asked) ? isoDay(asked) : undefined;
  const view = useRota(
    day ?? (today === undefined ? undefined : addDays(today, -7)),
    day ?? (today === undefined ? undefined : addDays(today, 60)),
  );
  const shift = view?.shifts.find((one) => one.key === key);
  const back = { backTo: rotaPath.gaps, backLabel: coverWords.listTitle };
  if (view === undefined)
    return (
      <Page title={coverWords.title} {...back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (shift === undefined || shift.state !== 'needs-someone')
    return (
      <Page title={coverWords.title} {...back}>
        <EmptyState
          title={shift === undefined ? coverWords.gone : coverWords.taken}
          actions={<LinkButton to={rotaPath.rota(day)}>{coverWords.toRota}</LinkButton>}
        >
          {shift === undefined ? coverWords.goneBody : coverWords.takenBody}
        </EmptyState>
      </Page>
    );
  const names = namesOf(view);
  const away = shift.absence === null ? undefined : names.get(shift.absence.workerId);
  return (
    <Page
      title={coverWords.title}
      sub={coverWords.sub(shift.day, longTimes(shift), kindInSentence(shift.kindOfWork))}
      {...back}
    >
      {away === undefined || shift.absence === null ? null : (
        <p>{coverWords.because(away, awayWithin(shift.absence.kind))}</p>
      )}
      <Options shift={shift} />
    </Page>
  );
}

function Options({ shift }: { readonly shift: RotaShift }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const [giving, setGiving] = useState<string | undefined>();
  const options = useQuery({
    ...api.rota.coverOptions.queryOptions({ input: { householdId, key: shift.key } }),
    throwOnError: true,
  }).data;
  if (options === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  const possible = options.filter((option) => option.possible);
  const others = options.filter((option) => !option.possible);
  const give = async (option: CoverOption) => {
    if (giving !== undefined) return;
    setGiving(option.workerId);
    const answer = await answerOf(
      client.rota.fillCover({ householdId, key: shift.key, workerId: option.workerId }),
    );
    if (answer.ok) {
      void navigate(rotaPath.rota(shift.day));
      await written(coverWords.given(option.name));
    } else setProblem(sentenceFor(answer, rotaRefusals));
    setGiving(undefined);
  };
  return (
    <>
      {problem === undefined ? null : <Notice tone="wrong" title={problem} spoken />}
      {possible.length === 0 ? (
        <EmptyState
          title={coverWords.none}
          actions={<LinkButton to={rotaPath.rota(shift.day)}>{coverWords.toRota}</LinkButton>}
        >
          {coverWords.noneBody}
        </EmptyState>
      ) : (
        <section className="section" aria-labelledby="cover-options">
          <h2 id="cover-options">{coverWords.options}</h2>
          <ol className="cover-options">
            {possible.map((option, index) => (
              <li key={option.workerId}>
                <div className="cover-words">
                  <h3>{option.name}</h3>
                  <p className="cover-cost">
                    {option.extraCost === null
                      ? coverWords.noCost
                      : coverWords.cost(formatPounds(option.extraCost))}
                  </p>
                  <Reasons option={option} />
                  <p className="cover-phone">
                    <Phone aria-hidden="true" />
                    {option.phone === '' ? coverWords.noPhone : coverWords.phone(option.phone)}
                  </p>
                </div>
                <Button
                  kind={index === 0 ? 'primary' : 'secondary'}
                  pending={giving === option.workerId}
                  onPress={() => void give(option)}
                >
                  {coverWords.give(option.name)}
                </Button>
              </li>
            ))}
          </ol>
        </section>
      )}
      {others.length === 0 ? null : (
        <section className="section" aria-labelledby="cover-others">
          <h2 id="cover-others">{coverWords.others}</h2>
          <ul className="cover-options">
            {others.map((option) => (
              <li key={option.workerId}>
                <div className="cover-words">
                  <h3>{option.name}</h3>
                  <Reasons option={option} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Reasons({ option }: { readonly option: CoverOption }) {
  return (
    <ul className="cover-reasons">
      {option.reasons.map((reason, index) => {
        const isGood = reason.code === 'cover.free' || reason.code === 'cover.willing';
        return (
          <li key={`${reason.code}-${index}`} className={isGood ? 'good' : undefined}>
            {isGood ? <CircleCheck aria-hidden="true" /> : null}
            {coverReason(reason)}.
          </li>
        );
      })}
    </ul>
  );
}
