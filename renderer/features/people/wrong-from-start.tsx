import type { WorkerRecord } from '@shared/api/people';
import { Checkbox } from '../../components/checkbox';
import { putRight } from '../../text/people-life';

/** Asked of who has been paid: whether what is saved was wrong for days that are paid already. */
export function WrongFromStart(props: {
  readonly worker: WorkerRecord;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  if (props.worker.lastPaidOn === null) return null;
  return (
    <Checkbox label={putRight.tick} note={putRight.tickNote} value={props.value} onChange={props.onChange} />
  );
}

/** Where a form goes once it is saved: to the payslips to put right, where the change was for paid days. */
export function afterSaving(home: string, wrongFromStart: boolean): string {
  return wrongFromStart ? `${home}/put-right` : home;
}
