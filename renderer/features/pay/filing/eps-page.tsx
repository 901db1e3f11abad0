import type { EpsChoices, EpsView } from '@shared/api/filing';
import { formatPounds } from '@shared/money';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, client } from '../../../api/client';
import { useHouseholdId } from '../../../api/household-store';
import { Amount } from '../../../components/amounts';
import { Checkbox } from '../../../components/checkbox';
import { DateField } from '../../../components/date-field';
import { dateText, readDateText } from '../../../components/date-text';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { RadioGroup } from '../../../components/radio-group';
import { Table } from '../../../components/table';
import { filing, filingReport as words } from '../../../text/filing';
import { FaultList } from './fault-list';
import { FilingAnswer } from './filing-answer';
import { canNote, notePath, REPORTS, reportsPath } from './filing-paths';
import { ReportFile } from './report-file';
import { SentNotes } from './sent-notes';

/** A tax month's EPS: what it says, what is not right, the file, and what was sent. */
export function EpsPage() {
  const { taxYear = '', taxMonth = '' } = useParams();
  const householdId = useHouseholdId();
  const [choices, setChoices] = useState<EpsChoices | null>(null);
  const month = Math.min(12, Math.max(1, Number.parseInt(taxMonth, 10) || 1));
  const input = { householdId, taxYear, taxMonth: month, choices };
  const query = useQuery({
    ...api.filing.eps.queryOptions({ input }),
    placeholderData: keepPreviousData,
  });
  return (
    <FilingAnswer query={query} title={words.reportTitle} backTo={REPORTS} backLabel={filing.backToReports}>
      {(view) => (
        <Page
          title={words.eps(month)}
          sub={words.epsSub(view.from, view.to, view.dueOn)}
          backTo={reportsPath(view.taxYear)}
          backLabel={filing.backToReports}
        >
          <p>{view.reasons.length === 0 ? filing.summaryNot : view.reasons.map(filing.reason).join(' ')}</p>
          <Parts view={view} choices={choices ?? view.choices} onChange={setChoices} />
          <Recovered view={view} />
          {view.whyNoFile === null && !isEmpty(view) ? <FaultList faults={view.faults} /> : null}
          <ReportFile
            whyNoFile={view.whyNoFile}
            nothing={isEmpty(view) ? words.nothingToSay : undefined}
            faults={view.faults}
            label={words.fileSaveEps}
            make={() => client.filing.epsFile(input)}
          />
          <section className="section" aria-labelledby="sent">
            <h2 id="sent">{filing.whatSent}</h2>
            <SentNotes reports={view.reports} />
            {canNote(view.whyNoFile) ? (
              <div className="pay-buttons">
                <LinkButton kind="primary" to={notePath(taxYear, 'eps', [`${taxYear}:${month}`])}>
                  {filing.note}
                </LinkButton>
              </div>
            ) : null}
          </section>
        </Page>
      )}
    </FilingAnswer>
  );
}

/** Whether nothing is chosen: then there is no EPS, and nothing is wrong either. */
function isEmpty({ choices }: EpsView): boolean {
  return !choices.noPayment && !choices.allowance && !choices.recovered && choices.final === 'none';
}

function Parts(props: {
  readonly view: EpsView;
  readonly choices: EpsChoices;
  readonly onChange: (choices: EpsChoices) => void;
}) {
  const { view, choices } = props;
  const [ceased, setCeased] = useState(dateText(choices.ceasedOn));
  const change = (part: Partial<EpsChoices>) => props.onChange({ ...choices, ...part });
  return (
    <section className="section" aria-labelledby="parts">
      <h2 id="parts">{words.parts}</h2>
      <div className="stack">
        {view.can.noPayment ? (
          <Checkbox
            label={words.partNobody}
            value={choices.noPayment}
            onChange={(noPayment) => change({ noPayment })}
          />
        ) : null}
        {view.can.allowance ? (
          <Checkbox
            label={words.partAllowance}
            note={words.partAllowanceNote}
            value={choices.allowance}
            onChange={(allowance) => change({ allowance })}
          />
        ) : null}
        {view.can.recovered ? (
          <Checkbox
            label={words.partRecovered}
            note={words.partRecoveredNote}
            value={choices.recovered}
            onChange={(recovered) => change({ recovered })}
          />
        ) : null}
      </div>
      <div className="section">
        <RadioGroup<EpsChoices['final']>
          label={words.final}
          value={choices.final}
          onChange={(final) => change({ final })}
          choices={[
            { value: 'none', label: words.finalNone },
            ...(view.can.finalForYear ? [{ value: 'year' as const, label: words.finalYear }] : []),
            {
              value: 'ceased',
              label: words.finalCeased,
              more: (
                <DateField
                  label={words.ceasedOn}
                  value={ceased}
                  onChange={(typed) => {
                    setCeased(typed);
                    const read = readDateText(typed);
                    change({ ceasedOn: read.ok ? read.value : null });
                  }}
                />
              ),
            },
          ]}
        />
      </div>
    </section>
  );
}

function Recovered({ view }: { readonly view: EpsView }) {
  if (view.recovered.length === 0) return null;
  return (
    <section className="section">
      <Table
        caption={words.recovered}
        rows={view.recovered}
        rowKey={(one) => one.code}
        columns={[
          {
            id: 'kind',
            heading: words.kind,
            isName: true,
            cell: (one) => words.kinds[one.code] ?? one.code,
            text: (one) => words.kinds[one.code] ?? one.code,
          },
          {
            id: 'recovered',
            heading: words.recoveredAmount,
            kind: 'figure',
            cell: (one) => <Amount pence={one.recovered} />,
            text: (one) => formatPounds(one.recovered),
          },
          {
            id: 'compensation',
            heading: words.compensation,
            kind: 'figure',
            cell: (one) => <Amount pence={one.compensation} />,
            text: (one) => formatPounds(one.compensation),
          },
        ]}
      />
    </section>
  );
}
