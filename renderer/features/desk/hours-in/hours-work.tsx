import type { HoursState } from '@shared/api/hours-in';
import { Notice } from '../../../components/notice';
import { Progress } from '../../../components/progress';
import { WaitingLine } from '../../../components/waiting-line';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { FileLook } from './file-look';
import { FileTaken } from './file-taken';

export type WorkProps = {
  /** What is said while it is looked: at a file, or at the rota. */
  readonly looking: string;
  readonly state: HoursState | undefined;
  readonly keptName: string | null;
  readonly accept: readonly string[];
  readonly onAccept: (codes: readonly string[]) => void;
  readonly onTake: () => void;
  readonly onStop: () => void;
  /** Without it, the hours come from the rota. */
  readonly onColumns?: (() => void) | undefined;
  readonly onAgain: () => void;
  readonly address: string;
  /** The hours come from the rota, and not from a file. */
  readonly fromPlan?: boolean;
};

/** What goes on beside the window, what was found, and what was taken in. */
export function HoursWork(props: WorkProps) {
  const { state } = props;
  if (state === undefined) return <WaitingLine>{props.looking}</WaitingLine>;
  switch (state.doing) {
    case 'looking':
    case 'taking':
      return (
        <Progress
          label={state.doing === 'looking' ? props.looking : words.taking}
          done={state.done}
          of={state.of}
          onStop={props.onStop}
        />
      );
    case 'taken':
      return state.outcome === null ? null : (
        <FileTaken
          outcome={state.outcome}
          onAgain={props.fromPlan ? undefined : props.onAgain}
          address={props.address}
        />
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
            <FileTaken
              outcome={state.outcome}
              onAgain={props.fromPlan ? undefined : props.onAgain}
              address={props.address}
            />
          )}
        </>
      );
  }
}
