import type { ProfileView } from '@shared/api/profiles';
import type { ReactNode } from 'react';
import { Page } from '../../../components/page';
import { WaitingLine } from '../../../components/waiting-line';
import { common } from '../../../text/common';
import { builder } from '../../../text/profile-builder';
import { profiles as list, oneProfile as words } from '../../../text/profiles';
import { profilePath, useProfile } from './use-profiles';

/** A page about one profile: it waits for the profile, and says where there is none. */
export function ProfileShell(props: {
  readonly title: string | ((view: ProfileView) => string);
  readonly sub?: string | ((view: ProfileView) => string);
  /** `parts`: back to the builder’s parts, instead of the profile. */
  readonly back?: 'profile' | 'parts';
  readonly children: (view: ProfileView) => ReactNode;
}) {
  const { view, isGone } = useProfile();
  if (view === undefined) {
    return (
      <Page title={list.title} backTo="/returns/profiles" backLabel={list.back}>
        {isGone ? <p>{words.gone}</p> : <WaitingLine>{common.loading}</WaitingLine>}
      </Page>
    );
  }
  const said = (text: string | ((of: ProfileView) => string) | undefined) =>
    typeof text === 'function' ? text(view) : text;
  const path = profilePath(view.key);
  const isPart = props.back === 'parts';
  return (
    <Page
      title={said(props.title) ?? view.name}
      sub={said(props.sub) ?? ''}
      backTo={isPart ? `${path}/change` : path}
      backLabel={isPart ? builder.backToParts : view.name}
    >
      {props.children(view)}
    </Page>
  );
}
