import type { Pattern } from '@shared/api/rota';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Dialog } from '../../../components/dialog';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { kindInSentence } from '../../../text/kinds-of-work';
import { problemsFor } from '../../../text/refusals';
import { coverWords } from '../../../text/rota';
import { patternWords as words } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { rotaPath } from '../paths';
import { tellAll } from '../shift/use-change';
import { useToday, useWritten } from '../use-rota';
import { rowsOf } from './pattern-values';

type Kept = Pattern & { readonly id: string };

/** The weeks that repeat: what is in each, and how to change or end it. */
export function PatternsPage() {
  const householdId = useHouseholdId();
  const patterns = useQuery({
    ...api.rota.patterns.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data as readonly Kept[] | undefined;
  const people = useQuery({
    ...api.people.list.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const [ending, setEnding] = useState<Kept | undefined>();
  const nameOf = (pattern: Pattern) =>
    people?.find((person) => person.id === pattern.workerId)?.name ?? words.open;
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.rota()} backLabel={coverWords.toRota}>
      {patterns === undefined || people === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          {patterns.length === 0 ? (
            <EmptyState title={words.none}>{words.noneBody}</EmptyState>
          ) : (
            <ul className="patterns">
              {patterns.map((pattern) => (
                <li key={pattern.id}>
                  <div>
                    <h2>{nameOf(pattern)}</h2>
                    <p className="quiet">
                      {words.every(pattern.cycleWeeks)}. {words.span(pattern.fromDay, pattern.toDay)}.
                    </p>
                    <ul className="pattern-rows">
                      {rowsOf(pattern).map((row) => (
                        <li key={row.id}>
                          {pattern.cycleWeeks > 1 ? words.inWeek(Number(row.week) + 1) : ''}
                          {row.days.map((day) => words.shortWeekdays[Number(day)]).join(', ')}, {row.start} to{' '}
                          {row.end}, {kindInSentence(row.kindOfWork)}
                        </li>
                      ))}
                    </ul>
                  </div>
                  <div className="button-row">
                    <LinkButton
                      to={rotaPath.pattern(pattern.id)}
                      name={words.changeName(nameOf(pattern), pattern.fromDay)}
                    >
                      {words.change}
                    </LinkButton>
                    <Button
                      onPress={() => setEnding(pattern)}
                      name={words.endName(nameOf(pattern), pattern.fromDay)}
                    >
                      {words.end}
                    </Button>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <div className="actions">
            <LinkButton kind="primary" icon={Plus} to={rotaPath.newPattern}>
              {words.add}
            </LinkButton>
          </div>
        </>
      )}
      <Dialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={ending === undefined ? words.end : words.endTitle(nameOf(ending))}
      >
        {ending === undefined ? null : <EndForm pattern={ending} onDone={() => setEnding(undefined)} />}
      </Dialog>
    </Page>
  );
}

function EndForm({ pattern, onDone }: { readonly pattern: Kept; readonly onDone: () => void }) {
  const householdId = useHouseholdId();
  const today = useToday();
  const written = useWritten();
  const form = useForm({
    initial: { fromDay: dateText(today) },
    check: (values) => checkFields({ fromDay: readDate(values.fromDay, words.said.endFrom) }),
    send: async ({ fromDay }) => {
      const answer = await answerOf(client.rota.endPattern({ householdId, id: pattern.id, fromDay }));
      if (!answer.ok) return answer;
      tellAll(answer.value.told);
      await written(common.saved);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['fromDay'], rotaRefusals),
    done: onDone,
  });
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.endDo}
          </Button>
          <Button onPress={onDone}>{common.cancel}</Button>
        </>
      }
    >
      <p>{words.endBody}</p>
      <DateField label={words.endFrom} {...form.field('fromDay')} />
    </Form>
  );
}
