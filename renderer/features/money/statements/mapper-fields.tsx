import { MAPPING_DATES, type StatementMapping, type StatementTable } from '@shared/api/statements';
import { NumberField } from '../../../components/number-field';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { DATE_FORM_WORDS, mapper } from '../../../text/statements-mapper';
import { columnsOf, type MapperValues } from './mapper-values';

const DELIMITERS: readonly StatementMapping['delimiter'][] = [',', ';', '\t', '|'];
/** Stands for no column in a list of choices: an empty text would be no choice at all. */
const NONE = 'none';

/** The fields in which a person says which column is which. */
export function MapperFields(props: {
  readonly table: StatementTable;
  readonly values: MapperValues;
  readonly onChange: (part: Partial<MapperValues>) => void;
}) {
  const { table, values, onChange } = props;
  const columns = columnsOf(table, values.headerLine).map(({ index, name, example }) => ({
    value: String(index),
    label: mapper.columnNamed(index + 1, name, example),
  }));
  const orNone = [{ value: NONE, label: mapper.none }, ...columns];
  const headers = [
    { value: NONE, label: mapper.headerNone },
    ...table.rows
      .filter((row) => row.cells.filter((cell) => cell !== '').length >= 2)
      .map((row) => ({
        value: String(row.line),
        label: mapper.headerLine(
          row.line,
          row.cells
            .filter((cell) => cell !== '')
            .join(', ')
            .slice(0, 60),
        ),
      })),
  ];
  const column = (name: 'date' | 'description' | 'amount' | 'out' | 'in' | 'mark', label: string) => (
    <Select
      label={label}
      value={values[name]}
      choices={columns}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const optional = (name: 'descriptionMore' | 'balance', label: string, hint?: string) => (
    <Select
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={values[name] === '' ? NONE : values[name]}
      choices={orNone}
      onChange={(value) => onChange({ [name]: value === NONE ? '' : value })}
    />
  );
  const text = (name: 'outWords' | 'inWords' | 'footers', label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      value={values[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <section className="section" aria-labelledby="what-is-in-it">
      <h2 id="what-is-in-it">{mapper.fieldsTitle}</h2>
      <div className="fields">
        <RadioGroup
          label={mapper.delimiter}
          inline
          value={values.delimiter}
          choices={DELIMITERS.map((value) => ({ value, label: mapper.delimiters[value] }))}
          onChange={(delimiter) => onChange({ delimiter })}
        />
        <Select
          label={mapper.header}
          value={values.headerLine === '' ? NONE : values.headerLine}
          choices={headers}
          onChange={(value) => onChange({ headerLine: value === NONE ? '' : value })}
        />
        {values.headerLine === '' ? (
          <NumberField
            label={mapper.skip}
            hint={mapper.skipHint}
            value={values.skip}
            least={0}
            most={60}
            onChange={(skip) => onChange({ skip })}
          />
        ) : null}
        {column('date', mapper.date)}
        <Select
          label={mapper.dateForm}
          value={values.dates}
          choices={MAPPING_DATES.map((value) => ({ value, label: DATE_FORM_WORDS[value] }))}
          onChange={(dates) => onChange({ dates })}
        />
        {column('description', mapper.description)}
        {optional('descriptionMore', mapper.descriptionMore)}
        <RadioGroup
          label={mapper.money}
          value={values.money}
          onChange={(money) => onChange({ money })}
          choices={[
            { value: 'signed', label: mapper.signed },
            { value: 'reversed', label: mapper.reversed },
            { value: 'split', label: mapper.split },
            { value: 'marked', label: mapper.marked },
          ]}
        />
        {values.money === 'split' ? (
          <>
            {column('out', mapper.out)}
            {column('in', mapper.in)}
          </>
        ) : (
          column('amount', mapper.amount)
        )}
        {values.money === 'marked' ? (
          <>
            {column('mark', mapper.mark)}
            {text('outWords', mapper.outWords, mapper.wordsHint)}
            {text('inWords', mapper.inWords, mapper.wordsHint)}
          </>
        ) : null}
        {optional('balance', mapper.balance, mapper.balanceHint)}
        {text('footers', mapper.footers, mapper.footersHint)}
      </div>
    </section>
  );
}
