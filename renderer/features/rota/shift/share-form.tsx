import type { RotaShift } from '@shared/api/rota';
import type { ShareWith } from '@shared/api/shifts';
import { formatTime, parseClockTime } from '@shared/clock-time';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Checkbox } from '../../../components/checkbox';
import { RadioGroup } from '../../../components/radio-group';
import { TimeField } from '../../../components/time-field';
import { useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rota } from '../../../text/rota';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { NOBODY } from '../shift-values';
import { usePeople } from '../use-rota';
import { readShare, type ShareValues } from './share-values';
import { ChangeForm, useChange } from './use-change';

const words = shiftActions.share;

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
  const form = useForm<ShareValues, ShareWith>({
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
