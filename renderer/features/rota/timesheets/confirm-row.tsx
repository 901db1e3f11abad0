import type { RotaShift } from '@shared/api/rota';
import { parseClockTime } from '@shared/clock-time';
import { formatWeekday } from '@shared/dates';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Checkbox } from '../../../components/checkbox';
import { HoursField } from '../../../components/hours-field';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { TimeField } from '../../../components/time-field';
import type { Form } from '../../../components/use-form';
import { kindInSentence } from '../../../text/kinds-of-work';
import { confirmWords as words } from '../../../text/rota-more';
import { hoursWords, longTimes } from '../../../text/rota-times';
import { notedInside, type WorkedPart, type WorkedRow, type WorkedValues } from './confirm-values';

/** One shift to confirm: as planned, other times with a reason, or left for later. */
export function ConfirmRow(props: {
  readonly shift: RotaShift;
  readonly name: string;
  readonly row: WorkedRow;
  readonly index: number;
  readonly form: Form<WorkedValues>;
  readonly onChange: (part: Partial<WorkedRow>) => void;
}) {
  const { shift, name, row, index, form, onChange } = props;
  const wrong = (part: WorkedPart) => {
    const { fieldId, error } = form.field(`row-${index}-${part}`);
    return { fieldId, error };
  };
  const when = `${name}, ${formatWeekday(shift.day)}, ${longTimes(shift)}`;
  const start = parseClockTime(row.start);
  const end = parseClockTime(row.end);
  const noted = useNoted(shift);
  return (
    <li className="confirm-row">
      <div className="confirm-words">
        <h2>
          {name}, {formatWeekday(shift.day)}
        </h2>
        <p className="quiet">
          {longTimes(shift)}, {hoursWords(shift.minutes)}, {kindInSentence(shift.kindOfWork)}
        </p>
        {noted === undefined ? null : <p className="quiet">{noted.sentence}</p>}
      </div>
      <RadioGroup
        label={words.how(when)}
        hideLabel
        inline
        value={row.how}
        onChange={(how) => onChange({ how })}
        choices={[
          { value: 'as-planned', label: words.asPlanned },
          { value: 'other', label: words.other },
          { value: 'later', label: words.later },
        ]}
      />
      {row.how === 'other' ? (
        <fieldset className="confirm-other fields">
          <legend className="visually-hidden">{words.how(when)}</legend>
          <div className="rota-times">
            <TimeField
              label={words.start}
              value={row.start}
              onChange={(text) => onChange({ start: text })}
              {...wrong('start')}
            />
            <TimeField
              label={words.end}
              value={row.end}
              onChange={(text) => onChange({ end: text })}
              {...wrong('end')}
            />
          </div>
          {start.ok && end.ok && end.value <= start.value ? (
            <Checkbox
              label={words.nextDay}
              value={row.nextDay}
              onChange={(nextDay) => onChange({ nextDay })}
            />
          ) : null}
          {kindOfWorkFacts(shift.kindOfWork).maySleep ? (
            <HoursField
              label={words.awake}
              hint={noted === undefined ? words.awakeHint : words.awakeNotedHint(noted.hours)}
              optional
              value={row.awake}
              onChange={(awake) => onChange({ awake })}
              {...wrong('awake')}
            />
          ) : null}
          <TextField
            label={words.reason}
            hint={words.reasonHint}
            width="full"
            spellCheck
            value={row.reason}
            onChange={(reason) => onChange({ reason })}
            {...wrong('reason')}
          />
        </fieldset>
      ) : null}
    </li>
  );
}

/** What was noted inside a night or a live-in day: it is paid unless something else is said here. */
function useNoted(shift: RotaShift): { readonly sentence: string; readonly hours: string } | undefined {
  const householdId = useHouseholdId();
  const { maySleep, hasOwnTime } = kindOfWorkFacts(shift.kindOfWork);
  const inside = useQuery({
    ...api.shifts.inside.queryOptions({ input: { householdId, key: shift.key } }),
    enabled: shift.shiftId !== null && (maySleep || hasOwnTime),
  }).data;
  return inside === undefined ? undefined : notedInside(inside, hasOwnTime);
}
