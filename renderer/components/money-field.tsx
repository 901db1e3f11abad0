import { formatPounds, parsePence } from '@shared/money';
import { TextField, type TextFieldProps } from './text-field';

/** An amount of money, typed as 12.5 or £12.50. The value is the text; read it with `readMoney`. */
export function MoneyField(
  props: Omit<TextFieldProps, 'before' | 'after' | 'inputMode' | 'type' | 'figures'>,
) {
  const tidy = () => {
    const read = parsePence(props.value);
    if (read.ok) {
      const tidied = formatPounds(read.value).replace('£', '');
      if (tidied !== props.value) props.onChange(tidied);
    }
    props.onBlur?.();
  };
  return <TextField width="6" {...props} before="£" inputMode="decimal" figures onBlur={tidy} />;
}
