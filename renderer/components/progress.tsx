import { ProgressBar } from 'react-aria-components';
import { common } from '../text/common';
import { Button } from './button';

/** Long work: what is done, what is left, and a way to stop. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly onStop?: (() => void) | undefined;
}) {
  const said = common.leftOf(props.done, props.of);
  return (
    <div className="progress">
      <ProgressBar
        value={props.done}
        maxValue={Math.max(1, props.of)}
        aria-label={props.label}
        valueLabel={said}
      >
        {({ percentage }) => (
          <>
            <div className="row">
              <span>{props.label}</span>
              <span className="row-end quiet figure">{said}</span>
            </div>
            <div className="progress-track" aria-hidden="true">
              <div className="progress-fill" style={{ width: `${percentage ?? 0}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      {props.onStop === undefined ? null : (
        <div className="button-row">
          <Button onPress={props.onStop} name={common.named(common.stop, props.label)}>
            {common.stop}
          </Button>
        </div>
      )}
    </div>
  );
}
