import {
  FILE_VALUES,
  PAYMENT_VALUES,
  type PaymentColumn,
  type PaymentValue,
} from '@shared/budget/payment-template';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { NumberField } from '../../../components/number-field';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { paymentValues, templateForm as words } from '../../../text/payment-files';

export type Part = 'columns' | 'head' | 'total';

const NEW_COLUMN: PaymentColumn = { heading: '', value: 'empty', text: '', most: null, cut: false };

/** Whether a value is words a person typed, which may be too long for a bank. */
const hasWords = (value: PaymentValue): boolean =>
  ['payee-name', 'reference', 'payer-name', 'text'].includes(value);

/** The columns of one kind of row: what each holds, its heading, how long it may be, and its place. */
export function TemplateColumns(props: {
  readonly part: Part;
  readonly columns: readonly PaymentColumn[];
  readonly headings: boolean;
  readonly onChange: (columns: readonly PaymentColumn[]) => void;
}) {
  const { part, columns, onChange } = props;
  const values: readonly PaymentValue[] = part === 'columns' ? PAYMENT_VALUES : FILE_VALUES;
  const change = (index: number, patch: Partial<PaymentColumn>) =>
    onChange(columns.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  const move = (index: number, by: -1 | 1) => {
    const next = [...columns];
    const [taken] = next.splice(index, 1);
    if (taken !== undefined) next.splice(index + by, 0, taken);
    onChange(next);
  };
  return (
    <section className="section" aria-labelledby={`template-${part}`}>
      <h2 id={`template-${part}`}>{words[part]}</h2>
      {part === 'columns' ? null : <p className="quiet">{words.partHint}</p>}
      {columns.map((column, index) => {
        const where = words.column(words.short[part], index + 1);
        return (
          // Columns have no name of their own: their place is what tells them apart.
          <fieldset className="template-column" key={index}>
            <legend className="strong">{where}</legend>
            <div className="template-fields">
              <Select
                label={words.value(where)}
                value={column.value}
                onChange={(value) => change(index, { value })}
                choices={values.map((value) => ({ value, label: paymentValues[value] }))}
              />
              {column.value === 'text' ? (
                <TextField
                  label={words.text(where)}
                  width="12"
                  value={column.text}
                  onChange={(text) => change(index, { text: text.slice(0, 100) })}
                />
              ) : null}
              {part === 'columns' && props.headings ? (
                <TextField
                  label={words.heading(where)}
                  width="12"
                  value={column.heading}
                  onChange={(heading) => change(index, { heading: heading.slice(0, 100) })}
                />
              ) : null}
              {hasWords(column.value) ? (
                <NumberField
                  label={words.most(where)}
                  optional
                  least={1}
                  most={100}
                  value={column.most}
                  onChange={(most) => change(index, { most })}
                />
              ) : null}
            </div>
            {hasWords(column.value) && column.most !== null ? (
              <Checkbox
                label={words.cut(where)}
                value={column.cut}
                onChange={(cut) => change(index, { cut })}
              />
            ) : null}
            <div className="button-row">
              {index === 0 ? null : (
                <Button kind="quiet" icon={ArrowUp} name={words.up(where)} onPress={() => move(index, -1)}>
                  {words.upShort}
                </Button>
              )}
              {index === columns.length - 1 ? null : (
                <Button kind="quiet" icon={ArrowDown} name={words.down(where)} onPress={() => move(index, 1)}>
                  {words.downShort}
                </Button>
              )}
              <Button
                kind="quiet"
                icon={Trash2}
                name={words.remove(where)}
                onPress={() => onChange(columns.filter((_one, at) => at !== index))}
              >
                {words.removeShort}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div className="button-row">
        <Button icon={Plus} onPress={() => onChange([...columns, NEW_COLUMN])}>
          {words.add(words.addNames[part])}
        </Button>
      </div>
    </section>
  );
}
