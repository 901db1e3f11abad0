import type { PayLine } from '@shared/api/pay';
import { Download, FileText, Globe, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { saveFile } from '../../api/files';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Form } from '../../components/form';
import { announce } from '../../components/live-region';
import { Menu } from '../../components/menu';
import { PassphraseField } from '../../components/passphrase-field';
import { useForm } from '../../components/use-form';
import { payPapers as words } from '../../text/pay-papers';
import { payRefusals } from '../../text/pay-problems';
import { problemsFor } from '../../text/refusals';
import { useSaveFile } from './use-save-file';

/** Saves one PA's payslip: as a PDF, as a PDF with a password, or as a web page. */
export function PayslipChoice(props: { readonly line: PayLine; readonly payslipId: string }) {
  const { line, payslipId } = props;
  const householdId = useHouseholdId();
  const [asking, setAsking] = useState(false);
  const { save } = useSaveFile();
  return (
    <>
      <Menu
        label={words.payslip(line.shortName)}
        choices={[
          {
            id: 'pdf',
            label: words.payslipPdf,
            icon: FileText,
            onPress: () => void save(() => client.pay.payslipPdf({ householdId, payslipId })),
          },
          {
            id: 'locked',
            label: words.payslipLocked,
            icon: LockKeyhole,
            onPress: () => setAsking(true),
          },
          {
            id: 'page',
            label: words.payslipPage,
            icon: Globe,
            onPress: () => void save(() => client.pay.payslipHtml({ householdId, payslipId })),
          },
        ]}
      />
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.passwordTitle(line.shortName)}>
        <PasswordForm name={line.shortName} payslipId={payslipId} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

/** Asks for the password of one file. It lives in this form alone, and goes when the form closes. */
function PasswordForm(props: {
  readonly name: string;
  readonly payslipId: string;
  readonly onDone: () => void;
}) {
  const { name, payslipId, onDone } = props;
  const householdId = useHouseholdId();
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) =>
      password === ''
        ? { ok: false, problems: { password: words.passwordNeeded } }
        : { ok: true, value: { password } },
    send: async ({ password }) => {
      const answer = await answerOf(client.pay.payslipPdf({ householdId, payslipId, password }));
      if (answer.ok) saveFile(answer.value);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['password'], payRefusals),
    done: () => {
      announce(words.passwordSaved(name));
      onDone();
    },
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" icon={Download} pending={form.pending}>
          {words.passwordSave}
        </Button>
      }
    >
      <p>{words.passwordKept}</p>
      <p>{words.passwordTell(name)}</p>
      <PassphraseField
        label={words.password}
        hint={words.passwordHint}
        isNew
        autoFocus
        {...form.field('password')}
      />
    </Form>
  );
}
