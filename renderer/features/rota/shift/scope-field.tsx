import type { PatternScope } from '@shared/api/shifts';
import type { IsoDay } from '@shared/dates';
import { RadioGroup } from '../../../components/radio-group';
import { shiftActions } from '../../../text/shift-actions';

const words = shiftActions.scope;

/** How far a change of a repeating shift reaches. */
export function ScopeField(props: {
  readonly day: IsoDay;
  readonly label?: string;
  readonly fieldId?: string;
  readonly value: PatternScope;
  readonly error?: string | undefined;
  readonly onChange: (scope: PatternScope) => void;
}) {
  const { day, label = words.label, ...field } = props;
  return (
    <RadioGroup
      label={label}
      {...field}
      choices={[
        { value: 'this-one', label: words.one(day) },
        { value: 'from-here-on', label: words.on, note: words.onNote },
        { value: 'all', label: words.all, note: words.allNote },
      ]}
    />
  );
}
