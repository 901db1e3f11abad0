import type { HoursMapping, HoursState, HoursTable, PayDays } from '@shared/api/hours-in';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { announce } from '../../../components/live-region';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { Progress } from '../../../components/progress';
import { Steps } from '../../../components/steps';
import { WaitingLine } from '../../../components/waiting-line';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { sentenceFor } from '../../../text/refusals';
import { ChooseColumns } from './choose-columns';
import { ChooseHoursFile } from './choose-file';
import { EarlierFiles } from './earlier-files';
import { FileLook } from './file-look';
import { FileTaken } from './file-taken';
import { type HoursChoice, useHoursChoice } from './use-pay-days';

/** The file that was chosen, and what it is held against. */
export type SentFile = {
  readonly file: { readonly name: string; readonly base64: string };
  readonly pay: PayDays | null;
  readonly table: HoursTable;
};

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'columns'; readonly sent: SentFile }
  | { readonly at: 'work'; readonly sent: SentFile; readonly mapping: HoursMapping };

/** How often it is asked how far the work has come. */
const ASK_EVERY_MS = 300;

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
        <Work
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

type WorkProps = {
  readonly state: HoursState | undefined;
  readonly keptName: string | null;
  readonly accept: readonly string[];
  readonly onAccept: (codes: readonly string[]) => void;
  readonly onTake: () => void;
  readonly onStop: () => void;
  readonly onColumns: () => void;
  readonly onAgain: () => void;
  readonly address: string;
};

function Work(props: WorkProps) {
  const { state } = props;
  if (state === undefined) return <WaitingLine>{words.looking}</WaitingLine>;
  switch (state.doing) {
    case 'looking':
    case 'taking':
      return (
        <Progress
          label={state.doing === 'looking' ? words.looking : words.taking}
          done={state.done}
          of={state.of}
          onStop={props.onStop}
        />
      );
    case 'taken':
      return state.outcome === null ? null : (
        <FileTaken outcome={state.outcome} onAgain={props.onAgain} address={props.address} />
      );
    case 'looked':
      return state.look === null ? null : (
        <FileLook
          look={state.look}
          keptName={props.keptName}
          accept={props.accept}
          onAccept={props.onAccept}
          onTake={props.onTake}
          onColumns={props.onColumns}
          onAgain={props.onAgain}
        />
      );
    case 'nothing':
    case 'stopped':
    case 'failed':
      return (
        <>
          <Notice
            tone={state.doing === 'failed' ? 'wrong' : 'note'}
            title={state.doing === 'failed' ? words.failed : words.stopped}
            spoken
          />
          {state.outcome === null ? null : (
            <FileTaken outcome={state.outcome} onAgain={props.onAgain} address={props.address} />
          )}
        </>
      );
  }
}

/** The work beside the window: begun from here, and asked about until it is done. */
function useHoursJob() {
  const [state, setState] = useState<HoursState | undefined>();
  const queryClient = useQueryClient();
  const doing = state?.doing;
  useEffect(() => {
    if (doing !== 'looking' && doing !== 'taking') return;
    const timer = setInterval(() => {
      void client.hoursIn.state().then((next) => {
        setState(next);
        if (next.doing === 'taken' || next.doing === 'stopped') void queryClient.invalidateQueries();
      });
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [doing, queryClient]);
  const put = async (pending: Promise<HoursState>): Promise<string | undefined> => {
    const answer = await answerOf(pending);
    if (answer.ok) {
      setState(answer.value);
      return undefined;
    }
    const sentence = sentenceFor(answer);
    announce(sentence, 'assertive');
    return sentence;
  };
  return {
    state,
    look: (sent: SentFile, mapping: HoursMapping, accept: readonly string[]) =>
      put(client.hoursIn.look({ file: sent.file, mapping, pay: sent.pay, accept: [...accept] })),
    take: () => put(client.hoursIn.take()),
    stop: () => put(client.hoursIn.stop()),
  };
}
