import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { common } from '../text/common';
import { Button } from './button';

/** A question before something that can’t be undone. Says what happens; nothing happens on Escape. */
export function AlertDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** A full sentence verb: “Remove this household”. */
  readonly doLabel: string;
  readonly onDo: () => void;
  readonly onClose: () => void;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly keepLabel?: string;
  /** What the second button does, where that is more than closing. */
  readonly onKeep?: () => void;
}) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.open}
      onOpenChange={(next) => (next ? undefined : props.onClose())}
    >
      <Modal className="modal">
        <AriaDialog className="dialog" role="alertdialog">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
          </div>
          <div className="dialog-body">{props.children}</div>
          <div className="actions">
            <Button
              kind={props.danger ? 'danger' : 'primary'}
              onPress={props.onDo}
              pending={props.pending ?? false}
              slot={null}
            >
              {props.doLabel}
            </Button>
            <Button onPress={props.onKeep ?? props.onClose} slot={null}>
              {props.keepLabel ?? common.cancel}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
