import type { NeedEntry, NeedPlan } from '@shared/api/need';
import { useQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { showToast } from '../../../components/toast';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import {
  hoursAndNights,
  needRefusals,
  needWords,
  timesWords,
  weekdayWords,
  planWords as words,
} from '../../../text/need';
import { sentenceFor } from '../../../text/refusals';
import { useWritten } from '../use-rota';
import { needPath } from './need-paths';

type Agreement = NeedPlan['agreements'][number];

/** What an entry is, in a line: `Monday to Friday, 7 am to 10 am, 2 people at once`. */
function entryWords(entry: NeedEntry): string {
  const days = weekdayWords(entry.weekdays);
  if (entry.kind === 'any-time') return words.anyTime(hoursAndNights(entry.minutes, entry.sleepIns));
  if (entry.kind === 'on-a-day')
    return words.onADay(days, hoursAndNights(entry.minutes, 0), entry.weekdays.length > 1);
  const times =
    entry.start === null || entry.end === null ? '' : timesWords(entry.start, entry.end, entry.endsNextDay);
  return [
    words.atATime(days, times),
    ...(entry.sleepIn ? [words.sleepIn] : []),
    ...(entry.people > 1 ? [words.people(entry.people)] : []),
  ].join(', ');
}

/** From when it runs, where that is not the agreement's own days; and what it is for. */
function noteOf(entry: NeedEntry, agreement: Agreement): string {
  return [
    ...(entry.what === '' ? [] : [entry.what]),
    ...(entry.from === agreement.startsOn ? [] : [words.from(entry.from)]),
    ...(entry.to === null || entry.to === agreement.endsOn ? [] : [words.to(entry.to)]),
  ].join(', ');
}

/** What each agreement pays for, and how to change it. */
export function PlanPage() {
  const householdId = useHouseholdId();
  const plan = useQuery({
    ...api.need.plan.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const first = plan?.agreements.find((one) => !one.hasEnded) ?? plan?.agreements[0];
  return (
    <Page title={words.title} sub={words.sub} backTo={needPath.view()} backLabel={words.back}>
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : plan.agreements.length === 0 ? (
        <EmptyState
          title={needWords.noAgreement}
          actions={
            <LinkButton kind="primary" to="/settings/agreements/new">
              {needWords.addAgreement}
            </LinkButton>
          }
        >
          {needWords.noAgreementBody}
        </EmptyState>
      ) : (
        plan.agreements.map((agreement) => (
          <AgreementHours
            key={agreement.agreementId}
            agreement={agreement}
            isMain={agreement === first}
            isOnly={plan.agreements.length === 1}
          />
        ))
      )}
    </Page>
  );
}

function AgreementHours(props: {
  readonly agreement: Agreement;
  readonly isMain: boolean;
  readonly isOnly: boolean;
}) {
  const { agreement, isMain, isOnly } = props;
  const { agreementId, name, entries, endsOn } = agreement;
  return (
    <section className="section stack" aria-labelledby={`need-${agreementId}`}>
      <h2 id={`need-${agreementId}`}>{words.of(name)}</h2>
      <p className="quiet">{words.ran(agreement.startsOn, endsOn)}</p>
      {agreement.hasEnded && endsOn !== null ? <Notice title={words.ended(endsOn)} /> : null}
      {entries.length === 0 ? (
        <p>
          {agreement.weeklyMinutes === 0
            ? words.noneAtAll
            : words.weeklyOnly(hoursAndNights(agreement.weeklyMinutes, 0))}
        </p>
      ) : (
        <>
          <ul className="need-lines" aria-label={words.list(name)}>
            {entries.map((entry) => (
              <EntryLine key={entry.ids[0]} entry={entry} agreement={agreement} isOnly={isOnly} />
            ))}
          </ul>
          <Together agreement={agreement} isOnly={isOnly} />
        </>
      )}
      <div className="actions">
        <LinkButton
          kind={isMain ? 'primary' : 'secondary'}
          icon={Plus}
          to={needPath.addHours(agreementId)}
          name={isOnly ? undefined : words.addName(name)}
        >
          {words.add}
        </LinkButton>
      </div>
    </section>
  );
}

function EntryLine(props: {
  readonly entry: NeedEntry;
  readonly agreement: Agreement;
  readonly isOnly: boolean;
}) {
  const { entry, agreement } = props;
  const householdId = useHouseholdId();
  const written = useWritten();
  const what = entryWords(entry);
  const note = noteOf(entry, agreement);
  // Two lines with the same hours differ in their note, two agreements in their name.
  const named = [what, note, ...(props.isOnly ? [] : [agreement.name])]
    .filter((part) => part !== '')
    .join(', ');
  const remove = () =>
    void answerOf(client.need.remove({ householdId, ids: entry.ids })).then(async (answer) => {
      if (answer.ok) await written(words.removed);
      else showToast(sentenceFor(answer, needRefusals));
    });
  return (
    <li>
      <div>
        <p className="strong">{what}</p>
        {note === '' ? null : <p className="quiet">{note}</p>}
      </div>
      <div className="button-row">
        <LinkButton to={needPath.hours(entry.ids[0] ?? '')} name={words.changeName(named)}>
          {words.change}
        </LinkButton>
        <Button kind="quiet" icon={Trash2} onPress={remove} name={words.removeName(named)}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}

/** What the lines come to in a week, beside what the agreement itself names. */
function Together({ agreement, isOnly }: { readonly agreement: Agreement; readonly isOnly: boolean }) {
  const { week, weeklyMinutes } = agreement;
  if (week === null) return null;
  const difference = week.minutes - weeklyMinutes;
  const named = hoursAndNights(weeklyMinutes, 0);
  return (
    <div>
      <p className="strong">{words.comesTo(hoursAndNights(week.minutes, week.sleepIns))}</p>
      {weeklyMinutes === 0 ? null : (
        <p className="quiet">
          {difference === 0
            ? words.same
            : difference < 0
              ? words.less(hoursAndNights(-difference, 0), named)
              : words.above(hoursAndNights(difference, 0), named)}
        </p>
      )}
      {difference < 0 ? (
        <LinkButton kind="quiet" flush to={needPath.addRest(agreement.agreementId, -difference)}>
          {words.addRest(hoursAndNights(-difference, 0), isOnly ? '' : agreement.name)}
        </LinkButton>
      ) : null}
    </div>
  );
}
