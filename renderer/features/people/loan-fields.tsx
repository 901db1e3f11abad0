import type { TaxDetails } from '@shared/api/people';
import { Checkbox } from '../../components/checkbox';
import { RadioGroup } from '../../components/radio-group';
import { loanPlans, noLoan, pa } from '../../text/people';

type Plan = NonNullable<TaxDetails['studentLoanPlan']>;
export type LoanText = Plan | 'none';
const PLANS: readonly Plan[] = ['plan-1', 'plan-2', 'plan-4', 'plan-5'];

/** Student and postgraduate loans. */
export function LoanFields(props: {
  readonly plan: { readonly value: LoanText; readonly onChange: (value: LoanText) => void };
  readonly postgraduate: { readonly value: boolean; readonly onChange: (value: boolean) => void };
}) {
  return (
    <>
      <RadioGroup<LoanText>
        label={pa.studentLoan}
        {...props.plan}
        choices={[
          { value: 'none', label: noLoan },
          ...PLANS.map((value) => ({ value, label: loanPlans[value] })),
        ]}
      />
      <Checkbox label={pa.postgraduate} {...props.postgraduate} />
    </>
  );
}

/** The plan as it is kept. */
export function planOf(text: LoanText): Plan | null {
  return text === 'none' ? null : text;
}
