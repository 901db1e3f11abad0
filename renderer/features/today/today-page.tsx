import type { Need, TodayView } from '@shared/api/today';
import { formatWeekday } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useQuery } from '@tanstack/react-query';
import {
  Banknote,
  CalendarCheck,
  ChevronDown,
  FileCheck,
  HardDriveDownload,
  ListChecks,
  type LucideIcon,
  PiggyBank,
  ReceiptText,
  Scale,
  ShieldCheck,
  UserMinus,
  UserPen,
  UserX,
  Wallet,
} from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { needPath } from '../../api/need-targets';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { FigureRow } from '../../components/figure-row';
import { LinkButton } from '../../components/link-button';
import { useLook } from '../../components/look';
import { More } from '../../components/more';
import { NeedList } from '../../components/need-list';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { WeekStrip } from '../../components/week-strip';
import { todayBackup as backupWords } from '../../text/backups';
import { common } from '../../text/common';
import { frame } from '../../text/frame';
import { needWords } from '../../text/needs';
import { askedBack, today as words } from '../../text/today';
import { weekDays } from './week-days';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  gap: UserX,
  'confirm-hours': CalendarCheck,
  'pay-due': Banknote,
  'pay-late': Banknote,
  'payments-to-make': Banknote,
  'hmrc-due': Banknote,
  'return-due': FileCheck,
  'return-late': FileCheck,
  'lines-to-explain': Wallet,
  'receipts-missing': ReceiptText,
  'wage-mismatch': Scale,
  'insurance-ends': ShieldCheck,
  'insurance-missing': ShieldCheck,
  'right-to-work-ends': UserPen,
  'person-missing': UserPen,
  'put-right': ReceiptText,
  'backup-old': HardDriveDownload,
  'backup-failed': HardDriveDownload,
  'backup-damaged': HardDriveDownload,
  'backup-place-away': HardDriveDownload,
  'backup-place-failed': HardDriveDownload,
  'set-up': ListChecks,
  'surplus-near': Wallet,
  'pension-eligible': PiggyBank,
  'rate-below-minimum': Scale,
};

/** What needs the person, who comes in the next days, and whose the money is. */
export function TodayPage() {
  const householdId = useHouseholdId();
  const view = useQuery({
    ...api.today.view.queryOptions({ input: { householdId } }),
    throwOnError: true,
    // What happens by itself, such as a backup that fails, is told without asking.
    refetchInterval: 60_000,
  }).data;
  if (view === undefined)
    return (
      <Page title={frame.places.today}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  const hasShifts = view.week.some((day) => day.shifts.length > 0);
  const isNew =
    view.setUpLeft > 0 &&
    !hasShifts &&
    view.money === null &&
    view.needs.every((need) => need.code === 'set-up');
  if (isNew) return <StartPage view={view} />;
  return (
    <Page
      title={words.title(view.greeting, view.userName, view.needs.length)}
      sub={formatWeekday(view.today, true)}
    >
      <div className="button-row today-away">
        <LinkButton icon={UserMinus} to="/rota/away-today">
          {words.away}
        </LinkButton>
      </div>
      {view.needs.length === 0 ? <p>{words.allDone}</p> : <Needs view={view} />}
      <section className="section" aria-labelledby="today-week">
        <h2 id="today-week">{words.week}</h2>
        {hasShifts || view.week.some((day) => day.payDay || day.bankHoliday !== null) ? (
          <WeekStrip days={weekDays(view.week)} label={words.week} />
        ) : (
          <p className="quiet">{words.weekEmpty}</p>
        )}
        <div className="button-row today-week-actions">
          <LinkButton kind="quiet" flush to="/rota">
            {words.toRota}
          </LinkButton>
        </div>
      </section>
      <More>
        <Money money={view.money} />
        <LastBackup view={view} />
      </More>
    </Page>
  );
}

/** How many needs stand in sight at first: a list that can be taken in. */
const IN_SIGHT = 6;
const IN_SIGHT_PLAIN = 3;

function Needs({ view }: { readonly view: TodayView }) {
  const [isAll, setAll] = useState(false);
  const isPlain = useLook((state) => state.look.plainMode);
  const inSight = isPlain ? IN_SIGHT_PLAIN : IN_SIGHT;
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: focus goes to the first thing it brought.
  useEffect(() => {
    if (isAll) box.current?.querySelectorAll<HTMLElement>('.need-action a')[inSight]?.focus();
  }, [isAll, inSight]);
  const shown = isAll ? view.needs : view.needs.slice(0, inSight);
  const hidden = view.needs.length - shown.length;
  return (
    <div ref={box}>
      <NeedList
        label={words.needs}
        needs={shown.map((need, index) => {
          const { title, detail, button } = needWords(need, view.today);
          return {
            id: keyOf(need, index),
            tone: need.urgency,
            ...(ICONS[need.code] === undefined ? {} : { icon: ICONS[need.code] as LucideIcon }),
            title,
            detail,
            action: (
              <LinkButton
                kind={index === 0 ? 'primary' : 'secondary'}
                to={needPath(need.target)}
                name={words.needButton(button, title)}
              >
                {button}
              </LinkButton>
            ),
          };
        })}
      />
      {hidden === 0 ? null : (
        <div className="today-more">
          <Button kind="quiet" flush icon={ChevronDown} onPress={() => setAll(true)}>
            {words.showAll(hidden)}
          </Button>
        </div>
      )}
    </div>
  );
}

function keyOf(need: Need, index: number): string {
  return `${need.code}-${index}`;
}

function Money({ money }: { readonly money: TodayView['money'] }) {
  return (
    <section className="section" aria-labelledby="today-money">
      <h2 id="today-money">{words.money}</h2>
      {money === null ? (
        <p>
          {words.moneyNone} <Link to="/money">{words.moneyNoneLink}</Link>
        </p>
      ) : (
        <FigureRow
          figures={[
            { label: words.bank, value: formatPounds(money.bank) },
            { label: words.promised, value: formatPounds(money.promised) },
            { label: words.yours, value: formatPounds(money.reallyYours), yours: true },
            { label: words.askedBack, value: askedBack(money.surplus) },
          ]}
        />
      )}
      <div className="button-row today-week-actions">
        <LinkButton kind="quiet" flush to="/money/owed">
          {words.bankDown}
        </LinkButton>
      </div>
    </section>
  );
}

/** When the last good backup was made, where it is, and the way to more of them. */
function LastBackup({ view }: { readonly view: TodayView }) {
  const { lastBackup } = view;
  return (
    <p className="quiet section">
      {lastBackup === null ? backupWords.none : backupWords.line(lastBackup, view.today)}{' '}
      {lastBackup?.places === 0 ? (
        <Link to="/settings/backups/place">{backupWords.keepElsewhere}</Link>
      ) : (
        <Link to="/settings/backups">{backupWords.toBackups}</Link>
      )}
    </p>
  );
}

/** Nothing is set up yet: the one thing to do. */
function StartPage({ view }: { readonly view: TodayView }) {
  return (
    <Page title={words.welcome(view.greeting, view.userName)} sub={formatWeekday(view.today, true)}>
      <EmptyState
        icon={ListChecks}
        title={words.startTitle}
        actions={
          <LinkButton kind="primary" to="/set-up">
            {words.start}
          </LinkButton>
        }
      >
        {words.startBody} {words.startLeft(view.setUpLeft)}
      </EmptyState>
    </Page>
  );
}
