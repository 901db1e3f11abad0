import { formatTime, parseClockTime } from '@shared/clock-time';
import { common } from '../text/common';
import { TextField, type TextFieldProps } from './text-field';

/** A time of day, typed as 0730 or 7:30 am. The value is the text; read it with `readTime`. */
export function TimeField(
  props: Omit<TextFieldProps, 'before' | 'after' | 'inputMode' | 'type' | 'figures'>,
) {
  const tidy = () => {
    const read = parseClockTime(props.value);
    if (read.ok && formatTime(read.value) !== props.value) props.onChange(formatTime(read.value));
    props.onBlur?.();
  };
  return <TextField width="6" hint={common.timeHint} {...props} onBlur={tidy} />;
}
