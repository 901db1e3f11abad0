import type { Employer, HouseholdRecord } from '@shared/api/household';
import { formatPounds } from '@shared/money';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForDay } from '@shared/rates/rates-book';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, client } from '../../api/client';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Checkbox } from '../../components/checkbox';
import { Form } from '../../components/form';
import { Notice } from '../../components/notice';
import { RadioGroup } from '../../components/radio-group';
import { readText } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { employer as words } from '../../text/household';
import { problemsFor } from '../../text/refusals';
import { type Home, RecordPage } from './record-page';
import { useSaved } from './use-household';

type PayeStatus = Employer['payeStatus'];
type FilingRoute = Employer['filingRoute'];
const ROUTES: readonly FilingRoute[] = ['basic-paye-tools', 'paper', 'bureau'];

export function EmployerPage({ home }: { readonly home: Home }) {
  return (
    <RecordPage title={words.title} sub={words.sub} home={home}>
      {(record) => <EmployerForm record={record} home={home} />}
    </RecordPage>
  );
}

/** The plain test of whether one must register, with this year’s figure where it is known. */
function MustRegister() {
  const status = useQuery(api.workspace.status.queryOptions()).data;
  const rates = status === undefined ? undefined : ratesForDay(bundledRates, status.today);
  const weekly = rates?.ok ? formatPounds(rates.value.payeRegistration.weekly) : undefined;
  return (
    <Notice title={words.test.title}>
      <p>{words.test.intro}</p>
      <ul>
        {words.test.points(weekly?.replace(/\.00$/, '')).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>{words.test.source}</p>
    </Notice>
  );
}

function EmployerForm({ record, home }: { readonly record: HouseholdRecord; readonly home: Home }) {
  const saved = useSaved(home);
  const existing = record.employer;
  const initial: Omit<Employer, 'payeStatus'> & { payeStatus: PayeStatus | '' } = existing ?? {
    legalName: record.details.supportedName || record.name,
    payeStatus: '',
    payeReference: '',
    accountsOfficeReference: '',
    employmentAllowance: true,
    smallEmployersRelief: true,
    filingRoute: 'basic-paye-tools',
    hmrcPayments: 'quarterly',
    contactName: '',
    contactPhone: '',
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        legalName: readText(values.legalName, words.legalNameEmpty),
        payeStatus: readChoice(values.payeStatus, words.payeStatusEmpty),
        payeReference: fine(values.payeReference.replace(/\s/g, '')),
        accountsOfficeReference: fine(values.accountsOfficeReference.replace(/\s/g, '')),
        employmentAllowance: fine(values.employmentAllowance),
        smallEmployersRelief: fine(values.smallEmployersRelief),
        filingRoute: fine(values.filingRoute),
        hmrcPayments: fine(values.hmrcPayments),
        contactName: fine(values.contactName),
        contactPhone: fine(values.contactPhone),
      }),
    send: async (employer) => {
      const answer = await answerOf(client.household.saveEmployer({ householdId: record.id, employer }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  const registered = form.values.payeStatus === 'registered';
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.save}
        </Button>
      }
    >
      <TextField
        label={words.legalName}
        hint={words.legalNameHint}
        width="full"
        {...form.field('legalName')}
      />
      <MustRegister />
      <RadioGroup<PayeStatus>
        label={words.payeStatus}
        {...form.field('payeStatus')}
        choices={[
          { value: 'registered', label: words.registered },
          { value: 'not-registered-yet', label: words.notYet },
          { value: 'not-needed', label: words.notNeeded },
        ]}
      />
      {registered ? (
        <>
          <TextField
            label={words.payeReference}
            hint={words.payeReferenceHint}
            width="12"
            {...form.field('payeReference')}
          />
          <TextField
            label={words.accountsOffice}
            hint={words.accountsOfficeHint}
            optional
            {...form.field('accountsOfficeReference')}
          />
        </>
      ) : null}
      {form.values.payeStatus === 'not-needed' || form.values.payeStatus === '' ? null : (
        <>
          <Checkbox
            label={words.employmentAllowance}
            note={words.employmentAllowanceNote}
            {...form.field('employmentAllowance')}
          />
          <Checkbox
            label={words.smallEmployersRelief}
            note={words.smallEmployersReliefNote}
            {...form.field('smallEmployersRelief')}
          />
          <RadioGroup<FilingRoute>
            label={words.filingRoute}
            {...form.field('filingRoute')}
            choices={ROUTES.map((value) => ({
              value,
              label: words.routes[value][0],
              note: words.routes[value][1],
            }))}
          />
          <RadioGroup<Employer['hmrcPayments']>
            label={words.hmrcPayments}
            {...form.field('hmrcPayments')}
            choices={[
              { value: 'monthly', label: words.monthly },
              { value: 'quarterly', label: words.quarterly, note: words.quarterlyNote },
            ]}
          />
        </>
      )}
      <TextField label={words.contactName} optional {...form.field('contactName')} />
      <TextField label={words.contactPhone} type="tel" optional {...form.field('contactPhone')} />
    </Form>
  );
}
