import type { HouseholdRecord } from '@shared/api/household';
import type { BankLine, LineExplanation } from '@shared/api/money';
import { isoDay } from '@shared/dates';
import { pence } from '@shared/money';
import { describe, expect, it } from 'vitest';
import {
  asksAgreement,
  choiceOf,
  explanationParts,
  funderChoices,
  leftToPlace,
  lineChoices,
  readWhose,
  whoseChoice,
  whoseChoices,
} from '../../renderer/features/money/ledger/line-choices';
import { partWords, reasonWords, warningWords } from '../../renderer/text/money';
import { sentenceFor } from '../../renderer/text/refusals';
import { statementNote, statementRefusals } from '../../renderer/text/statements';

const category = (id: string, name: string, allowed = true) => ({
  id,
  name,
  ledgerAccount: 'other-spending' as const,
  allowed,
  note: '',
});

const record = {
  agreements: [
    {
      id: 'a',
      funderName: 'Anyshire Council',
      categories: [category('c1', 'Gloves'), category('c2', 'Food', false)],
    },
  ],
} as unknown as HouseholdRecord;

const wage: LineExplanation = {
  amount: pence(-18412),
  ledgerAccount: 'net-pay-owed',
  categoryId: null,
  agreementId: 'a',
  workerId: 'w',
  matchKind: 'net-pay',
  matchKey: 'payslip-1',
  note: '',
};

const line: BankLine = {
  id: 'l',
  accountId: 'b',
  day: isoDay('2026-11-14'),
  amount: pence(-18412),
  description: 'GRACE OKAFOR',
  balance: null,
  explanations: [],
  explained: false,
  evidence: 'missing',
  receipts: [],
  proposal: {
    lineId: 'l',
    key: 'wage|payslip-1',
    certainty: 'certain',
    certain: true,
    reasons: [],
    parts: [wage],
    as: 'net-pay-owed~~a~w',
  },
  closed: false,
  warnings: [],
};

describe('saying by hand what a line was', () => {
  const choices = lineChoices(record, [{ id: 'w', name: 'Grace' }], false);

  it('offers the agreement’s kinds of spending, and says which are not allowed', () => {
    expect(choices.find((choice) => choice.label === 'Gloves')?.note).toBeUndefined();
    expect(choices.find((choice) => choice.label === 'Food')?.note).toBe('Your agreement says no to this');
    expect(new Set(choices.map((choice) => choice.value)).size).toBe(choices.length);
  });

  it('offers income only for money that came in', () => {
    expect(choices.some((choice) => choice.label.startsWith('Direct payment'))).toBe(false);
    expect(lineChoices(record, [], true)[0]?.label).toBe('Direct payment from Anyshire Council');
  });

  it('gives each part the sign of the line', () => {
    const [gloves] = choices;
    const parts = explanationParts(line, [
      { meaning: gloves!.meaning, amount: pence(2400), note: ' gloves ' },
      { meaning: gloves!.meaning, amount: pence(16012), note: '' },
    ]);
    expect(parts.map((part) => part.amount)).toEqual([-2400, -16012]);
    expect(parts[0]?.note).toBe('gloves');
    expect(parts[0]?.matchKind).toBe('by-hand');
  });

  it('keeps the payslip that a wage was matched with', () => {
    const grace = choices.find((choice) => choice.label === 'Grace’s wages');
    const [part] = explanationParts(line, [{ meaning: grace!.meaning, amount: pence(0), note: 'late' }]);
    expect(part).toEqual({ ...wage, note: 'late' });
    expect(choiceOf(wage, choices)).toBe(grace?.value);
  });

  it('says what is still to be put somewhere, and nothing while an amount can’t be read', () => {
    const part = (amount: string) => ({ choice: '', amount, note: '' });
    expect(leftToPlace(line.amount, [part('100'), part('')])).toBe(8412);
    expect(leftToPlace(line.amount, [part('200')])).toBe(-1588);
    expect(leftToPlace(line.amount, [part('lots')])).toBeUndefined();
  });
});

describe('whose money, where there are several agreements', () => {
  const two = {
    agreements: [
      ...record.agreements,
      { id: 'b', funderName: 'Anyshire ICB', reference: '', categories: [] },
    ],
  } as unknown as HouseholdRecord;
  const agreements = funderChoices(two);
  const choices = lineChoices(two, [{ id: 'w', name: 'Grace' }], false);
  const meaningOf = (value: string) => choices.find((one) => one.value === value)?.meaning;

  it('is asked of bank charges and the like, which would be in no return without it', () => {
    expect(asksAgreement(meaningOf('account:bank-charges'), agreements)).toBe(true);
    expect(asksAgreement(meaningOf('account:other-spending'), agreements)).toBe(true);
    expect(asksAgreement(meaningOf('account:cash'), agreements)).toBe(true);
    // A plan’s kind of spending says it, finished pay knows it, and money moved stays whose it was.
    for (const known of [
      'category:c1',
      'wages:w',
      'account:hmrc-owed',
      'account:transfer',
      'account:own-money',
    ])
      expect(asksAgreement(meaningOf(known), agreements)).toBe(false);
    expect(asksAgreement(meaningOf('account:bank-charges'), funderChoices(record))).toBe(false);
  });

  it('may be each agreement’s, the contribution to it, or the person’s own', () => {
    expect(whoseChoices(agreements).map((one) => one.label)).toEqual([
      'Money from Anyshire Council',
      'Money from Anyshire ICB',
      'Your contribution to Anyshire Council',
      'Your contribution to Anyshire ICB',
      'Your own money',
    ]);
    for (const { value } of whoseChoices(agreements)) {
      const read = readWhose(value);
      expect(read && whoseChoice(read)).toBe(value);
    }
    expect(readWhose('')).toBeUndefined();
    expect(readWhose('own:b')).toBeUndefined();
  });

  it('is found again in what was said', () => {
    const charge = { ...wage, ledgerAccount: 'other-spending', agreementId: 'b', workerId: null };
    expect(choiceOf(charge, choices)).toBe('account:other-spending');
    expect(whoseChoice({ agreementId: 'b', fundPart: 'agreement' })).toBe('agreement:b');
  });
});

describe('words of money', () => {
  const names = { worker: () => 'Grace', category: () => 'Gloves', funder: () => 'Anyshire Council' };

  it('name what a line was, and why', () => {
    expect(partWords(wage, names)).toBe('Grace’s wages');
    expect(reasonWords({ code: 'match.date-near', values: { days: -2 } })).toBe('2 days before it was due');
    expect(reasonWords({ code: 'match.amount-near', values: { difference: -500 } })).toBe(
      '£5.00 less than expected',
    );
  });

  it('tell a wage that differs from its payslip in pounds', () => {
    expect(warningWords({ code: 'wage-mismatch', values: { difference: 500 } })).toBe(
      'The bank paid £5.00 more than the payslip says.',
    );
  });

  it('say what to do with a file that can’t be read, and name its line', () => {
    const refusal = { code: 'statement.bad-amount', details: { line: 7, column: 'Debit', text: '12,x' } };
    expect(sentenceFor(refusal, statementRefusals)).toMatch(/^Line 7 of the file .*12,x.* Download it again/);
    expect(
      statementNote({
        code: 'statement.balance-broken',
        values: { date: '2026-11-12', expected: 3000, found: 3500, difference: 500 },
      }),
    ).toBe(
      'On 12 November 2026 the balance should be £30.00, but the bank wrote £35.00. A line may be missing.',
    );
  });
});
