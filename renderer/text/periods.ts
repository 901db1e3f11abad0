import type { PeriodLength, PeriodRule } from '@shared/returns/profile';

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** `12 weeks`. */
export function lengthWords({ unit, count }: PeriodLength): string {
  return counted(count, unit === 'weeks' ? 'week' : 'month');
}

function everyWords(rule: PeriodRule): string {
  switch (rule.kind) {
    case 'weeks':
      return rule.count === 1 ? 'every week' : `every ${counted(rule.count, 'week')}`;
    case 'months':
      if (rule.count === 12) return 'every year';
      return rule.count === 1 ? 'every month' : `every ${counted(rule.count, 'month')}`;
    case 'calendar-quarters':
      return 'every quarter of the calendar';
    case 'from-to':
      return 'only when they ask';
  }
}

/** A rule for periods as one reads it: `First 12 weeks, then every year`. */
export function periodRuleWords(rule: PeriodRule): string {
  const first = rule.kind === 'from-to' ? [] : (rule.first ?? []);
  const said = [...first.map(lengthWords), everyWords(rule)].join(', then ');
  return first.length === 0 ? said.charAt(0).toUpperCase() + said.slice(1) : `First ${said}`;
}

/** Words of the fields that ask how long periods are. */
export const periods = {
  label: 'How often',
  months: 'Every so many months',
  weeks: 'Every so many weeks',
  quarters: 'Every quarter of the calendar',
  quartersNote: 'To the end of March, June, September and December.',
  fromTo: 'Only when they ask',
  fromToNote: 'They name the days each time.',
  count: { months: 'Months in each return', weeks: 'Weeks in each return' },
  countEmpty: {
    months: 'Enter the months in each return, from 1 to 24.',
    weeks: 'Enter the weeks in each return, from 1 to 104.',
  },
  first: 'The first ones have a length of their own',
  firstNote: 'For example a first check after 12 weeks, then once a year.',
  firstCount: (index: number) => `Length of return ${index}`,
  firstUnit: (index: number) => `Return ${index} counts in`,
  firstEmpty: (index: number) => `Enter the length of return ${index}: up to 104 weeks or 24 months.`,
  unitWeeks: 'Weeks',
  unitMonths: 'Months',
  addFirst: 'Add another first one',
  removeFirst: (index: number) => `Remove return ${index}`,
} as const;
