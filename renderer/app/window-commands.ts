import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../api/client';
import type { Command } from '../components/command-store';
import { showToast } from '../components/toast';
import { ahead } from '../text/budget';
import { awayToday } from '../text/cover';
import { contactWords } from '../text/cover-known';
import { moreReturns } from '../text/endings';
import { helpTopics } from '../text/help';
import { handLine } from '../text/ledger';
import { matching } from '../text/matching';
import { lines } from '../text/money-lines';
import { costWords, needWords, planWords, ruleWords } from '../text/need';
import { payHmrc } from '../text/pay';
import { paymentFile } from '../text/payment-files';
import { payments } from '../text/payments';
import { ask } from '../text/plan';
import { privacy, privacyRequests } from '../text/privacy';
import { receipts } from '../text/receipts';
import { sentenceFor } from '../text/refusals';
import { rota } from '../text/rota';
import { commands as words } from '../text/settings';
import { statements } from '../text/statements';
import { whatIf } from '../text/what-if';
import type { HouseholdLine } from './frame';

type Found = {
  readonly kind: 'person' | 'payslip' | 'return' | 'statement';
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
};

const FOUND_GOES_TO: Readonly<Record<Found['kind'], (found: Found) => string>> = {
  person: ({ id }) => `/people/${id}`,
  payslip: ({ values }) => `/pay/finished/${values['runId'] ?? ''}`,
  return: ({ id, values }) =>
    values['from'] === undefined
      ? `/returns/${id}`
      : `/returns/${values['agreementId'] ?? ''}/${values['from']}/${values['to'] ?? ''}`,
  statement: () => '/money/statements',
};

/** Everything of “What do you want to do?” that is not a place: actions, people, documents, households, help. */
export function useWindowCommands(options: {
  readonly householdId: string | undefined;
  readonly households: readonly HouseholdLine[];
  readonly onSwitchHousehold: (id: string) => void;
  readonly redo: { readonly name: string; readonly run: () => void } | undefined;
}): readonly Command[] {
  const { householdId, households, onSwitchHousehold, redo } = options;
  const navigate = useNavigate();
  const found = useQuery(
    api.today.find.queryOptions({
      input: { householdId: householdId ?? '' },
      enabled: householdId !== undefined,
    }),
  ).data;
  const redoName = redo?.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the redo is made anew each time; its name says when it differs
  return useMemo<readonly Command[]>(() => {
    const go = (id: string, name: string, to: string): Command => ({
      id,
      name,
      group: 'actions',
      run: () => void navigate(to),
    });
    const backUp = () => {
      void answerOf(client.workspace.backUpNow()).then((answer) =>
        showToast(answer.ok ? words.backedUp : sentenceFor(answer)),
      );
    };
    return [
      ...(redo === undefined
        ? []
        : [{ id: 'redo', name: redo.name, group: 'actions' as const, run: redo.run }]),
      go('set-up', words.setUp, '/set-up'),
      go('add-pa', words.addPa, '/people/new'),
      go('add-shift', rota.addShift, '/rota?add=shift'),
      go('away', rota.away, '/rota/away'),
      go('away-today', awayToday.title, '/rota/away-today'),
      go('find-cover', rota.gaps, '/rota/cover'),
      go('cover-contacts', contactWords.title, '/rota/cover/contacts'),
      go('confirm-hours', rota.confirm, '/rota/confirm'),
      go('patterns', rota.patterns, '/rota/patterns'),
      go('timesheet', rota.timesheet, '/rota/timesheet'),
      go('holiday', rota.holiday, '/rota/holiday'),
      go('need', needWords.title, '/rota/need'),
      go('need-plan', planWords.title, '/rota/need/plan'),
      go('need-cost', costWords.title, '/rota/need/cost'),
      go('need-rules', ruleWords.title, '/rota/need/rules'),
      go('hmrc', payHmrc.title, '/pay/hmrc'),
      go('bring-in', statements.title, '/money/bring-in'),
      go('match', matching.title, '/money/match'),
      go('lines', lines.title, '/money/lines'),
      go('add-receipts', receipts.add, '/money/receipts/new'),
      go('spend', ask.title, '/money/spend'),
      go('write-down', handLine.title, '/money/write-down'),
      go('months-ahead', ahead.title, '/money/ahead'),
      go('what-if', whatIf.title, '/money/what-if'),
      go('payments', payments.title, '/money/payments'),
      go('owed', payments.links.owed[0], '/money/owed'),
      go('bank-file', paymentFile.title, '/money/payments/file'),
      ...moreReturns.links.map(({ to, name }) => go(to, name, to)),
      { id: 'back-up', name: words.backUp, group: 'actions', run: backUp },
      go('look', words.look, '/settings/look'),
      go('passphrase', words.passphrase, '/settings/passphrase'),
      go('recovery-code', words.recoveryCode, '/settings/recovery-code'),
      go('locking', words.locking, '/settings/lock'),
      go('open-record', words.openRecord, '/settings/record'),
      go('privacy', privacy.title, '/settings/privacy'),
      go('privacy-requests', privacyRequests.title, '/settings/privacy/requests'),
      go('add-household', words.addHousehold, '/households/new'),
      ...households
        .filter((household) => household.id !== householdId)
        .map((household) => ({
          id: `household-${household.id}`,
          name: words.switchTo(household.name),
          note: household.role,
          group: 'actions' as const,
          run: () => onSwitchHousehold(household.id),
        })),
      ...(found ?? []).map((one) => ({
        id: `${one.kind}-${one.id}`,
        name: words[one.kind](one.label),
        group: one.kind === 'person' ? ('people' as const) : ('documents' as const),
        run: () => void navigate(FOUND_GOES_TO[one.kind](one)),
      })),
      ...helpTopics.map((topic) => ({
        id: `help-${topic.id}`,
        name: words.help(topic.title),
        words: topic.words,
        group: 'help' as const,
        run: () => void navigate(`/help/${topic.id}`),
      })),
    ];
  }, [found, households, householdId, onSwitchHousehold, redoName, navigate]);
}
