import { Download } from 'lucide-react';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { readText } from '../../components/read-fields';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { payRefusals } from '../../text/pay-problems';
import { pensionFileRefusals, pensionFile as words } from '../../text/pension-file';
import { problemsFor, sentenceFor } from '../../text/refusals';

/** Asks for what NEST wants in the header of its file, and saves the file. Nothing typed here is kept. */
export function PensionFileForm(props: { readonly runId: string; readonly provider: string }) {
  const { runId, provider } = props;
  const householdId = useHouseholdId();
  const needed = (code: string) => sentenceFor({ code }, pensionFileRefusals);
  const form = useForm({
    initial: { employerReference: '', paymentSource: '' },
    check: (values) =>
      checkFields({
        employerReference: readText(values.employerReference, needed('nest.employer-reference-wrong')),
        paymentSource: readText(values.paymentSource, needed('nest.payment-source-missing')),
      }),
    send: async (value) => {
      const answer = await answerOf(client.pay.pensionFile({ householdId, runId, provider, ...value }));
      if (answer.ok) saveFile(answer.value);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['employerReference', 'paymentSource'], payRefusals),
    done: () => announce(words.saved),
  });
  return (
    <section className="pension-file" aria-labelledby="pension-file">
      <h2 id="pension-file">{words.title}</h2>
      <p>{words.body}</p>
      <Notice title={words.checkTitle}>
        <p>{words.check}</p>
        <p>{words.dueDay}</p>
      </Notice>
      <Form
        form={form}
        actions={
          <Button kind="secondary" type="submit" icon={Download} pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <TextField
          label={words.reference}
          hint={words.referenceHint}
          width="12"
          {...form.field('employerReference')}
        />
        <TextField label={words.source} hint={words.sourceHint} {...form.field('paymentSource')} />
      </Form>
    </section>
  );
}
