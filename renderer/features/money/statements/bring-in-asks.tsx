import type { StatementReading } from '@shared/api/statements';
import { formatDay, parseDay } from '@shared/dates';
import type { Ok, Refused } from '@shared/result';
import { Button } from '../../../components/button';
import { Form } from '../../../components/form';
import { RadioGroup } from '../../../components/radio-group';
import { useForm } from '../../../components/use-form';
import { sortCodeText } from '../../../text/common';
import { sentenceFor } from '../../../text/refusals';
import { STATEMENT_SENTENCES, statements as words } from '../../../text/statements';

/** What a file does not say itself. */
export type Question =
  | { readonly about: 'account'; readonly accounts: readonly string[] }
  | { readonly about: 'dates'; readonly text: string };

type Choice = { readonly value: string; readonly label: string };

/** `30945712345678` as `30-94-57 12345678`; a name stays as it is. */
function accountWords(account: string): string {
  const digits = /^(\d{6})(\d{8})$/.exec(account);
  return digits === null ? account : `${sortCodeText(digits[1] ?? '')} ${digits[2] ?? ''}`;
}

/** A date of numbers in its two meanings. */
export function dateMeanings(text: string): readonly Choice[] {
  const [first = '', second = '', ...rest] = text.split(/[-/.']/);
  const said = (parts: readonly string[]): string => {
    const day = parseDay(parts.map((part) => part.trim()).join(' '));
    return day.ok ? formatDay(day.value) : parts.join(' ');
  };
  return [
    { value: 'dmy', label: said([first, second, ...rest]) },
    { value: 'mdy', label: said([second, first, ...rest]) },
  ];
}

/** One question about the file, with its answers. */
export function AskAboutFile(props: {
  readonly question: Question;
  readonly accountName: string;
  readonly onAnswer: (said: StatementReading) => Promise<Ok<unknown> | Refused | undefined>;
  readonly onBack: () => void;
}) {
  const { question, accountName } = props;
  const isAccount = question.about === 'account';
  const choices = isAccount
    ? question.accounts.map((account): Choice => ({ value: account, label: accountWords(account) }))
    : dateMeanings(question.text);
  const form = useForm({
    initial: { answer: '' },
    check: ({ answer }) =>
      answer === ''
        ? { ok: false, problems: { answer: isAccount ? words.whichMissing : words.datesMissing } }
        : { ok: true, value: answer },
    send: (answer) =>
      props.onAnswer(isAccount ? { account: answer } : { dates: answer === 'mdy' ? 'mdy' : 'dmy' }),
    refusal: (refusal) => ({ answer: sentenceFor(refusal, STATEMENT_SENTENCES) }),
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.goOn}
          </Button>
          <Button onPress={props.onBack}>{words.otherFile}</Button>
        </>
      }
    >
      <RadioGroup
        label={isAccount ? words.whichIn : words.datesLabel(question.text)}
        hint={isAccount ? words.whichHint(accountName) : words.datesHint}
        choices={choices}
        {...form.field('answer')}
      />
    </Form>
  );
}
