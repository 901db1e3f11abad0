import type { ClaimPreview } from '@shared/api/cover-papers';
import { addMonths, earlierDay, type IsoDay } from '@shared/dates';
import type { CoverCause } from '@shared/rota/cover-facts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Amount } from '../../../components/amounts';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { EmptyState } from '../../../components/empty-state';
import { ErrorSummary } from '../../../components/error-summary';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { readDate } from '../../../components/read-fields';
import { Table } from '../../../components/table';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { coverCauses, paperRefusals, planWords, claimWords as words } from '../../../text/cover-papers';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useToday, useWritten } from '../use-rota';
import { ClaimTable } from './claim-table';

const CAUSES = Object.keys(coverCauses) as CoverCause[];

/** Claims for cover that the council pays apart: those made, and a new one. */
export function CoverClaimsPage() {
  const householdId = useHouseholdId();
  const today = useToday();
  const found = useQuery({
    ...api.coverPapers.claims.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo={rotaPath.coverPlan} backLabel={planWords.toPlan}>
      {found === undefined || today === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <p>{words.intro}</p>
          <NewClaim
            key={`${found.nextFrom} ${found.causes.join(' ')}`}
            from={earlierDay(found.nextFrom ?? addMonths(today, -3), today)}
            to={today}
            causes={found.causes}
          />
          <section className="section" aria-labelledby="claims-made">
            <h2 id="claims-made">{words.list}</h2>
            <Table
              caption={words.list}
              hideCaption
              tools={false}
              least={38}
              empty={<p className="quiet">{words.noClaims}</p>}
              rows={found.claims}
              rowKey={(row) => row.id}
              columns={[
                {
                  id: 'period',
                  heading: words.title,
                  isName: true,
                  cell: (row) => (
                    <>
                      {words.period(row.from, row.to)}
                      <small>{row.sentOn === null ? words.notSent : words.sent(row.sentOn)}</small>
                    </>
                  ),
                },
                { id: 'covers', heading: words.hours, cell: (row) => words.covers(row.covers) },
                {
                  id: 'amount',
                  heading: words.amount,
                  kind: 'figure',
                  cell: (row) => <Amount pence={row.amount} />,
                },
                {
                  id: 'open',
                  heading: words.open,
                  kind: 'action',
                  cell: (row) => (
                    <LinkButton
                      kind="quiet"
                      to={rotaPath.madeClaim(row.id)}
                      name={words.openNamed(row.from, row.to)}
                    >
                      {words.open}
                    </LinkButton>
                  ),
                },
              ]}
            />
          </section>
        </>
      )}
    </Page>
  );
}

type Asked = { readonly from: IsoDay; readonly to: IsoDay; readonly causes: readonly CoverCause[] };

function NewClaim(props: Asked) {
  const householdId = useHouseholdId();
  const [seen, setSeen] = useState<{ asked: Asked; preview: ClaimPreview } | undefined>();
  const form = useForm({
    initial: { from: dateText(props.from), to: dateText(props.to), causes: props.causes },
    check: (values) => {
      const days = checkFields({
        from: readDate(values.from, words.said.from),
        to: readDate(values.to, words.said.to),
      });
      if (values.causes.length === 0)
        return {
          ok: false as const,
          problems: { ...(days.ok ? {} : days.problems), causes: words.noCause },
        };
      return days.ok ? { ok: true as const, value: { ...days.value, causes: values.causes } } : days;
    },
    send: async (asked: Asked) => {
      const answer = await answerOf(
        client.coverPapers.previewClaim({ householdId, ...asked, causes: [...asked.causes] }),
      );
      if (!answer.ok) return answer;
      setSeen({ asked, preview: answer.value });
      return undefined;
    },
    refusal: (found) => problemsFor(found, ['from', 'to', 'causes'], paperRefusals),
  });
  if (seen !== undefined) return <CheckClaim {...seen} onBack={() => setSeen(undefined)} />;
  return (
    <section className="section" aria-labelledby="new-claim">
      <h2 id="new-claim">{words.newTitle}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.check}
          </Button>
        }
      >
        <div className="rota-times">
          <DateField label={words.from} {...form.field('from')} />
          <DateField label={words.to} {...form.field('to')} />
        </div>
        <CheckboxGroup
          label={words.causes}
          hint={words.causesHint}
          {...form.field('causes')}
          choices={CAUSES.map((value) => ({ value, label: coverCauses[value] }))}
        />
      </Form>
    </section>
  );
}

function CheckClaim(props: {
  readonly asked: Asked;
  readonly preview: ClaimPreview;
  readonly onBack: () => void;
}) {
  const { asked, preview } = props;
  const { claim, leftOut } = preview;
  const householdId = useHouseholdId();
  const navigate = useNavigate();
  const written = useWritten();
  const [problem, setProblem] = useState<string | undefined>();
  const [pending, setPending] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // What was found is read from its heading on.
  useEffect(() => heading.current?.focus(), []);
  const make = async () => {
    if (pending) return;
    setPending(true);
    const answer = await answerOf(
      client.coverPapers.makeClaim({ householdId, ...asked, causes: [...asked.causes] }),
    );
    setPending(false);
    if (!answer.ok) {
      setProblem(sentenceFor(answer, paperRefusals));
      return;
    }
    await written(words.made);
    void navigate(rotaPath.madeClaim(answer.value.id));
  };
  return (
    <section className="section" aria-labelledby="claim-check">
      <h2 id="claim-check" ref={heading} tabIndex={-1}>
        {words.checkTitle}
      </h2>
      <p className="quiet">{words.period(claim.from, claim.to)}</p>
      {problem === undefined ? null : <ErrorSummary turn={1} problems={[{ message: problem }]} />}
      {claim.lines.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingBody}</EmptyState>
      ) : (
        <ClaimTable claim={claim} caption={words.checkTitle} />
      )}
      {leftOut.length === 0 ? null : (
        <Notice title={words.leftOut}>
          <ul>
            {leftOut.map((one) => (
              <li key={one.code}>{words.leftOutCode[one.code](one.covers)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="actions">
        {claim.lines.length === 0 ? null : (
          <Button kind="primary" pending={pending} onPress={() => void make()}>
            {words.make}
          </Button>
        )}
        <Button onPress={props.onBack}>{words.changeAnswers}</Button>
      </div>
    </section>
  );
}
