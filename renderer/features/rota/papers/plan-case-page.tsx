import type { CoverPlanView } from '@shared/api/cover-papers';
import { COVER_PLAN_CASES, COVER_PLAN_STEPS, type CoverPlanCaseName } from '@shared/rota/cover-plan';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form';
import { LinkButton } from '../../../components/link-button';
import { NumberField } from '../../../components/number-field';
import { Page } from '../../../components/page';
import { Select } from '../../../components/select';
import { TextArea } from '../../../components/text-area';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { paperRefusals, planCases, planWords as words } from '../../../text/cover-papers';
import { problemsFor } from '../../../text/refusals';
import { rotaPath } from '../paths';
import { useWritten } from '../use-rota';
import { caseNamed, NOBODY, readCase, STEP_FIELDS, typedCase } from './plan-values';

/** One part of the cover plan: who to ring in a case, or what everyone has to know. */
export function CoverPlanCasePage() {
  const { part = '' } = useParams();
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.coverPapers.plan.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  const name = caseNamed(part);
  const title =
    name !== undefined ? words.caseTitle(name) : part === 'to-know' ? words.toKnowTitle : words.goneCase;
  return (
    <Page title={title} backTo={rotaPath.coverPlan} backLabel={words.toPlan}>
      {view === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : name !== undefined ? (
        <CaseForm key={name} view={view} name={name} />
      ) : part === 'to-know' ? (
        <ToKnowForm view={view} />
      ) : (
        <EmptyState title={words.goneCase} />
      )}
    </Page>
  );
}

function useSavePlan() {
  const householdId = useHouseholdId();
  const written = useWritten();
  const navigate = useNavigate();
  return {
    send: async (plan: CoverPlanView['plan']) => {
      const answer = await answerOf(client.coverPapers.savePlan({ householdId, plan }));
      if (!answer.ok) return answer;
      await written(words.saved);
      return answer;
    },
    done: () => void navigate(rotaPath.coverPlan),
  };
}

function FormActions({ pending }: { readonly pending: boolean }) {
  return (
    <>
      <Button kind="primary" type="submit" pending={pending}>
        {words.save}
      </Button>
      <LinkButton to={rotaPath.coverPlan}>{common.cancel}</LinkButton>
    </>
  );
}

function CaseForm({ view, name }: { readonly view: CoverPlanView; readonly name: CoverPlanCaseName }) {
  const { send, done } = useSavePlan();
  const form = useForm({
    initial: typedCase(view.plan, name),
    check: (values) => readCase(view.plan, name, values),
    send,
    refusal: (found) => problemsFor(found, ['sameAs', 'toKnow'], paperRefusals),
    done,
  });
  const people = [
    { value: NOBODY, label: words.nobody },
    ...view.people.map((one) => ({ value: `worker:${one.id}`, label: one.name })),
    ...view.outside.map((one) => ({ value: `outside:${one.id}`, label: one.name })),
    { value: 'person', label: words.person },
    { value: 'council', label: words.council },
  ];
  return (
    <Form form={form} actions={<FormActions pending={form.pending} />}>
      <Select
        label={words.sameLabel}
        hint={words.sameHint}
        {...form.field('sameAs')}
        choices={[
          { value: 'own' as const, label: words.own },
          ...COVER_PLAN_CASES.filter((one) => one !== name).map((one) => ({
            value: one,
            label: planCases[one],
          })),
        ]}
      />
      {form.values.sameAs !== 'own'
        ? null
        : COVER_PLAN_STEPS.map((step) => {
            const fields = STEP_FIELDS[step];
            const who = form.values[fields.who];
            // Whoever is kept no more still stands in the plan until somebody else is chosen.
            const known = people.some((one) => one.value === who);
            const byName = who === 'person' || who === 'council';
            return (
              <div className="stack" key={step}>
                <Select
                  label={words.who(step)}
                  {...form.field(fields.who)}
                  choices={known ? people : [...people, { value: who, label: words.gone }]}
                />
                {byName ? (
                  <div className="rota-times">
                    <TextField label={words.name(step)} {...form.field(fields.name)} />
                    <TextField label={words.phone(step)} optional {...form.field(fields.phone)} />
                  </div>
                ) : null}
              </div>
            );
          })}
      <TextArea
        label={words.caseToKnow}
        hint={words.caseToKnowHint}
        optional
        rows={3}
        {...form.field('toKnow')}
      />
    </Form>
  );
}

function ToKnowForm({ view }: { readonly view: CoverPlanView }) {
  const { plan } = view;
  const { send, done } = useSavePlan();
  const form = useForm({
    initial: { toKnow: plan.toKnow, months: plan.checkEveryMonths as number | null },
    check: (values: { toKnow: string; months: number | null }) => {
      const { months } = values;
      return months !== null && months >= 1 && months <= 36
        ? {
            ok: true as const,
            value: { ...plan, toKnow: values.toKnow.trim(), checkEveryMonths: months },
          }
        : { ok: false as const, problems: { months: words.monthsRange } };
    },
    send,
    refusal: (found) => problemsFor(found, ['toKnow', 'months'], paperRefusals),
    done,
  });
  return (
    <Form form={form} actions={<FormActions pending={form.pending} />}>
      <TextArea label={words.toKnow} hint={words.toKnowHint} optional rows={6} {...form.field('toKnow')} />
      <NumberField label={words.months} least={1} most={36} {...form.field('months')} />
    </Form>
  );
}
