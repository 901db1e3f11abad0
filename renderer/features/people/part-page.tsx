import type { WorkerRecord } from '@shared/api/people';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { frame } from '../../text/frame';
import { pa } from '../../text/people';
import { earlier, notice, putRight } from '../../text/people-life';
import { ContractForm } from './contract-form';
import { BankForm, DetailsForm, EmergencyForm, PapersForm } from './details-forms';
import { EarlierPayForm } from './earlier-pay-form';
import { LeavingForm } from './leaving-form';
import { NoticeForm } from './notice-form';
import { PutRightPart } from './put-right-part';
import { RatesForm } from './rates-form';
import { StarterForm } from './starter-form';
import { TaxForm } from './tax-form';
import { useWorker } from './use-worker';

/** What every form of a PA’s record is given. */
export type PartProps = { readonly worker: WorkerRecord; readonly home: string };

type Part = Exclude<keyof typeof pa.parts, 'holiday' | 'pension'>;

const FORMS: Readonly<Record<Part, (props: PartProps) => ReactNode>> = {
  details: DetailsForm,
  bank: BankForm,
  contract: ContractForm,
  rates: RatesForm,
  starter: StarterForm,
  tax: TaxForm,
  notice: NoticeForm,
  earlier: EarlierPayForm,
  'put-right': PutRightPart,
  papers: PapersForm,
  emergency: EmergencyForm,
  leaving: LeavingForm,
};

const SUBS: Partial<Readonly<Record<Part, string>>> = {
  starter: pa.starterSub,
  leaving: pa.leavingSub,
  rates: pa.addRateSub,
  notice: notice.sub,
  earlier: earlier.sub,
  'put-right': putRight.sub,
};

function isPart(text: string | undefined): text is Part {
  return text !== undefined && text in FORMS;
}

/** One part of a PA’s record, as a form. */
export function PartPage() {
  const { workerId = '', part } = useParams();
  const worker = useWorker(workerId);
  const home = `/people/${workerId}`;
  if (!isPart(part))
    return (
      <Page title={frame.notFound.title}>
        <p>{frame.notFound.body}</p>
      </Page>
    );
  const Form = FORMS[part];
  return (
    <Page
      title={worker === undefined ? pa.parts[part] : pa.partOf(worker.shortName, pa.parts[part])}
      sub={SUBS[part]}
      backTo={home}
      backLabel={worker === undefined ? common.back : pa.back(worker.shortName)}
    >
      {worker === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <Form worker={worker} home={home} />
      )}
    </Page>
  );
}
