import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { refusalOf } from '../../../api/client';
import { useDeskPlace } from '../../../api/desk-paths';
import { useOpenHousehold } from '../../../api/open-household';
import { LinkButton } from '../../../components/link-button';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { deskFrame, opening as words } from '../../../text/desk/list';

/** On the way into a household: it is put in the window, then its page comes in place of this one. */
export function OpenPage() {
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const to = query.get('to') ?? '/today';
  const open = useOpenHousehold();
  const listPath = useDeskPlace((place) => place.listPath);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    let left = false;
    useDeskPlace.getState().opened(id);
    // Only to pages of this window.
    open(id, to.startsWith('/') ? to : '/today', true).then(
      (isHere) => (left || isHere ? undefined : setGone(true)),
      (error: unknown) => {
        if (refusalOf(error) === undefined) throw error;
        if (!left) setGone(true);
      },
    );
    return () => {
      left = true;
    };
  }, [id, to, open]);
  return isGone ? (
    <Page title={words.gone}>
      <p>{words.goneBody}</p>
      <div className="actions">
        <LinkButton kind="primary" to={listPath}>
          {deskFrame.back}
        </LinkButton>
      </div>
    </Page>
  ) : (
    <WaitingLine>{common.loading}</WaitingLine>
  );
}
