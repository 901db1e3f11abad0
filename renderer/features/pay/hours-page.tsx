import type { PayRunView } from '@shared/api/pay';
import { addDays } from '@shared/dates';
import type { Pence } from '@shared/money';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowRight, CalendarDays, Clock, Plus, Trash2 } from 'lucide-react';
import { answerOf, api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { Amount } from '../../components/amounts';
import { Button } from '../../components/button';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Notice } from '../../components/notice';
import { showToast } from '../../components/toast';
import { lateWords } from '../../text/late-change';
import { addedName, payHours as words } from '../../text/pay';
import { payDay } from '../../text/pay-day';
import { payRefusals, problemLink, problemText } from '../../text/pay-problems';
import { sentenceFor } from '../../text/refusals';
import { EarningsTable } from './earnings-table';
import { RunPage } from './run-page';

type Extra = {
  readonly id: string;
  readonly workerId: string;
  readonly code: string;
  readonly amount: Pence;
  readonly note: string;
  readonly purpose: string;
};

/** Step 1: which hours are in, what is missing, and what is added by hand. */
export function HoursPage() {
  return <RunPage step={0}>{(run) => <HoursStep run={run} />}</RunPage>;
}

type Person = { readonly workerId: string; readonly name: string; readonly fullName: string };

function peopleOf(run: PayRunView): Person[] {
  const found = new Map<string, Person>();
  for (const line of run.lines)
    found.set(line.workerId, { workerId: line.workerId, name: line.shortName, fullName: line.name });
  for (const one of [...run.refused, ...run.unconfirmed])
    if (!found.has(one.workerId))
      found.set(one.workerId, { workerId: one.workerId, name: one.name, fullName: one.name });
  return [...found.values()].sort((a, b) => a.fullName.localeCompare(b.fullName, 'en-GB'));
}

function HoursStep({ run }: { readonly run: PayRunView }) {
  const householdId = useHouseholdId();
  const extras = useQuery(
    api.pay.draftLines.queryOptions({ input: { householdId, payDate: run.payDate } }),
  ).data;
  return (
    <>
      <p>{words.intro}</p>
      {run.taxDay === run.payDate ? null : <p className="quiet">{payDay.moved(run)}</p>}
      {run.payDayChosen ? <p className="quiet">{payDay.chosen}</p> : null}
      <p>
        <LinkButton kind="quiet" flush icon={CalendarDays} to={`/pay/run/${run.key}/pay-day`}>
          {payDay.link}
        </LinkButton>
      </p>
      {peopleOf(run).map((person) => (
        <PersonHours
          key={person.workerId}
          run={run}
          person={person}
          extras={extras?.filter((one) => one.workerId === person.workerId) ?? []}
        />
      ))}
      <div className="actions">
        <LinkButton kind="primary" icon={ArrowRight} to={`/pay/run/${run.key}/check`}>
          {words.next}
        </LinkButton>
      </div>
    </>
  );
}

function PersonHours(props: {
  readonly run: PayRunView;
  readonly person: Person;
  readonly extras: readonly Extra[];
}) {
  const { run, person, extras } = props;
  const { name, workerId } = person;
  const line = run.lines.find((one) => one.workerId === workerId);
  const missing = run.unconfirmed.find((one) => one.workerId === workerId);
  const refused = run.refused.filter((one) => one.workerId === workerId);
  const headingId = `hours-${workerId}`;
  return (
    <section className="section stack" aria-labelledby={headingId}>
      <h2 id={headingId}>{words.person(name)}</h2>
      {refused.map((one) => {
        const link = problemLink(one.code, workerId, name);
        return (
          <Notice
            key={one.code}
            tone="wrong"
            title={words.refused(name)}
            action={link === undefined ? undefined : <LinkButton to={link.to}>{link.label}</LinkButton>}
          >
            <p>{problemText(one.code, one.values, name)}</p>
          </Notice>
        );
      })}
      {missing === undefined || missing.shifts === 0 ? null : (
        <Notice
          tone="attention"
          title={words.notConfirmed(name, missing.shifts)}
          action={<LinkButton to="/rota/confirm">{words.confirm(name)}</LinkButton>}
        >
          <p>{words.notConfirmedBody}</p>
        </Notice>
      )}
      {line === undefined ? (
        refused.length > 0 ? null : (
          <p className="quiet">{words.noHours}</p>
        )
      ) : (
        <>
          {line.minutes === 0 && line.earnings.length > 0 ? null : (
            <p className="quiet">{line.minutes > 0 ? words.hoursIn(line.minutes) : words.noHours}</p>
          )}
          {line.earnings.length === 0 ? null : (
            <EarningsTable caption={words.caption(name)} line={line} canChange />
          )}
        </>
      )}
      <Extras person={person} extras={extras} run={run} />
    </section>
  );
}

function Extras(props: {
  readonly person: Person;
  readonly extras: readonly Extra[];
  readonly run: PayRunView;
}) {
  const { person, extras, run } = props;
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const remove = (extra: Extra) => {
    void answerOf(client.pay.removeLine({ householdId, id: extra.id })).then(async (answer) => {
      if (answer.ok) announce(words.removed(addedName(extra.code)));
      else showToast(sentenceFor(answer, payRefusals));
      await queryClient.invalidateQueries();
    });
  };
  return (
    <>
      {extras.length === 0 ? null : <h3 id={`extras-${person.workerId}`}>{words.extras(person.name)}</h3>}
      {extras.length === 0 ? null : (
        <ul className="pay-extras" aria-labelledby={`extras-${person.workerId}`}>
          {extras.map((extra) => (
            <li key={extra.id}>
              <span>
                {addedName(extra.code, extra.purpose)}
                {extra.note === '' ? null : <small>{extra.note}</small>}
              </span>
              <Amount pence={extra.amount} />
              <Button
                kind="quiet"
                icon={Trash2}
                onPress={() => remove(extra)}
                name={words.remove(
                  person.name,
                  extra.note === '' ? addedName(extra.code, extra.purpose) : extra.note,
                  extra.amount,
                )}
              >
                {words.removeShort}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton kind="quiet" flush icon={Plus} to={`/pay/run/${run.key}/add/${person.workerId}`}>
          {words.add(person.name)}
        </LinkButton>
      </p>
      <p>
        <LinkButton
          kind="quiet"
          flush
          icon={Clock}
          to={`/rota/add-hours?worker=${person.workerId}&day=${addDays(run.periodFrom, -1)}`}
        >
          {lateWords.addLinkNamed(person.name)}
        </LinkButton>
      </p>
    </>
  );
}
