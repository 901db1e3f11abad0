import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

/** One of a few ways to look at the same thing: Week, Day, Month, List. */
export function SegmentedControl<Value extends string>(props: {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const found = props.choices.find((choice) => keys.has(choice.value));
        if (found) props.onChange(found.value);
      }}
    >
      {props.choices.map((choice) => (
        <ToggleButton className="segment" id={choice.value} key={choice.value}>
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
