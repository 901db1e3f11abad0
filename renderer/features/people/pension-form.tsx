import type { PensionMembership } from '@shared/api/people';
import { percentFromHundredths } from '@shared/rates/evidence';
import { useState } from 'react';
import { answerOf, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { checkFields } from '../../components/check-fields';
import { DateField } from '../../components/date-field';
import { dateText } from '../../components/date-text';
import { Form } from '../../components/form';
import { RadioGroup } from '../../components/radio-group';
import { type Read, readDate } from '../../components/read-fields';
import { fine, readChoice } from '../../components/read-more';
import { useForm } from '../../components/use-form';
import { pa, pensionStatuses } from '../../text/people';
import { problemsFor } from '../../text/refusals';
import type { PartProps } from './part-page';
import { PensionTerms, type TermsText } from './pension-terms';
import { useSaved } from './use-worker';
import { afterSaving, WrongFromStart } from './wrong-from-start';

type Status = PensionMembership['status'];
const STATUSES: readonly Status[] = ['member', 'not-enrolled', 'postponed', 'opted-out'];

/** Hundredths of a per cent from what was typed, read from its digits. */
export function readPercent(text: string): Read<number> {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim());
  const hundredths =
    match === null ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths === undefined || hundredths > 10_000
    ? { ok: false, message: pa.percentWrong }
    : fine(hundredths);
}

/** Whether a PA is in a pension, and how it is worked out, from a day. */
export function PensionForm({ worker, home }: PartProps) {
  const householdId = useHouseholdId();
  const [wrong, setWrong] = useState(false);
  const saved = useSaved(afterSaving(home, wrong));
  const now = worker.pension.at(-1);
  const initial: TermsText & {
    fromDay: ReturnType<typeof dateText>;
    status: Status | '';
    postponedUntil: ReturnType<typeof dateText>;
  } = {
    fromDay: dateText(now === undefined ? worker.details.startedOn : null),
    status: now?.status ?? '',
    provider: now?.provider ?? '',
    treatment: now?.treatment ?? 'relief-at-source',
    earningsBasis: now?.earningsBasis ?? 'qualifying-earnings',
    employeePercentHundredths: now === undefined ? '5' : percentFromHundredths(now.employeePercentHundredths),
    employerPercentHundredths: now === undefined ? '3' : percentFromHundredths(now.employerPercentHundredths),
    postponedUntil: dateText(now?.postponedUntil),
  };
  const form = useForm<typeof initial, PensionMembership>({
    initial,
    check: (values) => {
      const member = values.status === 'member';
      return checkFields({
        fromDay: readDate(values.fromDay, pa.asked.from),
        status: readChoice(values.status, pa.pensionStatusEmpty),
        provider: fine(values.provider),
        treatment: fine(values.treatment),
        earningsBasis: fine(values.earningsBasis),
        employeePercentHundredths: member ? readPercent(values.employeePercentHundredths) : fine(0),
        employerPercentHundredths: member ? readPercent(values.employerPercentHundredths) : fine(0),
        postponedUntil:
          values.status === 'postponed'
            ? readDate(values.postponedUntil, pa.asked.postponedUntil)
            : fine(null),
      });
    },
    send: async (pension) => {
      const answer = await answerOf(
        client.people.savePension({ householdId, workerId: worker.id, pension, wrongFromStart: wrong }),
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
          {pa.pensionSave}
        </Button>
      }
    >
      <DateField label={pa.pensionFrom} {...form.field('fromDay')} />
      <RadioGroup<Status>
        label={pa.pensionStatus}
        {...form.field('status')}
        choices={STATUSES.map((value) => ({
          value,
          label: pensionStatuses[value][0],
          note: pensionStatuses[value][1],
        }))}
      />
      {form.values.status === 'postponed' ? (
        <DateField label={pa.postponedUntil} {...form.field('postponedUntil')} />
      ) : null}
      {form.values.status === 'member' ? <PensionTerms form={form} least={null} /> : null}
      <WrongFromStart worker={worker} value={wrong} onChange={setWrong} />
    </Form>
  );
}
