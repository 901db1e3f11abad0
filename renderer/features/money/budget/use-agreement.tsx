import type { HouseholdRecord } from '@shared/api/household';
import { Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { Select } from '../../../components/select';
import { WaitingLine } from '../../../components/waiting-line';
import { ahead as words } from '../../../text/budget';
import { common } from '../../../text/common';
import { useRecord } from '../use-money';

type AgreementOfPage = HouseholdRecord['agreements'][number];

/** The agreement a page is about: the one of its address, else one without an end, else the one that ends last. */
export function chosenAgreement(
  record: HouseholdRecord,
  id: string | undefined,
): AgreementOfPage | undefined {
  return (
    record.agreements.find((one) => one.id === id) ??
    record.agreements.find((one) => one.endsOn === null) ??
    record.agreements.toSorted((x, y) => ((x.endsOn ?? '') < (y.endsOn ?? '') ? 1 : -1))[0]
  );
}

/** A page about one agreement: it waits for the record, and says what to do where there is none. */
export function AgreementPage(props: {
  readonly title: string;
  readonly backTo?: string;
  readonly backLabel?: string;
  readonly children: (agreement: AgreementOfPage, record: HouseholdRecord) => ReactNode;
}) {
  const { title, backTo = '/money', backLabel = words.back } = props;
  const { agreementId } = useParams();
  const record = useRecord();
  const agreement = record === undefined ? undefined : chosenAgreement(record, agreementId);
  if (record !== undefined && agreement !== undefined) return props.children(agreement, record);
  return (
    <Page title={title} backTo={backTo} backLabel={backLabel}>
      {record === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <EmptyState
          icon={Landmark}
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/settings/agreements">
              {words.addAgreement}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      )}
    </Page>
  );
}

/** Which agreement is looked at, where there are several. */
export function AgreementChoice(props: {
  readonly record: HouseholdRecord;
  readonly agreementId: string;
  /** The page without the agreement: `/money/ahead`. */
  readonly to: string;
}) {
  const navigate = useNavigate();
  const { record } = props;
  if (record.agreements.length < 2) return null;
  return (
    <div className="section">
      <Select
        label={words.agreement}
        value={props.agreementId}
        onChange={(id) => void navigate(`${props.to}/${id}`)}
        choices={record.agreements.map((one) => ({ value: one.id, label: one.funderName }))}
      />
    </div>
  );
}
