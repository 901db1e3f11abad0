import type { RotaShift } from '@shared/api/rota';
import { formatTime, parseClockTime } from '@shared/clock-time';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Checkbox } from '../../../components/checkbox';
import { RadioGroup } from '../../../components/radio-group';
import { readTime } from '../../../components/read-fields';
import { TimeField } from '../../../components/time-field';
import { type Checked, useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rota } from '../../../text/rota';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { NOBODY } from '../shift-values';
import { usePeople } from '../use-rota';
import { ChangeForm, useChange } from './use-change';

const words = shiftActions.share;

type ShareValues = {
  readonly workerId: string;
  readonly times: 'same' | 'other' | '';
  readonly start: string;
  readonly end: string;
  readonly nextDay: boolean;
};

type Share = Parameters<typeof client.shifts.share>[0]['withWorkers'][number];

/** Reads who works too, and when. */
export function readShare(values: ShareValues): Checked<ShareValues, Share> {
  if (values.workerId === '') return { ok: false, problems: { workerId: words.chooseWho } };
  if (values.times === '') return { ok: false, problems: { times: words.chooseTimes } };
  const workerId = values.workerId === NOBODY ? null : values.workerId;
  if (values.times === 'same') return { ok: true, value: { workerId, hours: null } };
  const start = readTime(values.start, shiftActions.said.start);
  const end = readTime(values.end, shiftActions.said.end);
  if (!start.ok || !end.ok)
    return {
      ok: false,
      problems: {
        ...(start.ok ? {} : { start: start.message }),
        ...(end.ok ? {} : { end: end.message }),
      },
    };
  // An end that is not after the start is asked about, unless it was said already.
  const endsNextDay = end.value > start.value ? false : values.nextDay ? true : null;
  return { ok: true, value: { workerId, hours: { start: start.value, end: end.value, endsNextDay } } };
}

/** Puts one more PA at a shift. */
export function ShareForm(props: {
  readonly shift: RotaShift;
  readonly taken: readonly (string | null)[];
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { shift, taken, onDone, onBack } = props;
  const householdId = useHouseholdId();
  const people = (usePeople(shift.day) ?? []).filter((person) => !taken.includes(person.id));
  const change = useChange(onDone);
  const form = useForm<ShareValues, Share>({
    initial: {
      workerId: '',
      times: 'same',
      start: formatTime(shift.start),
      end: formatTime(shift.end),
      nextDay: shift.endDay > shift.day,
    },
    check: readShare,
    send: (one) =>
      change.make(
        (said) => client.shifts.share({ householdId, key: shift.key, withWorkers: [one], said }),
        words.done,
      ),
    refusal: (refusal) => problemsFor(refusal, ['workerId', 'start', 'end'], rotaRefusals),
  });
  const start = parseClockTime(form.values.start);
  const end = parseClockTime(form.values.end);
  return (
    <ChangeForm form={form} change={change} doLabel={words.do} onBack={onBack}>
      <RadioGroup
        label={words.who}
        {...form.field('workerId')}
        choices={[
          ...people.map((person) => ({ value: person.id, label: person.name })),
          { value: NOBODY, label: rota.nobodyYet },
        ]}
      />
      <RadioGroup
        label={words.times}
        {...form.field('times')}
        choices={[
          { value: 'same', label: words.same },
          {
            value: 'other',
            label: words.other,
            more: (
              <div className="fields">
                <div className="rota-times">
                  <TimeField label={words.start} {...form.field('start')} />
                  <TimeField label={words.end} {...form.field('end')} />
                </div>
                {start.ok && end.ok && end.value <= start.value ? (
                  <Checkbox label={words.nextDay} {...form.field('nextDay')} />
                ) : null}
              </div>
            ),
          },
        ]}
      />
    </ChangeForm>
  );
}
