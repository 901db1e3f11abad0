import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { announce } from '../../../components/live-region';

/** After something was saved: everything is read again, it is said, and the page one came from is shown. */
export function useSavedTo(to: string, said: string): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await queryClient.invalidateQueries();
    announce(said);
    void navigate(to);
  };
}
