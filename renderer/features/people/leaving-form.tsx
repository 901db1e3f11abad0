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
import { payRefusals } from '../../text/pay-problems';
import { pa } from '../../text/people';
import { lifeWords } from '../../text/people-life';
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
    <>
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
      {worker.leftOn === null ? null : <P45GivenForm worker={worker} home={home} />}
    </>
  );
}

/** The day that the P45 was given: pay after it is pay after leaving. */
function P45GivenForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const saved = useSaved(home);
  const workerId = worker.id;
  const form = useForm({
    initial: { givenOn: dateText(worker.p45GivenOn) },
    check: (values) => checkFields({ givenOn: readDate(values.givenOn, lifeWords.p45GivenAsked) }),
    send: async ({ givenOn }) => {
      const answer = await answerOf(client.people.saveP45Given({ householdId, workerId, givenOn }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['givenOn'], payRefusals),
  });
  const takeBack = async () => {
    const answer = await answerOf(client.people.saveP45Given({ householdId, workerId, givenOn: null }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer, payRefusals));
  };
  return (
    <section className="section">
      <h2>{lifeWords.p45Part}</h2>
      <Form
        form={form}
        actions={
          <>
            <Button type="submit" pending={form.pending}>
              {lifeWords.p45GivenSave}
            </Button>
            {worker.p45GivenOn === null ? null : (
              <Button kind="quiet" onPress={() => void takeBack()}>
                {lifeWords.p45GivenTakeBack}
              </Button>
            )}
          </>
        }
      >
        <DateField label={lifeWords.p45Given} hint={lifeWords.p45GivenHint} {...form.field('givenOn')} />
      </Form>
    </section>
  );
}
