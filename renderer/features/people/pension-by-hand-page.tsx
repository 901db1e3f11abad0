import { useParams } from 'react-router';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { pensionPage as words } from '../../text/pensions';
import { PensionForm } from './pension-form';
import { useWorker } from './use-worker';

/** A PA’s pension as it is or was, written down without any of its steps: for putting right what was wrong. */
export function PensionByHandPage() {
  const { workerId = '' } = useParams();
  const worker = useWorker(workerId);
  const back = `/people/${workerId}/pension`;
  return (
    <Page
      title={worker === undefined ? words.byHand : words.byHandTitle(worker.shortName)}
      sub={words.byHandSub}
      backTo={back}
      backLabel={worker === undefined ? common.back : words.back(worker.shortName)}
    >
      {worker === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : (
        <PensionForm worker={worker} home={`/people/${workerId}`} />
      )}
    </Page>
  );
}
