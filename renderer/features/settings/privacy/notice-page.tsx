import type { PrivacyChoices, PrivacyView } from '@shared/api/privacy';
import { formatDay } from '@shared/dates';
import { useQueryClient } from '@tanstack/react-query';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { fine } from '../../../components/read-more';
import { Table } from '../../../components/table';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { privacyNotice as words } from '../../../text/privacy';
import { problemsFor } from '../../../text/refusals';
import { FileButton } from './file-button';
import { PrivacyRoom } from './privacy-room';

/** The privacy notice: what only the household can say, the paper, and who has it. */
export function NoticePage() {
  const householdId = useHouseholdId();
  const file = (format: 'pdf' | 'odt') => () => client.privacy.noticeFile({ householdId, format });
  return (
    <PrivacyRoom title={words.title} sub={words.sub}>
      {(view) => (
        <>
          <section className="section" aria-labelledby="notice-get">
            <h2 id="notice-get">{words.getTitle}</h2>
            <p>{words.when}</p>
            <p>{words.read}</p>
            <div className="actions">
              <FileButton kind="primary" make={file('pdf')}>
                {words.pdf}
              </FileButton>
              <FileButton make={file('odt')}>{words.odt}</FileButton>
            </div>
          </section>
          <section className="section" aria-labelledby="notice-said">
            <h2 id="notice-said">{words.saidTitle}</h2>
            <SaidForm key={JSON.stringify(view.choices)} choices={view.choices} />
          </section>
          <section className="section" aria-labelledby="notice-given">
            <h2 id="notice-given">{words.givenTitle}</h2>
            <Given view={view} />
          </section>
        </>
      )}
    </PrivacyRoom>
  );
}

function SaidForm({ choices }: { readonly choices: PrivacyChoices }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: choices,
    check: (values: PrivacyChoices) =>
      checkFields({
        contact: fine(values.contact),
        helpers: fine(values.helpers),
        paper: fine(values.paper),
      }),
    send: async (read) => {
      const answer = await answerOf(client.privacy.saveChoices({ householdId, choices: read }));
      if (answer.ok) {
        await queryClient.invalidateQueries();
        announce(words.saved);
      }
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(choices)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <TextField
        label={words.contact}
        hint={words.contactHint}
        optional
        width="full"
        {...form.field('contact')}
      />
      <TextField
        label={words.helpers}
        hint={words.helpersHint}
        optional
        width="full"
        {...form.field('helpers')}
      />
      <TextField label={words.paper} hint={words.paperHint} optional width="full" {...form.field('paper')} />
    </Form>
  );
}

function Given({ view }: { readonly view: PrivacyView }) {
  const working = view.workers.filter((one) => one.leftOn === null || one.leftOn >= view.today);
  return (
    <Table
      caption={words.givenTitle}
      hideCaption
      tools={false}
      rows={working}
      rowKey={(row) => row.id}
      empty={<p>{words.none}</p>}
      columns={[
        { id: 'person', heading: words.person, isName: true, cell: (row) => row.name },
        {
          id: 'given',
          heading: words.given,
          cell: (row) => (row.noticeGivenOn === null ? words.notGiven : formatDay(row.noticeGivenOn)),
        },
        {
          id: 'action',
          heading: words.action,
          kind: 'action',
          cell: (row) => (
            <LinkButton kind="quiet" to={`/settings/privacy/notice/${row.id}`} name={words.noteFor(row.name)}>
              {words.note}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
