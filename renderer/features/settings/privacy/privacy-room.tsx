import type { PrivacyView } from '@shared/api/privacy';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { privacy } from '../../../text/privacy';
import { usePrivacy } from './use-privacy';

/** A page of the room “Privacy and the law”: it waits for the record, then shows what is made of it. */
export function PrivacyRoom(props: {
  readonly title: string | ((view: PrivacyView) => string);
  readonly sub?: string;
  readonly backTo?: string;
  readonly backLabel?: string;
  readonly children: (view: PrivacyView) => ReactNode;
}) {
  const view = usePrivacy();
  const { title } = props;
  const shown = typeof title === 'string' ? title : view === undefined ? privacy.title : title(view);
  return (
    <Page
      title={shown}
      sub={props.sub}
      backTo={props.backTo ?? '/settings/privacy'}
      backLabel={props.backLabel ?? privacy.back}
    >
      {view === undefined ? <WaitingLine>{common.loading}</WaitingLine> : props.children(view)}
    </Page>
  );
}
