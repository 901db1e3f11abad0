import { FileCheck } from 'lucide-react';
import { EmptyState } from '../../../components/empty-state';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { endings as words } from '../../../text/endings';
import { useEndings } from './use-endings';

/** Every agreement: whether it ends, how far its steps are, and where the end begins. */
export function EndingsPage() {
  const list = useEndings();
  return (
    <Page title={words.title} sub={words.sub} backTo="/returns" backLabel={words.back}>
      {list === undefined ? (
        <WaitingLine>{common.loading}</WaitingLine>
      ) : list.length === 0 ? (
        <EmptyState
          icon={FileCheck}
          title={words.none}
          actions={
            <LinkButton kind="primary" to="/settings/agreements/new">
              {words.addAgreement}
            </LinkButton>
          }
        >
          {words.noneBody}
        </EmptyState>
      ) : (
        <ul className="endings">
          {list.map((one) => (
            <li key={one.agreementId}>
              <div>
                <h2>{one.funderName}</h2>
                <p className="quiet">{words.runs(one.startsOn, one.endsOn)}</p>
                <p>
                  {one.ending === null
                    ? words.goesOn
                    : `${words.ends(one.ending.kind, one.ending.endedOn)}. ${words.done(one.stepsDone, one.steps)}`}
                </p>
              </div>
              {one.ending === null ? (
                <LinkButton
                  to={`/returns/endings/${one.agreementId}/change`}
                  name={words.startNamed(one.funderName)}
                >
                  {words.start}
                </LinkButton>
              ) : (
                <LinkButton to={`/returns/endings/${one.agreementId}`} name={words.lookNamed(one.funderName)}>
                  {words.look}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
