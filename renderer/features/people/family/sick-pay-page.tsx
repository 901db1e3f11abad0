import type { FamilyView, SicknessView } from '@shared/api/family';
import { formatDay } from '@shared/dates';
import { formatPounds } from '@shared/money';
import { useParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { ExplainedFigure } from '../../../components/explained-figure';
import { LinkButton } from '../../../components/link-button';
import { Notice } from '../../../components/notice';
import { Page } from '../../../components/page';
import { SummaryList } from '../../../components/summary-list';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { family, papers, sickReasons, sickness as words } from '../../../text/family';
import { PaperButton, PapersMade } from './papers';
import { useFamily } from './use-family';

/** A PA’s times of sickness, what sick pay makes of each, and the figures for form SSP1 where one is needed. */
export function SickPayPage() {
  const { workerId = '' } = useParams();
  const view = useFamily(workerId);
  if (view === undefined)
    return (
      <Page title={words.titleNoName} backTo={`/people/${workerId}`} backLabel={common.back}>
        <WaitingLine>{common.loading}</WaitingLine>
      </Page>
    );
  return (
    <Page
      title={words.title(view.shortName)}
      sub={words.intro}
      backTo={`/people/${workerId}`}
      backLabel={family.back(view.shortName)}
    >
      {view.sickness.length === 0 ? (
        <EmptyState
          title={words.empty}
          actions={
            <LinkButton kind="primary" to={`/rota/away?worker=${workerId}`}>
              {words.toRota}
            </LinkButton>
          }
        >
          {words.emptyBody}
        </EmptyState>
      ) : (
        <>
          {view.sickness.map((one) => (
            <OneSickness key={one.absenceId} sick={one} view={view} />
          ))}
          <p className="pa-section">{words.fitNote}</p>
        </>
      )}
    </Page>
  );
}

function OneSickness({ sick, view }: { readonly sick: SicknessView; readonly view: FamilyView }) {
  return (
    <section className="pa-section">
      <h2>{words.span(sick.firstDay, sick.lastDay)}</h2>
      <SummaryList
        rows={[
          { label: words.daysPaid, value: String(sick.daysPaid) },
          {
            label: words.amount,
            value: (
              <ExplainedFigure
                id={`sick-${sick.absenceId}`}
                text={formatPounds(sick.amount)}
                what={words.amountOf(sick.firstDay)}
                who={view.shortName}
                explanation={sick.explanation ?? undefined}
              />
            ),
          },
          ...(sick.lastPaidDay === null
            ? []
            : [{ label: words.lastPaid, value: formatDay(sick.lastPaidDay) }]),
        ]}
      />
      {sick.refusals.length === 0 ? null : (
        <>
          <h3 className="family-heading">{words.reasons}</h3>
          <ul>
            {sick.refusals.map((one) => (
              <li key={`${one.code}-${one.firstDay}`}>
                {words.reason(one.firstDay, one.lastDay, sickReasons[one.code] ?? one.code)}
              </li>
            ))}
          </ul>
        </>
      )}
      {sick.ssp1 === null ? null : (
        <>
          <Notice tone="attention" title={words.ssp1(sick.ssp1)}>
            <p>{words.ssp1Body(view.isNorthernIreland, view.shortName)}</p>
          </Notice>
          <div className="actions">
            <PaperButton
              kind="ssp1"
              about={sick.absenceId}
              label={papers.ssp1(view.isNorthernIreland, sick.firstDay)}
            />
          </div>
        </>
      )}
      <PapersMade letters={view.letters.filter((one) => one.about === sick.absenceId)} />
    </section>
  );
}
