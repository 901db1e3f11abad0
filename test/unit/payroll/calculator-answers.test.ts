import { describe, expect, it } from 'vitest';
import { calculate, FAMILY_NAMES } from '../../../electron/cli/calculate';
import { loadGolden } from '../../golden/load-golden';

const SPOILT: readonly unknown[] = [
  null,
  'zzz',
  '',
  '-1.00',
  -1,
  '999999999999.00',
  '1.234',
  [],
  {},
  true,
  '2026-02-30',
];

function answerOf(family: string, oneCase: unknown): Record<string, unknown> {
  return calculate(family, [oneCase])?.[0] as unknown as Record<string, unknown>;
}

describe('what the terminal says of a case it can’t work out', () => {
  it.each(FAMILY_NAMES)('%s: a plain sentence, never the code itself', (family) => {
    const [first] = loadGolden(family).cases;
    const spoilt = loadGolden(family)
      .cases.slice(0, 40)
      .flatMap((one) =>
        Object.keys(one.input).flatMap((key) =>
          SPOILT.map((value) => ({ ...one, input: { ...one.input, [key]: value } })),
        ),
      );
    const answers = calculate(family, [null, {}, { ...first, tax_year: 'x' }, ...spoilt]) ?? [];
    for (const answer of answers) {
      if (!('error' in answer)) continue;
      expect(answer.error.message, answer.error.code).not.toContain(answer.error.code);
      expect(answer.error.message).toMatch(/^[“A-Z].*[a-z0-9”]\.$/);
    }
  });

  it('still works out the cases beside it, in their order', () => {
    const cases = [
      { id: 'a', input: { ni_number: 'AB 12 34 56 C' } },
      { id: 'b', input: {} },
      { id: 'c', input: { ni_number: 'QQ123456C' } },
    ];
    expect(calculate('ni_numbers', cases)).toMatchObject([
      { id: 'a', output: { valid: true } },
      { id: 'b', error: { code: 'case.missing' } },
      { id: 'c', output: { valid: false } },
    ]);
  });
});

describe('an earlier absence given with a sickness', () => {
  const sickness = (first: string, last: string): Record<string, unknown> =>
    answerOf('ssp', {
      id: 1,
      type: 'sick_pay_for_absence',
      input: {
        first_sick_day: '2025-10-06',
        last_sick_day: '2025-10-17',
        qualifying_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        linked_earlier_absence: { first_sick_day: first, last_sick_day: last },
        average_weekly_earnings: '300.00',
      },
    });

  it('does not count where it was under four days, or over eight weeks before', () => {
    // 10 qualifying days, 3 waiting: 7 × 23.75 = 166.25. 7 August to 5 October is 60 days between.
    const notLinked = {
      output: {
        waiting_days_to_serve: 3,
        qualifying_days_in_linked_absence: 0,
        days_paid: 7,
        total_ssp: '166.25',
      },
    };
    expect(sickness('2025-09-01', '2025-09-02')).toMatchObject(notLinked);
    expect(sickness('2025-08-01', '2025-08-06')).toMatchObject(notLinked);
  });

  it('counts at eight weeks exactly', () => {
    // 11 August to 5 October, 56 days between: the waiting days were served in August. 10 × 23.75 = 237.50.
    expect(sickness('2025-08-04', '2025-08-10')).toMatchObject({
      output: { waiting_days_to_serve: 0, qualifying_days_in_linked_absence: 5, total_ssp: '237.50' },
    });
  });
});

describe('paternity pay for an adoption', () => {
  it('hangs on the matching date where there is no due date', () => {
    // 90% of 300 is above the flat 194.32 a week; the matching week ends on 16 May 2026, when the limit is 129.
    expect(
      answerOf('statutory_parental', {
        id: 1,
        type: 'pay_schedule',
        input: {
          statutory_payment: 'SPP',
          leave_start_date: '2026-06-08',
          average_weekly_earnings: '300.00',
          payday_pattern: 'weekly_from_leave_start',
          weeks_of_pay: 1,
          matching_date: '2026-05-11',
        },
      }),
    ).toMatchObject({
      output: {
        payments: [{ pay_date: '2026-06-14', amount: '194.32' }],
        weekly_lower_earnings_limit: '129.00',
      },
    });
  });
});

describe('the last day of paternity leave', () => {
  // GOV.UK calculator, paternity_adoption_pay_calculator_test: matched on 1 March 2024, placed on either side of the
  // change. The day of placement decides, not the day of matching.
  it.each([
    ['2024-04-05', 'england', '2024-05-30'],
    ['2024-04-06', 'england', '2025-04-05'],
    ['2024-04-06', 'scotland', '2025-04-05'],
    ['2024-04-06', 'northern_ireland', '2024-05-31'],
  ])('placed on %s, living in %s: %s', (placedOn, livesIn, expected) => {
    expect(
      answerOf('statutory_parental', {
        id: 1,
        type: 'paternity_leave_deadline',
        input: {
          due_or_matching_date: '2024-03-01',
          date_of_birth: null,
          adoption_placement_date: placedOn,
          employee_lives_in: livesIn,
        },
      }),
    ).toMatchObject({ output: { leave_must_end_by: expected } });
  });
});

describe('average earnings of somebody new', () => {
  // GOV.UK calculator, statutory_sick_pay_calculator_test.
  it.each([
    ['100.00', 10.5, '66.67'],
    ['600.00', 43, '97.67'],
  ])('%s for %s days', (pay, days, expected) => {
    expect(
      answerOf('ssp', {
        id: 1,
        type: 'average_weekly_earnings_new_employee',
        input: { pay, days_covered: days },
      }),
    ).toMatchObject({ output: { average_weekly_earnings: expected } });
  });
});

describe('a sickness given without earnings', () => {
  const without = (first: string, last: string): Record<string, unknown> =>
    answerOf('ssp', {
      id: 1,
      type: 'sick_pay_for_absence',
      input: {
        first_sick_day: first,
        last_sick_day: last,
        qualifying_days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      },
    });

  it('has the flat rate where earnings only had to reach the limit', () => {
    // GOV.UK calculator, statutory_sick_pay_calculator_test, test scenario 1: three waiting days, then twelve paid,
    // across the new rate of 6 April 2012.
    expect(without('2012-03-26', '2012-04-13')).toMatchObject({
      output: { days_paid: 12, total_ssp: '200.94' },
    });
  });

  it('is refused where earnings set the rate', () => {
    expect(without('2026-04-01', '2026-04-08')).toMatchObject({
      error: { code: 'input.not-understood' },
    });
  });
});

describe('pay with parts of a penny', () => {
  it('is compared with the minimum wage as it is', () => {
    // Payetools, NonCompliantNmwTests: 24 hours at 10.4179 is below 24 × 10.42 (250.08) in April 2023.
    const answer = (pay: string): Record<string, unknown> =>
      answerOf('nmw', {
        id: 1,
        type: 'compliance_by_date_of_birth',
        tax_year: '2023-24',
        input: {
          date_of_birth: '2000-03-31',
          pay_period_start: '2023-04-01',
          pay_period_end: '2023-04-30',
          hours: '24',
          gross_pay: pay,
        },
      });
    expect(answer('250.0296')).toMatchObject({
      output: { age_at_start_of_pay_period: 23, minimum_hourly_rate: '10.42', meets_minimum_wage: false },
    });
    expect(answer('250.08')).toMatchObject({ output: { meets_minimum_wage: true } });
  });
});

describe('a yes or no', () => {
  it('is never guessed from text', () => {
    expect(
      answerOf('student_loans', {
        id: 1,
        tax_year: '2026-27',
        input: {
          pay_frequency: 'monthly',
          earnings_subject_to_ni: '3000.00',
          student_loan_plan: null,
          has_postgraduate_loan: 'true',
        },
      }),
    ).toMatchObject({ error: { code: 'case.not-true-or-false' } });
  });
});
