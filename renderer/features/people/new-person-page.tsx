import type { WorkerDetails } from '@shared/api/people';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { NO_DATE } from '../../components/date-text';
import { Form } from '../../components/form';
import { Page } from '../../components/page';
import { readDate, readText } from '../../components/read-fields';
import { fine, readOptionalDate } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { pa, people } from '../../text/people';
import { problemsFor } from '../../text/refusals';

const BLANK: Omit<WorkerDetails, 'startedOn'> = {
  firstNames: '',
  lastName: '',
  knownAs: '',
  birthDate: null,
  gender: null,
  niNumber: '',
  addressLine1: '',
  addressLine2: '',
  town: '',
  postcode: '',
  phone: '',
  email: '',
  payrollNumber: '',
  bankNameOnAccount: '',
  sortCode: '',
  accountNumber: '',
  emergencyName: '',
  emergencyPhone: '',
  rightToWorkCheckedOn: null,
  rightToWorkUntil: null,
  dbsOn: null,
  covers: true,
};

/** A new PA: the least that is needed, then their own page with what is missing. */
export function NewPersonPage() {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const initial = {
    firstNames: '',
    lastName: '',
    startedOn: NO_DATE,
    birthDate: NO_DATE,
    niNumber: '',
    phone: '',
    email: '',
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        firstNames: readText(values.firstNames, pa.firstNamesEmpty),
        lastName: readText(values.lastName, pa.lastNameEmpty),
        startedOn: readDate(values.startedOn, pa.asked.startedOn),
        birthDate: readOptionalDate(values.birthDate, pa.birthDate),
        niNumber: fine(values.niNumber),
        phone: fine(values.phone),
        email: fine(values.email),
      }),
    send: async (read) => {
      const answer = await answerOf(client.people.add({ householdId, details: { ...BLANK, ...read } }));
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      void navigate(`/people/${answer.value.workerId}`);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Page title={pa.newTitle} sub={pa.newSub} backTo="/people" backLabel={people.back}>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {pa.newSave}
          </Button>
        }
      >
        <TextField label={pa.firstNames} {...form.field('firstNames')} />
        <TextField label={pa.lastName} {...form.field('lastName')} />
        <DateField label={pa.startedOn} {...form.field('startedOn')} />
        <DateField label={pa.birthDate} hint={pa.birthHint} optional {...form.field('birthDate')} />
        <TextField label={pa.niNumber} hint={pa.niHint} width="12" optional {...form.field('niNumber')} />
        <TextField label={pa.phone} type="tel" optional {...form.field('phone')} />
        <TextField label={pa.email} type="email" width="full" optional {...form.field('email')} />
      </Form>
    </Page>
  );
}
