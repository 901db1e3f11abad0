import type { PrivacyView } from '@shared/api/privacy';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { privacyRequests, privacyNotice as words } from '../../../text/privacy';
import { problemsFor } from '../../../text/refusals';
import { useSaved } from '../use-household';
import { PrivacyRoom } from './privacy-room';
import { useDoing } from './use-privacy';

const HOME = '/settings/privacy/notice';

type Worker = PrivacyView['workers'][number];

/** On which day a PA was given the notice. */
export function NoticeGivenPage() {
  const { workerId } = useParams();
  const find = (view: PrivacyView): Worker | undefined => view.workers.find((one) => one.id === workerId);
  return (
    <PrivacyRoom
      title={(view) => words.givenPage(find(view)?.name ?? words.person)}
      backTo={HOME}
      backLabel={words.title}
    >
      {(view) => {
        const worker = find(view);
        return worker === undefined ? (
          <p>{privacyRequests.goneWorker}</p>
        ) : (
          <GivenForm worker={worker} today={view.today} />
        );
      }}
    </PrivacyRoom>
  );
}

function GivenForm({ worker, today }: { readonly worker: Worker; readonly today: PrivacyView['today'] }) {
  const householdId = useHouseholdId();
  const saved = useSaved(HOME);
  const { pending, run } = useDoing();
  const initial = { givenOn: dateText(worker.noticeGivenOn ?? today) };
  const form = useForm({
    initial,
    check: (values: typeof initial) => checkFields({ givenOn: readDate(values.givenOn, words.day) }),
    send: async ({ givenOn }) => {
      const answer = await answerOf(
        client.privacy.noteNoticeGiven({ householdId, workerId: worker.id, givenOn }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const takeBack = async () => {
    const work = () =>
      answerOf(client.privacy.noteNoticeGiven({ householdId, workerId: worker.id, givenOn: null }));
    if (await run(work, words.saved)) await saved();
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.saveDay}
          </Button>
          {worker.noticeGivenOn === null ? null : (
            <Button pending={pending} onPress={() => void takeBack()}>
              {words.takeBack}
            </Button>
          )}
        </>
      }
    >
      <DateField label={words.day} {...form.field('givenOn')} />
    </Form>
  );
}
