import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Checkbox } from '../../components/checkbox';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { readDate, readText } from '../../components/read-fields';
import { fine, readOptionalDate } from '../../components/read-more';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { genders, pa } from '../../text/people';
import { problemsFor } from '../../text/refusals';
import type { PartProps } from './part-page';
import { useSaveDetails } from './save-part';

function Save({ pending }: { readonly pending: boolean }) {
  return (
    <Button kind="primary" type="submit" pending={pending}>
      {pa.savePart}
    </Button>
  );
}

/** Name, birth, National Insurance number, address. */
export function DetailsForm({ worker, home }: PartProps) {
  const save = useSaveDetails(worker, home);
  const { details } = worker;
  const initial = {
    firstNames: details.firstNames,
    lastName: details.lastName,
    knownAs: details.knownAs,
    startedOn: dateText(details.startedOn),
    birthDate: dateText(details.birthDate),
    gender: details.gender ?? ('' as const),
    niNumber: details.niNumber,
    addressLine1: details.addressLine1,
    addressLine2: details.addressLine2,
    town: details.town,
    postcode: details.postcode,
    phone: details.phone,
    email: details.email,
    payrollNumber: details.payrollNumber,
    covers: details.covers,
  };
  const form = useForm<
    Omit<typeof initial, 'gender'> & { gender: 'female' | 'male' | '' },
    Parameters<typeof save>[0]
  >({
    initial,
    check: (values) =>
      checkFields({
        firstNames: readText(values.firstNames, pa.firstNamesEmpty),
        lastName: readText(values.lastName, pa.lastNameEmpty),
        knownAs: fine(values.knownAs),
        startedOn: readDate(values.startedOn, pa.asked.startedOn),
        birthDate: readOptionalDate(values.birthDate, pa.birthDate),
        gender: fine(values.gender === '' ? null : values.gender),
        niNumber: fine(values.niNumber),
        addressLine1: fine(values.addressLine1),
        addressLine2: fine(values.addressLine2),
        town: fine(values.town),
        postcode: fine(values.postcode.toUpperCase()),
        phone: fine(values.phone),
        email: fine(values.email),
        payrollNumber: fine(values.payrollNumber),
        covers: fine(values.covers),
      }),
    send: save,
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form form={form} actions={<Save pending={form.pending} />}>
      <TextField label={pa.firstNames} {...form.field('firstNames')} />
      <TextField label={pa.lastName} {...form.field('lastName')} />
      <TextField label={pa.knownAs} hint={pa.knownAsHint} optional {...form.field('knownAs')} />
      <DateField label={pa.startedOn} {...form.field('startedOn')} />
      <DateField label={pa.birthDate} hint={pa.birthHint} optional {...form.field('birthDate')} />
      <RadioGroup<'female' | 'male'>
        label={pa.gender}
        hint={pa.genderHint}
        inline
        {...form.field('gender')}
        choices={[
          { value: 'female', label: genders.female },
          { value: 'male', label: genders.male },
        ]}
      />
      <TextField label={pa.niNumber} hint={pa.niHint} width="12" optional {...form.field('niNumber')} />
      <TextField label={pa.addressLine1} width="full" optional {...form.field('addressLine1')} />
      <TextField label={`${pa.addressLine1}, 2`} width="full" optional {...form.field('addressLine2')} />
      <TextField label={pa.town} optional {...form.field('town')} />
      <TextField label={pa.postcode} width="8" optional {...form.field('postcode')} />
      <TextField label={pa.phone} type="tel" optional {...form.field('phone')} />
      <TextField label={pa.email} type="email" width="full" optional {...form.field('email')} />
      <TextField
        label={pa.payrollNumber}
        hint={pa.payrollHint}
        width="8"
        optional
        {...form.field('payrollNumber')}
      />
      <Checkbox label={pa.covers} {...form.field('covers')} />
    </Form>
  );
}

/** Where the wages go. */
export function BankForm({ worker, home }: PartProps) {
  const save = useSaveDetails(worker, home);
  const initial = {
    bankNameOnAccount: worker.details.bankNameOnAccount || worker.name,
    sortCode: worker.details.sortCode,
    accountNumber: worker.details.accountNumber,
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        bankNameOnAccount: fine(values.bankNameOnAccount),
        sortCode: fine(values.sortCode.replace(/[\s–]/g, '')),
        accountNumber: fine(values.accountNumber.replace(/\s/g, '')),
      }),
    send: save,
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form form={form} actions={<Save pending={form.pending} />}>
      <TextField label={pa.bankNameOnAccount} {...form.field('bankNameOnAccount')} />
      <TextField label={pa.sortCode} hint={pa.sortCodeHint} width="8" {...form.field('sortCode')} />
      <TextField label={pa.accountNumber} hint={pa.accountHint} width="8" {...form.field('accountNumber')} />
    </Form>
  );
}

/** Right to work, and the DBS check. */
export function PapersForm({ worker, home }: PartProps) {
  const save = useSaveDetails(worker, home);
  const initial = {
    rightToWorkCheckedOn: dateText(worker.details.rightToWorkCheckedOn),
    rightToWorkUntil: dateText(worker.details.rightToWorkUntil),
    dbsOn: dateText(worker.details.dbsOn),
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        rightToWorkCheckedOn: readOptionalDate(values.rightToWorkCheckedOn, pa.rightToWorkCheckedOn),
        rightToWorkUntil: readOptionalDate(values.rightToWorkUntil, pa.rightToWorkUntil),
        dbsOn: readOptionalDate(values.dbsOn, pa.dbsOn),
      }),
    send: save,
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form form={form} actions={<Save pending={form.pending} />}>
      <DateField
        label={pa.rightToWorkCheckedOn}
        hint={pa.rightToWorkHint}
        {...form.field('rightToWorkCheckedOn')}
      />
      <DateField
        label={pa.rightToWorkUntil}
        hint={pa.rightToWorkUntilHint}
        optional
        {...form.field('rightToWorkUntil')}
      />
      <DateField label={pa.dbsOn} optional {...form.field('dbsOn')} />
    </Form>
  );
}

/** Whom to call. */
export function EmergencyForm({ worker, home }: PartProps) {
  const save = useSaveDetails(worker, home);
  const form = useForm({
    initial: {
      emergencyName: worker.details.emergencyName,
      emergencyPhone: worker.details.emergencyPhone,
    },
    check: (values) =>
      checkFields({
        emergencyName: fine(values.emergencyName),
        emergencyPhone: fine(values.emergencyPhone),
      }),
    send: save,
    refusal: (refusal) => problemsFor(refusal, ['emergencyName', 'emergencyPhone']),
  });
  return (
    <Form form={form} actions={<Save pending={form.pending} />}>
      <TextField label={pa.emergencyName} {...form.field('emergencyName')} />
      <TextField label={pa.emergencyPhone} type="tel" {...form.field('emergencyPhone')} />
    </Form>
  );
}
