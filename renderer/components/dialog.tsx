import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { common } from '../text/common';
import { Button } from './button';

export type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one first. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
};

/**
 * A short task over the page. Focus goes in, stays in, and returns; Escape closes. A press beside it does not: a hand that slips
 * must not lose what was typed.
 */
export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Modal className={`modal${wide ? ' wide' : ''}`}>
        <AriaDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" iconOnly icon={X} name={common.close} onPress={onClose} slot={null}>
              {common.close}
            </Button>
          </div>
          <div className="dialog-body">{children}</div>
          {actions === undefined ? null : <div className="actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
