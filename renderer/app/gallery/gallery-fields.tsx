import { useState } from 'react';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Checkbox } from '../../components/checkbox';
import { CheckboxGroup } from '../../components/checkbox-group';
import { ComboBox } from '../../components/combo-box';
import { DateField } from '../../components/date-field';
import { NO_DATE } from '../../components/date-text';
import { FileField } from '../../components/file-field';
import { Form } from '../../components/form';
import { HoursField } from '../../components/hours-field';
import { MoneyField } from '../../components/money-field';
import { NumberField } from '../../components/number-field';
import { PassphraseField } from '../../components/passphrase-field';
import { RadioGroup } from '../../components/radio-group';
import { readDate, readHours, readMoney, readText, readTime } from '../../components/read-fields';
import { Select } from '../../components/select';
import { Switch } from '../../components/switch';
import { TextArea } from '../../components/text-area';
import { TextField } from '../../components/text-field';
import { TimeField } from '../../components/time-field';
import { useForm } from '../../components/use-form';

const FREQUENCIES = [
  { value: 'weekly', label: 'Every week' },
  { value: 'two-weekly', label: 'Every two weeks' },
  { value: 'four-weekly', label: 'Every four weeks', note: 'On a Friday' },
] as const;
const DAYS = [
  { value: 'monday', label: 'Monday' },
  { value: 'tuesday', label: 'Tuesday' },
  { value: 'wednesday', label: 'Wednesday' },
] as const;
const COUNCILS = ['Anyshire Council', 'Borough of Testing', 'Cumberland Council', 'Devon County Council'].map(
  (label) => ({
    value: label.toLowerCase().replaceAll(' ', '-'),
    label,
  }),
);

const NOTHING = {
  name: '',
  start: NO_DATE,
  amount: '',
  hours: '',
  from: '',
  council: '',
  nation: '' as 'england' | 'wales' | '',
  frequency: '' as 'weekly' | 'two-weekly' | 'four-weekly' | '',
  days: [] as readonly ('monday' | 'tuesday' | 'wednesday')[],
  agreed: false,
  note: '',
  passphrase: '',
  weeks: 8 as number | null,
};

/** Every field, in a form that says what is wrong. */
export function GalleryFields() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sound, setSound] = useState(true);
  const form = useForm({
    initial: NOTHING,
    check: (values) =>
      checkFields({
        name: readText(values.name, 'Enter the name of your PA.'),
        start: readDate(values.start, 'Start date'),
        amount: readMoney(values.amount, 'Weekly amount'),
        hours: readHours(values.hours, 'Hours a week'),
        from: readTime(values.from, 'Start time'),
        frequency: readText(values.frequency, 'Choose how often you pay.'),
        agreed: values.agreed
          ? { ok: true as const, value: true }
          : { ok: false as const, message: 'Tick the box when your PA has agreed.' },
      }),
    send: () => Promise.resolve({ ok: true as const }),
  });
  return (
    <section className="section">
      <h2>A form</h2>
      <Form
        form={form}
        actions={
          <>
            <Button kind="primary" type="submit" pending={form.pending}>
              Add this PA
            </Button>
            <Button kind="quiet">Leave it for now</Button>
          </>
        }
      >
        <TextField label="Name of your PA" hint="As it is on their bank card" {...form.field('name')} />
        <DateField label="Start date" {...form.field('start')} />
        <MoneyField label="Weekly amount" hint="What the council pays" {...form.field('amount')} />
        <HoursField label="Hours a week" {...form.field('hours')} />
        <TimeField label="Start time" {...form.field('from')} />
        <ComboBox label="Council" optional choices={COUNCILS} {...form.field('council')} />
        <Select
          label="Nation"
          choices={[
            { value: 'england', label: 'England' },
            { value: 'wales', label: 'Wales', note: 'Cymru' },
          ]}
          {...form.field('nation')}
        />
        <RadioGroup
          label="How often do you pay?"
          {...form.field('frequency')}
          choices={FREQUENCIES.map((choice) =>
            choice.value === 'weekly' ? { ...choice, more: <p>Pay day is Friday.</p> } : choice,
          )}
        />
        <CheckboxGroup label="Days" choices={DAYS} inline {...form.field('days')} />
        <NumberField label="Weeks you may keep" least={0} most={52} {...form.field('weeks')} />
        <Checkbox
          label="My PA has agreed to this"
          note="You can print the letter first"
          {...form.field('agreed')}
        />
        <TextArea label="Note" optional {...form.field('note')} />
        <PassphraseField label="New passphrase" isNew {...form.field('passphrase')} />
        <FileField
          label="Receipt"
          files={files}
          onChange={setFiles}
          accept={['image/*', 'application/pdf']}
        />
        <Switch label="Sound when work ends" value={sound} onChange={setSound} />
      </Form>
    </section>
  );
}
