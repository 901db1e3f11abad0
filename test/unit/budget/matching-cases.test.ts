/** Cases made by hand, one for each kind of thing a line may be, with near misses and what could be two things. */
import { proposeMatches } from '@shared/budget/matching';
import type { LineMatches, MatchCandidate, Refused, UnexplainedLine } from '@shared/budget/matching-types';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';

const line = (id: string, date: string, amount: number, description: string, accountId?: string) =>
  ({
    id,
    date: isoDay(date),
    amount: pence(amount),
    description,
    ...(accountId === undefined ? {} : { accountId }),
  }) satisfies UnexplainedLine;

const of = (
  kind: MatchCandidate['kind'],
  id: string,
  amount: number,
  more: Partial<Omit<MatchCandidate, 'date'>> & { date?: string } = {},
): MatchCandidate => {
  const { date, ...rest } = more;
  return { kind, id, amount: pence(amount), ...(date === undefined ? {} : { date: isoDay(date) }), ...rest };
};
const wage = (id: string, date: string, amount: number, name: string, more: Partial<MatchCandidate> = {}) =>
  ({ ...of('wage', id, amount, { date, name }), ...more }) as MatchCandidate;

const codes = (one: LineMatches | undefined): string[] => one?.reasons.map((reason) => reason.code) ?? [];
const short = (one: LineMatches | undefined) =>
  one === undefined ? undefined : [one.kind, one.candidateIds.join('+'), one.certainty];

describe('wages', () => {
  it('tells a wage paid a few pence off, by how much, and is not certain', () => {
    const [one] = proposeMatches(
      [line('l', '2026-11-20', -31235, 'GRACE OKORO')],
      [wage('g', '2026-11-20', 31240, 'Grace Okoro')],
    );
    expect(short(one)).toEqual(['wage', 'g', 'likely']);
    expect(one?.difference).toBe(-5);
    expect(one?.reasons[0]).toEqual({ code: 'match.amount-near', values: { difference: -5 } });
  });

  it('sees one wage paid in two transfers: 200.00 + 112.40 = 312.40', () => {
    const both = proposeMatches(
      [line('a', '2026-11-20', -20000, 'GRACE OKORO'), line('b', '2026-11-23', -11240, 'GRACE OKORO')],
      [wage('g', '2026-11-20', 31240, 'Grace Okoro')],
    );
    expect(both.map(short)).toEqual([
      ['wage', 'g', 'likely'],
      ['wage', 'g', 'likely'],
    ]);
    expect(both.map((one) => one.reasons[0])).toEqual([
      { code: 'match.two-payments-exact', values: { whole: 31240, other: 11240 } },
      { code: 'match.two-payments-exact', values: { whole: 31240, other: 20000 } },
    ]);
    expect(both.map((one) => one.amounts)).toEqual([[20000], [11240]]);
  });

  it('offers a part of a wage alone as no more than possible, and not a few pounds', () => {
    const g = wage('g', '2026-11-20', 31240, 'Grace Okoro');
    expect(short(proposeMatches([line('a', '2026-11-20', -20000, 'GRACE OKORO')], [g])[0])).toEqual([
      'wage',
      'g',
      'possible',
    ]);
    expect(proposeMatches([line('a', '2026-11-20', -1250, 'GRACE OKORO')], [g])).toEqual([]);
  });

  it('keeps proposing the rest of a wage that was paid in part', () => {
    const [one] = proposeMatches(
      [line('b', '2026-12-04', -11240, 'GRACE OKORO')],
      [wage('g', '2026-11-20', 11240, 'Grace Okoro', { whole: pence(31240) })],
    );
    // Two weeks late: a rest may come later than a whole wage.
    expect(short(one)).toEqual(['wage', 'g', 'certain']);
    expect(codes(one)[0]).toBe('match.rest-exact');
  });

  it('sees three wages in one transfer: 312.40 + 187.60 + 100.00 = 600.00', () => {
    const [one] = proposeMatches(
      [line('l', '2026-11-20', -60000, 'OKORO WAGES')],
      [
        wage('g', '2026-11-20', 31240, 'Grace Okoro'),
        wage('t', '2026-11-20', 18760, 'Tom Bell'),
        wage('m', '2026-11-20', 10000, 'Maya Shah'),
      ],
    );
    expect(short(one)).toEqual(['wage', 'g+t+m', 'likely']);
    expect(one?.amounts).toEqual([31240, 18760, 10000]);
    expect(codes(one)[0]).toBe('match.three-wages-exact');
  });

  it('sees two weeks of one PA in one transfer, and not of two PAs on different days', () => {
    const late = wage('g1', '2026-11-13', 31240, 'Grace Okoro');
    const now = wage('g2', '2026-11-20', 30000, 'Grace Okoro');
    expect(short(proposeMatches([line('l', '2026-11-20', -61240, 'G OKORO')], [late, now])[0])).toEqual([
      'wage',
      'g1+g2',
      'likely',
    ]);
    const other = wage('t', '2026-11-20', 30000, 'Tom Bell');
    expect(proposeMatches([line('l', '2026-11-20', -61240, 'G OKORO')], [late, other])).toEqual([]);
  });

  it('is only possible where several sets of wages make the amount', () => {
    const proposals = proposeMatches(
      [line('l', '2026-11-20', -30000, 'OKORO')],
      [
        wage('a', '2026-11-20', 10000, 'Ann Okoro'),
        wage('b', '2026-11-20', 20000, 'Ben Okoro'),
        wage('c', '2026-11-20', 10000, 'Cat Okoro'),
      ],
    );
    expect(proposals[0]?.certainty).toBe('possible');
  });

  it('is not certain of a wage that was paid twice: either may be it', () => {
    const proposals = proposeMatches(
      [line('a', '2026-11-20', -31240, 'GRACE OKORO'), line('b', '2026-11-20', -31240, 'GRACE OKORO')],
      [wage('g', '2026-11-20', 31240, 'Grace Okoro')],
    );
    expect(proposals.map(short)).toEqual([['wage', 'g', 'likely']]);
  });
});

describe('what pay asks for beside wages', () => {
  it('knows HMRC paid in part only by its name', () => {
    const due = of('hmrc', 'm7', 8612, { date: '2026-11-22' });
    expect(short(proposeMatches([line('l', '2026-11-20', -5000, 'HMRC SHIPLEY')], [due])[0])).toEqual([
      'hmrc',
      'm7',
      'possible',
    ]);
    expect(proposeMatches([line('l', '2026-11-20', -5000, 'HIGHLAND CAFE')], [due])).toEqual([]);
  });

  it('is not certain where the pension and HMRC are owed the same and the text names both', () => {
    const proposals = proposeMatches(
      [line('l', '2026-11-20', -8612, 'HMRC NEST')],
      [
        of('hmrc', 'm7', 8612, { date: '2026-11-22' }),
        of('pension', 'p', 8612, { date: '2026-11-22', name: 'Nest' }),
      ],
    );
    expect(proposals[0]?.certainty).toBe('likely');
    expect(codes(proposals[0])).toContain('match.could-be-other');
    expect(proposals[0]?.others).toHaveLength(1);
  });
});

describe('people and firms', () => {
  it('knows an agency and an insurer by the whole name, whatever the amount, and never for certain', () => {
    const known = [
      of('payee', 'x', 0, { name: 'Bright Care Ltd', account: 'agency' }),
      of('payee', 'y', 0, { name: 'Harbour Mutual', account: 'insurance' }),
    ];
    expect(short(proposeMatches([line('l', '2026-11-02', -14250, 'BRIGHT CARE INV 881')], known)[0])).toEqual(
      ['payee', 'x', 'likely'],
    );
    expect(short(proposeMatches([line('l', '2026-11-02', -900, 'HARBOUR CAFE')], known)[0])).toEqual([
      'payee',
      'y',
      'possible',
    ]);
  });

  it('is certain of a payee from the second time on, for an amount it had before', () => {
    const earlier = (times: number, more: Partial<MatchCandidate> = {}) =>
      of('regular', 'r', 2000, { name: 'HARBOUR INSURANCE 1', account: 'insurance', times, ...more });
    const now = line('l', '2026-11-02', -2000, 'HARBOUR INSURANCE 2');
    expect(proposeMatches([now], [earlier(1)])[0]?.certainty).toBe('likely');
    expect(proposeMatches([now], [earlier(2)])[0]?.certainty).toBe('certain');
    expect(proposeMatches([now], [earlier(2, { varied: true })])[0]?.certainty).toBe('possible');
  });

  it('is not certain of a payee whose amount a wage is too', () => {
    const proposals = proposeMatches(
      [line('l', '2026-11-20', -31240, 'GRACE OKORO')],
      [
        wage('g', '2026-11-20', 31240, 'Grace Okoro'),
        of('regular', 'r', 31240, { name: 'GRACE OKORO', account: 'expenses', times: 3 }),
      ],
    );
    expect(short(proposals[0])).toEqual(['wage', 'g', 'likely']);
  });
});

describe('receipts', () => {
  const receipt = (id: string, date: string, amount: number, name: string, more = {}) =>
    of('receipt', id, amount, { date, name, ...more });

  it('are told to the penny: a penny off is none', () => {
    const one = receipt('r', '2026-11-17', 1200, 'Mobility Shop');
    const told = (amount: number) =>
      proposeMatches([line('l', '2026-11-18', amount, 'CARD 9921 MOBILITY SHOP')], [one]);
    expect(told(-1200)).toHaveLength(1);
    expect(told(-1201)).toEqual([]);
    expect(told(1200)).toEqual([]);
  });

  it('one may be for two payments: 80.00 + 40.00 = 120.00', () => {
    const both = proposeMatches(
      [line('a', '2026-11-17', -8000, 'MOBILITY SHOP'), line('b', '2026-11-18', -4000, 'MOBILITY SHOP')],
      [receipt('r', '2026-11-17', 12000, 'Mobility Shop')],
    );
    expect(both.map(short)).toEqual([
      ['receipt', 'r', 'likely'],
      ['receipt', 'r', 'likely'],
    ]);
  });

  it('two of one supplier may be paid in one payment, and of two suppliers not', () => {
    const pay = line('l', '2026-11-30', -30000, 'BRIGHT CARE');
    const first = receipt('r1', '2026-11-10', 18000, 'Bright Care');
    const second = receipt('r2', '2026-11-17', 12000, 'Bright Care');
    expect(short(proposeMatches([pay], [first, second])[0])).toEqual(['receipt', 'r1+r2', 'likely']);
    expect(proposeMatches([pay], [first, { ...second, name: 'Mobility Shop' }])).toEqual([]);
  });

  it('of the same amount and shop on one day are not certain', () => {
    const proposals = proposeMatches(
      [line('l', '2026-11-17', -1200, 'MOBILITY SHOP')],
      [
        receipt('r1', '2026-11-17', 1200, 'Mobility Shop'),
        receipt('r2', '2026-11-17', 1200, 'Mobility Shop'),
      ],
    );
    expect(proposals[0]?.certainty).toBe('likely');
  });
});

describe('money between own accounts', () => {
  const accounts = [
    { id: 'main', name: 'Direct payment account', number: '12345678' },
    { id: 'saver', name: 'Rainy day', number: '87654321' },
  ];
  const pair = (out: string, into: string) => [
    line('a', '2026-11-10', -50000, out, 'main'),
    line('b', '2026-11-11', 50000, into, 'saver'),
  ];

  it('is certain where only these two lines fit and the text says so', () => {
    expect(proposeMatches(pair('TFR 87654321', 'FROM MAIN'), [], undefined, accounts).map(short)).toEqual([
      ['transfer', 'b', 'certain'],
      ['transfer', 'a', 'certain'],
    ]);
  });

  it('is likely where nothing in the text says so, and possible where two lines fit', () => {
    expect(proposeMatches(pair('RUTH', 'RUTH'), [], undefined, accounts)[0]?.certainty).toBe('likely');
    const three = [...pair('TFR', 'X'), line('c', '2026-11-12', 50000, 'Y', 'saver')];
    const found = proposeMatches(three, [], undefined, accounts);
    expect(found.map((one) => [one.lineId, one.certainty])).toEqual([
      ['a', 'possible'],
      ['b', 'possible'],
    ]);
  });

  it('is none within one account, or after too long', () => {
    const within = [line('a', '2026-11-10', -500, 'X', 'main'), line('b', '2026-11-10', 500, 'Y', 'main')];
    expect(proposeMatches(within, [], undefined, accounts)).toEqual([]);
    const late = [line('a', '2026-11-10', -500, 'X', 'main'), line('b', '2026-11-16', 500, 'Y', 'saver')];
    expect(proposeMatches(late, [], undefined, accounts)).toEqual([]);
  });
});

describe('cash, charges and money back', () => {
  it('are read from the bank’s own words, and never certain by them', () => {
    const kinds = (description: string, amount: number) =>
      short(proposeMatches([line('l', '2026-11-10', amount, description)], [])[0]);
    expect(kinds('LNK ATM HIGH ST', -3000)).toEqual(['cash', 'cash', 'likely']);
    expect(kinds('UNARRANGED OVERDRAFT FEE', -500)).toEqual(['bank-charge', 'bank-charge', 'likely']);
    expect(kinds('CREDIT INTEREST', 12)).toEqual(['interest', 'interest', 'likely']);
    expect(kinds('INTEREST FLORA', -1200)).toBeUndefined();
  });

  it('a payment that came back is told by its amount and what the bank writes', () => {
    const paid = of('came-back', 'p', 31240, { date: '2026-11-20', name: 'GRACE OKORO WAGES' });
    const back = (description: string, day = '2026-11-23', amount = 31240) =>
      short(proposeMatches([line('l', day, amount, description)], [paid])[0]);
    expect(back('RETURNED PAYMENT OKORO')).toEqual(['came-back', 'p', 'certain']);
    expect(back('UNPAID ITEM')).toEqual(['came-back', 'p', 'likely']);
    expect(back('GIFT FROM MUM')).toBeUndefined();
    expect(back('RETURNED PAYMENT OKORO', '2026-12-20')).toBeUndefined();
    expect(back('RETURNED PAYMENT OKORO', '2026-11-23', 31239)).toBeUndefined();
  });

  it('a refund is of somebody who was paid before, and not more than that', () => {
    const paid = of('refund', 'p', 4500, { date: '2026-11-02', name: 'MOBILITY SHOP 55' });
    const back = (amount: number) =>
      short(proposeMatches([line('l', '2026-11-23', amount, 'REFUND MOBILITY SHOP')], [paid])[0]);
    expect(back(4500)).toEqual(['refund', 'p', 'likely']);
    expect(back(1500)).toEqual(['refund', 'p', 'possible']);
    expect(back(4501)).toBeUndefined();
  });

  it('a cheque written by hand is known on the statement of its own account', () => {
    const cheque = of('shown', 'h', 6000, {
      date: '2026-10-01',
      name: 'Cheque 000123',
      accountId: 'main',
    });
    const told = (accountId: string) =>
      short(proposeMatches([line('l', '2026-11-20', -6000, 'CHQ 000123', accountId)], [cheque])[0]);
    expect(told('main')).toEqual(['shown', 'h', 'certain']);
    expect(told('other')).toBeUndefined();
  });
});

describe('what was said no to', () => {
  const grace = wage('g', '2026-11-20', 31240, 'Grace Okoro', { as: 'wage~grace' });
  const now = line('l', '2026-11-20', -31240, 'GRACE OKORO');
  const refused = (more: Partial<Refused>): Refused => ({ lines: new Set(), payees: new Set(), ...more });

  it('is not proposed again for that line', () => {
    expect(proposeMatches([now], [grace], refused({ lines: new Set(['l|wage|g']) }))).toEqual([]);
    const other = { ...now, id: 'm' };
    expect(proposeMatches([other], [grace], refused({ lines: new Set(['l|wage|g']) }))).toHaveLength(1);
  });

  it('is proposed less surely for its payee', () => {
    const [one] = proposeMatches([now], [grace], refused({ payees: new Set(['grace okoro|wage~grace']) }));
    expect(one?.certainty).toBe('likely');
    expect(codes(one)).toContain('match.refused-before');
  });

  it('gives way to the next best answer', () => {
    const last = wage('f', '2026-11-13', 31240, 'Grace Okoro', { as: 'wage~grace' });
    const [one] = proposeMatches([now], [grace, last], refused({ lines: new Set(['l|wage|g']) }));
    expect(one?.candidateIds).toEqual(['f']);
  });
});
