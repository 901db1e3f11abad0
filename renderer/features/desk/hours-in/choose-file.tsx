import { answerOf, client } from '../../../api/client';
import { fileToSend } from '../../../api/files';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { FileField } from '../../../components/file-field';
import { Form } from '../../../components/form';
import { readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { hoursFile, hoursGrid } from '../../../text/desk/hours-in';
import { sentenceFor } from '../../../text/refusals';
import type { SentFile } from './hours-file-page';
import type { HoursChoice } from './use-pay-days';

const TAKEN = [
  '.csv',
  '.txt',
  '.tsv',
  'text/csv',
  'text/plain',
  'application/vnd.ms-excel',
  '.xls',
  '.xlsx',
  '.htm',
  '.html',
  '.pdf',
  '.zip',
];

/** The file, and the pay days it is held against. */
export function ChooseHoursFile(props: {
  readonly choice: HoursChoice;
  readonly onRead: (sent: SentFile) => void;
}) {
  const { choice } = props;
  const form = useForm({
    initial: {
      file: [] as readonly File[],
      against: true,
      from: dateText(choice.from),
      to: dateText(choice.to),
    },
    check: (values) => {
      const [file] = values.file;
      const days = checkFields({
        from: readDate(values.from, hoursGrid.said.from),
        to: readDate(values.to, hoursGrid.said.to),
      });
      const isAsked = choice.batchId === null && values.against;
      if (file === undefined || (isAsked && !days.ok))
        return {
          ok: false,
          problems: {
            ...(file === undefined ? { file: hoursFile.fileMissing } : {}),
            ...(isAsked && !days.ok ? days.problems : {}),
          },
        };
      const pay = choice.batchId !== null ? choice.pay : isAsked && days.ok ? days.value : null;
      return { ok: true, value: { file, pay } };
    },
    send: async ({ file, pay }) => {
      const sent = await fileToSend(file);
      const answer = await answerOf(client.hoursIn.table({ file: sent, delimiter: null }));
      if (answer.ok) props.onRead({ file: sent, pay, table: answer.value });
      return answer;
    },
    refusal: (refusal) => ({ file: sentenceFor(refusal) }),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {hoursFile.go}
        </Button>
      }
    >
      <FileField
        label={hoursFile.file}
        hint={hoursFile.fileHint}
        accept={TAKEN}
        {...form.field('file')}
        files={form.values.file}
      />
      {choice.batchId !== null ? null : (
        <>
          <Checkbox
            label={hoursFile.check}
            note={hoursFile.checkNote}
            value={form.values.against}
            onChange={(against) => form.set('against', against)}
          />
          {form.values.against ? (
            <div className="hours-filters">
              <DateField label={hoursGrid.from} {...form.field('from')} />
              <DateField label={hoursGrid.to} {...form.field('to')} />
            </div>
          ) : null}
        </>
      )}
    </Form>
  );
}
