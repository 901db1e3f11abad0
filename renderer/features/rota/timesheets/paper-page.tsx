import { answerOf, client } from '../../../api/client';
import { saveFile } from '../../../api/files';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { timesheetRefusals, timesheetWords, paperWords as words } from '../../../text/timesheets';
import { rotaPath } from '../paths';
import { type TimesheetOf, useTimesheet, useTimesheetOf } from './use-timesheet';

/** A timesheet to print and fill in by hand. */
export function PaperPage() {
  const of = useTimesheetOf();
  const { view, failed } = useTimesheet(of);
  const back =
    of === undefined || failed
      ? { backTo: rotaPath.timesheet, backLabel: timesheetWords.toList }
      : { backTo: rotaPath.timesheetOf(of.workerId, of.from, of.to), backLabel: timesheetWords.backToHours };
  return (
    <Page
      title={view === undefined ? timesheetWords.paper : words.title(view.name)}
      sub={view === undefined ? undefined : words.sub}
      {...back}
    >
      {failed ? (
        <EmptyState title={timesheetWords.empty}>{sentenceFor({ code: 'not-found' })}</EmptyState>
      ) : of === undefined || view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <PaperForm of={of} hasPlan={view.lines.length > 0} />
      )}
    </Page>
  );
}

function PaperForm({ of, hasPlan }: { readonly of: TimesheetOf; readonly hasPlan: boolean }) {
  const householdId = useHouseholdId();
  const form = useForm({
    initial: {
      from: dateText(of.from),
      to: dateText(of.to),
      what: (hasPlan ? 'planned' : 'blank') as 'planned' | 'blank',
      print: 'usual' as 'usual' | 'large',
    },
    check: (values) => {
      const read = checkFields({
        from: readDate(values.from, timesheetWords.said.from),
        to: readDate(values.to, timesheetWords.said.to),
      });
      if (!read.ok) return read;
      if (read.value.to < read.value.from)
        return { ok: false, problems: { to: timesheetWords.lastBeforeFirst } };
      return {
        ok: true,
        value: { ...read.value, planned: values.what === 'planned', large: values.print === 'large' },
      };
    },
    send: async (sheet) => {
      const { workerId } = of;
      const answer = await answerOf(client.timesheets.paper({ householdId, workerId, ...sheet }));
      if (!answer.ok) return answer;
      saveFile(answer.value);
      announce(words.made);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['from', 'to'], timesheetRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.make}
        </Button>
      }
    >
      <DateField label={timesheetWords.from} {...form.field('from')} />
      <DateField label={timesheetWords.to} {...form.field('to')} />
      <RadioGroup
        label={words.what}
        {...form.field('what')}
        choices={[
          { value: 'planned', label: words.planned, note: words.plannedNote },
          { value: 'blank', label: words.blank, note: words.blankNote },
        ]}
      />
      <RadioGroup
        label={words.print}
        {...form.field('print')}
        choices={[
          { value: 'usual', label: words.usual },
          { value: 'large', label: words.large, note: words.largeNote },
        ]}
      />
    </Form>
  );
}
