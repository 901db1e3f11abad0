import type { RotaShift } from '@shared/api/rota';
import type { PatternScope } from '@shared/api/shifts';
import { client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { useForm } from '../../../components/use-form';
import { problemsFor } from '../../../text/refusals';
import { rotaRefusals } from '../../../text/rota-sentences';
import { shiftActions } from '../../../text/shift-actions';
import { ScopeField } from './scope-field';
import { ChangeForm, useChange } from './use-change';

/** Takes a repeating shift off the rota, as far as the person says. */
export function TakeOffForm(props: {
  readonly shift: RotaShift;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) {
  const { shift, onDone, onBack } = props;
  const householdId = useHouseholdId();
  const change = useChange(onDone);
  const form = useForm<{ scope: PatternScope }, PatternScope>({
    initial: { scope: 'this-one' },
    check: (values) => ({ ok: true, value: values.scope }),
    send: (scope) =>
      change.make(
        (said) => client.shifts.takeOff({ householdId, key: shift.key, scope, said }),
        shiftActions.remove.done,
      ),
    refusal: (refusal) => problemsFor(refusal, [], rotaRefusals),
  });
  return (
    <ChangeForm form={form} change={change} doLabel={shiftActions.remove.do} onBack={onBack}>
      <ScopeField label={shiftActions.scope.removeLabel} day={shift.day} {...form.field('scope')} />
    </ChangeForm>
  );
}
