import { clockTime } from '@shared/clock-time';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import type { CoverChoice, CoverTaker } from '@shared/rota/cover-facts';
import {
  answerAsk,
  type CoverAsk,
  checkAsk,
  coverMessage,
  coverState,
  nextToAsk,
  saidNoTo,
  type WallMoment,
} from '@shared/rota/cover-log';
import { describe, expect, test } from 'vitest';
import { span } from './make';

const SHIFT = span('2026-11-24 08:00', '2026-11-24 14:00');
const when = (time: string, day = '2026-11-24'): WallMoment => ({ day: isoDay(day), time: clockTime(time) });
const ask = (id: string, who: string, time: string, more: Partial<CoverAsk> = {}): CoverAsk => ({
  id,
  shiftKey: 's',
  who: { kind: 'worker', id: who },
  span: SHIFT,
  asked: when(time),
  how: 'call',
  answer: 'waiting',
  answered: null,
  offered: null,
  ...more,
});
const taker = (id: string, standing: CoverTaker['standing'] = 'can'): CoverTaker => ({
  kind: 'worker',
  id,
  phone: null,
  span: SHIFT,
  minutes: 360,
  standing,
  reasons: [],
  restWarnings: [],
  cost: null,
  weekMinutes: 0,
});
const choice = (...takers: readonly CoverTaker[]): CoverChoice => ({
  key: takers.map((each) => each.id).join('+'),
  kind: takers.length > 1 ? 'pair' : 'whole',
  takers,
  standing: takers[0]?.standing ?? 'can',
  minutes: 360,
  uncovered: [],
  cost: null,
  costAfterSpared: null,
  pots: [],
  short: pence(0),
});
const CHOICES = [choice(taker('dev')), choice(taker('maya')), choice(taker('zoe', 'cannot'))];
const state = (asks: readonly CoverAsk[], uncovered = [SHIFT], now = when('07:30'), choices = CHOICES) =>
  coverState({ shiftKey: 's', span: SHIFT, uncovered, asks, choices, now });

describe('where the search for cover stands', () => {
  test('nobody is asked, then one is waited for, then all have said no', () => {
    expect(state([]).code).toBe('nobody-asked');
    const waiting = state([ask('1', 'dev', '07:05')]);
    expect([waiting.code, waiting.waitingSince, waiting.waitingMinutes]).toEqual([
      'waiting',
      when('07:05'),
      25,
    ]);
    const no = ask('1', 'dev', '07:05', { answer: 'no', answered: when('07:10') });
    expect(state([no]).code).toBe('refused-so-far');
    expect(state([no, ask('2', 'maya', '07:12', { answer: 'no', answered: when('07:13') })]).code).toBe(
      'refused-by-all',
    );
    expect(state([], [SHIFT], when('07:30'), [choice(taker('zoe', 'cannot'))]).code).toBe('nobody-to-ask');
  });

  test('a yes is told until it is on the rota, also a yes to a part', () => {
    const part = ask('1', 'dev', '07:05', {
      answer: 'part',
      answered: when('07:10'),
      offered: span('2026-11-24 08:00', '2026-11-24 11:00'),
    });
    expect(state([part]).code).toBe('said-yes');
    // On the rota: only 11 to 2 is open, and Maya has not been asked.
    const left = state([part], [span('2026-11-24 11:00', '2026-11-24 14:00')]);
    expect([left.code, left.coveredMinutes, left.uncoveredMinutes]).toEqual(['refused-so-far', 180, 180]);
    expect(state([part], []).code).toBe('filled');
  });

  test('when the time is over and something was not covered, that is what it says', () => {
    expect(state([ask('1', 'dev', '07:05')], [SHIFT], when('14:00')).code).toBe('over-uncovered');
  });

  test('what somebody said last counts, whatever the order of the list', () => {
    const asks = [
      ask('2', 'dev', '07:20', { answer: 'yes', answered: when('07:21') }),
      ask('1', 'dev', '07:05', { answer: 'no', answered: when('07:06') }),
    ];
    expect(state(asks).code).toBe('said-yes');
    expect(saidNoTo('s', asks).size).toBe(0);
    expect([...saidNoTo('s', [...asks, ask('3', 'dev', '07:22', { answer: 'no' })])]).toEqual(['dev']);
  });
});

describe('who to ask next', () => {
  test('the best who has not been asked; at the end whoever could not be reached', () => {
    const unreached = ask('1', 'dev', '07:05', { answer: 'no-answer', answered: when('07:15') });
    expect(nextToAsk('s', CHOICES, [])?.taker.id).toBe('dev');
    expect(nextToAsk('s', CHOICES, [unreached])?.taker.id).toBe('maya');
    const both = [unreached, ask('2', 'maya', '07:16', { answer: 'no', answered: when('07:17') })];
    expect(nextToAsk('s', CHOICES, both)).toMatchObject({ taker: { id: 'dev' }, again: true });
    expect(nextToAsk('s', CHOICES, [ask('1', 'dev', '07:05'), ask('2', 'maya', '07:06')])).toBeNull();
  });

  test('a pair with somebody who said no is passed over', () => {
    const pair = [choice(taker('dev'), taker('ann')), choice(taker('maya'))];
    const no = ask('1', 'dev', '07:05', { answer: 'no', answered: when('07:06') });
    expect(nextToAsk('s', pair, [no])?.taker.id).toBe('maya');
  });
});

describe('noting an ask and its answer', () => {
  test('an ask after now, after the time is over, or while the same one is waited for, is refused', () => {
    expect(checkAsk(ask('1', 'dev', '07:31'), [], when('07:30'))).toEqual({
      ok: false,
      code: 'cover-ask.in-the-future',
    });
    expect(checkAsk(ask('1', 'dev', '14:00'), [], when('15:00'))).toEqual({
      ok: false,
      code: 'cover-ask.too-late',
    });
    expect(checkAsk(ask('2', 'dev', '07:20'), [ask('1', 'dev', '07:05')], when('07:30'))).toEqual({
      ok: false,
      code: 'cover-ask.waiting-already',
      details: { day: '2026-11-24', time: '07:05' },
    });
    expect(checkAsk(ask('1', 'dev', '07:05'), [ask('1', 'dev', '07:05')], when('07:30')).ok).toBe(true);
  });

  test('a part must lie within what was asked for', () => {
    const one = ask('1', 'dev', '07:05');
    const part = (from: string, to: string) =>
      answerAsk(one, 'part', when('07:10'), when('07:30'), span(`2026-11-24 ${from}`, `2026-11-24 ${to}`));
    expect(part('08:00', '11:00')).toMatchObject({ ok: true, value: { answer: 'part' } });
    expect(part('07:00', '11:00')).toEqual({ ok: false, code: 'cover-ask.not-a-part' });
    expect(part('08:00', '14:00')).toEqual({ ok: false, code: 'cover-ask.not-a-part' });
    expect(answerAsk(one, 'part', when('07:10'), when('07:30'))).toEqual({
      ok: false,
      code: 'cover-ask.not-a-part',
    });
    expect(answerAsk(one, 'yes', when('07:04'), when('07:30'))).toEqual({
      ok: false,
      code: 'cover-ask.answered-before-asked',
    });
    expect(answerAsk(one, 'yes', when('07:31'), when('07:30'))).toEqual({
      ok: false,
      code: 'cover-ask.in-the-future',
    });
  });
});

describe('the message', () => {
  const message = (kind: 'worker' | 'agency') =>
    coverMessage({
      to: { kind, name: 'Dev' },
      from: { name: 'Amal', phone: '01632 960001' },
      span: SHIFT,
      kindOfWork: 'weekday',
      partIsFine: true,
      pay: { rate: { per: 'hour', pounds: '13.25' }, premium: pence(900) },
      answerBy: when('07:45'),
    });

  test('says when, what it pays and by when to answer, and not a word of who is away or why', () => {
    expect(message('worker')).toEqual([
      { code: 'cover-message.hello', values: { name: 'Dev' } },
      {
        code: 'cover-message.can-you',
        values: {
          day: '2026-11-24',
          start: '08:00',
          endDay: '2026-11-24',
          end: '14:00',
          kindOfWork: 'weekday',
          minutes: 360,
        },
      },
      { code: 'cover-message.part-is-fine', values: {} },
      { code: 'cover-message.rate', values: { pounds: '13.25', per: 'hour' } },
      { code: 'cover-message.premium', values: { pence: 900 } },
      { code: 'cover-message.answer-by', values: { day: '2026-11-24', time: '07:45' } },
      { code: 'cover-message.reply-to', values: { phone: '01632 960001' } },
      { code: 'cover-message.thanks', values: { name: 'Amal' } },
    ]);
  });

  test('an agency is not told what a PA is paid', () => {
    expect(message('agency').map((part) => part.code)).toEqual([
      'cover-message.hello',
      'cover-message.agency-can-you',
      'cover-message.part-is-fine',
      'cover-message.answer-by',
      'cover-message.reply-to',
      'cover-message.thanks',
    ]);
  });
});
