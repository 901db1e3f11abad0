import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api, client } from '../api/client';
import type { Command } from '../components/command-store';
import { showToast } from '../components/toast';
import { ahead } from '../text/budget';
import { awayToday } from '../text/cover';
import { contactWords } from '../text/cover-known';
import { deskFrame, foundWords } from '../text/desk/list';
import { moreReturns } from '../text/endings';
import { topicsFor } from '../text/help';
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
  readonly hasDesk: boolean;
  readonly redo: { readonly name: string; readonly run: () => void } | undefined;
}): { readonly commands: readonly Command[]; readonly onTyped: (typed: string) => void } {
  const { householdId, households, hasDesk, onSwitchHousehold, redo } = options;
  const [typed, setTyped] = useState('');
  // Too many to be offered all: those that fit what is typed.
  const searched = useQuery(
    api.desk.search.queryOptions({
      input: { text: typed.trim().slice(0, 200) },
      enabled: hasDesk && typed.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  ).data;
  const navigate = useNavigate();
  const found = useQuery(
    api.today.find.queryOptions({
      input: { householdId: householdId ?? '' },
      enabled: householdId !== undefined,
    }),
  ).data;
  const redoName = redo?.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the redo is made anew each time; its name says when it differs
  const commands = useMemo<readonly Command[]>(() => {
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
    const ofHousehold = [
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
      go('open-record', words.openRecord, '/settings/record'),
      go('privacy', privacy.title, '/settings/privacy'),
      go('privacy-requests', privacyRequests.title, '/settings/privacy/requests'),
      ...(found ?? []).map((one) => ({
        id: `${one.kind}-${one.id}`,
        name: words[one.kind](one.label),
        group: one.kind === 'person' ? ('people' as const) : ('documents' as const),
        run: () => void navigate(FOUND_GOES_TO[one.kind](one)),
      })),
    ];
    return [
      ...(searched ?? []).map((one) => ({
        id: `household-${one.id}`,
        name: deskFrame.openHousehold(one.name),
        note: one.found === null ? undefined : foundWords(one.found),
        words: typed,
        group: 'households' as const,
        run: () => onSwitchHousehold(one.id),
      })),
      ...(householdId === undefined ? [] : ofHousehold),
      { id: 'back-up', name: words.backUp, group: 'actions', run: backUp },
      go('look', words.look, '/settings/look'),
      go('passphrase', words.passphrase, '/settings/passphrase'),
      go('recovery-code', words.recoveryCode, '/settings/recovery-code'),
      go('locking', words.locking, '/settings/lock'),
      go('add-household', words.addHousehold, '/households/new'),
      ...households
        .filter((household) => !hasDesk && household.id !== householdId)
        .map((household) => ({
          id: `household-${household.id}`,
          name: words.switchTo(household.name),
          note: household.role,
          group: 'actions' as const,
          run: () => onSwitchHousehold(household.id),
        })),
      ...topicsFor(hasDesk).map((topic) => ({
        id: `help-${topic.id}`,
        name: words.help(topic.title),
        words: topic.words,
        group: 'help' as const,
        run: () => void navigate(`/help/${topic.id}`),
      })),
    ];
  }, [found, searched, typed, hasDesk, households, householdId, onSwitchHousehold, redoName, navigate]);
  return { commands, onTyped: setTyped };
}
