import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../components/page';
import { showToast } from '../../components/toast';
import { backups } from '../../text/backups';
import { restore as words } from '../../text/restore';
import { momentText } from '../../text/workspace';
import { RestoreFlow, type StepFrame } from './restore-flow';

/** Bringing a backup back while records are open: `?from=` names the one to begin with. */
export function RestorePage() {
  const navigate = useNavigate();
  const [asked] = useSearchParams();
  return (
    <RestoreFlow
      frame={InPlaces}
      first={asked.get('from') ?? undefined}
      onBack={() => void navigate('/settings/backups')}
      onDone={(_status, look) => {
        showToast(words.done(momentText(look.at)));
        void navigate('/settings/backups');
      }}
    />
  );
}

const InPlaces: StepFrame = ({ title, sub, children }) => (
  <Page title={title} sub={sub} backTo="/settings/backups" backLabel={backups.title}>
    {children}
  </Page>
);
