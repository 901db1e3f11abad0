import type { HouseholdRecord, Nation } from '@shared/api/household';
import { nation } from '@shared/api/household';
import { answerOf, client } from '../../api/client';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { readText } from '../../components/read-fields';
import { fine, readOptionalDate } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { nations, person } from '../../text/household';
import { problemsFor } from '../../text/refusals';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

export function HouseholdPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={person.title} sub={person.sub} home={home}>
      {(record) => <HouseholdForm record={record} home={home} />}
    </RecordPage>
  );
}

function HouseholdForm({ record, home }: { readonly record: HouseholdRecord; readonly home: Home }) {
  const saved = useSaved(home);
  const { details } = record;
  const form = useForm({
    initial: {
      ...details,
      supportedName: details.supportedName === '' ? record.name : details.supportedName,
      birthDate: dateText(details.birthDate),
    },
    check: (values) =>
      checkFields({
        supportedName: readText(values.supportedName, person.supportedNameEmpty),
        knownAs: fine(values.knownAs),
        birthDate: readOptionalDate(values.birthDate, person.birthDate),
        addressLine1: fine(values.addressLine1),
        addressLine2: fine(values.addressLine2),
        town: fine(values.town),
        postcode: fine(values.postcode.toUpperCase()),
        phone: fine(values.phone),
        email: fine(values.email),
        nation: fine(values.nation),
        userName: fine(values.userName),
      }),
    send: async (next) => {
      const answer = await answerOf(client.household.saveDetails({ householdId: record.id, details: next }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(details)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {person.save}
        </Button>
      }
    >
      <TextField label={person.supportedName} width="full" {...form.field('supportedName')} />
      <TextField label={person.knownAs} hint={person.knownAsHint} optional {...form.field('knownAs')} />
      <DateField label={person.birthDate} optional {...form.field('birthDate')} />
      <TextField label={person.addressLine1} width="full" optional {...form.field('addressLine1')} />
      <TextField label={person.addressLine2} width="full" optional {...form.field('addressLine2')} />
      <TextField label={person.town} optional {...form.field('town')} />
      <TextField label={person.postcode} width="8" optional {...form.field('postcode')} />
      <RadioGroup<Nation>
        label={person.nation}
        hint={person.nationHint}
        {...form.field('nation')}
        choices={nation.options.map((value) => ({ value, label: nations[value] }))}
      />
      <TextField label={person.phone} type="tel" optional {...form.field('phone')} />
      <TextField label={person.email} type="email" width="full" optional {...form.field('email')} />
      <TextField label={person.userName} hint={person.userNameHint} optional {...form.field('userName')} />
    </Form>
  );
}
