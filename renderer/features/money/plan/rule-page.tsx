import type { PlanRuleInput, PlanView, SavedRule } from '@shared/api/plan';
import { poundsString } from '@shared/money';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { answerOf, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { checkFields } from '../../../components/check-fields';
import { Form } from '../../../components/form';
import { announce } from '../../../components/live-region';
import { MoneyField } from '../../../components/money-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { readMoney, readText } from '../../../components/read-fields';
import { fine, readChoice } from '../../../components/read-more';
import { Select } from '../../../components/select';
import { TextField } from '../../../components/text-field';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { planRefusals, ruleKinds, rules as words } from '../../../text/plan';
import { problemsFor } from '../../../text/refusals';
import { useDoing } from '../use-money';
import { usePlan } from './use-plan';

/** Adding one rule of the plan, or changing it. */
export function RulePage() {
  const { id } = useParams();
  const plan = usePlan();
  const rule = plan?.rules.find((one) => one.id === id);
  const title = id === undefined ? words.addTitle : words.changeTitle;
  return (
    <Page title={title} backTo="/money/plan" backLabel={words.back}>
      {plan === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : id !== undefined && rule === undefined ? (
        <p>{words.gone}</p>
      ) : (
        <RuleForm key={id} plan={plan} rule={rule} />
      )}
    </Page>
  );
}

/** A choice can’t be an empty text. */
const NO_CATEGORY = 'none';

const KINDS: readonly PlanRuleInput['kind'][] = ['allowed', 'ask-first', 'not-allowed'];

function RuleForm({ plan, rule }: { readonly plan: PlanView; readonly rule: SavedRule | undefined }) {
  const householdId = useHouseholdId();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { busy, run } = useDoing();
  const only = plan.agreements.length === 1 ? (plan.agreements[0]?.id ?? '') : '';
  const form = useForm({
    initial: {
      agreementId: rule?.agreementId ?? only,
      what: rule?.what ?? '',
      kind: (rule?.kind ?? '') as PlanRuleInput['kind'] | '',
      searchWords: rule?.searchWords ?? '',
      over: rule?.over == null ? '' : poundsString(rule.over),
      categoryId: rule?.categoryId ?? NO_CATEGORY,
      writtenIn: rule?.writtenIn ?? '',
    },
    check: (typed) =>
      checkFields({
        agreementId: readChoice(typed.agreementId, words.agreementMissing),
        what: readText(typed.what, words.whatMissing),
        kind: readChoice(typed.kind, words.kindMissing),
        searchWords: fine(typed.searchWords.trim()),
        over:
          typed.over.trim() === '' || typed.kind === 'allowed'
            ? fine(null)
            : readMoney(typed.over, words.theOver),
        categoryId: fine(typed.categoryId === NO_CATEGORY ? null : typed.categoryId),
        writtenIn: fine(typed.writtenIn.trim()),
      }),
    send: async (value) => {
      const answer = await answerOf(
        client.plan.saveRule({ householdId, rule: { ...value, id: rule?.id ?? null } }),
      );
      if (!answer.ok) return answer;
      await queryClient.invalidateQueries();
      announce(words.saved);
      void navigate('/money/plan');
      return undefined;
    },
    refusal: (refusal) => problemsFor(refusal, ['what', 'categoryId', 'over'], planRefusals),
  });
  const agreement = plan.agreements.find((one) => one.id === form.values.agreementId);
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {rule === undefined ? null : (
            <Button
              pending={busy === 'remove'}
              onPress={() =>
                void run(
                  'remove',
                  () => client.plan.removeRule({ householdId, id: rule.id }),
                  words.removed,
                ).then((answer) => {
                  if (answer.ok) void navigate('/money/plan');
                })
              }
            >
              {words.remove}
            </Button>
          )}
        </>
      }
    >
      {plan.agreements.length === 1 ? null : (
        <Select
          label={words.agreement}
          {...form.field('agreementId')}
          choices={plan.agreements.map((one) => ({ value: one.id, label: one.funderName }))}
        />
      )}
      <TextField label={words.what} hint={words.whatHint} width="full" {...form.field('what')} />
      <RadioGroup
        label={words.kind}
        {...form.field('kind')}
        choices={KINDS.map((value) => ({ value, label: ruleKinds[value] }))}
      />
      <TextField
        label={words.search}
        hint={words.searchHint}
        width="full"
        optional
        {...form.field('searchWords')}
      />
      {form.values.kind === 'allowed' ? null : (
        <MoneyField label={words.over} hint={words.overHint} optional {...form.field('over')} />
      )}
      {agreement === undefined || agreement.kinds.length === 0 ? null : (
        <Select
          label={words.category}
          optional
          {...form.field('categoryId')}
          choices={[
            { value: NO_CATEGORY, label: words.noCategory },
            ...agreement.kinds.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
      <TextField
        label={words.written}
        hint={words.writtenHint}
        width="20"
        optional
        {...form.field('writtenIn')}
      />
    </Form>
  );
}
