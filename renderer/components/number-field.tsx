import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, I18nProvider, Input } from 'react-aria-components';
import { common } from '../text/common';
import { type FieldProps, FieldWords, fieldFrame } from './field-words';

export type NumberFieldProps = FieldProps & {
  /** A whole number, or null while empty. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least?: number;
  readonly most?: number;
};

/** A small whole number with buttons for more and fewer: weeks, copies. Not for money or hours. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, least, most } = props;
  return (
    <I18nProvider locale="en-GB">
      <AriaNumberField
        {...fieldFrame(props)}
        value={value ?? Number.NaN}
        onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
        formatOptions={{ maximumFractionDigits: 0 }}
        isInvalid={props.error !== undefined}
        validationBehavior="aria"
        {...(least === undefined ? {} : { minValue: least })}
        {...(most === undefined ? {} : { maxValue: most })}
        {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      >
        <FieldWords {...props} />
        <div className="field-control row">
          <Button
            slot="decrement"
            className="button secondary icon-only"
            aria-label={common.named(common.down, props.label)}
          >
            <Minus aria-hidden="true" />
          </Button>
          <Input className="input width-4 figures" />
          <Button
            slot="increment"
            className="button secondary icon-only"
            aria-label={common.named(common.up, props.label)}
          >
            <Plus aria-hidden="true" />
          </Button>
        </div>
      </AriaNumberField>
    </I18nProvider>
  );
}
