import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { api } from '../api/client';
import { WaitingLine } from '../components/waiting-line';
import { common } from '../text/common';

/** Where the window begins: Today of a household, or the desk of an organisation. */
export function Home() {
  const state = useQuery(api.organisation.state.queryOptions()).data;
  if (state === undefined) return <WaitingLine>{common.loading}</WaitingLine>;
  if (state.organisation === null) return <Navigate to="/today" replace />;
  return <Navigate to="/desk" replace />;
}
