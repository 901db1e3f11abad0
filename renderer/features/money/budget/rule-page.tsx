import type { SurplusView } from '@shared/api/budget';
import type { AgreementSurplusRule } from '@shared/budget/surplus-rule';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { Form } from '../../../components/form';
import { NumberField } from '../../../components/number-field';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { showToast } from '../../../components/toast';
import { useForm } from '../../../components/use-form';
import { WaitingLine } from '../../../components/waiting-line';
import { left, ruleForm as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { problemsFor, sentenceFor } from '../../../text/refusals';
import { checkRule, type RuleText, ruleText } from './rule-values';
import { AgreementPage } from './use-agreement';
import { useSavedTo } from './use-saved-to';

/** The agreement's own rule for money left, as it is entered. */
export function RulePage() {
  return (
    <AgreementPage title={words.title} backTo="/money/left" backLabel={left.back}>
      {(agreement) => <Rule key={agreement.id} agreementId={agreement.id} />}
    </AgreementPage>
  );
}

function Rule({ agreementId }: { readonly agreementId: string }) {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.budget.surplus.queryOptions({ input: { householdId, agreementId } }),
    throwOnError: true,
  }).data;
  return (
    <Page title={words.title} sub={words.sub} backTo={`/money/left/${agreementId}`} backLabel={left.back}>
      {view === undefined ? <WaitingLine>{common.loading}</WaitingLine> : <RuleForm view={view} />}
    </Page>
  );
}

function RuleForm({ view }: { readonly view: SurplusView }) {
  const householdId = useHouseholdId();
  const { agreementId } = view;
  const to = `/money/left/${agreementId}`;
  const saved = useSavedTo(to, words.saved);
  const forgotten = useSavedTo(to, words.forgotten);
  const form = useForm<RuleText, AgreementSurplusRule>({
    initial: ruleText(view.rule),
    check: checkRule,
    send: async (rule) => {
      const answer = await answerOf(client.budget.saveSurplusRule({ householdId, agreementId, rule }));
      if (answer.ok) await saved();
      return answer;
    },
    refusal: (refusal) => problemsFor(refusal, []),
  });
  const forget = async () => {
    const answer = await answerOf(client.budget.saveSurplusRule({ householdId, agreementId, rule: null }));
    if (answer.ok) await forgotten();
    else showToast(sentenceFor(answer));
  };
  return (
    <Form
      form={form}
      actions={
        <>
          <Button kind="primary" type="submit" pending={form.pending}>
            {words.save}
          </Button>
          {view.from === 'agreement' ? (
            <Button kind="quiet" onPress={() => void forget()}>
              {words.forget}
            </Button>
          ) : null}
        </>
      }
    >
      <RadioGroup<'no' | 'yes'>
        label={words.keep}
        {...form.field('keep')}
        choices={[
          { value: 'no', label: words.keepNo },
          {
            value: 'yes',
            label: words.keepYes,
            more: (
              <div className="budget-fields">
                <NumberField label={words.keepWeeks} least={0} most={104} {...form.field('keepWeeks')} />
                <NumberField label={words.inAdvance} least={0} most={104} {...form.field('inAdvanceWeeks')} />
              </div>
            ),
          },
        ]}
      />
      <NumberField label={words.floor} least={0} most={104} {...form.field('floorWeeks')} />
      <RadioGroup<RuleText['basis']>
        label={words.basis}
        {...form.field('basis')}
        choices={[
          { value: 'gross-weekly', label: words.gross },
          { value: 'net-weekly', label: words.net },
        ]}
      />
      <RadioGroup<RuleText['tested']>
        label={words.tested}
        {...form.field('tested')}
        choices={[
          { value: 'period-end', label: words.periodEnd },
          { value: 'year-end', label: words.yearEnd },
          { value: 'budget-year', label: words.budgetYear },
          { value: 'any-day', label: words.anyDay },
        ]}
      />
      <RadioGroup<'yes' | 'no'>
        label={words.owed}
        {...form.field('owed')}
        choices={[
          { value: 'yes', label: words.owedYes },
          { value: 'no', label: words.owedNo },
        ]}
      />
      <RadioGroup<RuleText['earmarks']>
        label={words.earmarks}
        {...form.field('earmarks')}
        choices={[
          { value: 'all', label: words.earmarksAll },
          { value: 'agreed', label: words.earmarksAgreed },
          { value: 'agreed-for-staff', label: words.earmarksStaff },
          { value: 'none', label: words.earmarksNone },
        ]}
      />
      <NumberField label={words.contingency} least={0} most={52} {...form.field('contingencyWeeks')} />
      <RadioGroup<RuleText['over']>
        label={words.over}
        {...form.field('over')}
        choices={[
          { value: 'to-person-first', label: words.overFirst },
          { value: 'counts', label: words.overCounts },
        ]}
      />
      <RadioGroup<RuleText['collected']>
        label={words.collected}
        {...form.field('collected')}
        choices={[
          {
            value: 'by-letter',
            label: words.byLetter,
            more: (
              <div className="budget-fields">
                <NumberField label={words.days} least={0} most={366} {...form.field('days')} />
                <Checkbox label={words.elseCut} {...form.field('elseCut')} />
              </div>
            ),
          },
          { value: 'from-card', label: words.fromCard },
          { value: 'from-next-payment', label: words.fromNext },
        ]}
      />
      <Checkbox label={words.reasons} {...form.field('reasons')} />
      <Checkbox label={words.hours} {...form.field('hours')} />
      <RadioGroup<RuleText['redundancy']>
        label={words.redundancy}
        {...form.field('redundancy')}
        choices={[
          { value: 'builds-in-fund', label: words.builds },
          { value: 'paid-when-it-happens', label: words.funder },
          { value: 'not-said', label: words.notSaid },
        ]}
      />
    </Form>
  );
}
