import type { PatternException } from '@shared/api/shifts';
import type { IsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { NO_DATE } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { readDate } from '../../../components/read-fields';
import { Tag } from '../../../components/tag';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rota } from '../../../text/rota';
import { patternWords as words } from '../../../text/rota-more';
import { rotaRefusals } from '../../../text/rota-sentences';
import { longTimes } from '../../../text/rota-times';
import { shiftActions } from '../../../text/shift-actions';
import { tellAll } from '../shift/use-change';
import { useWritten } from '../use-rota';
import './patterns.css';

/** The days on which a repeating week is not kept to: each can be put back, and more can be left out. */
export function PatternExceptions(props: {
  readonly patternId: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const { patternId, people } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const exceptions = useQuery(api.shifts.exceptions.queryOptions({ input: { householdId, patternId } })).data;
  if (exceptions === undefined) return null;
  const said = (one: PatternException): string => {
    if (one.kind === 'left-out') return words.leftOut(one.plannedDay);
    const name = people.find((person) => person.id === one.workerId)?.name ?? rota.nobodyYet;
    const when =
      one.day === one.plannedDay ? longTimes(one) : rota.noted(rota.title.day(one.day), longTimes(one));
    return words.changedDay(one.plannedDay, `${when}, ${name}`);
  };
  const putBack = async (one: PatternException) => {
    const answer = await answerOf(client.shifts.putBack({ householdId, key: one.key }));
    if (answer.ok) await written(shiftActions.putBack.done);
    else showToast(sentenceFor(answer, rotaRefusals));
  };
  return (
    <section className="section stack" aria-labelledby="pattern-exceptions">
      <h2 id="pattern-exceptions">{words.exceptions}</h2>
      {exceptions.length === 0 ? (
        <p className="quiet">{words.exceptionsNone}</p>
      ) : (
        <ul className="pattern-exceptions">
          {exceptions.map((one) => (
            <li key={one.key}>
              <span>{said(one)}</span>
              {one.mayPutBack ? (
                <Button
                  kind="quiet"
                  icon={RotateCcw}
                  name={words.putBackName(one.plannedDay)}
                  onPress={() => void putBack(one)}
                >
                  {words.putBack}
                </Button>
              ) : (
                <Tag>{words.isFixed}</Tag>
              )}
            </li>
          ))}
        </ul>
      )}
      <LeaveOut patternId={patternId} />
    </section>
  );
}

function LeaveOut({ patternId }: { readonly patternId: string }) {
  const householdId = useHouseholdId();
  const written = useWritten();
  const form = useForm<{ day: typeof NO_DATE }, { day: IsoDay }>({
    initial: { day: NO_DATE },
    check: (values) => checkFields({ day: readDate(values.day, words.said.leaveOut) }),
    send: async ({ day }) => {
      const answer = await answerOf(client.shifts.leaveOut({ householdId, patternId, days: [day] }));
      if (!answer.ok) return answer;
      const told = answer.value.done ? answer.value.told : answer.value.asks;
      const nothing = told.find((one) => one.code === 'pattern.nothing-on-day');
      if (nothing !== undefined)
        return { ok: false, code: nothing.code, details: nothing.values, field: 'day' } as const;
      tellAll(told);
      form.set('day', NO_DATE);
      await written(words.leftOutDone);
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, ['day'], rotaRefusals),
  });
  return (
    <Form
      form={form}
      actions={
        <Button type="submit" pending={form.pending}>
          {words.leaveOut}
        </Button>
      }
    >
      <DateField label={words.leaveOutDay} hint={words.leaveOutHint} {...form.field('day')} />
    </Form>
  );
}
