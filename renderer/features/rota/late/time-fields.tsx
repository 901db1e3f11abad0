import type { IsoDay } from '@shared/dates';
import { addDays } from '@shared/dates';
import type { ComponentProps } from 'react';
import { HoursField } from '../../../components/hours-field';
import { RadioGroup } from '../../../components/radio-group';
import { TimeField } from '../../../components/time-field';
import { lateWords as words } from '../../../text/late-change';
import { shiftWords } from '../../../text/rota';
import { goesOver, type TypedTimes } from './late-values';

type TimeProps = Omit<ComponentProps<typeof TimeField>, 'label'>;

/** Start and end of a shift, whether it goes over midnight, and time awake in a sleep-in. */
export function TimeFields(props: {
  readonly values: Pick<TypedTimes, 'start' | 'end'>;
  readonly day: IsoDay | undefined;
  readonly maySleep: boolean;
  readonly start: TimeProps;
  readonly end: TimeProps;
  readonly nextDay: Omit<ComponentProps<typeof RadioGroup<'yes' | 'no' | ''>>, 'label' | 'choices'>;
  readonly awake: Omit<ComponentProps<typeof HoursField>, 'label'>;
}) {
  const { values, day, maySleep } = props;
  return (
    <>
      <div className="rota-times">
        <TimeField label={words.start} {...props.start} />
        <TimeField label={words.end} {...props.end} />
      </div>
      {goesOver(values) ? (
        <RadioGroup<'yes' | 'no' | ''>
          label={shiftWords.nextDay(day === undefined ? undefined : addDays(day, 1))}
          {...props.nextDay}
          choices={[
            { value: 'yes', label: shiftWords.nextDayYes },
            { value: 'no', label: shiftWords.nextDayNo },
          ]}
        />
      ) : null}
      {maySleep ? (
        <HoursField label={words.awakeLabel} hint={words.awakeHint} optional {...props.awake} />
      ) : null}
    </>
  );
}
