import type { EndingSummary } from '@shared/api/endings';
import type { IsoDay } from '@shared/dates';
import { ENDING_KINDS, type EndingKind } from '@shared/returns/ending-steps';
import { Undo2 } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText, NO_DATE } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../../components/read-more';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { account, endingKinds, endingRefusals, endings, endingForm as words } from '../../../text/endings';
import { problemsFor } from '../../../text/refusals';
import { useDoing, useEndings, useToday, useWritten } from './use-endings';

/** What happens, when, and who is told: before the final account. */
export function EndingPage() {
  const { agreementId } = useParams();
  const list = useEndings();
  const today = useToday();
  const found = list?.find((one) => one.agreementId === agreementId);
  if (list === undefined || today === undefined)
    return (
      <Page title={endings.title} backTo="/returns/endings" backLabel={endings.title}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  if (found === undefined)
    return (
      <Page title={endings.title} backTo="/returns/endings" backLabel={endings.title}>
        <EmptyState title={endings.none}>{account.goneBody}</EmptyState>
      </Page>
    );
  const back =
    found.ending === null
      ? { backTo: '/returns/endings', backLabel: endings.title }
      : { backTo: `/returns/endings/${found.agreementId}`, backLabel: words.backToAccount };
  return (
    <Page title={words.title(found.funderName)} sub={words.sub} {...back}>
      <EndingForm key={found.agreementId} found={found} today={today} />
    </Page>
  );
}

function EndingForm({ found, today }: { readonly found: EndingSummary; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const { doing, run } = useDoing();
  const { agreementId, ending } = found;
  const initial = {
    kind: (ending?.kind ?? '') as EndingKind | '',
    endedOn: dateText(ending?.endedOn ?? found.endsOn ?? today),
    toldOn: ending === null || ending.toldOn === null ? NO_DATE : dateText(ending.toldOn),
    executorName: ending?.executorName ?? '',
    executorContact: ending?.executorContact ?? '',
    note: ending?.note ?? '',
  };
  const form = useForm({
    initial,
    check: (values: typeof initial) =>
      checkFields({
        kind: readChoice<EndingKind>(values.kind, words.kindNeeded),
        endedOn: readDate(values.endedOn, words.endedOnSaid),
        toldOn: readOptionalDate(values.toldOn, words.toldOnSaid),
        executorName: fine(values.executorName.trim()),
        executorContact: fine(values.executorContact.trim()),
        note: fine(values.note),
      }),
    send: async (value) => {
      const answer = await answerOf(client.endings.save({ householdId, ending: { agreementId, ...value } }));
      if (answer.ok) {
        void navigate(`/returns/endings/${agreementId}`);
        await written(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), endingRefusals),
  });
  const remove = async () => {
    const done = await run(
      'remove',
      () => answerOf(client.endings.remove({ householdId, agreementId })),
      words.removed,
    );
    if (done) void navigate('/returns/endings');
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {ending === null ? null : (
            <Button icon={Undo2} pending={doing === 'remove'} onPress={() => void remove()}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <RadioGroup
        label={words.kind}
        {...form.field('kind')}
        choices={ENDING_KINDS.map((value) => ({ value, ...endingKinds[value] }))}
      />
      <DateField label={words.endedOn} hint={words.endedOnHint} {...form.field('endedOn')} />
      <DateField label={words.toldOn} hint={words.toldOnHint} optional {...form.field('toldOn')} />
      {form.values.kind === 'death' ? (
        <>
          <TextField
            label={words.executorName}
            hint={words.executorNameHint}
            optional
            {...form.field('executorName')}
          />
          <TextField label={words.executorContact} optional width="full" {...form.field('executorContact')} />
        </>
      ) : null}
      <TextArea label={words.note} optional {...form.field('note')} />
    </Form>
  );
}
