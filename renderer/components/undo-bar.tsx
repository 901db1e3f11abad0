import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { common } from '../text/common';
import { Button } from './button';
import { useUndo } from './undo-store';

/** “Undo: moved Maya’s Tuesday”. Stands in the head of the page; Ctrl+Z does the same outside of text fields. */
export function UndoBar() {
  const { last, running, run } = useUndo();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      const target = event.target;
      if (target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      void run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [run]);
  if (last === undefined) return null;
  return (
    <div className="undo">
      <Button kind="quiet" icon={Undo2} pending={running} onPress={() => void run()}>
        {common.undo(last.what)}
      </Button>
    </div>
  );
}
