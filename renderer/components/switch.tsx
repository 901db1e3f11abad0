import { Switch as AriaSwitch } from 'react-aria-components';
import { common } from '../text/common';

/** On or off, at once. The state is said in a word beside it. */
export function Switch(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <AriaSwitch className="switch" isSelected={props.value} onChange={props.onChange}>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
      <span>
        {props.label}{' '}
        <span className="switch-state" aria-hidden="true">
          {props.value ? common.on : common.off}
        </span>
      </span>
    </AriaSwitch>
  );
}
