import type { HoursMapping, HoursTable } from '@shared/api/hours-in';
import { MAPPING_DATES } from '@shared/api/statements';
import { Plus } from 'lucide-react';
import { Button } from '../../../components/button';
import { RadioGroup } from '../../../components/radio-group';
import { Select } from '../../../components/select';
import { Table } from '../../../components/table';
import { hoursFile as words } from '../../../text/desk/hours-in';
import { kindOfWorkChoices } from '../../../text/kinds-of-work';
import { DATE_FORM_WORDS } from '../../../text/statements-mapper';
import { type ColumnsValues, NO_HOURS, NONE, NOT_SAID } from './columns-values';

const WHENS: readonly HoursMapping['when']['kind'][] = [
  'day',
  'from-to',
  'week-ending',
  'period-ending',
  'pay-days',
];
/** The most columns of hours that a file may have. */
const MOST_HOURS = 9;

type Props = {
  readonly table: HoursTable;
  readonly values: ColumnsValues;
  readonly onChange: (part: Partial<ColumnsValues>) => void;
};

/** The first lines of a file as they stand, cell by cell. */
export function FileLines({ table }: { readonly table: HoursTable }) {
  return (
    <section className="section" aria-labelledby="file-as-it-stands">
      <h2 id="file-as-it-stands">{words.asItStands}</h2>
      <div className="hours-raw">
        <Table
          caption={words.firstLines}
          hideCaption
          rows={table.rows}
          rowKey={(row) => String(row.line)}
          tools={false}
          least={Math.min(10 + table.width * 7, 60)}
          compact
          columns={[
            { id: 'line', heading: words.line, isName: true, cell: (row) => String(row.line) },
            ...Array.from({ length: table.width }, (_one, index) => ({
              id: `column-${index}`,
              heading: words.column(index + 1),
              cell: (row: HoursTable['rows'][number]) => row.cells[index] ?? '',
            })),
          ]}
        />
      </div>
    </section>
  );
}

/** The columns that can be chosen, each with its name and what stands in it first. */
function columnChoices(table: HoursTable, headerLine: string) {
  const header = table.rows.find((row) => String(row.line) === headerLine);
  const below = table.rows.filter((row) => header === undefined || row.line > header.line);
  return Array.from({ length: table.width }, (_one, index) => ({
    value: String(index),
    label: words.columnNamed(
      index + 1,
      (header?.cells[index] ?? '').slice(0, 40),
      (below.find((row) => (row.cells[index] ?? '') !== '')?.cells[index] ?? '').slice(0, 30),
    ),
  }));
}

/** The fields in which a person says which column is which. */
export function ColumnsFields({ table, values, onChange }: Props) {
  const columns = [{ value: NONE, label: words.none }, ...columnChoices(table, values.headerLine)];
  const headers = [
    { value: NONE, label: words.headerNone },
    ...table.rows
      .filter((row) => row.cells.filter((cell) => cell !== '').length >= 2)
      .map((row) => ({
        value: String(row.line),
        label: words.headerLine(row.line, row.cells.filter(Boolean).join(', ').slice(0, 60)),
      })),
  ];
  type Name =
    | 'household'
    | 'name'
    | 'lastName'
    | 'payrollNumber'
    | 'niNumber'
    | 'day'
    | 'to'
    | 'start'
    | 'end'
    | 'kind';
  const column = (name: Name, label: string, hint?: string) => (
    <Select
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={values[name]}
      choices={columns}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <>
      <Select
        label={words.header}
        value={values.headerLine}
        choices={headers}
        onChange={(headerLine) => onChange({ headerLine })}
      />
      <section className="section" aria-labelledby="hours-who">
        <h2 id="hours-who">{words.whoTitle}</h2>
        <p>{words.whoHelp}</p>
        <div className="fields">
          {column('household', words.household, words.householdHint)}
          {column('name', words.name)}
          {column('lastName', words.lastName)}
          {column('payrollNumber', words.payrollNumber)}
          {column('niNumber', words.niNumber)}
        </div>
      </section>
      <section className="section" aria-labelledby="hours-when">
        <h2 id="hours-when">{words.whenTitle}</h2>
        <div className="fields">
          <RadioGroup
            label={words.when}
            value={values.when}
            choices={WHENS.map((value) => ({ value, label: words.whens[value] }))}
            onChange={(when) => onChange({ when })}
          />
          {values.when === 'pay-days'
            ? null
            : column(
                'day',
                values.when === 'from-to' ? words.fromDay : values.when === 'day' ? words.day : words.lastDay,
              )}
          {values.when === 'from-to' ? column('to', words.lastDay) : null}
          {values.when === 'pay-days' ? null : (
            <Select
              label={words.dates}
              value={values.dates}
              choices={MAPPING_DATES.map((value) => ({ value, label: DATE_FORM_WORDS[value] }))}
              onChange={(dates) => onChange({ dates })}
            />
          )}
        </div>
      </section>
      <section className="section" aria-labelledby="hours-how-much">
        <h2 id="hours-how-much">{words.whatTitle}</h2>
        <div className="fields">
          <RadioGroup
            label={words.what}
            value={values.what}
            choices={(['hours', 'times'] as const).map((value) => ({ value, label: words.whats[value] }))}
            onChange={(what) => onChange({ what })}
          />
          {values.what === 'times' ? (
            <>
              {column('start', words.start)}
              {column('end', words.end)}
            </>
          ) : (
            <HoursColumns values={values} columns={columns} onChange={onChange} />
          )}
          {column('kind', words.kind)}
        </div>
      </section>
    </>
  );
}

function HoursColumns(props: {
  readonly values: ColumnsValues;
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: Props['onChange'];
}) {
  const { hours } = props.values;
  const change = (at: number, part: Partial<ColumnsValues['hours'][number]>) =>
    props.onChange({ hours: hours.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const kinds = [
    { value: NOT_SAID, label: words.kindSaid },
    ...kindOfWorkChoices.map(({ value, label }) => ({ value: value as string, label })),
  ];
  return (
    <>
      {hours.map((one, at) => (
        <div className="hours-filters" key={at}>
          <Select
            label={words.hours(at + 1)}
            value={one.column}
            choices={props.columns}
            onChange={(column) => change(at, { column })}
          />
          <Select
            label={words.kindOf(at + 1)}
            value={one.kind}
            choices={kinds}
            onChange={(kind) => change(at, { kind })}
          />
          {hours.length > 1 ? (
            <Button
              kind="quiet"
              onPress={() => props.onChange({ hours: hours.filter((_one, index) => index !== at) })}
            >
              {words.fewer(at + 1)}
            </Button>
          ) : null}
        </div>
      ))}
      {hours.length < MOST_HOURS ? (
        <div className="button-row">
          <Button kind="quiet" icon={Plus} onPress={() => props.onChange({ hours: [...hours, NO_HOURS] })}>
            {words.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}
