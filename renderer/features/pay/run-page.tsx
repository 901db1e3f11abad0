import type { PayRunView } from '@shared/api/pay';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { Page } from '../../components/page';
import { Steps } from '../../components/steps';
import { payHome, payRun as words } from '../../text/pay';
import { PayAnswer } from './pay-answer';
import { useRun } from './use-pay';

/** A step of an open run: its heading, where one is, and what the step holds. A finished run goes to its own page. */
export function RunPage(props: {
  readonly step: 0 | 1 | 2;
  readonly children: (run: PayRunView) => ReactNode;
}) {
  const { key = '' } = useParams();
  const query = useRun(key);
  return (
    <PayAnswer query={query} title={payHome.title}>
      {(run) =>
        run.state === 'finished' && run.runId !== null ? (
          <Navigate to={`/pay/finished/${run.runId}`} replace />
        ) : (
          <Page
            title={words.title(run)}
            sub={words.sub(run)}
            backTo="/pay"
            backLabel={words.back}
            head={<Steps names={words.steps} current={props.step} label={words.stepsLabel} />}
          >
            {run.lines.length + run.refused.length + run.unconfirmed.length === 0 ? (
              <EmptyState
                title={words.empty}
                actions={
                  <LinkButton kind="primary" to="/rota">
                    {words.toRota}
                  </LinkButton>
                }
              >
                {words.emptyBody}
              </EmptyState>
            ) : (
              props.children(run)
            )}
          </Page>
        )
      }
    </PayAnswer>
  );
}
