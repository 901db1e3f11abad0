import type { NeedRules, RuleWarning } from '@shared/api/need';
import { addDays, type IsoDay, mondayOf } from '@shared/dates';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SegmentedControl } from '../../../components/segmented-control';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { ruleWords as words } from '../../../text/need';
import { rotaWarning } from '../../../text/rota-sentences';
import { sourceText } from '../../../text/sources';
import { ruleOf } from '../../../text/work-rules';
import { rotaPath } from '../paths';
import { useToday } from '../use-rota';
import { needPath } from './need-paths';

type Look = 'week' | 'month' | 'quarter';
const LOOKS: readonly Look[] = ['week', 'month', 'quarter'];
const WEEKS: Readonly<Record<Look, number>> = { week: 1, month: 4, quarter: 12 };
/** So many further days are named; more are counted. */
const MOST_NAMED = 6;

/** Rules of rest, hours, age and papers that the rota comes up against, by PA. */
export function RulesPage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const [look, setLook] = useState<Look>('month');
  const from = today === undefined ? undefined : mondayOf(today);
  const to = from === undefined ? undefined : addDays(from, 7 * WEEKS[look] - 1);
  const rules = useQuery({
    ...api.need.rules.queryOptions({
      input: { householdId, from: from ?? ('' as IsoDay), to: to ?? ('' as IsoDay) },
      enabled: from !== undefined,
    }),
    placeholderData: keepPreviousData,
    throwOnError: true,
  }).data;
  return (
    <Page
      title={words.title}
      sub={words.sub}
      backTo={needPath.view()}
      backLabel={words.back}
      head={
        <div className="rota-head">
          <p className="quiet">{from === undefined || to === undefined ? '' : words.span(from, to)}</p>
          <SegmentedControl
            label={words.look}
            value={look}
            onChange={setLook}
            choices={LOOKS.map((value) => ({ value, label: words.looks[value] }))}
          />
        </div>
      }
    >
      {rules === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : rules.people.length === 0 ? (
        <EmptyState
          title={words.nobody}
          actions={
            <LinkButton kind="primary" to="/people/new">
              {words.addPerson}
            </LinkButton>
          }
        >
          {words.nobodyBody}
        </EmptyState>
      ) : (
        <>
          <p>{words.note}</p>
          {rules.people.map((person) => (
            <section
              key={person.workerId}
              className="section stack"
              aria-labelledby={`rules-${person.workerId}`}
            >
              <h2 id={`rules-${person.workerId}`}>{person.name}</h2>
              {person.warnings.length === 0 ? <p>{words.nonePerson}</p> : null}
              {person.warnings.map((warning) => (
                <Warning key={warning.code} rules={rules} person={person} warning={warning} />
              ))}
            </section>
          ))}
        </>
      )}
    </Page>
  );
}

function Warning(props: {
  readonly rules: NeedRules;
  readonly person: NeedRules['people'][number];
  readonly warning: RuleWarning;
}) {
  const { rules, person, warning } = props;
  const [first, ...others] = warning.days;
  const { title, body } = rotaWarning({
    code: `rota.${warning.code}`,
    values: { ...warning.details, name: person.shortName, day: first ?? rules.from },
  });
  const rule = ruleOf(warning.code);
  const name = rule.name(rules.nation);
  return (
    <Notice
      tone={warning.severity === 'warn' ? 'attention' : 'note'}
      title={title}
      action={
        rule.place === 'rota' ? (
          <LinkButton to={rotaPath.rota(first)} name={words.seeRotaName(title)}>
            {words.seeRota}
          </LinkButton>
        ) : (
          <LinkButton
            to={`/people/${encodeURIComponent(person.workerId)}/details`}
            name={words.seePersonName(title)}
          >
            {words.seePerson}
          </LinkButton>
        )
      }
    >
      <div className="need-rule">
        <p>{body}</p>
        {others.length === 0 ? null : (
          <p>{others.length > MOST_NAMED ? words.alsoMany(others.length) : words.also(others)}</p>
        )}
        <p>
          <strong>{words.toDo}:</strong> {rule.toDo}
        </p>
        <p className="quiet">
          {name === null ? words.own : words.ruleLine(name)}
          {warning.source === null ? null : ` ${common.source(sourceText(warning.source))}.`}
          {warning.mark === 'RECALLED' ? ` ${words.recalled}` : null}
        </p>
      </div>
    </Notice>
  );
}
