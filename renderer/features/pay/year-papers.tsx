import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, client } from '../../api/client';
import { useHouseholdId } from '../../api/household-store';
import { payPapers as words } from '../../text/pay-papers';
import { SaveFileButton } from './save-file-button';

/**
 * The papers of a tax year: P60 figures, and for paper filers the sheet of each quarter. What is inside tells how to
 * report each payday, so it is only for everyone else.
 */
export function YearPapers(props: { readonly taxYear: string; readonly children: ReactNode }) {
  const { taxYear, children } = props;
  const householdId = useHouseholdId();
  const papers = useQuery(api.pay.yearPapers.queryOptions({ input: { householdId, taxYear } })).data;
  if (papers === undefined) return null;
  return (
    <>
      {papers.quarters.length === 0 ? null : (
        <section className="section" aria-labelledby="quarters">
          <h2 id="quarters">{words.quarters}</h2>
          <p>{words.quartersBody}</p>
          <ul className="payslips">
            {papers.quarters.map((quarter) => (
              <li key={quarter.number}>
                <div>
                  <strong>{words.quarterSpan(quarter.from, quarter.to)}</strong>
                  <span className="quiet">{words.quarterBy(quarter.sendBy)}</span>
                </div>
                <SaveFileButton
                  make={() => client.pay.paperQuarterPdf({ householdId, taxYear, quarter: quarter.number })}
                >
                  {words.quarterSave(quarter.number)}
                </SaveFileButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="section" aria-labelledby="p60">
        <h2 id="p60">{words.p60}</h2>
        <p>{words.p60Body}</p>
        {papers.isOver ? (
          papers.p60.length === 0 ? (
            <p>{words.p60None}</p>
          ) : (
            <div className="pay-buttons">
              {papers.p60.map(({ workerId, name }) => (
                <SaveFileButton
                  key={workerId}
                  make={() => client.pay.p60FiguresPdf({ householdId, taxYear, workerId })}
                >
                  {words.p60Save(name)}
                </SaveFileButton>
              ))}
            </div>
          )
        ) : (
          <p>{words.p60Later(papers.p60From)}</p>
        )}
      </section>
      {papers.quarters.length === 0 ? children : null}
    </>
  );
}
