import { formatDay, isIsoDay } from '@shared/dates';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../../api/client';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { ErrorSummary } from '../../components/error-summary';
import { LinkButton } from '../../components/link-button';
import { announce } from '../../components/live-region';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { ratesFile as ofFile, ratesRefusals } from '../../text/rates';
import { sentenceFor } from '../../text/refusals';
import { rates as words } from '../../text/settings';
import { backTo } from './record-page';

/** Which tax years this program knows, and where its figures are from. */
export function RatesPage() {
  const rates = useQuery({ ...api.today.rates.queryOptions(), throwOnError: true }).data;
  return (
    <Page title={words.title} sub={words.sub} {...backTo('/settings')}>
      <p>{words.honest}</p>
      <div className="actions">
        <LinkButton to="/settings/rates/add">{ofFile.add}</LinkButton>
      </div>
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
            {year.addedFile === null ? null : (
              <AddedFile
                taxYear={year.taxYear}
                name={year.addedFile.name}
                addedOn={formatDay(year.addedFile.addedOn)}
              />
            )}
            {year.sources.length === 0 ? null : (
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
            )}
          </section>
        ))
      )}
    </Page>
  );
}

/** The file that a tax year was added from, and the way to take it back. */
function AddedFile(props: { readonly taxYear: string; readonly name: string; readonly addedOn: string }) {
  const { taxYear, name, addedOn } = props;
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly turn: number }>();
  const takeBack = async () => {
    const answer = await answerOf(client.today.removeRates({ taxYear }));
    setAsking(false);
    if (!answer.ok) {
      setRefusal({ message: sentenceFor(answer, ratesRefusals), turn: (refusal?.turn ?? 0) + 1 });
      return;
    }
    await queryClient.invalidateQueries();
    announce(ofFile.removed(taxYear));
  };
  return (
    <>
      <ErrorSummary
        problems={refusal === undefined ? [] : [{ message: refusal.message }]}
        turn={refusal?.turn ?? 0}
      />
      <p>{ofFile.addedFrom(name, addedOn)}</p>
      <div className="actions">
        <Button onPress={() => setAsking(true)}>{ofFile.remove(taxYear)}</Button>
      </div>
      <AlertDialog
        open={asking}
        title={ofFile.removeTitle(taxYear)}
        doLabel={ofFile.remove(taxYear)}
        onDo={() => void takeBack()}
        onClose={() => setAsking(false)}
      >
        <p>{ofFile.removeBody}</p>
      </AlertDialog>
    </>
  );
}
