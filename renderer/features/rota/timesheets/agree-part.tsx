import type { TimesheetView } from '@shared/api/timesheets';
import { formatDay } from '@shared/dates';
import { useState } from 'react';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { Notice } from '../../../components/notice';
import { RadioGroup } from '../../../components/radio-group';
import { type Read, readDate, readText } from '../../../components/read-fields';
import { TextField } from '../../../components/text-field';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { timesheetRefusals, timesheetWords as words } from '../../../text/timesheets';
import { useToday, useWritten } from '../use-rota';

/** The PA's word that the hours are right: what was noted, or the form to note it. */
export function AgreePart({ view, name }: { readonly view: TimesheetView; readonly name: string }) {
  const { agreed, agreement, paid } = view.steps;
  const changed = view.problems.find((problem) => problem.code === 'timesheet.changed-since-agreed');
  return (
    <section className="section" aria-labelledby="timesheet-agree">
      <h2 id="timesheet-agree">{words.agreeTitle(name)}</h2>
      {changed === undefined ? null : (
        <Notice tone="attention" title={words.changedTitle}>
          <p>{sentenceFor({ code: changed.code, details: changed.values }, timesheetRefusals)}</p>
        </Notice>
      )}
      {agreed === 'yes' && agreement !== null ? (
        <Notice
          tone="done"
          title={words.agreedTitle(agreement.name, formatDay(agreement.on))}
          action={paid === 'all' ? undefined : <TakeBack view={view} />}
        >
          <p>{words.agreedHow[agreement.how]}</p>
        </Notice>
      ) : (
        <AgreeForm view={view} name={name} />
      )}
    </section>
  );
}

function TakeBack({ view }: { readonly view: TimesheetView }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const [busy, setBusy] = useState(false);
  const takeBack = async () => {
    setBusy(true);
    const { workerId, from, to } = view;
    const answer = await answerOf(client.timesheets.takeBack({ householdId, workerId, from, to }));
    setBusy(false);
    if (!answer.ok) {
      showToast(sentenceFor(answer, timesheetRefusals));
      return;
    }
    await written(words.takenBack);
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <Button pending={busy} onPress={() => void takeBack()}>
      {words.takeBack}
    </Button>
  );
}

function AgreeForm({ view, name }: { readonly view: TimesheetView; readonly name: string }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const today = useToday();
  const form = useForm({
    initial: { how: '' as '' | 'typed' | 'signed', name: '', on: dateText(today) },
    check: (values) => {
      const how: Read<'typed' | 'signed'> =
        values.how === '' ? { ok: false, message: words.chooseHow } : { ok: true, value: values.how };
      const day: Read<NonNullable<typeof today>> =
        values.how === 'signed' || today === undefined
          ? readDate(values.on, words.said.on)
          : { ok: true, value: today };
      return checkFields({
        how,
        name: readText(values.name, String(timesheetRefusals['agreement.no-name'])),
        on: day,
      });
    },
    send: async (word) => {
      const { workerId, from, to } = view;
      const answer = await answerOf(client.timesheets.agree({ householdId, workerId, from, to, ...word }));
      if (!answer.ok) return answer;
      await written(words.agreedSaid(name));
      document.querySelector<HTMLElement>('main h1')?.focus();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['name', 'on'], timesheetRefusals),
  });
  const open = view.steps.toConfirm + view.steps.toCome;
  const isMain = !view.lines.some((line) => line.mayConfirm);
  return (
    <Form
      form={form}
      actions={
        <Button kind={isMain ? 'primary' : 'secondary'} type="submit" pending={form.pending}>
          {words.agree(name)}
        </Button>
      }
    >
      <p>{words.agreeHelp}</p>
      {open === 0 ? null : (
        <Notice title={words.notAll}>
          <p>
            {sentenceFor(
              { code: 'agreement.shifts-to-confirm', details: { count: open } },
              timesheetRefusals,
            )}
          </p>
        </Notice>
      )}
      <RadioGroup
        label={words.how}
        {...form.field('how')}
        choices={[
          { value: 'typed', label: words.typed, note: words.typedNote },
          { value: 'signed', label: words.signed, note: words.signedNote },
        ]}
      />
      {form.values.how === 'signed' ? <DateField label={words.on} {...form.field('on')} /> : null}
      <TextField label={words.name} hint={words.nameHint} {...form.field('name')} />
    </Form>
  );
}
