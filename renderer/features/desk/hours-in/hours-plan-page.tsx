import { useEffect, useRef, useState } from 'react';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Steps } from '../../../components/steps';
import { WaitingLine } from '../../../components/waiting-line';
import { hoursGrid, hoursPlan as words } from '../../../text/desk/hours-in';
import { HoursWork } from './hours-work';
import { useHoursJob } from './use-hours-job';
import { type HoursChoice, useHoursChoice } from './use-pay-days';

/** Taking hours from the rota: what is planned for everybody who is paid on some days, confirmed as planned. */
export function HoursPlanPage() {
  const choice = useHoursChoice();
  return (
    <Page
      title={words.title}
      sub={words.sub}
      backTo={`/desk/hours${choice === undefined || choice.address === '' ? '' : `?${choice.address}`}`}
      backLabel={hoursGrid.backToHours}
      panelOver
    >
      {choice === undefined ? <WaitingLine>{words.looking}</WaitingLine> : <Flow choice={choice} />}
    </Page>
  );
}

function Flow({ choice }: { readonly choice: HoursChoice }) {
  const job = useHoursJob();
  const [refusal, setRefusal] = useState<string | undefined>();
  const look = async () => setRefusal(await job.lookAtPlan(choice.pay));
  const begun = useRef(false);
  // Looking changes nothing: it begins by itself, once.
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void look();
  });
  const isDone = job.state?.doing === 'taken';
  return (
    <>
      <Steps label={words.stepsLabel} names={words.steps} current={isDone ? 1 : 0} />
      {isDone ? null : (
        <p>
          {choice.batchId === null ? `${hoursGrid.caption(choice.from, choice.to)}. ` : ''}
          {words.asPlanned}
        </p>
      )}
      {refusal === undefined ? (
        <HoursWork
          state={job.state}
          looking={words.looking}
          keptName={null}
          accept={[]}
          onAccept={() => undefined}
          onTake={() => void job.take()}
          onStop={() => void job.stop()}
          onAgain={() => void look()}
          address={choice.address}
          fromPlan
        />
      ) : (
        <Notice tone="attention" title={refusal} spoken />
      )}
    </>
  );
}
