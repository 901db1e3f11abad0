import type { TaxDetails } from '@shared/api/people';
import { NI_CATEGORIES } from '@shared/payroll/ni-category';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { LinkButton } from '../../components/link-button';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readDate } from '../../components/read-fields';
import { fine } from '../../components/read-more';
import { Select } from '../../components/select';
import { TextField } from '../../components/text-field';
import { useForm } from '../../components/use-form';
import { learnedFrom, pa, taxBases } from '../../text/people';
import { notice } from '../../text/people-life';
import { problemsFor, sentenceFor } from '../../text/refusals';
import { LoanFields, type LoanText, planOf } from './loan-fields';
import type { PartProps } from './part-page';
import { useSaved } from './use-worker';
import { afterSaving, WrongFromStart } from './wrong-from-start';

type Learned = TaxDetails['learnedFrom'];
const LEARNED: readonly Learned[] = ['hmrc-notice', 'p45', 'starter-checklist', 'other'];

function readTaxCode(text: string): Read<string> {
  const read = parseTaxCode(text);
  return read.ok ? fine(text.trim().toUpperCase()) : { ok: false, message: sentenceFor(read) };
}

/** Tax code, basis, NI letter and loans that hold from a day. */
export function TaxForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const [wrong, setWrong] = useState(false);
  const saved = useSaved(afterSaving(home, wrong));
  const now = worker.tax.at(-1);
  const initial: {
    fromDay: ReturnType<typeof dateText>;
    taxCode: string;
    taxBasis: TaxDetails['taxBasis'];
    niCategory: string;
    studentLoanPlan: LoanText;
    postgraduateLoan: boolean;
    learnedFrom: Learned;
  } = {
    fromDay: dateText(now === undefined ? worker.details.startedOn : null),
    taxCode: now?.taxCode ?? '',
    taxBasis: now?.taxBasis ?? 'cumulative',
    niCategory: now?.niCategory ?? 'A',
    studentLoanPlan: now?.studentLoanPlan ?? 'none',
    postgraduateLoan: now?.postgraduateLoan ?? false,
    learnedFrom: 'hmrc-notice',
  };
  const form = useForm({
    initial,
    check: (values) =>
      checkFields({
        fromDay: readDate(values.fromDay, pa.asked.from),
        taxCode: readTaxCode(values.taxCode),
        taxBasis: fine(values.taxBasis),
        niCategory: fine(values.niCategory),
        studentLoanPlan: fine(planOf(values.studentLoanPlan)),
        postgraduateLoan: fine(values.postgraduateLoan),
        learnedFrom: fine(values.learnedFrom),
      }),
    send: async (tax) => {
      const answer = await answerOf(
        client.people.saveTax({ householdId, workerId: worker.id, tax, wrongFromStart: wrong }),
      );
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial)),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {pa.taxSave}
        </Button>
      }
    >
      <p>
        <LinkButton kind="quiet" flush icon={Mail} to={`${home}/notice`}>
          {notice.open(worker.shortName)}
        </LinkButton>
      </p>
      <DateField label={pa.taxFrom} hint={pa.taxFromHint} {...form.field('fromDay')} />
      <TextField label={pa.taxCode} hint={pa.taxCodeHint} width="8" {...form.field('taxCode')} />
      <RadioGroup<TaxDetails['taxBasis']>
        label={pa.taxBasis}
        {...form.field('taxBasis')}
        choices={(['cumulative', 'week1-month1'] as const).map((value) => ({
          value,
          label: taxBases[value][0],
          note: taxBases[value][1],
        }))}
      />
      <Select
        label={pa.niCategory}
        hint={pa.niCategoryHint}
        {...form.field('niCategory')}
        choices={NI_CATEGORIES.map((value) => ({ value, label: value }))}
      />
      <LoanFields plan={form.field('studentLoanPlan')} postgraduate={form.field('postgraduateLoan')} />
      <RadioGroup<Learned>
        label={pa.learnedFrom}
        {...form.field('learnedFrom')}
        choices={LEARNED.map((value) => ({ value, label: learnedFrom[value] }))}
      />
      <WrongFromStart worker={worker} value={wrong} onChange={setWrong} />
    </Form>
  );
}
