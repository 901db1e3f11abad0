import type { Duty } from '@shared/api/today';
import type { IsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Page } from '../../components/page';
import { Tag } from '../../components/tag';
import { showToast } from '../../components/toast';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { dutyWords, duties as words } from '../../text/duties';
import { pensionHome } from '../../text/pensions';
import { sentenceFor } from '../../text/refusals';
import { dutyMonths } from './duty-months';
import { dutyPath } from './duty-targets';

/** The year as a list by month: what to do, why and how, and a tick when it is done. */
export function DutiesPage() {
  const householdId = useHouseholdId();
  const today = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data?.today;
  const list = useQuery({
    ...api.today.duties.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  if (list === undefined || today === undefined)
    return (
      <Page title={words.title} sub={words.sub}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return (
    <Page title={words.title} sub={words.sub}>
      <p className="duties-more">
        <LinkButton kind="quiet" flush to="/duties/pensions">
          {pensionHome.see}
        </LinkButton>
      </p>
      {list.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          actions={
            <LinkButton kind="primary" to="/set-up">
              {words.emptyAction}
            </LinkButton>
          }
        >
          {words.emptyBody}
        </EmptyState>
      ) : (
        dutyMonths(list).map((month) => {
          const name = words.month(month.firstDay);
          return (
            <section className="duty-month" key={month.month} aria-labelledby={`duties-${month.month}`}>
              <h2 id={`duties-${month.month}`} tabIndex={-1}>
                {name}
              </h2>
              {month.open.length === 0 ? null : (
                <ul className="duties">
                  {month.open.map((duty) => (
                    <DutyLine key={duty.key} duty={duty} today={today} />
                  ))}
                </ul>
              )}
              {month.done.length === 0 ? null : (
                <details className="duties-done">
                  <summary>{words.doneCount(month.done.length, name)}</summary>
                  <ul className="duties">
                    {month.done.map((duty) => (
                      <DutyLine key={duty.key} duty={duty} today={today} />
                    ))}
                  </ul>
                </details>
              )}
            </section>
          );
        })
      )}
    </Page>
  );
}

function DutyLine({ duty, today }: { readonly duty: Duty; readonly today: IsoDay }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const [pending, setPending] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const { title, why, how, button } = dutyWords(duty);
  const isDone = duty.doneOn !== null;
  const path = dutyPath(duty);
  const mark = async () => {
    if (pending) return;
    setPending(true);
    // The line moves to or from what is done: focus stays in its month.
    const heading = line.current?.closest('section')?.querySelector<HTMLElement>('h2');
    const answer = await answerOf(
      client.today.markDuty({ householdId, key: duty.key, doneOn: isDone ? null : today }),
    );
    if (answer.ok) announce(isDone ? words.markedOpen(title) : words.markedDone(title));
    else showToast(sentenceFor(answer));
    await queryClient.invalidateQueries();
    setPending(false);
    heading?.focus();
  };
  return (
    <li className="duty" ref={line}>
      <div className="duty-words">
        <h3>{title}</h3>
        <p className="quiet">
          <time dateTime={duty.dueOn}>{words.due(duty.dueOn)}</time>
          {duty.doneOn === null ? null : `. ${words.doneOn(duty.doneOn)}`}
        </p>
        {!isDone && duty.dueOn < today ? <Tag tone="wrong">{words.late}</Tag> : null}
        {!isDone && duty.dueOn === today ? <Tag tone="attention">{words.today}</Tag> : null}
        <details>
          <summary aria-label={words.whyName(title, duty.dueOn)}>{words.why}</summary>
          <dl>
            <dt>{words.whyLabel}</dt>
            <dd>{why}</dd>
            <dt>{words.howLabel}</dt>
            <dd>{how}</dd>
          </dl>
        </details>
      </div>
      <div className="button-row">
        {path === undefined || (isDone && !duty.doneElsewhere) ? null : (
          <LinkButton kind="quiet" to={path} name={words.goName(button, title, duty.dueOn)}>
            {button}
          </LinkButton>
        )}
        {/* A bank holiday is a day to know of, not work to do. */}
        {duty.doneElsewhere || duty.code === 'bank-holiday' ? null : (
          <Button
            icon={isDone ? Undo2 : Check}
            pending={pending}
            onPress={() => void mark()}
            name={(isDone ? words.openName : words.markName)(title, duty.dueOn)}
          >
            {isDone ? words.markOpen : words.markDone}
          </Button>
        )}
      </div>
    </li>
  );
}
