import type { MainstayClient } from '@shared/api/contract';
import type { ReturnView } from '@shared/api/returns';
import { addDays, isoDay } from '@shared/dates';
import { sumPence, takePence } from '@shared/money';
import { describe, expect, test } from 'vitest';

type Example = { readonly client: MainstayClient; readonly householdId: string };

/** Three authorities that ask in three ways: one audit of a whole year, a return each quarter, a record of each month. */
const AUTHORITIES = [
  { profile: 'trafford', months: 12, returns: 1 },
  { profile: 'haringey', months: 3, returns: 4 },
  { profile: 'ni-hsc-trusts', months: 1, returns: 12 },
] as const;

const YEAR = { from: isoDay('2025-11-01'), to: isoDay('2026-10-31') } as const;

/** The returns of the example's year by one authority's profile, the oldest first. */
async function returnsOfTheYear(
  { client, householdId }: Example,
  profile: string,
  months: number,
): Promise<readonly ReturnView[]> {
  const agreement = (await client.household.get({ householdId })).agreements[0]!;
  await client.household.saveAgreement({
    householdId,
    agreement: {
      ...agreement,
      returnProfile: profile,
      returnEvery: { months },
      returnStartsOn: YEAR.from,
    },
  });
  const ended = (await client.returns.list({ householdId })).filter((one) => one.state === 'due');
  const views: ReturnView[] = [];
  for (const { agreementId, from, to } of ended.toReversed())
    views.push(await client.returns.get({ householdId, agreementId, from, to }));
  return views;
}

/** What the bank's own files say an account held on a day: nothing before the first of them. */
async function statementBalance({ client, householdId }: Example, accountId: string, to: string) {
  const kept = (await client.money.statements({ householdId })).filter(
    (one) => one.accountId === accountId && one.to <= to,
  );
  return kept.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1)?.closing ?? null;
}

const amounts = (lines: readonly { readonly amount: number }[]) =>
  lines.reduce((sum, one) => sum + one.amount, 0);

/** A year of returns for three authorities, from the household that `example` answers. It changes the agreement. */
export function exampleReturns(example: () => Example): void {
  describe.each(AUTHORITIES)(
    'a year of returns as $profile asks for them',
    ({ profile, months, returns }) => {
      let views: readonly ReturnView[] = [];

      test('is whole: one follows on from the other, to the penny and the day', async () => {
        views = await returnsOfTheYear(example(), profile, months);
        expect(views).toHaveLength(returns);
        expect(views.map((view) => view.profile?.key)).toEqual(views.map(() => profile));
        expect([views[0]?.from, views.at(-1)?.to]).toEqual([YEAR.from, YEAR.to]);
        // The account held £2,942.10 when the record began.
        expect(views[0]?.opening).toBe(294_210);
        for (const [index, view] of views.entries()) {
          const before = views[index - 1];
          if (before === undefined) continue;
          expect(view.from).toBe(addDays(before.to, 1));
          expect(view.opening).toBe(before.closing);
          for (const account of before.accounts)
            expect(view.accounts.find((one) => one.id === account.id)?.opening, account.name).toBe(
              account.closing,
            );
        }
      });

      test('reconciles with the bank’s own statements, account by account', async () => {
        for (const view of views) {
          expect(view.opening + view.totalIn - view.totalOut, view.to).toBe(view.closing);
          expect(view.difference, view.to).toBe(0);
          for (const account of view.accounts) {
            expect(
              account.opening + account.moneyIn - account.moneyOut + account.transfers,
              account.name,
            ).toBe(account.closing);
            if (account.kind === 'cash') continue;
            // What no statement shows yet stands between the record and the statement.
            expect(
              takePence(account.closing, sumPence(account.items.map((item) => item.amount))),
              account.name,
            ).toBe(await statementBalance(example(), account.id, view.to));
          }
        }
        // On 30 September a cheque for £32.00 was on its way, and £54.00 was paid for a course in October.
        const september = views.find((view) => view.to === '2026-09-30');
        expect(
          september?.accounts[0]?.items.map((item) => item.amount).toSorted((a, b) => a - b) ?? [
            -3_200, 5_400,
          ],
        ).toEqual([-3_200, 5_400]);
      });

      test('adds up the same by account, by fund, by heading and by line', () => {
        for (const view of views) {
          for (const sum of ['opening', 'closing'] as const)
            for (const parts of [view.accounts, view.funds])
              expect(sumPence(parts.map((one) => one[sum])), `${sum} ${view.to}`).toBe(view[sum]);
          expect([amounts(view.moneyIn), amounts(view.moneyOut)]).toEqual([view.totalIn, view.totalOut]);
          expect(amounts(view.transactions), view.to).toBe(view.totalIn - view.totalOut);
          expect(amounts(view.accounts.map((one) => ({ amount: one.transfers }))), view.to).toBe(0);
        }
        // Thirteen payments of £3,420.00, £116.00 with each from Ruth, £60.00 of her own, and seven months' interest of £1.45.
        expect(amounts(views.map((view) => ({ amount: view.totalIn })))).toBe(
          13 * 342_000 + 13 * 11_600 + 6_000 + 7 * 145,
        );
      });

      test('names what has no evidence: the agency’s invoice of August, and no day of its statements', () => {
        const missing = views.flatMap((view) =>
          view.evidence.filter((item) => item.code === 'evidence.line'),
        );
        const asked = profile === 'ni-hsc-trusts' ? [] : ['BRIGHT DAYS CARE'];
        expect(missing.map((item) => item.values['description'])).toEqual(asked);
        // Each month's file goes on with the balance of the one before: no day between them is asked for.
        const days = views.flatMap((view) =>
          view.evidence.filter((item) => item.code === 'evidence.statements'),
        );
        expect(days).toEqual([]);
        const problems = views.flatMap((view) => view.problems.map((one) => one.code));
        expect(problems.filter((code) => code !== 'return.below-floor')).toEqual([]);
      });
    },
  );
}
