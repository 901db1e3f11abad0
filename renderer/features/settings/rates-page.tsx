import { formatDay, isIsoDay } from '@shared/dates';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { rates as words } from '../../text/settings';
import { backTo } from './record-page';

/** Which tax years this program knows, and where its figures are from. */
export function RatesPage() {
  const rates = useQuery({ ...api.today.rates.queryOptions(), throwOnError: true }).data;
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      <p>{words.honest}</p>
      {rates === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        [...rates].reverse().map((year) => (
          <section className="rates-year" key={year.taxYear}>
            <h2>{words.year(year.taxYear)}</h2>
            <p>{words.span(formatDay(year.from), formatDay(year.to))}</p>
            <p className="quiet">
              {words.checked(isIsoDay(year.checkedOn) ? formatDay(year.checkedOn) : year.checkedOn)}
            </p>
            <details>
              <summary>{words.sources(year.taxYear)}</summary>
              <ul>
                {year.sources.map((source) => (
                  <li key={source.key}>
                    {source.title}
                    <br />
                    <span className="quiet">{source.address}</span>
                  </li>
                ))}
              </ul>
            </details>
          </section>
        ))
      )}
    </Page>
  );
}
