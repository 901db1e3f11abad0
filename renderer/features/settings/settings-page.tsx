import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { useHouseholdId, useHouseholdStore } from '../../api/household-store';
import { LinkButton } from '../../components/link-button';
import { useLook } from '../../components/look';
import { Notice } from '../../components/notice';
import { Page } from '../../components/page';
import { SummaryList, type SummaryRow } from '../../components/summary-list';
import { WaitingLine } from '../../components/waiting-line';
import { check as checkWords } from '../../text/check';
import { common } from '../../text/common';
import { handOver } from '../../text/desk/hand-over';
import {
  account,
  agreement,
  bill,
  certificate,
  employer,
  person,
  representative,
} from '../../text/household';
import { lockPage, recoveryPage } from '../../text/lock';
import { privacy } from '../../text/privacy';
import { look as lookWords, settings as words } from '../../text/settings';
import { momentText } from '../../text/workspace';
import { roleName } from './representative-form';
import { useHouseholdRecord } from './use-household';

/** Everything that can be set, each with what it is now and a link to change it. */
export function SettingsPage() {
  const householdId = useHouseholdStore((store) => store.householdId);
  if (householdId !== null) return <HouseholdSettings />;
  // At the desk of an organisation none is open.
  return (
    <Page title={words.title} sub={words.programSub}>
      <ProgramGroups />
    </Page>
  );
}

function HouseholdSettings() {
  const householdId = useHouseholdId();
  const record = useHouseholdRecord();
  const tasks = useQuery(api.household.setup.queryOptions({ input: { householdId } })).data;
  const left = tasks?.filter((task) => task.status !== 'done').length ?? 0;
  return (
    <Page title={words.title} sub={words.sub}>
      {left === 0 ? null : (
        <Notice
          tone="attention"
          title={words.setUpLeft(left)}
          action={<LinkButton to="/set-up">{words.setUpGo}</LinkButton>}
        />
      )}
      {record === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <>
          <Group
            title={words.household}
            rows={[
              row(person.title, record.details.supportedName, 'household'),
              row(
                representative.title,
                record.representatives.map((one) => `${one.name} (${roleName(one.role)})`).join(', '),
                'representatives',
              ),
              row(employer.title, record.employer?.legalName, 'employer'),
            ]}
          />
          <Group
            title={words.money}
            rows={[
              row(
                agreement.title,
                record.agreements.map((one) => `${one.funderName}, ${formatPounds(one.amount)}`).join('; '),
                'agreements',
              ),
              row(account.title, record.accounts.map((one) => one.name).join(', '), 'accounts'),
              // Bills are kept beside the money they come out of.
              {
                ...row(bill.title, record.bills.map((one) => one.name).join(', '), 'bills'),
                changeTo: '/money/bills',
              },
              row(
                certificate.title,
                record.certificates
                  .map((one) =>
                    one.validTo === null
                      ? one.name
                      : `${one.name}, ${certificate.until(formatDay(one.validTo))}`,
                  )
                  .join('; '),
                'certificates',
              ),
            ]}
          />
          <ProgramGroups />
        </>
      )}
    </Page>
  );
}

function row(label: string, value: string | undefined, page: string, action?: string): SummaryRow {
  return { label, value, changeTo: `/settings/${page}`, action };
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly SummaryRow[] }) {
  return (
    <section className="settings-group">
      <h2>{title}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}

function ProgramGroups() {
  const { look } = useLook();
  const status = useQuery(api.workspace.status.queryOptions()).data;
  const backups = useQuery(api.workspace.backups.queryOptions()).data;
  const rates = useQuery(api.today.rates.queryOptions()).data;
  const keys = useQuery(api.keys.state.queryOptions()).data;
  const keptAt = keys?.recoveryCodeKeptAt == null ? null : momentText(keys.recoveryCodeKeptAt);
  const householdId = useHouseholdStore((store) => store.householdId);
  const households = useQuery(api.desk.frame.queryOptions({ input: { current: householdId } })).data;
  const newest = backups?.[0];
  return (
    <>
      <Group
        title={words.records}
        rows={[
          row(
            words.backups,
            newest === undefined ? words.noBackup : words.lastBackup(momentText(newest.at)),
            'backups',
            words.open,
          ),
          row(words.passphrase, words.passphraseNow, 'passphrase'),
          row(recoveryPage.title, recoveryPage.now(keptAt), 'recovery-code', words.open),
          row(lockPage.title, lockPage.now(keys?.lockAfterMinutes ?? 0), 'lock'),
          row(checkWords.title, checkWords.row, 'check', words.open),
          ...(householdId === null
            ? []
            : [
                row(words.openRecord, words.openRecordNow, 'record', words.open),
                row(handOver.title, handOver.settingsNow, 'hand-over', words.open),
                row(privacy.title, privacy.settingsNow, 'privacy', words.open),
              ]),
          {
            label: words.households,
            value: words.householdsNow(households?.count ?? 1),
            changeTo: householdId === null ? '/desk' : '/households',
            action: words.open,
          },
        ]}
      />
      <Group
        title={words.program}
        rows={[
          row(words.look, words.lookNow(lookWords.themes[look.theme][0], look.textSize), 'look'),
          row(words.rates, words.ratesNow(rates?.map((one) => one.taxYear) ?? []), 'rates', words.open),
          row(words.about, words.aboutNow(status?.version ?? ''), 'about', words.open),
        ]}
      />
    </>
  );
}
