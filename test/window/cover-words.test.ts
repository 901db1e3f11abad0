import type { CoverAsk, CoverView } from '@shared/api/cover';
import { askAnswer, coverStateCode, howAsked } from '@shared/api/cover';
import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { CoverReasonCode } from '@shared/rota/cover-facts';
import type { AnswerProblem, AskProblem, MessagePartCode } from '@shared/rota/cover-log';
import { describe, expect, test } from 'vitest';
import { readContact, typedContact } from '../../renderer/features/rota/cover/contact-values';
import { actionWords } from '../../renderer/text/actions';
import { askWords, costParts, costWords, cover, neededWords, stateWords } from '../../renderer/text/cover';
import {
  coverMessageCodes,
  coverMessageLines,
  coverReason,
  coverReasonCodes,
  coverRefusals,
} from '../../renderer/text/cover-reasons';

const TUESDAY = isoDay('2026-11-24');
const SPAN = { day: TUESDAY, start: clockTime('08:00'), endDay: TUESDAY, end: clockTime('14:00') };

/** Every reason the rules can give: a code that is added there must be added here. */
const REASONS: Readonly<Record<CoverReasonCode, true>> = {
  'cover.is-the-one-away': true,
  'cover.not-employed-then': true,
  'cover.away': true,
  'cover.on-another-shift': true,
  'cover.free': true,
  'cover.willing': true,
  'cover.not-asked-before': true,
  'cover.over-own-limit': true,
  'cover.no-rate': true,
  'cover.rest-rule': true,
  'cover.does-not-cover': true,
  'cover.said-no': true,
  'cover.not-available-then': true,
  'cover.day-off': true,
  'cover.right-to-work-ended': true,
  'cover.trained': true,
  'cover.training-missing': true,
  'cover.training-not-yet': true,
  'cover.training-expired': true,
  'cover.training-not-known': true,
  'cover.over-contract-hours': true,
  'cover.with-premium': true,
  'cover.no-charge-known': true,
  'cover.minimum-charged': true,
  'cover.too-short-notice': true,
  'cover.no-phone': true,
};

const PARTS: Readonly<Record<MessagePartCode, true>> = {
  'cover-message.hello': true,
  'cover-message.can-you': true,
  'cover-message.agency-can-you': true,
  'cover-message.part-is-fine': true,
  'cover-message.rate': true,
  'cover-message.premium': true,
  'cover-message.answer-by': true,
  'cover-message.reply-to': true,
  'cover-message.thanks': true,
};

const REFUSALS: Readonly<Record<AskProblem | AnswerProblem, true>> = {
  'cover-ask.in-the-future': true,
  'cover-ask.too-late': true,
  'cover-ask.waiting-already': true,
  'cover-ask.answered-before-asked': true,
  'cover-ask.not-a-part': true,
};

const ASK: CoverAsk = {
  id: 'a',
  who: { kind: 'worker', id: 'maya' },
  name: 'Maya',
  span: SPAN,
  asked: { day: TUESDAY, time: clockTime('07:05') },
  how: 'call',
  answer: 'waiting',
  answered: null,
  offered: null,
};

const VIEW: CoverView = {
  key: 'k',
  span: SPAN,
  minutes: 360,
  kindOfWork: 'weekday',
  reason: 'absence',
  away: { workerId: 'grace', name: 'Grace Okafor', shortName: 'Grace', absenceId: 'x', kind: 'sickness' },
  uncovered: [SPAN],
  uncoveredMinutes: 360,
  now: { day: TUESDAY, time: clockTime('07:10') },
  need: SPAN,
  minutesLeft: 50,
  state: {
    code: 'waiting',
    uncoveredMinutes: 360,
    coveredMinutes: 0,
    waitingMinutes: 5,
    refusals: 0,
    asked: 1,
  },
  next: null,
  choices: [],
  asks: [ASK],
  coveredBy: [],
  spared: pence(0),
  hasPeople: true,
  hasContacts: false,
};

function expectPlain(words: string, code: string): void {
  expect(words, code).not.toMatch(/undefined|NaN|!|^$|null/);
  for (const sentence of words.split(/[.;:?]\s/))
    expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
}

test('every reason, part of a message and refusal has plain words, also when a value is missing', () => {
  expect([...coverReasonCodes].sort()).toEqual(Object.keys(REASONS).sort());
  for (const code of coverReasonCodes) expectPlain(coverReason({ code, values: {} }), code);
  expect([...coverMessageCodes].sort()).toEqual(Object.keys(PARTS).sort());
  for (const code of coverMessageCodes) expectPlain(coverMessageLines([{ code, values: {} }])[0]!, code);
  const own = Object.keys(coverRefusals).filter((code) => code.startsWith('cover'));
  for (const code of Object.keys(REFUSALS)) expect(own, code).toContain(code);
  for (const code of own) {
    const sentence = coverRefusals[code]!;
    expectPlain(typeof sentence === 'string' ? sentence : sentence({}), code);
  }
});

test('every rest rule is named in a reason', () => {
  for (const rule of ['rest.daily', 'rest.weekly', 'rest.break', 'hours.weekly-average', 'young.night'])
    expectPlain(coverReason({ code: 'cover.rest-rule', values: { rule, restMinutes: 480 } }), rule);
});

test('every action of cover says what undo would undo', () => {
  for (const code of [
    'cover.asked',
    'cover.answered',
    'cover.ask-removed',
    'cover.filled',
    'cover.outside-confirmed',
    'cover.outside-removed',
    'cover.contact-saved',
    'cover.contact-removed',
    'cover.person-saved',
    'cover.trainings-saved',
    'cover.pots-saved',
  ])
    expect(actionWords(code, {}), code).not.toBe(actionWords('odd', {}));
});

describe('where the search stands', () => {
  test('has a title for every state', () => {
    for (const code of coverStateCode.options) {
      const { title, body } = stateWords({ ...VIEW, state: { ...VIEW.state, code } });
      expectPlain(`${title}. ${body}`, code);
    }
    expect(stateWords(VIEW)).toEqual({
      title: 'You wait for Maya',
      body: 'You asked 5 min ago. If it takes too long, ask the next one.',
    });
  });

  test('says why it is needed, how long, and how soon', () => {
    expect(neededWords(VIEW)).toBe('Grace is off sick. 6 h to cover, weekday rate. It starts in 50 min.');
    expect(neededWords({ ...VIEW, away: null, reason: 'open', minutesLeft: -1 })).toBe(
      'Nobody has this shift yet. 6 h to cover, weekday rate. It has begun.',
    );
  });

  test('each ask reads as a sentence, however it was asked and answered', () => {
    for (const how of howAsked.options)
      for (const answer of askAnswer.options)
        expectPlain(askWords({ ...ASK, how, answer }, TUESDAY), `${how} ${answer}`);
    expect(askWords({ ...ASK, answer: 'part', offered: SPAN }, TUESDAY)).toBe(
      'You rang Maya today at 7:05 am. They can do 8 am to 2 pm.',
    );
  });
});

test('a cost says what it is made of', () => {
  expect(costWords(pence(6_948), false)).toBe('Costs £69.48 more, all in');
  expect(costWords(null, false)).toBe('The cost is not known yet');
  const cost = {
    wages: pence(5_600),
    premium: pence(600),
    onCosts: pence(748),
    charge: pence(0),
    total: pence(6_948),
    rate: { per: 'hour' as const, pounds: '14.00' },
    paidMinutes: 240,
  };
  const taker = {
    kind: 'worker' as const,
    id: 'maya',
    name: 'Maya',
    shortName: 'Maya',
    phone: null,
    span: SPAN,
    minutes: 240,
    standing: 'can' as const,
    reasons: [],
    cost,
    weekMinutes: 0,
  };
  expect(costParts(taker)).toBe(
    '£56.00 pay (£14.00 an hour), £6.00 on top, £7.48 for holiday, National Insurance and pension',
  );
  expect(cover.from([{ name: 'Leeds City Council', amount: pence(1) }])).toBe('Paid from Leeds City Council');
});

test('a contact keeps its earlier charges when a new one is typed', () => {
  const typed = {
    ...typedContact(undefined, TUESDAY),
    kind: 'agency' as const,
    name: ' Bright Care ',
    charge: '28.5',
    minimum: '2',
  };
  const first = readContact(typed, undefined);
  if (!first.ok) throw new Error('It was refused');
  expect(first.value).toMatchObject({ name: 'Bright Care', minimumMinutes: 120, noticeMinutes: null });
  expect(first.value.charges).toMatchObject([{ kindOfWork: null, fromDay: TUESDAY, pounds: '28.50' }]);
  const kept = { ...first.value, id: 'c', charges: first.value.charges.map((one) => ({ ...one, id: 'x' })) };
  const later = {
    ...typedContact(kept, TUESDAY),
    charge: '30',
    from: { day: '1', month: '1', year: '2027' },
  };
  const second = readContact(later, kept);
  expect(second.ok && second.value.charges.map(({ id, pounds }) => [id, pounds])).toEqual([
    ['x', '28.50'],
    [null, '30.00'],
  ]);
  // Nothing changed: nothing is added.
  const same = readContact(typedContact(kept, TUESDAY), kept);
  expect(same.ok && same.value.charges).toEqual(kept.charges);
});
