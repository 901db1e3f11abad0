import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components';
import { common } from '../text/common';
import { frame } from '../text/frame';
import { Button } from './button';
import { type Command, findCommands } from './command-store';

const GROUPS = ['households', 'actions', 'places', 'people', 'documents', 'help'] as const;
const MOST = 60;

/** “What do you want to do?”: every action by name. Type, arrow, Enter; Escape closes. */
export function CommandBox(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
  /** Told what is typed, for who finds more of it than stands in `commands`. */
  readonly onTyped?: ((typed: string) => void) | undefined;
}) {
  const [typed, keepTyped] = useState('');
  const setTyped = (next: string) => {
    keepTyped(next);
    props.onTyped?.(next);
  };
  const found = useMemo(() => findCommands(props.commands, typed).slice(0, MOST), [props.commands, typed]);
  const close = () => {
    setTyped('');
    props.onClose();
  };
  const run = (id: unknown) => {
    const command = props.commands.find((one) => one.id === id);
    close();
    command?.run();
  };
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.open}
      onOpenChange={(open) => (open ? undefined : close())}
      isDismissable
    >
      <Modal className="modal command-modal">
        <Dialog className="command">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <div className="command-input">
              <Heading slot="title" level={2} className="field-label large">
                {frame.findOrDoQuestion}
              </Heading>
              <TextField autoFocus aria-label={frame.findOrDoQuestion} className="field full">
                <Text slot="description" className="field-hint">
                  {frame.findOrDoHint}
                </Text>
                <div className="field-control with-button">
                  {/* Said as what it is: a box with its list, which the arrows move through. */}
                  <Input
                    className="input"
                    autoComplete="off"
                    role="combobox"
                    aria-expanded="true"
                    aria-haspopup="listbox"
                  />
                  <Button kind="quiet" onPress={close} slot={null}>
                    {common.close}
                  </Button>
                </div>
              </TextField>
            </div>
            <ListBox
              className="list-box"
              aria-label={frame.findOrDoQuestion}
              onAction={run}
              renderEmptyState={() => <div className="list-empty">{common.noMatch}</div>}
            >
              {GROUPS.map((group) => {
                const inGroup = found.filter((command) => command.group === group);
                return inGroup.length === 0 ? null : (
                  <ListBoxSection key={group} id={group}>
                    <Header className="list-heading">{frame.commandGroups[group]}</Header>
                    {inGroup.map((command) => (
                      <ListBoxItem
                        className="list-item"
                        key={command.id}
                        id={command.id}
                        textValue={command.name}
                      >
                        <span className="words">
                          <Text slot="label">{command.name}</Text>
                          {command.note === undefined ? null : (
                            <Text slot="description" className="list-item-note">
                              {command.note}
                            </Text>
                          )}
                        </span>
                      </ListBoxItem>
                    ))}
                  </ListBoxSection>
                );
              })}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
