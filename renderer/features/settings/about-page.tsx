import { formatWeekday } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Page } from '../../components/page';
import { SummaryList } from '../../components/summary-list';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { about as words } from '../../text/settings';
import { backTo } from './record-page';

/** Which Mainstay this is, and where the records are. */
export function AboutPage() {
  const status = useQuery({ ...api.workspace.status.queryOptions(), throwOnError: true }).data;
  return (
    <Page title={words.title} {...backTo('/settings')}>
      <p>{words.words}</p>
      <p>{words.limits}</p>
      {status === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <section className="section">
          <SummaryList
            rows={[
              { label: words.version, value: status.version },
              { label: words.folder, value: status.folder },
              { label: words.today, value: formatWeekday(status.today, true) },
              ...(status.example ? [{ label: words.example, value: words.exampleYes }] : []),
            ]}
          />
        </section>
      )}
    </Page>
  );
}
