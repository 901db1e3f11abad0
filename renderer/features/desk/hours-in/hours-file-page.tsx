import type { HoursMapping, HoursState, HoursTable } from '@shared/api/hours-in';
import { useEffect, useRef, useState } from 'react';
import { Page } from '../../../components/page';
import { Steps } from '../../../components/steps';
import { WaitingLine } from '../../../components/waiting-line';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { ChooseColumns } from './choose-columns';
import { ChooseHoursFile } from './choose-file';
import { EarlierFiles } from './earlier-files';
import { HoursWork } from './hours-work';
import { type FileToLook, useHoursJob } from './use-hours-job';
import { type HoursChoice, useHoursChoice } from './use-pay-days';

/** The file that was chosen, and what it is held against. */
export type SentFile = FileToLook & { readonly table: HoursTable };

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'columns'; readonly sent: SentFile }
  | { readonly at: 'work'; readonly sent: SentFile; readonly mapping: HoursMapping };

/** Bringing in a timesheet file: choose it, say which column is which, look at what was found, take it in. */
export function HoursFilePage() {
  const choice = useHoursChoice();
  return (
    <Page
      title={words.title}
      sub={words.sub}
      backTo={`/desk/hours${choice === undefined || choice.address === '' ? '' : `?${choice.address}`}`}
      backLabel={words.back}
      panelOver
    >
      {choice === undefined ? <WaitingLine>{words.looking}</WaitingLine> : <Flow choice={choice} />}
    </Page>
  );
}

function Flow({ choice }: { readonly choice: HoursChoice }) {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [accept, setAccept] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<string | undefined>();
  const job = useHoursJob();
  const { state } = job;
  const begin = async (sent: SentFile, mapping: HoursMapping, accepted: readonly string[]) => {
    setAccept(accepted);
    const answer = await job.look(sent, mapping, accepted);
    if (answer === undefined) {
      setProblem(undefined);
      setStage({ at: 'work', sent, mapping });
    } else {
      setProblem(answer);
      setStage({ at: 'columns', sent });
    }
  };
  const step = stepOf(stage, state);
  // Each step is a page of its own: one begins at its heading.
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo?.(0, 0);
    document.querySelector('h1')?.focus();
  }, [step]);
  const again = () => {
    setAccept([]);
    setProblem(undefined);
    setStage({ at: 'choose' });
  };
  return (
    <>
      <Steps label={words.stepsLabel} names={words.steps} current={step} />
      {stage.at === 'choose' ? (
        <>
          <ChooseHoursFile
            choice={choice}
            onRead={(sent) =>
              sent.table.kept === null
                ? setStage({ at: 'columns', sent })
                : void begin(sent, sent.table.kept.mapping, [])
            }
          />
          <EarlierFiles />
        </>
      ) : stage.at === 'columns' ? (
        <ChooseColumns
          sent={stage.sent}
          problem={problem}
          onUse={(mapping) => begin(stage.sent, mapping, [])}
          onBack={again}
        />
      ) : (
        <HoursWork
          looking={words.looking}
          state={state}
          keptName={stage.mapping === stage.sent.table.kept?.mapping ? stage.sent.table.kept.name : null}
          accept={accept}
          onAccept={(codes) => void begin(stage.sent, stage.mapping, codes)}
          onTake={() => void job.take()}
          onStop={() => void job.stop()}
          onColumns={() => setStage({ at: 'columns', sent: stage.sent })}
          onAgain={again}
          address={choice.address}
        />
      )}
    </>
  );
}

function stepOf(stage: Stage, state: HoursState | undefined): number {
  if (stage.at !== 'work') return stage.at === 'choose' ? 0 : 1;
  return state?.doing === 'taken' ? 3 : 2;
}
