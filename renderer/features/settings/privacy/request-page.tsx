import type { AccessRequestShown, PrivacyView } from '@shared/api/privacy';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { readDate } from '../../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextArea } from '../../../components/text-area';
import { useForm } from '../../../components/use-form';
import { privacyRequests as words } from '../../../text/privacy';
import { problemsFor } from '../../../text/refusals';
import { useSaved } from '../use-household';
import { FileButton } from './file-button';
import { PrivacyRoom } from './privacy-room';
import { useDoing } from './use-privacy';

const HOME = '/settings/privacy/requests';

/** One request of a PA to see their data: when it was, by when it is answered, and the copy for them. */
export function RequestPage() {
  const { id } = useParams();
  const find = (view: PrivacyView) => view.requests.find((one) => one.id === id);
  const nameOf = (view: PrivacyView): string => {
    const request = find(view);
    return request === undefined ? words.newTitle : words.oneTitle(request.workerName);
  };
  return (
    <PrivacyRoom title={nameOf} backTo={HOME} backLabel={words.back}>
      {(view) => {
        const request = find(view);
        return (
          <>
            {request === undefined ? null : <Due request={request} today={view.today} />}
            {request === undefined ? null : <Copy request={request} />}
            {view.workers.length === 0 ? (
              <p>{words.noWorkers}</p>
            ) : (
              <RequestForm key={request?.id ?? 'new'} view={view} request={request} />
            )}
          </>
        );
      }}
    </PrivacyRoom>
  );
}

function Due(props: { readonly request: AccessRequestShown; readonly today: PrivacyView['today'] }) {
  const { answeredOn, dueOn } = props.request;
  if (answeredOn !== null) return <Notice tone="done" title={words.done(answeredOn)} />;
  const late = dueOn < props.today;
  return (
    <Notice tone={late ? 'wrong' : 'attention'} title={words.by(dueOn)}>
      <p>{late ? words.lateBody : words.byBody}</p>
    </Notice>
  );
}

function Copy({ request }: { readonly request: AccessRequestShown }) {
  const householdId = useHouseholdId();
  const [made, setMade] = useState(false);
  return (
    <section className="section" aria-labelledby="request-copy">
      <h2 id="request-copy">{words.copyTitle(request.workerName)}</h2>
      <p>{words.copyWhat}</p>
      <ol>
        {words.copySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="actions">
        <FileButton
          kind={request.answeredOn === null ? 'primary' : 'secondary'}
          make={() => client.privacy.copyForWorker({ householdId, workerId: request.workerId })}
          onMade={() => setMade(true)}
        >
          {words.copy(request.workerName)}
        </FileButton>
      </div>
      {made ? <Notice tone="done" title={words.copied} spoken /> : null}
    </section>
  );
}

function RequestForm(props: {
  readonly view: PrivacyView;
  readonly request: AccessRequestShown | undefined;
}) {
  const { view, request } = props;
  const householdId = useHouseholdId();
  const saved = useSaved(HOME);
  const { pending, run } = useDoing();
  const initial = {
    workerId: request?.workerId ?? (view.workers.length === 1 ? (view.workers[0]?.id ?? '') : ''),
    askedOn: dateText(request?.askedOn ?? view.today),
    answeredOn: dateText(request?.answeredOn),
    note: request?.note ?? '',
  };
  const form = useForm({
    initial,
    check: (values: typeof initial) =>
      checkFields({
        workerId: readChoice(values.workerId, words.whoNeeded),
        askedOn: readDate(values.askedOn, words.askedOn),
        answeredOn: readOptionalDate(values.answeredOn, words.answeredOn),
        note: fine(values.note),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.privacy.saveRequest({ householdId, request: { id: request?.id ?? null, ...read } }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const remove = async (id: string) => {
    if (await run(() => answerOf(client.privacy.removeRequest({ householdId, id })), words.removed))
      await saved();
  };
  return (
    <section className="section" aria-labelledby="request-details">
      <h2 id="request-details">{words.details}</h2>
      <Form
        form={form}
        actions={
          <>
            <Button
              kind={request === undefined || request.answeredOn !== null ? 'primary' : 'secondary'}
              type="submit"
              pending={form.pending}
            >
              {words.save}
            </Button>
            {request === undefined ? null : (
              <Button kind="quiet" pending={pending} onPress={() => void remove(request.id)}>
                {words.remove}
              </Button>
            )}
          </>
        }
      >
        <Select
          label={words.who}
          {...form.field('workerId')}
          choices={view.workers.map((one) => ({ value: one.id, label: one.name }))}
        />
        <DateField label={words.askedOn} {...form.field('askedOn')} />
        {request === undefined ? null : (
          <DateField
            label={words.answeredOn}
            hint={words.answeredHint}
            optional
            {...form.field('answeredOn')}
          />
        )}
        <TextArea label={words.note} hint={words.noteHint} optional {...form.field('note')} />
      </Form>
    </section>
  );
}
