import type { EmployerPensionDays, HouseholdPensions, PensionStanding } from '@shared/api/pensions';
import { formatDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { DateField } from '../../../components/date-field';
import { dateText } from '../../../components/date-text';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { announce } from '../../../components/live-region';
import { Page } from '../../../components/page';
import { readOptionalDate } from '../../../components/read-more';
import { SummaryList } from '../../../components/summary-list';
import { TaskList } from '../../../components/task-list';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { pensionDuties, pensionStates, pensionHome as words } from '../../../text/pensions';
import { pensionRefusals } from '../../../text/pensions-refusals';
import { problemsFor } from '../../../text/refusals';

/** The household’s pension duties: its PAs, the days to keep, and re-enrolment. */
export function PensionsPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.pensions.household.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo="/duties" backLabel={words.back}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <People workers={view.workers} />
          <Days view={view} />
          <Again view={view} />
          <p className="section quiet">{words.recalled}</p>
        </>
      )}
    </Page>
  );
}

function People({ workers }: { readonly workers: readonly PensionStanding[] }) {
  return (
    <section className="section">
      <h2>{words.people}</h2>
      {workers.length === 0 ? (
        <p>{words.noPeople}</p>
      ) : (
        <TaskList
          label={words.people}
          tasks={workers.map((one) => ({
            id: one.workerId,
            name: one.name,
            hint: [
              pensionStates[one.state],
              ...(one.duty === null ? [] : [pensionDuties[one.duty].plain]),
            ].join('. '),
            status: one.tasks.length === 0 ? words.noTasks : words.tasks(one.tasks.length),
            tone: one.tasks.some((task) => task.late)
              ? ('wrong' as const)
              : one.tasks.length > 0
                ? ('attention' as const)
                : ('done' as const),
            to: `/people/${one.workerId}/pension`,
          }))}
        />
      )}
    </section>
  );
}

function Days({ view }: { readonly view: HouseholdPensions }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const { days, suggestedDutiesOn, declareBy } = view;
  const initial = {
    dutiesOn: dateText(days.dutiesOn ?? suggestedDutiesOn),
    declaredOn: dateText(days.declaredOn),
    reEnrolledOn: dateText(days.reEnrolledOn),
  };
  const form = useForm<typeof initial, EmployerPensionDays>({
    initial,
    check: (values) =>
      checkFields({
        dutiesOn: readOptionalDate(values.dutiesOn, words.dutiesOn),
        declaredOn: readOptionalDate(values.declaredOn, words.declaredOn),
        reEnrolledOn: readOptionalDate(values.reEnrolledOn, words.reEnrolledOn),
      }),
    send: async (value) => {
      const answer = await answerOf(client.pensions.saveDays({ householdId, days: value }));
      if (answer.ok) await queryClient.invalidateQueries();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, Object.keys(initial), pensionRefusals),
    done: () => announce(common.saved),
  });
  const hint =
    suggestedDutiesOn === null
      ? words.dutiesHint
      : `${words.dutiesHint} ${words.suggested(suggestedDutiesOn)}`;
  return (
    <section className="section">
      <h2>{words.days}</h2>
      <Form
        form={form}
        actions={
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
        }
      >
        <DateField label={words.dutiesOn} hint={hint} {...form.field('dutiesOn')} />
        <DateField
          label={words.declaredOn}
          {...(declareBy === null ? {} : { hint: words.declareBy(declareBy) })}
          {...form.field('declaredOn')}
        />
        <DateField label={words.reEnrolledOn} hint={words.reEnrolHint} {...form.field('reEnrolledOn')} />
      </Form>
    </section>
  );
}

function Again({ view }: { readonly view: HouseholdPensions }) {
  const { reEnrolment, toReEnrol } = view;
  if (reEnrolment === null) return null;
  return (
    <section className="section">
      <h2>{words.again}</h2>
      <p>{words.againBody}</p>
      <SummaryList
        rows={[
          {
            label: words.againFrom,
            value: `${formatDay(reEnrolment.from)} ${words.againTo} ${formatDay(reEnrolment.to)}`,
          },
          { label: words.againDeclare, value: formatDay(reEnrolment.declareBy) },
          {
            label: words.againWho,
            value:
              toReEnrol.length === 0
                ? words.againNobody
                : toReEnrol.map((one) => (
                    <LinkButton
                      key={one.workerId}
                      kind="quiet"
                      flush
                      to={`/people/${one.workerId}/pension/enrol`}
                    >
                      {one.shortName}
                    </LinkButton>
                  )),
          },
        ]}
      />
    </section>
  );
}
