import type { HouseholdRecord, Representative, RepresentativeRole } from '@shared/api/household';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Checkbox } from '../../components/checkbox';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { RadioGroup } from '../../components/radio-group';
import { readText } from '../../components/read-fields';
import { fine, readChoice, readOptionalDate } from '../../components/read-more';
import { SummaryList } from '../../components/summary-list';
import { TextField } from '../../components/text-field';
import { showToast } from '../../components/toast';
import { useForm } from '../../components/use-form';
import { roles, representative as words } from '../../text/household';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

/** What a role is called. */
export function roleName(role: RepresentativeRole): string {
  return roles.find((one) => one.value === role)?.label ?? role;
}

/** Those who act: the first one straight as a form, then a list. */
export function RepresentativesPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={words.title} sub={words.sub} home={home}>
      {(record) =>
        record.representatives.length === 0 ? (
          <RepresentativeForm record={record} home={home} existing={undefined} />
        ) : (
          <>
            <SummaryList
              rows={record.representatives.map((one) => ({
                label: one.name,
                value: `${roleName(one.role)}${one.usesMainstay ? `, ${words.here}` : ''}`,
                changeTo: `${home}/representatives/${one.id}`,
              }))}
            />
            <div className="actions">
              <LinkButton to={`${home}/representatives/new`}>{words.add}</LinkButton>
            </div>
          </>
        )
      }
    </RecordPage>
  );
}

/** One person who acts, to add or to change. */
export function RepresentativePage({ home }: { readonly home: Home }) {
  const { id } = useParams();
  return (
    <RecordPage title={id === 'new' ? words.addTitle : words.title} home={home}>
      {(record) => (
        <RepresentativeForm
          record={record}
          home={home}
          existing={record.representatives.find((one) => one.id === id)}
        />
      )}
    </RecordPage>
  );
}

function RepresentativeForm(props: {
  readonly record: HouseholdRecord;
  readonly home: Home;
  readonly existing: Representative | undefined;
}) {
  const { record, home, existing } = props;
  const householdId = record.id;
  const saved = useSaved(home);
  const initial: Omit<Representative, 'role' | 'startsOn' | 'endsOn' | 'id'> & {
    role: RepresentativeRole | '';
    startsOn: ReturnType<typeof dateText>;
    endsOn: ReturnType<typeof dateText>;
  } = {
    name: existing?.name ?? '',
    role: existing?.role ?? '',
    mandate: existing?.mandate ?? '',
    startsOn: dateText(existing?.startsOn),
    endsOn: dateText(existing?.endsOn),
    phone: existing?.phone ?? '',
    email: existing?.email ?? '',
    usesMainstay: existing?.usesMainstay ?? record.representatives.length === 0,
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        role: readChoice(values.role, words.roleEmpty),
        name: readText(values.name, words.nameEmpty),
        mandate: fine(values.mandate),
        startsOn: readOptionalDate(values.startsOn, words.startsOn),
        endsOn: readOptionalDate(values.endsOn, words.endsOn),
        phone: fine(values.phone),
        email: fine(values.email),
        usesMainstay: fine(values.usesMainstay),
      }),
    send: async (read) => {
      const answer = await answerOf(
        client.household.saveRepresentative({
          householdId,
          representative: { ...read, id: existing?.id ?? null },
        }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const remove = async (id: string) => {
    const answer = await answerOf(client.household.removeRepresentative({ householdId, id }));
    if (answer.ok) await saved();
    else showToast(sentenceFor(answer));
  };
  const id = existing?.id;
  const chooseRole = (role: RepresentativeRole) => {
    form.set('role', role);
    if (role === 'self' && form.values.name === '')
      form.set('name', record.details.supportedName || record.name);
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {id === undefined || id === null ? null : (
            <Button kind="quiet" onPress={() => void remove(id)}>
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      <RadioGroup<RepresentativeRole>
        label={words.role}
        {...form.field('role')}
        onChange={chooseRole}
        choices={roles}
      />
      <TextField label={words.name} width="full" {...form.field('name')} />
      <Checkbox label={words.usesMainstay} {...form.field('usesMainstay')} />
      <TextField
        label={words.mandate}
        hint={words.mandateHint}
        width="full"
        optional
        {...form.field('mandate')}
      />
      <DateField label={words.startsOn} optional {...form.field('startsOn')} />
      <DateField label={words.endsOn} hint={words.endsOnHint} optional {...form.field('endsOn')} />
      <TextField label={words.phone} type="tel" optional {...form.field('phone')} />
      <TextField label={words.email} type="email" width="full" optional {...form.field('email')} />
    </Form>
  );
}
