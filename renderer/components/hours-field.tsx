import { formatHours, parseHours } from '@shared/clock-time';
import { common } from '../text/common';
import { TextField, type TextFieldProps } from './text-field';

/** A length of time, typed as 3.5, 3:30 or 3h30. The value is the text; read it with `readHours`. */
export function HoursField(
  props: Omit<TextFieldProps, 'before' | 'after' | 'inputMode' | 'type' | 'figures'>,
) {
  const tidy = () => {
    const read = parseHours(props.value);
    if (read.ok && formatHours(read.value) !== props.value) props.onChange(formatHours(read.value));
    props.onBlur?.();
  };
  return (
    <TextField width="4" hint={common.hoursHint} {...props} after={common.hours} figures onBlur={tidy} />
  );
}
