import type { IsoDay } from '@shared/dates';
import { mondayOf } from '@shared/dates';
import { CopyPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Dialog } from '../../../components/dialog';
import { shiftActions } from '../../../text/shift-actions';
import { CopyWeekForm } from './copy-form';

/** The button that copies the week of a day to other weeks. */
export function CopyWeek({ day }: { readonly day: IsoDay }) {
  const [isOpen, setOpen] = useState(false);
  const monday = mondayOf(day);
  return (
    <>
      <Button kind="quiet" icon={CopyPlus} onPress={() => setOpen(true)}>
        {shiftActions.copyWeek.name}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={shiftActions.copyWeek.title(monday)}>
        {isOpen ? <CopyWeekForm monday={monday} onDone={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}
