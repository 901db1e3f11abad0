import { formatPounds, pence } from '@shared/money';
import { penceOf, type StepSentences, say, type TitleSentences, type Values } from './words';

/** `£35.40 + £14.23 − £10.00`: what is owed, less what is taken off; parts of nothing are left out. */
function owedSum(values: Values): string | undefined {
  const plus = ['tax', 'studentLoans', 'employeeNi', 'employerNi'].map((name) => penceOf(values, name));
  const minus = ['employmentAllowance', 'statutoryRecovered'].map((name) => -penceOf(values, name));
  const parts = [...plus, ...minus].filter((amount) => amount !== 0);
  if (parts.length < 2) return undefined;
  return parts
    .map((amount, index) => {
      const text = formatPounds(pence(Math.abs(amount)));
      if (index === 0) return amount < 0 ? `−${text}` : text;
      return `${amount < 0 ? '−' : '+'} ${text}`;
    })
    .join(' ');
}

/** Sentences for what HMRC is owed. */
export const hmrcSteps: StepSentences = {
  'hmrc.tax': () => ({ label: 'Tax taken from pay' }),
  'hmrc.student-loans': () => ({ label: 'Student loans taken from pay' }),
  'hmrc.employee-ni': () => ({ label: 'National Insurance taken from pay' }),
  'hmrc.employer-ni': () => ({
    label: 'Employer’s National Insurance',
    detail: 'You pay this on top of the wages',
  }),
  'hmrc.employment-allowance': () => ({
    label: 'Employment Allowance',
    detail: 'Taken off the employer’s National Insurance',
  }),
  'hmrc.statutory-recovered': () => ({
    label: 'Family pay you get back',
    detail: 'Taken off what you pay HMRC',
  }),
  'hmrc.owed': (values) => ({ label: 'To pay', detail: owedSum(values) }),
};

export const hmrcTitles: TitleSentences = {
  'pay.hmrc-owed': {
    name: 'Owed to HMRC',
    rule: (values) => `For pay days from ${say(values, 'from')} to ${say(values, 'to')}`,
  },
};
