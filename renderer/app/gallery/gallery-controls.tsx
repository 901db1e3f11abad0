import { CalendarPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AlertDialog } from '../../components/alert-dialog';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { DocumentViewer } from '../../components/document-viewer';
import { EmptyState } from '../../components/empty-state';
import { LinkButton } from '../../components/link-button';
import { type Look, useLook } from '../../components/look';
import { Menu } from '../../components/menu';
import { Notice } from '../../components/notice';
import { Progress } from '../../components/progress';
import { SavedNote } from '../../components/saved-note';
import { SummaryList } from '../../components/summary-list';
import { Tabs } from '../../components/tabs';
import { Tag } from '../../components/tag';
import { TaskList } from '../../components/task-list';
import { showToast } from '../../components/toast';
import { WaitingLine } from '../../components/waiting-line';

const THEMES: readonly Look['theme'][] = ['light', 'dark', 'cream', 'contrast'];

/** Buttons, notices, lists and what opens over the page. */
export function GalleryControls() {
  const [open, setOpen] = useState<'none' | 'dialog' | 'alert'>('none');
  const [tab, setTab] = useState('contract');
  const change = useLook((state) => state.change);
  const close = () => setOpen('none');
  return (
    <>
      <section className="section stack">
        <h2>Buttons</h2>
        <div className="button-row">
          <Button kind="primary">Finish the pay for 3 people</Button>
          <Button>Back to hours</Button>
          <Button kind="quiet">Print</Button>
          <Button kind="danger" icon={Trash2}>
            Remove this household
          </Button>
          <Button kind="primary" pending name="Finishing the pay">
            Finishing the pay
          </Button>
          <LinkButton to="/today" icon={CalendarPlus}>
            Send to calendars
          </LinkButton>
          <Menu
            label="More"
            choices={[
              { id: 'copy', label: 'Copy this week', onPress: () => undefined },
              { id: 'clear', label: 'Clear this week', note: 'It can be undone', onPress: () => undefined },
            ]}
          />
        </div>
        <div className="button-row">
          <Button onPress={() => setOpen('dialog')}>Open a dialog</Button>
          <Button onPress={() => setOpen('alert')}>Open a question</Button>
          <Button onPress={() => showToast('The return pack is ready.')}>Show a message</Button>
          {THEMES.map((theme) => (
            <Button key={theme} kind="quiet" onPress={() => change({ theme })}>
              {`Use ${theme}`}
            </Button>
          ))}
        </div>
        <Dialog
          open={open === 'dialog'}
          onClose={close}
          title="Change Tuesday’s shift"
          actions={
            <Button kind="primary" onPress={close} slot={null}>
              Change the shift
            </Button>
          }
        >
          <p>Maya works from 7 am to 1 pm.</p>
        </Dialog>
        <AlertDialog
          open={open === 'alert'}
          onClose={close}
          onDo={close}
          danger
          title="Remove Maya’s shift?"
          doLabel="Remove the shift"
          keepLabel="Keep it"
        >
          <p>Tuesday 24 November, 7 am to 1 pm, will then need someone.</p>
        </AlertDialog>
      </section>
      <section className="section">
        <h2>Notices</h2>
        <Notice tone="note" title="The clocks go back on Sunday.">
          Dev’s sleep-in is an hour longer.
        </Notice>
        <Notice tone="wrong" title="The statement does not add up.">
          Line 14 says £212.10, but the lines before it give £210.12.
        </Notice>
        <Notice tone="done" title="The return agrees with the bank statement." />
        <div className="button-row">
          <Tag>Draft</Tag>
          <Tag tone="note">Sent</Tag>
          <Tag tone="attention">Due Friday</Tag>
          <Tag tone="wrong">Late</Tag>
          <Tag tone="done">Paid</Tag>
          <SavedNote state="saved" />
          <SavedNote state="wrong" />
        </div>
        <WaitingLine>Getting your record</WaitingLine>
        <Progress label="Making the return pack" done={9} of={14} onStop={() => undefined} />
      </section>
      <section className="section">
        <h2>Check the answers</h2>
        <SummaryList
          rows={[
            { label: 'Employer', value: 'Ruth Okafor', onChange: () => undefined },
            { label: 'Weekly amount', value: <span className="figure">£320.00</span>, changeTo: '/settings' },
            { label: 'PAYE reference', onChange: () => undefined },
          ]}
        />
        <h3 className="section">What is left to do</h3>
        <TaskList
          label="What is left to do"
          tasks={[
            { id: 'household', name: 'Your household', status: 'Done', tone: 'done', to: '/settings' },
            {
              id: 'council',
              name: 'What the council pays',
              hint: 'You need the letter',
              status: 'Not started',
              tone: 'note',
              to: '/settings',
            },
            { id: 'pas', name: 'Your PAs', status: 'Can’t start yet' },
          ]}
        />
        <Tabs
          label="Maya’s record"
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'contract', name: 'Contract', content: <p>26 hours a week since 3 June.</p> },
            { id: 'rates', name: 'Rates', content: <p>£13.20 an hour on weekdays.</p> },
          ]}
        />
      </section>
      <section className="section stack">
        <h2>Nothing yet</h2>
        <EmptyState
          icon={CalendarPlus}
          title="No shifts this week"
          actions={<Button>Use the pattern</Button>}
        >
          Copy last week, or start from your pattern.
        </EmptyState>
        <DocumentViewer
          picture={undefined}
          missing={<p>There is no picture of this one.</p>}
          name="note.txt"
        />
      </section>
    </>
  );
}
