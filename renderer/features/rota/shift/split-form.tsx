import type { RotaShift } from '@shared/api/rota';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { checkFields } from '../../../components/check-fields';
import { readTime } from '../../../components/read-fields';
import { Select } from '../../../components/select';
import { TimeField } from '../../../components/time-field';
import { useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rota } from '../../../text/rota';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { NOBODY } from '../shift-values';
import { usePeople } from '../use-rota';
import { ChangeForm, useChange } from './use-change';

const words = shiftActions.split;

/** Stands for the PA who has the shift. */
const SAME = 'same';

/** Splits a shift in two; the second part may go to another PA. */
export function SplitForm(props: {
  readonly shift: RotaShift;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { shift, onDone, onBack } = props;
  const householdId = useHouseholdId();
  const people = usePeople(shift.day) ?? [];
  const change = useChange(onDone);
  const form = useForm({
    initial: { at: '', second: SAME },
    check: (values) => {
      const read = checkFields({ at: readTime(values.at, shiftActions.said.at) });
      return read.ok ? { ok: true, value: { ...read.value, second: values.second } } : read;
    },
    send: ({ at, second }) =>
      change.make(
        (said) =>
          client.shifts.split({
            householdId,
            key: shift.key,
            at,
            said,
            ...(second === SAME ? {} : { secondWorkerId: second === NOBODY ? null : second }),
          }),
        words.done,
      ),
    refusal: (refusal) => problemsFor(refusal, ['at'], rotaRefusals),
  });
  return (
    <ChangeForm form={form} change={change} doLabel={words.do} onBack={onBack}>
      <TimeField label={words.at} {...form.field('at')} />
      <Select
        label={words.second}
        {...form.field('second')}
        choices={[
          { value: SAME, label: shiftActions.sameWorker },
          ...people
            .filter((person) => person.id !== shift.workerId)
            .map((person) => ({ value: person.id, label: person.name })),
          { value: NOBODY, label: rota.nobodyYet },
        ]}
      />
    </ChangeForm>
  );
}
