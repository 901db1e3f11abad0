import type { WorkerPension } from '@shared/api/pensions';
import type { PensionMembership } from '@shared/api/people';
import { RadioGroup } from '../../components/radio-group';
import { TextField } from '../../components/text-field';
import type { Form } from '../../components/use-form';
import { pensionJourney as words } from '../../text/pensions';
import { earningsBases, pa, pensionTreatments } from '../../text/people';

/** Terms of a membership as they are typed. */
export type TermsText = {
  provider: string;
  treatment: PensionMembership['treatment'];
  earningsBasis: PensionMembership['earningsBasis'];
  employeePercentHundredths: string;
  employerPercentHundredths: string;
};

/** The fields of a membership: provider, percentages, what they are of, and how they are taken. */
export function PensionTerms<Values extends TermsText>(props: {
  readonly form: Pick<Form<Values>, 'field'>;
  readonly least: WorkerPension['least'];
}) {
  const form = props.form as unknown as Pick<Form<TermsText>, 'field'>;
  const { least } = props;
  return (
    <>
      <TextField label={pa.provider} hint={pa.providerHint} {...form.field('provider')} />
      <TextField
        label={pa.employeePercent}
        hint={
          least === null ? pa.percentHint : `${pa.percentHint} ${words.least(least.total, least.employer)}`
        }
        width="4"
        after="%"
        figures
        inputMode="decimal"
        {...form.field('employeePercentHundredths')}
      />
      <TextField
        label={pa.employerPercent}
        hint={pa.percentHint}
        width="4"
        after="%"
        figures
        inputMode="decimal"
        {...form.field('employerPercentHundredths')}
      />
      <RadioGroup<PensionMembership['earningsBasis']>
        label={pa.earningsBasis}
        {...form.field('earningsBasis')}
        choices={(['qualifying-earnings', 'all-pay'] as const).map((value) => ({
          value,
          label: earningsBases[value][0],
          note: earningsBases[value][1],
        }))}
      />
      <RadioGroup<PensionMembership['treatment']>
        label={pa.treatment}
        {...form.field('treatment')}
        choices={(['relief-at-source', 'net-pay'] as const).map((value) => ({
          value,
          label: pensionTreatments[value][0],
          note: pensionTreatments[value][1],
        }))}
      />
    </>
  );
}
