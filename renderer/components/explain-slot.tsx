import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { common } from '../text/common';
import { Button } from './button';
import { usePanel } from './explain-store';

/**
 * Where the open panel stands: beside the page, or over it where the window is narrow: the full page, or a drawer at
 * the side of a wide window. Escape closes it.
 */
export function ExplainSlot({
  full = false,
  drawer = false,
}: {
  readonly full?: boolean;
  readonly drawer?: boolean;
}) {
  const { panel, close } = usePanel();
  const id = panel?.id;
  const box = useRef<HTMLDivElement>(null);
  const labelId = useId();

  useEffect(() => {
    if (id === undefined) return;
    const heading = box.current?.querySelector('h2');
    if (heading) {
      heading.id = labelId;
      heading.tabIndex = -1;
      heading.focus();
    }
  }, [id, labelId]);
  if (panel === undefined) return null;

  const closing = (
    <div className={full ? 'button-row' : 'actions'}>
      <Button kind="quiet" flush icon={X} onPress={() => close()} slot={null}>
        {common.close}
      </Button>
    </div>
  );
  const inside = (
    <div ref={box}>
      {full ? closing : null}
      {panel.content}
      {full ? null : closing}
    </div>
  );
  if (full) {
    return (
      <ModalOverlay
        className={`full-page-panel${drawer ? ' drawer' : ''}`}
        isOpen
        isDismissable={drawer}
        onOpenChange={(open) => (open ? undefined : close())}
      >
        <Modal>
          <Dialog className="panel" aria-labelledby={labelId}>
            {inside}
          </Dialog>
        </Modal>
      </ModalOverlay>
    );
  }
  return (
    <aside
      className="panel"
      aria-labelledby={labelId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {inside}
    </aside>
  );
}
