import { proposeMatches } from '@shared/budget/matching';
import type { MatchCandidate, UnexplainedLine } from '@shared/budget/matching-types';
import { addDays, isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const line = (id: string, date: string, amount: number, description: string): UnexplainedLine => ({
  id,
  date: isoDay(date),
  amount: pence(amount),
  description,
});
const wage = (id: string, date: string, amount: number, name: string): MatchCandidate => ({
  kind: 'wage',
  id,
  amount: pence(amount),
  date: isoDay(date),
  name,
});
const only = (lines: UnexplainedLine, ...candidates: MatchCandidate[]) =>
  proposeMatches([lines], candidates)[0];
const codes = (proposal: ReturnType<typeof only>): string[] =>
  proposal?.reasons.map((reason) => reason.code) ?? [];

describe('saying what a bank line may be', () => {
  it('is certain of a wage by its amount, its day and the name', () => {
    const proposal = only(
      line('l', '2026-11-20', -31240, 'GRACE OKORO WAGES'),
      wage('g', '2026-11-20', 31240, 'Grace Okoro'),
    );
    expect(proposal).toMatchObject({
      kind: 'wage',
      candidateIds: ['g'],
      certainty: 'certain',
      difference: 0,
    });
    expect(codes(proposal)).toEqual(['match.amount-exact', 'match.name-in-text', 'match.date-same']);
  });

  it('finds a wage that was paid wrongly, and says by how much', () => {
    // 312.40 was owed and 321.40 was paid: nine pounds too much.
    expect(
      only(line('l', '2026-11-20', -32140, 'G OKORO'), wage('g', '2026-11-20', 31240, 'Grace Okoro')),
    ).toMatchObject({ certainty: 'likely', difference: 900, candidateIds: ['g'] });
  });

  it('does not take a near amount to somebody else for a wage', () => {
    expect(
      only(line('l', '2026-11-20', -32140, 'MOBILITY SHOP'), wage('g', '2026-11-20', 31240, 'Grace Okoro')),
    ).toBeUndefined();
  });

  it('takes this week’s wage, not last week’s of the same amount, and is not certain while both are owed', () => {
    const proposal = only(
      line('l', '2026-11-20', -31240, 'GRACE OKORO'),
      wage('last', '2026-11-13', 31240, 'Grace Okoro'),
      wage('this', '2026-11-20', 31240, 'Grace Okoro'),
    );
    expect(proposal).toMatchObject({ candidateIds: ['this'], certainty: 'likely' });
    expect(codes(proposal)).toContain('match.could-be-other');
    expect(proposal?.others.map((other) => other.candidateIds)).toEqual([['last']]);
  });

  it('is certain of each week’s wage where each has its own line', () => {
    const proposals = proposeMatches(
      [line('a', '2026-11-13', -31240, 'GRACE OKORO'), line('b', '2026-11-20', -31240, 'GRACE OKORO')],
      [wage('last', '2026-11-13', 31240, 'Grace Okoro'), wage('this', '2026-11-20', 31240, 'Grace Okoro')],
    );
    expect(proposals.map((one) => [one.lineId, one.candidateIds[0], one.certainty])).toEqual([
      ['a', 'last', 'certain'],
      ['b', 'this', 'certain'],
    ]);
  });

  it('gives each wage to one line only', () => {
    const proposals = proposeMatches(
      [line('a', '2026-11-20', -31240, 'OKORO'), line('b', '2026-11-20', -31240, 'OKORO')],
      [wage('g', '2026-11-20', 31240, 'Grace Okoro')],
    );
    expect(proposals.map((proposal) => proposal.lineId)).toEqual(['a']);
  });

  it('is not certain when two people of one name are owed the same', () => {
    const proposal = only(
      line('l', '2026-11-20', -31240, 'OKORO'),
      wage('g', '2026-11-20', 31240, 'Grace Okoro'),
      wage('j', '2026-11-20', 31240, 'John Okoro'),
    );
    expect(proposal?.certainty).toBe('likely');
  });

  it('sees two wages in one transfer', () => {
    // 312.40 + 187.60 = 500.00
    const proposal = only(
      line('l', '2026-11-21', -50000, 'OKORO HOUSEHOLD'),
      wage('g', '2026-11-20', 31240, 'Grace Okoro'),
      wage('t', '2026-11-20', 18760, 'Tom Okoro'),
    );
    expect(proposal).toMatchObject({ kind: 'wage', candidateIds: ['g', 't'], certainty: 'likely' });
    expect(codes(proposal)[0]).toBe('match.two-wages-exact');
  });

  it('knows HMRC by its name or by the reference', () => {
    const due: MatchCandidate = {
      kind: 'hmrc',
      id: 'm7',
      amount: pence(8612),
      date: isoDay('2026-11-22'),
      reference: '123PA00045678',
    };
    expect(codes(only(line('l', '2026-11-18', -8612, 'HMRC CUMBERNAULD'), due))).toContain(
      'match.name-in-text',
    );
    const byReference = only(line('l', '2026-11-18', -8612, 'BILL PAYMENT 123 PA 00045678'), due);
    expect(byReference).toMatchObject({ kind: 'hmrc', certainty: 'certain' });
    expect(codes(byReference)).toContain('match.reference-in-text');
  });

  it('knows a direct payment of four weeks by the weekly amount', () => {
    const agreement: MatchCandidate = {
      kind: 'direct-payment',
      id: 'c',
      amount: pence(40620),
      name: 'Anyshire Council',
    };
    // 4 × 406.20 = 1,624.80
    const proposal = only(line('l', '2026-11-16', 162480, 'ANYSHIRE CC DP4401'), agreement);
    expect(proposal).toMatchObject({ kind: 'direct-payment', certainty: 'certain' });
    expect(proposal?.reasons[0]).toEqual({ code: 'match.weeks-of-agreement', values: { weeks: 4 } });
    expect(only(line('l', '2026-11-16', -162480, 'ANYSHIRE CC'), agreement)).toBeUndefined();
    expect(only(line('l', '2026-11-16', 162480, 'REFUND'), agreement)?.certainty).toBe('possible');
  });

  it('knows the client contribution, the pension and a receipt', () => {
    const proposals = proposeMatches(
      [
        line('a', '2026-11-02', 4500, 'STANDING ORDER RUTH VALE'),
        line('b', '2026-11-19', -3210, 'NEST DIRECT DEBIT'),
        line('c', '2026-11-18', -1200, 'CARD 9921 MOBILITY SHOP'),
      ],
      [
        { kind: 'client-contribution', id: 'cc', amount: pence(4500), name: 'Ruth Vale' },
        { kind: 'pension', id: 'p', amount: pence(3210), date: isoDay('2026-11-22'), name: 'Nest' },
        { kind: 'receipt', id: 'r', amount: pence(1200), date: isoDay('2026-11-17'), name: 'Mobility Shop' },
      ],
    );
    expect(proposals.map((proposal) => [proposal.lineId, proposal.kind, proposal.certainty])).toEqual([
      ['a', 'client-contribution', 'certain'],
      ['b', 'pension', 'certain'],
      ['c', 'receipt', 'certain'],
    ]);
  });

  it('knows a payee it has met before, whatever number the bank adds', () => {
    const before: MatchCandidate = {
      kind: 'regular',
      id: 'ins',
      amount: pence(2000),
      name: 'HARBOUR INSURANCE 55501 DDR',
      incoming: false,
      account: 'insurance',
    };
    expect(only(line('l', '2026-11-02', -2000, 'HARBOUR INSURANCE 55640 DDR'), before)?.certainty).toBe(
      'certain',
    );
    expect(only(line('l', '2026-11-02', -2150, 'HARBOUR INSURANCE 55640 DDR'), before)?.certainty).toBe(
      'likely',
    );
    expect(only(line('l', '2026-11-02', -2000, 'HARBOUR CAFE'), before)).toBeUndefined();
  });

  it('does not match a wage paid a month away', () => {
    expect(
      only(line('l', '2026-12-20', -31240, 'GRACE OKORO'), wage('g', '2026-11-20', 31240, 'Grace Okoro')),
    ).toBeUndefined();
  });

  it('answers the same for the same input, one proposal a line, whatever it is given', () => {
    const anyLine = fc.record({
      day: fc.nat(40),
      amount: fc.constantFrom(-31240, -62480, -100, 40620, 0),
      text: fc.constantFrom('OKORO', 'HMRC', 'X', ''),
    });
    const anyWage = fc.record({
      day: fc.nat(40),
      amount: fc.constantFrom(31240, 100),
      name: fc.constantFrom('Okoro', 'Tom', ''),
    });
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 20 }),
        fc.array(anyWage, { maxLength: 20 }),
        (lines, wages) => {
          const start = isoDay('2026-10-01');
          const given = lines.map(({ day, amount, text }, index) =>
            line(`l${index}`, addDays(start, day), amount, text),
          );
          const candidates = wages.map(({ day, amount, name }, index) =>
            wage(`w${index}`, addDays(start, day), amount, name),
          );
          const first = proposeMatches(given, candidates);
          expect(proposeMatches(given, candidates)).toEqual(first);
          expect(new Set(first.map((proposal) => proposal.lineId)).size).toBe(first.length);
          const used = first.flatMap((proposal) => proposal.candidateIds);
          expect(new Set(used).size).toBe(used.length);
        },
      ),
    );
  });

  it('looks at 500 lines and 500 candidates in well under a tenth of a second', () => {
    const start = isoDay('2026-01-01');
    const lines = Array.from({ length: 500 }, (_, index) =>
      line(
        `l${index}`,
        addDays(start, index % 365),
        -(20000 + (index % 97)),
        `FASTER PAYMENT PERSON${index % 50} WAGES`,
      ),
    );
    const wages = Array.from({ length: 500 }, (_, index) =>
      wage(`w${index}`, addDays(start, (index * 7) % 365), 20000 + (index % 89), `Anne Person${index % 50}`),
    );
    const proposals = proposeMatches(lines, wages);
    expect(new Set(proposals.map((proposal) => proposal.lineId)).size).toBe(proposals.length);
    expect(proposals.length).toBeGreaterThan(0);
  });
});
