import type { AccountView, LineInBrief } from '@shared/api/ledger';
import { fundIdOf, fundOfId } from '@shared/budget/funds';
import { formatShortDay, type IsoDay, partsOf } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import type { Choice } from '../../../components/choice-types';
import { funds as words } from '../../../text/ledger';
import { lines as lineWords } from '../../../text/money-lines';
import { useRecord } from '../use-money';

/** Every account and cash of the household; `undefined` until they are here. */
export function useAccounts(): readonly AccountView[] | undefined {
  const householdId = useHouseholdId();
  return useQuery({ ...api.ledger.accounts.queryOptions({ input: { householdId } }), throwOnError: true })
    .data;
}

/** The day it is; `undefined` until it is here. */
export function useToday(): IsoDay | undefined {
  return useQuery(api.workspace.status.queryOptions()).data?.today;
}

/** `14 Nov 2026`, for columns. */
export const dayWithYear = (day: IsoDay): string => `${formatShortDay(day)} ${partsOf(day).year}`;

/** A line in few words, as a button or a link names it. */
export const briefName = (line: LineInBrief): string =>
  lineWords.open(line.description, dayWithYear(line.day), formatPounds(line.amount));

/** The funds of a household as choices, by the name postings have them under. */
export function useFundChoices(): readonly Choice[] {
  const agreements = useRecord()?.agreements ?? [];
  return [
    ...agreements.flatMap((one) => [
      { value: one.id, label: one.funderName },
      { value: fundIdOf('contribution', one.id) ?? '', label: words.contribution(one.funderName) },
    ]),
    { value: fundIdOf('own', null) ?? '', label: words.own },
  ];
}

/** The name of a fund. */
export function fundName(fund: string, funderOf: (id: string) => string | undefined): string {
  const { part, agreementId } = fundOfId(fund);
  const funder = (agreementId === null ? undefined : funderOf(agreementId)) ?? '';
  if (part === 'own') return words.own;
  return part === 'contribution' ? words.contribution(funder) : funder;
}
