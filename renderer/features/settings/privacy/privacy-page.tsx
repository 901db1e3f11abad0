import type { PrivacyView } from '@shared/api/privacy';
import { DATA_WORDS } from '@shared/privacy/data-list';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { SummaryList } from '../../../components/summary-list';
import { privacy as words } from '../../../text/privacy';
import { settings } from '../../../text/settings';
import { PrivacyRoom } from './privacy-room';

/** What the law asks for about PAs’ data, each part with how it stands. */
export function PrivacyPage() {
  return (
    <PrivacyRoom title={words.title} sub={words.sub} backTo="/settings" backLabel={settings.back}>
      {(view) => (
        <>
          <Waiting view={view} />
          <Parts view={view} />
          <section className="section" aria-labelledby="privacy-who">
            <h2 id="privacy-who">{words.whoTitle}</h2>
            <p>{words.who(view.controller)}</p>
            {view.acting.map((one) => (
              <p key={`${one.name} ${one.role}`}>{words.acting(one.name, one.role)}</p>
            ))}
            <p>{words.fee}</p>
          </section>
          <section className="section" aria-labelledby="privacy-sources">
            <h2 id="privacy-sources">{words.sourcesTitle}</h2>
            <ul className="quiet small">
              {DATA_WORDS.sources.map(({ text, mark }) => (
                <li key={text}>{mark === 'RECALLED' ? words.recalled(text) : text}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </PrivacyRoom>
  );
}

function Waiting({ view }: { readonly view: PrivacyView }) {
  const waiting = view.requests
    .filter((one) => one.answeredOn === null)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return waiting.map((one) => (
    <Notice
      key={one.id}
      tone={one.dueOn < view.today ? 'wrong' : 'attention'}
      title={words.waiting(one.workerName)}
      action={
        <LinkButton to={`/settings/privacy/requests/${one.id}`}>{words.waitingGo(one.workerName)}</LinkButton>
      }
    >
      <p>{words.waitingBy(one.dueOn, view.today)}</p>
    </Notice>
  ));
}

function Parts({ view }: { readonly view: PrivacyView }) {
  const working = view.workers.filter((one) => one.leftOn === null || one.leftOn >= view.today);
  const waiting = view.requests.filter((one) => one.answeredOn === null).length;
  const { reviewedOn, reviewBy } = view.policy;
  const part = (label: string, value: string, to: string) => ({
    label,
    value,
    changeTo: to,
    action: words.open,
  });
  return (
    <section className="settings-group">
      <h2>{words.parts}</h2>
      <SummaryList
        rows={[
          part(
            words.notice,
            words.noticeNow(working.filter((one) => one.noticeGivenOn !== null).length, working.length),
            '/settings/privacy/notice',
          ),
          part(
            words.list,
            words.listNow(view.groups.filter((one) => one.count > 0).length),
            '/settings/privacy/data',
          ),
          part(
            words.requests,
            words.requestsNow(waiting, view.requests.length),
            '/settings/privacy/requests',
          ),
          part(words.policy, words.policyNow(reviewedOn, reviewBy, view.today), '/settings/privacy/policy'),
          part(words.keep, words.keepNow, '/returns/keep'),
          part(words.erase, words.eraseNow, '/returns/keep/erase'),
          part(words.leave, words.leaveNow, '/settings/record'),
        ]}
      />
    </section>
  );
}
