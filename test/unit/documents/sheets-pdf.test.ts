import { clockTime } from '@shared/clock-time';
import { daysFromTo, isoDay } from '@shared/dates';
import { describe, expect, test } from 'vitest';
import {
  hmrcMonthTotal,
  hmrcRecordCsv,
  hmrcRecordPdf,
} from '../../../electron/files/documents/hmrc-record-pdf';
import {
  type PaperTimesheet,
  paperTimesheetPdf,
} from '../../../electron/files/documents/paper-timesheet-pdf';
import { paymentSheetCsv } from '../../../electron/files/documents/payment-sheet-csv';
import { paymentSheetPdf } from '../../../electron/files/documents/payment-sheet-pdf';
import { recoverySheetPdf } from '../../../electron/files/documents/recovery-sheet-pdf';
import { rotaPdf, rotaPersonPdf } from '../../../electron/files/documents/rota-pdf';
import { timesheetPdf } from '../../../electron/files/documents/timesheet-pdf';
import { hmrcRecord, paymentSheet, rotaPrint, timesheet } from './other-samples';
import { readPdf } from './read-pdf';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('The payment sheet', () => {
  test('says who to pay, where, how much, with which reference, and the total', () => {
    const { text, pages, raw } = readPdf(paymentSheetPdf(paymentSheet));
    expect(pages).toHaveLength(1);
    expect(raw).toContain('/StructTreeRoot');
    // 305.97 + 1,234.56 + 88.10 = 1,628.63; + 402.21 + 15.63 = 2,046.47.
    for (const words of [
      '20-00-00',
      '01234567',
      '120PA001234562707',
      'WAGES 27 NOV',
      '1,628.63',
      '2,046.47',
      'No account yet',
      'Direct Debit',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Paid on 26 Nov');
  });

  test('draws a box to tick for what is still to be paid by hand, and for nothing else', () => {
    // Three of the five: one is paid already, one is a Direct Debit.
    expect(readPdf(paymentSheetPdf(paymentSheet)).drawings[0]?.match(/ 12 12 re\n/g)).toHaveLength(3);
  });

  test('says so when there is no one to pay', () => {
    expect(readPdf(paymentSheetPdf({ ...paymentSheet, payments: [] })).text).toContain(
      'There is no one to pay',
    );
  });

  test('is also a CSV with plain numbers', () => {
    const lines = decoded(paymentSheetCsv(paymentSheet)).split('\r\n');
    expect(lines[0]).toBe('\ufeffKind,Pay to,Sort code,Account number,Amount,Reference,Pay by,How,Paid on');
    expect(lines[1]).toBe(
      'Your PAs,Maya Lewis,20-00-00,01234567,305.97,WAGES 27 NOV,2026-11-27,Bank transfer,',
    );
    expect(lines).toHaveLength(7);
  });
});

describe('The HMRC record', () => {
  test('adds a month up as P32 does: tax, loans and National Insurance less what is taken off', () => {
    // 80.80 + 0 + 32.40 + 114.00 − 114.00 − 0 = 113.20
    expect(hmrcRecord.months[0] && hmrcMonthTotal(hmrcRecord.months[0])).toBe(11320);
    // month 6 claims 90.00 back: 23.20
    expect(hmrcRecord.months[5] && hmrcMonthTotal(hmrcRecord.months[5])).toBe(2320);
  });

  test('says what is owed, by when, with which reference, and whether it is paid', () => {
    const { text } = readPdf(hmrcRecordPdf(hmrcRecord));
    for (const words of [
      '120PA001234562706',
      '22 Oct 2026',
      '256.60',
      '200.00',
      '56.60',
      'Late',
      'Paid on 20 Jul',
      'Not due yet',
      '822.60',
      'Not yet',
    ])
      expect(text).toContain(words);
  });

  test('is whole when nothing has happened yet', () => {
    const { text, pages } = readPdf(hmrcRecordPdf({ ...hmrcRecord, months: [], payments: [], runs: [] }));
    expect(pages).toHaveLength(1);
    expect(text).toContain('There is nothing to pay HMRC yet.');
    expect(text).toContain('No one has been paid in this tax year yet.');
  });

  test('is also a CSV, with what is taken off below zero', () => {
    const lines = decoded(hmrcRecordCsv(hmrcRecord)).split('\r\n');
    expect(lines[1]).toBe('1,2026-05-05,80.80,0.00,32.40,114.00,-114.00,0.00,113.20');
    expect(lines[6]).toBe('6,2026-10-05,80.80,0.00,32.40,114.00,-114.00,-90.00,23.20');
  });
});

describe('The printed rota', () => {
  test('has days across, people down, and says where someone is needed', () => {
    const { text, pages, raw } = readPdf(rotaPdf(rotaPrint));
    expect(pages).toHaveLength(1);
    expect(raw).toContain('/MediaBox [0 0 841.89 595.28]');
    for (const words of [
      'Monday',
      '23 Nov',
      '07:30 to 14:00',
      'sleep-in',
      'Needs someone',
      '09:00 to 12:30',
      'Holiday',
      '26:00',
      // Joe’s evening is 4 hours; his sleep-in is counted apart, as in the window.
      '4:00',
      'and 1 sleep-in',
      '3:30',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(words);
  });

  test('counts the hours of a night when the clocks change', () => {
    // 22:00 on Saturday 24 October to 07:00 on Sunday: the clocks go back, so 10 hours.
    const night = readPdf(
      rotaPdf({
        ...rotaPrint,
        weekFrom: isoDay('2026-10-19'),
        absences: [],
        shifts: rotaPrint.shifts
          .filter((shift) => shift.kind === 'sleep-in')
          .map((shift) => ({
            ...shift,
            kind: 'waking-night' as const,
            fromDay: isoDay('2026-10-24'),
            toDay: isoDay('2026-10-25'),
          })),
      }),
    );
    expect(night.text).toContain('10:00');
  });

  test('tells a night that ends the next day, who is together, and the note', () => {
    const text = readPdf(
      rotaPdf({
        ...rotaPrint,
        shifts: rotaPrint.shifts.map((shift) => ({
          ...shift,
          withNames: ['Grace Okafor'],
          note: 'Bring the key',
        })),
      }),
    ).text.replace(/\s+/g, ' ');
    for (const words of ['22:00 to 07:00 next day', 'with Grace Okafor', 'Bring the key'])
      expect(text).toContain(words);
  });

  test('of one PA holds a line for each of their shifts, their days away, and nobody else’s', () => {
    const { text, pages, raw } = readPdf(rotaPersonPdf({ ...rotaPrint, workerName: 'Joe Okafor' }));
    expect(pages).toHaveLength(1);
    expect(raw).toContain('/MarkInfo');
    const words = text.replace(/\s+/g, ' ');
    for (const one of [
      'Joe Okafor: shifts with Ruth Bell',
      'Tuesday 24 Nov',
      '18:00',
      '22:00',
      '07:00 next day',
      'sleep-in',
      'Holiday',
      // Four hours, and the sleep-in apart from them.
      'Together',
      '4:00',
      'and 1 sleep-in',
    ])
      expect(words).toContain(one);
    expect(words).not.toContain('07:30');
    expect(words).not.toContain('Maya');
  });

  test('says so when the week is empty', () => {
    expect(readPdf(rotaPdf({ ...rotaPrint, shifts: [], absences: [] })).text).toContain(
      'There are no shifts in this week.',
    );
  });
});

describe('A timesheet', () => {
  test('has each shift, the total, and places to sign', () => {
    const { text } = readPdf(timesheetPdf(timesheet));
    // 9 days of 6:10 are 55:30. 5 sleep-ins are paid by the night, so they are counted and not added.
    for (const words of [
      '07:00 next day',
      '6:10',
      'Total hours\n55:30',
      'Sleep-ins\n5',
      '1 night',
      'Signed by the PA',
      'Signed by the employer',
      'Holiday',
    ])
      expect(text).toContain(words);
  });

  test('says what was planned where it was worked otherwise, why, and what nobody has confirmed', () => {
    const day = isoDay('2026-11-16');
    const line = { day, overMidnight: false, breakMinutes: 0, work: 'Weekday' };
    const { text } = readPdf(
      timesheetPdf({
        ...timesheet,
        absences: [],
        lines: [
          {
            ...line,
            from: clockTime('08:00'),
            to: clockTime('15:00'),
            minutes: 420,
            planned: { from: clockTime('08:00'), to: clockTime('14:00') },
            reason: 'Stayed for the doctor',
          },
          {
            ...line,
            day: isoDay('2026-11-17'),
            from: clockTime('08:00'),
            to: clockTime('14:00'),
            minutes: 360,
            isOpen: true,
          },
        ],
      }),
    );
    for (const words of ['Planned: 08:00 to 14:00', 'Stayed for the doctor', 'Not confirmed yet'])
      expect(text).toContain(words);
  });

  test('that the PA agreed to says so, and asks only the employer to sign', () => {
    const { text } = readPdf(
      timesheetPdf({
        ...timesheet,
        agreement: { how: 'typed', name: 'Joe Okafor', on: isoDay('2026-11-23') },
      }),
    );
    expect(text).toContain('Joe Okafor agreed to these hours on 23 November 2026, with a typed name.');
    expect(text).not.toContain('Signed by the PA');
    expect(text).toContain('Signed by the employer');
  });

  test('can be printed to be filled in by hand', () => {
    const { text } = readPdf(timesheetPdf({ ...timesheet, lines: [], absences: [], emptyRows: 14 }));
    expect(text).toContain('Total hours');
    expect(text).not.toContain('0:00');
  });
});

describe('A timesheet to fill in by hand', () => {
  const planned = (from: string, to: string, more: { work?: string; maySleep?: boolean } = {}) => ({
    from: clockTime(from),
    to: clockTime(to),
    overMidnight: to <= from,
    work: more.work ?? '',
    maySleep: more.maySleep ?? false,
  });
  const paper: PaperTimesheet = {
    householdName: 'Ruth Bell',
    workerName: 'Joe Okafor',
    period: { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') },
    lines: [
      { day: isoDay('2026-11-16'), planned: planned('08:00', '14:00'), isAway: false },
      {
        day: isoDay('2026-11-17'),
        planned: planned('22:00', '07:00', { work: 'Sleep-in', maySleep: true }),
        isAway: false,
      },
      { day: isoDay('2026-11-18'), planned: planned('08:00', '14:00'), isAway: true },
    ],
    extraRows: 3,
    large: false,
    contact: { name: 'Sam Bell', phone: '0113 496 0000' },
    printedOn: isoDay('2026-11-15'),
  };
  /** Outlines of boxes in the drawing of the pages. */
  const boxes = (drawings: readonly string[]) => drawings.join('').match(/ re\nS/g)?.length ?? 0;

  test('has the planned times, who is away, places to sign and whom to give it to, on one page', () => {
    const { text, pages, tags } = readPdf(paperTimesheetPdf(paper));
    expect(pages).toHaveLength(1);
    for (const words of [
      'Timesheet to fill in',
      'Monday 16 to Sunday 22 November 2026',
      '08:00 to 14:00',
      '22:00 to 07:00 \nnext day',
      'Sleep-in',
      'Away',
      'Why it was different',
      'Signed by the PA',
      'Please give this sheet to Sam Bell, phone 0113 496 0000.',
    ])
      expect(text).toContain(words);
    expect(tags).toContain('Table');
    // A heading and 6 rows of 6 columns, and 2 boxes for totals.
    expect(boxes(readPdf(paperTimesheetPdf(paper)).drawings)).toBe(7 * 6 + 2);
  });

  test('asks for time awake only where there is a sleep-in', () => {
    expect(readPdf(paperTimesheetPdf(paper)).text).toContain('Awake');
    expect(readPdf(paperTimesheetPdf({ ...paper, lines: paper.lines.slice(0, 1) })).text).not.toContain(
      'Awake',
    );
  });

  test('has the days alone when nothing is planned, and one row for each', () => {
    const days = { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') };
    const { text, drawings } = readPdf(
      paperTimesheetPdf({
        ...paper,
        lines: daysFromTo(days.from, days.to).map((day) => ({ day, planned: null, isAway: false })),
      }),
    );
    expect(text).toContain('Leave a day empty if you did not work.');
    expect(text).not.toContain('Planned');
    // A heading, 7 days and 3 more rows of 4 columns, and 2 boxes for totals.
    expect(boxes(drawings)).toBe(11 * 4 + 2);
  });

  test('in large print lies sideways and goes on over pages, with its headings again', () => {
    const { pages, raw, drawings } = readPdf(paperTimesheetPdf({ ...paper, large: true, extraRows: 9 }));
    expect(raw).toContain('841.89 595.28');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[1]).toContain('Started');
    expect(drawings.join('')).not.toMatch(/[^01. ]\d* rg/);
  });
});

describe('The recovery sheet', () => {
  const sheet = {
    workspaceName: 'Ruth’s household',
    codeGroups: ['K7QX2', 'M4PTA', '9WZHC', 'R3NEV', 'B8JDS', 'Q6FYG', 'X2LUK', 'T5AMH'],
    createdOn: isoDay('2026-11-21'),
  };
  test('shows the code in its groups, what it is for and how to keep it, on one page', () => {
    const { text, pages } = readPdf(recoverySheetPdf(sheet));
    expect(pages).toHaveLength(1);
    expect(text).toContain('K7QX2 – M4PTA – 9WZHC – R3NEV');
    expect(text).toContain('B8JDS – Q6FYG – X2LUK – T5AMH');
    expect(text).toContain('Ruth’s household');
    expect(text).toContain('21 November 2026');
  });
});

test('Every sheet is the same bytes twice', () => {
  for (const make of [
    () => paymentSheetPdf(paymentSheet),
    () => hmrcRecordPdf(hmrcRecord),
    () => rotaPdf(rotaPrint),
    () => rotaPersonPdf({ ...rotaPrint, workerName: 'Joe Okafor' }),
    () => timesheetPdf(timesheet),
    () =>
      paperTimesheetPdf({
        householdName: 'Ruth Bell',
        workerName: 'Joe Okafor',
        period: { from: isoDay('2026-11-16'), to: isoDay('2026-11-22') },
        lines: [],
        extraRows: 3,
        large: true,
        printedOn: isoDay('2026-11-15'),
      }),
  ])
    expect(Buffer.from(make()).equals(make())).toBe(true);
});
