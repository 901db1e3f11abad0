import words from '@resources/documents/family-letters.json';
import type { FamilyLeaveView } from '@shared/api/family';
import { addDays, formatDay, type IsoDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { formatNiNumber } from './figures';
import { type LetterPart, type LetterParty, letterPdf } from './letter-pdf';
import { safeFileName } from './safe-file-name';
import { averageText } from './ssp1-figures';
import { fill } from './words';

export type FamilyLetter = {
  readonly day: IsoDay;
  readonly from: LetterParty;
  readonly to: LetterParty;
  readonly shortName: string;
  readonly niNumber: string;
  readonly northernIreland: boolean;
  readonly startedOn: IsoDay;
  readonly view: FamilyLeaveView;
};

type Made = { readonly name: string; readonly bytes: Uint8Array };

/** A letter about a leave: what is paid and when, or the figures for HMRC's form where nothing is due. */
export function familyLetterPdf(letter: FamilyLetter): Made {
  return letter.view.outcome === 'due' ? confirmation(letter) : refusal(letter);
}

function averageOf({ earnings }: FamilyLeaveView): string {
  return earnings.pounds === null ? words.refusal.unknown : averageText(earnings.pounds);
}

function scheduleTable(view: FamilyLeaveView): LetterPart[] {
  const text = words.confirm;
  const open = view.schedule.find((one) => one.state === 'not-known');
  return [
    {
      kind: 'table',
      caption: text.schedule,
      columns: [text.payDay, text.days, text.amount],
      rows: [
        ...view.schedule.map((one) => [
          formatDay(one.payDate),
          String(one.days),
          `${formatPounds(one.amount)}${one.state === 'not-known' ? ' *' : ''}`,
        ]),
        [text.total, '', formatPounds(view.total)],
      ],
    },
    ...(open === undefined
      ? []
      : [{ kind: 'text' as const, text: fill(text.provisional, { year: open.to.slice(0, 4) }) }]),
    { kind: 'text', text: text.tax },
  ];
}

function confirmation(letter: FamilyLetter): Made {
  const { view, day } = letter;
  const text = words.confirm;
  const { kind } = view.leave;
  const pay = words.pay[kind];
  const worker = letter.to.name;
  const isLong = kind === 'SMP' || kind === 'SAP';
  const back = formatDay(addDays(view.lastDayAway, 1));
  const bytes = letterPdf({
    fileTitle: fill(text.fileTitle, { pay, worker }),
    day,
    from: letter.from,
    to: letter.to,
    heading: fill(text.heading, { pay }),
    parts: [
      { kind: 'text', text: fill(text.dear, { worker: letter.shortName }) },
      { kind: 'text', text: kind === 'SPBP' ? text.openingBereavement : text.opening },
      {
        kind: 'figures',
        caption: text.leave,
        rows: [
          { name: text.firstDay, value: formatDay(view.leave.leaveStartsOn) },
          { name: text.lastDay, value: formatDay(view.lastDayAway) },
          { name: text.weeksPaid, value: String(view.paidWeeks) },
          ...(view.payEndsOn === null ? [] : [{ name: text.payEnds, value: formatDay(view.payEndsOn) }]),
          { name: text.average, value: averageOf(view) },
        ],
      },
      ...scheduleTable(view),
      { kind: 'text', text: fill(isLong ? text.back : text.backShort, { day: back }) },
      { kind: 'text', text: text.holiday },
      ...(view.daysWorked.most === 0
        ? []
        : [{ kind: 'text' as const, text: fill(text.inTouch, { most: view.daysWorked.most }) }]),
    ],
    signature: letter.from.name,
  });
  return { name: safeFileName(fill(text.fileName, { kind, worker, day })), bytes };
}

function refusal(letter: FamilyLetter): Made {
  const { view, day } = letter;
  const text = words.refusal;
  const { kind } = view.leave;
  const pay = words.pay[kind];
  const form = words.form[kind];
  const worker = letter.to.name;
  const values = { form, pay, worker, kind, day };
  const reasons = text.reason as Readonly<Record<string, string>>;
  const dayRow = (name: string, value: IsoDay | null) =>
    value === null ? [] : [{ name, value: formatDay(value) }];
  const bytes = letterPdf({
    fileTitle: fill(form === '' ? text.fileTitleNoForm : text.fileTitle, values),
    day,
    from: letter.from,
    to: letter.to,
    heading: fill(form === '' ? text.headingNoForm : text.heading, values),
    parts: [
      ...(form === ''
        ? [{ kind: 'text' as const, text: fill(text.noForm, values) }]
        : [
            { kind: 'text' as const, text: fill(text.notTheForm, values) },
            { kind: 'text' as const, text: fill(text.whatToDo, values) },
          ]),
      { kind: 'heading', text: text.reasons },
      {
        kind: 'list',
        items: view.reasons.map((code) =>
          fill(reasons[code] ?? code, {
            startedOn: formatDay(letter.startedOn),
            earnings: averageOf(view),
          }),
        ),
      },
      {
        kind: 'figures',
        caption: text.figures,
        rows: [
          { name: text.name, value: worker },
          { name: text.niNumber, value: formatNiNumber(letter.niNumber) || text.unknown },
          { name: text.startedOn, value: formatDay(letter.startedOn) },
          ...(view.testWeek === null
            ? []
            : [
                {
                  name: text.testWeek,
                  value: fill(text.week, {
                    from: formatDay(view.testWeek.from),
                    to: formatDay(view.testWeek.to),
                  }),
                },
              ]),
          { name: text.average, value: averageOf(view) },
          ...dayRow(text.dueOn, view.leave.dueOn),
          ...dayRow(text.happenedOn, view.leave.happenedOn),
          ...dayRow(text.matchedOn, view.leave.matchedOn),
          { name: text.firstDay, value: formatDay(view.leave.leaveStartsOn) },
        ],
      },
      { kind: 'text', text: fill(kind === 'SMP' ? text.next.SMP : text.next.other, { worker }) },
      { kind: 'text', text: fill(text.appeal, { worker }) },
    ],
    signature: form === '' ? letter.from.name : '',
  });
  return {
    name: safeFileName(fill(form === '' ? text.fileNameNoForm : text.fileName, values)),
    bytes,
  };
}
