import { daysFromTo, isoDay } from '@shared/dates';
import {
  checkAnswer,
  type HolidayRequest,
  type HolidayRequestInput,
  holidayNoticeDays,
  holidayRefusalDays,
  untakenLeave,
  viewHolidayRequest,
} from '@shared/rota/holiday-request';
import { describe, expect, test } from 'vitest';
import { away } from './make';

const day = isoDay;

function request(firstDay: string, lastDay: string, more: Partial<HolidayRequest> = {}): HolidayRequest {
  return {
    id: 'r',
    workerId: 'maya',
    firstDay: day(firstDay),
    lastDay: day(lastDay),
    askedOn: day('2026-11-02'),
    answer: 'asked',
    answeredOn: null,
    ...more,
  };
}

function view(asked: HolidayRequest, more: Partial<HolidayRequestInput> = {}) {
  return viewHolidayRequest({
    request: asked,
    today: day('2026-11-02'),
    workingDays: daysFromTo(asked.firstDay, asked.lastDay),
    amount: '1',
    leftAfterBooked: '10',
    unit: 'days',
    leaveYear: { from: day('2026-04-01'), to: day('2027-03-31') },
    absences: [],
    requests: [],
    uncovered: [],
    division: 'england-and-wales',
    bankHolidays: 'in-entitlement',
    contractNoticeDays: null,
    ...more,
  });
}

const codes = (found: ReturnType<typeof view>): string[] => found.problems.map((each) => each.code);

describe('A request for holiday', () => {
  test('needs twice its days and one more as notice; refusing it needs its days and one more', () => {
    // GOV.UK: 3 days' notice for 1 day; 11 days' notice to refuse 10 days.
    expect(holidayNoticeDays(1)).toBe(3);
    expect(holidayRefusalDays(10)).toBe(11);
  });

  test('asked for in time has nothing to be said of it; a day later it is short', () => {
    // One day on 5 November, asked for on the 2nd: 3 days.
    expect(codes(view(request('2026-11-05', '2026-11-05')))).toEqual([]);
    const late = view(request('2026-11-05', '2026-11-05', { askedOn: day('2026-11-03') }));
    expect(late.problems).toEqual([
      {
        code: 'holiday.notice-short',
        severity: 'warn',
        details: { given: 2, needed: 3, leaveDays: 1, askBy: '2026-11-02' },
      },
    ]);
  });

  test('counts the days on which the PA would work, and takes what the contract says before the law’s rule', () => {
    // Ten days with four of work: 9 days of notice; the contract asks for 28.
    const asked = request('2026-11-12', '2026-11-21');
    const workingDays = ['2026-11-12', '2026-11-13', '2026-11-19', '2026-11-20'].map(day);
    expect(view(asked, { workingDays })).toMatchObject({
      noticeNeededDays: 9,
      noticeGivenDays: 10,
      problems: [],
    });
    expect(view(asked, { workingDays, contractNoticeDays: 28 }).problems).toMatchObject([
      { code: 'holiday.notice-short', details: { needed: 28, given: 10 } },
    ]);
  });

  test('says when it is too late to refuse with notice', () => {
    const asked = request('2026-11-20', '2026-11-20');
    expect(view(asked).refuseBy).toBe('2026-11-18');
    expect(codes(view(asked, { today: day('2026-11-18') }))).toEqual([]);
    expect(codes(view(asked, { today: day('2026-11-19') }))).toEqual(['holiday.refusal-late']);
    expect(checkAnswer(asked, 'refused', day('2026-11-19'), day('2026-11-18'))).toMatchObject([
      { code: 'holiday.refusal-needs-notice', severity: 'warn' },
    ]);
    expect(checkAnswer(asked, 'agreed', day('2026-11-19'), day('2026-11-18'))).toEqual([]);
    expect(
      checkAnswer({ ...asked, answer: 'agreed' }, 'refused', day('2026-11-04'), day('2026-11-18')),
    ).toMatchObject([{ code: 'holiday.answered-already', severity: 'refuse' }]);
  });

  test('is held against what is left, exactly', () => {
    const found = view(request('2026-11-20', '2026-11-20'), {
      amount: '7.5',
      leftAfterBooked: '7.25',
      unit: 'hours',
    });
    expect(found.leftAfter).toBe('-0.25');
    expect(found.problems).toEqual([
      {
        code: 'holiday.more-than-left',
        severity: 'warn',
        details: { amount: '7.5', left: '7.25', unit: 'hours' },
      },
    ]);
    expect(
      codes(view(request('2026-11-20', '2026-11-20'), { amount: '7.5', leftAfterBooked: '7.5' })),
    ).toEqual([]);
  });

  test('tells who else is away or has asked, never why, and what nobody would cover', () => {
    const found = view(request('2026-11-20', '2026-11-22'), {
      absences: [away('s', 'tom', '2026-11-22', null)],
      requests: [
        request('2026-11-21', '2026-11-21', { id: 'q', workerId: 'ada' }),
        request('2026-11-21', '2026-11-21', { id: 'p', workerId: 'ada', answer: 'refused' }),
      ],
      uncovered: [
        { day: day('2026-11-20'), minutes: 360 },
        { day: day('2026-11-20'), minutes: 60 },
        { day: day('2026-11-23'), minutes: 60 },
      ],
    });
    expect(
      found.problems.map((each) => [each.code, each.details?.workerId ?? each.details?.minutes]),
    ).toEqual([
      ['holiday.other-away', 'tom'],
      ['holiday.other-asked', 'ada'],
      ['holiday.need-uncovered', 420],
    ]);
    expect(JSON.stringify(found)).not.toContain('sickness');
  });

  test('names the bank holidays of the nation inside it, and whether they take from the entitlement', () => {
    // Boxing Day 2026 is a Saturday: Monday 28 December is its substitute in England. 2 January is one in Scotland alone.
    const asked = request('2026-12-21', '2027-01-04', { askedOn: day('2026-10-01') });
    const workingDays = [day('2026-12-25'), day('2026-12-29')];
    const english = view(asked, { workingDays }).bankHolidays;
    expect(english.map((each) => [each.day, each.worksThen, each.takesHoliday])).toEqual([
      ['2026-12-25', true, true],
      ['2026-12-28', false, false],
      ['2027-01-01', false, false],
    ]);
    const scottish = view(asked, { workingDays, division: 'scotland', bankHolidays: 'on-top' }).bankHolidays;
    expect(scottish.map((each) => [each.day, each.takesHoliday])).toContainEqual(['2027-01-04', false]);
    expect(scottish.find((each) => each.day === '2026-12-25')?.takesHoliday).toBe(false);
  });

  test('over the end of a leave year is told, and one that ends before it starts is refused', () => {
    const long = request('2027-03-29', '2027-04-02');
    expect(codes(view(long, { leaveYear: { from: day('2026-04-01'), to: day('2027-03-31') } }))).toContain(
      'holiday.two-leave-years',
    );
    expect(view(request('2026-11-20', '2026-11-19')).problems).toMatchObject([
      { code: 'holiday.ends-before-it-starts', severity: 'refuse' },
    ]);
  });
});

describe('Holiday that is not taken', () => {
  const left = (today: string, amount: string) =>
    untakenLeave({
      today: day(today),
      leaveYear: { from: day('2026-04-01'), to: day('2027-03-31') },
      left: amount,
      unit: 'hours',
      weekly: '20',
      workingDaysPerWeek: 4,
    });

  test('is no worry while there is time, and none when nothing is left', () => {
    // 1 April 2026: 52 weeks; 112 hours are 5.6 weeks.
    expect(left('2026-04-01', '112')).toBeNull();
    expect(left('2027-03-30', '0')).toBeNull();
  });

  test('is warned of when it is more than a quarter of the weeks left', () => {
    // 9 November 2026 to 31 March 2027 are 143 days: 20 weeks. Five weeks are a quarter; 100 hours and a minute more.
    expect(left('2026-11-09', '100')).toBeNull();
    expect(left('2026-11-09', '100.02')).toEqual({
      code: 'holiday.piles-up',
      severity: 'warn',
      details: {
        left: '100.02',
        unit: 'hours',
        weeksLeft: 20,
        weeksOfHoliday: 6,
        yearEnds: '2027-03-31',
        // The last week begins on 25 March; four days of leave need nine days of notice.
        askBy: '2027-03-16',
      },
    });
  });

  test('is told in the last twelve weeks, and warned of when it can’t all be taken', () => {
    expect(left('2027-01-06', '20')).toMatchObject({
      code: 'holiday.some-left-near-end',
      severity: 'inform',
    });
    // 22 March: ten days, one whole week; 40 hours are two.
    expect(left('2027-03-22', '40')).toMatchObject({ code: 'holiday.cannot-all-be-taken', severity: 'warn' });
  });
});
