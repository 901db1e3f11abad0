import type { RotaShift } from '@shared/api/rota';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { HoursField } from '../../../components/hours-field';
import { RadioGroup } from '../../../components/radio-group';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { type Beside, type BesideValues, readBeside } from './beside-values';
import { ChangeForm, useChange } from './use-change';

const words = shiftActions.beside;

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
