import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { readDate } from '../../components/read-fields';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { pa } from '../../text/people';
import { problemsFor, sentenceFor } from '../../text/refusals';
import type { PartProps } from './part-page';
import { useSaved } from './use-worker';

/** The last day of work, or taking it back. */
export function LeavingForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const saved = useSaved(home);
  const workerId = worker.id;
  const form = useForm({
    initial: { leftOn: dateText(worker.leftOn) },
    check: (values) => checkFields({ leftOn: readDate(values.leftOn, pa.asked.leftOn) }),
    send: async ({ leftOn }) => {
      const answer = await answerOf(client.people.saveLeaving({ householdId, workerId, leftOn }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['leftOn']),
  });
  const takeBack = async () => {
    const answer = await answerOf(client.people.saveLeaving({ householdId, workerId, leftOn: null }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {pa.leavingSave}
          </Button>
          {worker.leftOn === null ? null : (
            <Button kind="quiet" onPress={() => void takeBack()}>
              {pa.leavingTakeBack}
            </Button>
          )}
        </>
      }
    >
      <DateField label={pa.leftOn} {...form.field('leftOn')} />
    </Form>
  );
}
