import type { HouseholdRecord } from '@shared/api/household';
import type { ReactNode } from 'react';
import { Page } from '../../components/page';
import { WaitingLine } from '../../components/waiting-line';
import { common } from '../../text/common';
import { setUp } from '../../text/set-up';
import { settings } from '../../text/settings';
import { useHouseholdRecord } from './use-household';

/** Where a form of the household was opened from; it goes back there. */
export type Home = '/settings' | '/set-up';

/** The link back, by where one came from. */
export function backTo(home: Home): { readonly backTo: string; readonly backLabel: string } {
  return { backTo: home, backLabel: home === '/set-up' ? setUp.back : settings.back };
}

/** A page about the household’s record: it waits for the record, then shows what is made of it. */
export function RecordPage(props: {
  readonly title: string;
  readonly sub?: string;
  readonly home: Home;
  readonly children: (record: HouseholdRecord) => ReactNode;
}) {
  const record = useHouseholdRecord();
  return (
    <Page title={props.title} sub={props.sub} {...backTo(props.home)}>
      {record === undefined ? <WaitingLine>{common.loading}</WaitingLine> : props.children(record)}
    </Page>
  );
}
