import type { RotaShift } from '@shared/api/rota';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { HoursField } from '../../../components/hours-field';
import { RadioGroup } from '../../../components/radio-group';
import { readHours } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { type Checked, useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { ChangeForm, useChange } from './use-change';

const words = shiftActions.beside;

type BesideValues = {
  readonly kindOfWork: 'travel' | 'training';
  readonly before: string;
  readonly after: string;
  readonly note: string;
};

type Beside = {
  readonly kindOfWork: 'travel' | 'training';
  readonly minutesBefore: number;
  readonly minutesAfter: number;
  readonly note: string;
};

/** Reads time beside a shift; an empty field is none. */
export function readBeside(values: BesideValues): Checked<BesideValues, Beside> {
  const none = { ok: true, value: 0 } as const;
  const before = values.before.trim() === '' ? none : readHours(values.before, shiftActions.said.before);
  const after = values.after.trim() === '' ? none : readHours(values.after, shiftActions.said.after);
  if (!before.ok) return { ok: false, problems: { before: before.message } };
  if (!after.ok) return { ok: false, problems: { after: after.message } };
  if (before.value === 0 && after.value === 0) return { ok: false, problems: { before: words.noTime } };
  return {
    ok: true,
    value: {
      kindOfWork: values.kindOfWork,
      minutesBefore: before.value,
      minutesAfter: after.value,
      note: values.note.trim(),
    },
  };
}

/** Puts travel or training right before or after a shift. */
export function BesideForm(props: {
  readonly shift: RotaShift;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { shift, onDone, onBack } = props;
  const householdId = useHouseholdId();
  const change = useChange(onDone);
  const form = useForm<BesideValues, Beside>({
    initial: { kindOfWork: 'travel', before: '', after: '', note: '' },
    check: readBeside,
    send: (read) =>
      change.make(
        (said) => client.shifts.addBeside({ householdId, key: shift.key, ...read, said }),
        words.done,
      ),
    refusal: (refusal) => problemsFor(refusal, ['before'], rotaRefusals),
  });
  return (
    <ChangeForm form={form} change={change} doLabel={words.do} onBack={onBack}>
      <RadioGroup
        label={words.what}
        inline
        {...form.field('kindOfWork')}
        choices={[
          { value: 'travel', label: words.travel },
          { value: 'training', label: words.training },
        ]}
      />
      <HoursField label={words.before} hint={words.hint} {...form.field('before')} />
      <HoursField label={words.after} hint={words.hint} {...form.field('after')} />
      <TextField label={shiftActions.note} optional width="full" spellCheck {...form.field('note')} />
    </ChangeForm>
  );
}
