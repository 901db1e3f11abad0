import type { StaffRecord } from '@shared/api/organisation';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { readText } from '../../../components/read-fields';
import { readOptionalDate } from '../../../components/read-more';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { organisation } from '../../../text/desk/organisation';
import { problemsFor } from '../../../text/refusals';

const words = organisation.staff;
const HOME = '/desk/organisation';

/** One person who works there, to add or to change. */
export function StaffPage() {
  const { id } = useParams();
  const view = useQuery({ ...api.organisation.view.queryOptions(), throwOnError: true }).data;
  const existing = view?.staff.find((one) => one.id === id);
  const title = existing === undefined ? words.addTitle : words.changeNamed(existing.name);
  return (
    <Page title={title} sub={words.sub} backTo={HOME} backLabel={words.back}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <StaffForm existing={existing} isFirst={view.staff.length === 0} />
      )}
    </Page>
  );
}

function StaffForm({
  existing,
  isFirst,
}: {
  readonly existing: StaffRecord | undefined;
  readonly isFirst: boolean;
}) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const initial = {
    name: existing?.name ?? '',
    initials: existing?.initials ?? '',
    leftOn: dateText(existing?.leftOn),
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        name: readText(values.name, words.nameEmpty),
        initials: readText(values.initials, words.initialsEmpty),
        leftOn: readOptionalDate(values.leftOn, words.leftOn),
      }),
    send: async ({ name, initials, leftOn }) => {
      const answer = await answerOf(
        client.organisation.saveStaff({ id: existing?.id ?? null, name, initials }),
      );
      if (!answer.ok) return answer;
      const { id } = answer.value;
      if (existing !== undefined && leftOn !== existing.leftOn)
        await client.organisation.staffLeft({ id, leftOn });
      // Who names themselves first is the one who sits here.
      if (isFirst) await client.organisation.workNow({ staffId: id });
      await queryClient.invalidateQueries();
      announce(organisation.saved);
      void navigate(HOME);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <TextField label={words.name} width="full" {...form.field('name')} />
      <TextField label={words.initials} hint={words.initialsHint} width="4" {...form.field('initials')} />
      {existing === undefined ? null : (
        <DateField label={words.leftOn} hint={words.leftOnHint} optional {...form.field('leftOn')} />
      )}
    </Form>
  );
}
