import type { PlanView, StartRules } from '@shared/api/plan';
import { formatDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { CheckboxGroup } from '../../../components/checkbox-group';
import { Form } from '../../../components/form';
import { Page } from '../../../components/page';
import { Select } from '../../../components/select';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { ruleKinds, rules as words } from '../../../text/plan';
import { usePlan } from './use-plan';

/** Rules that authorities were seen to have: the person ticks those that their own plan says too. */
export function StartPage() {
  const householdId = useHouseholdId();
  const plan = usePlan();
  const starts = useQuery({
    ...api.plan.starts.queryOptions({ input: { householdId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.startTitle} sub={words.startSub} backTo="/money/plan" backLabel={words.back}>
      {plan === undefined || starts === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <StartForm plan={plan} starts={starts} />
      )}
    </Page>
  );
}

function StartForm({ plan, starts }: { readonly plan: PlanView; readonly starts: readonly StartRules[] }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: {
      agreementId: plan.agreements[0]?.id ?? '',
      key: '',
      places: [] as readonly string[],
    },
    check: (typed) => {
      const problems = {
        ...(typed.agreementId === '' ? { agreementId: words.agreementMissing } : {}),
        ...(typed.key === '' ? { key: words.startMissing } : {}),
        ...(typed.key !== '' && typed.places.length === 0 ? { places: words.startNone } : {}),
      };
      return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: typed };
    },
    send: async (value) => {
      const answer = await answerOf(
        client.plan.takeStarts({ householdId, ...value, places: value.places.map(Number) }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      showToast(words.startTaken(answer.value.added));
      void navigate('/money/plan');
      return undefined;
    },
  });
  const chosen = starts.find((one) => one.key === form.values.key);
  const key = form.field('key');
  return (
    <Form
      form={form}
      actions={
        <Button kind="primary" type="submit" pending={form.pending}>
          {words.startTake}
        </Button>
      }
    >
      {plan.agreements.length === 1 ? null : (
        <Select
          label={words.agreement}
          {...form.field('agreementId')}
          choices={plan.agreements.map((one) => ({ value: one.id, label: one.funderName }))}
        />
      )}
      <Select
        label={words.startAuthority}
        {...key}
        onChange={(value) => {
          key.onChange(value);
          form.set('places', []);
        }}
        choices={starts.map((one) => ({ value: one.key, label: one.authority }))}
      />
      {chosen === undefined ? null : (
        <CheckboxGroup
          label={words.startRules}
          hint={words.startSource(chosen.source, formatDay(chosen.seenOn))}
          {...form.field('places')}
          choices={chosen.rules.map((rule, at) => ({
            value: String(at),
            label: rule.what,
            note: ruleKinds[rule.kind],
          }))}
        />
      )}
    </Form>
  );
}
