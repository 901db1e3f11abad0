import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';

export type MenuChoice = {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly icon?: LucideIcon;
  readonly onPress: () => void;
};

/** A button that opens a short list of actions. */
export function Menu(props: {
  readonly label: string;
  readonly choices: readonly MenuChoice[];
  /** The full name when the words alone would not be unique. */
  readonly name?: string | undefined;
  readonly kind?: 'secondary' | 'quiet';
}) {
  return (
    <MenuTrigger>
      <Button
        className={`button ${props.kind ?? 'secondary'}`}
        {...(props.name === undefined ? {} : { 'aria-label': props.name })}
      >
        {props.label}
        <ChevronDown aria-hidden="true" />
      </Button>
      <MenuPopover choices={props.choices} />
    </MenuTrigger>
  );
}

/** The list itself, for a trigger of another shape. */
export function MenuPopover({
  choices,
}: {
  readonly choices: readonly MenuChoice[];
  readonly children?: ReactNode;
}) {
  return (
    <Popover className="popover">
      <AriaMenu className="list-box" onAction={(id) => choices.find((choice) => choice.id === id)?.onPress()}>
        {choices.map(({ id, label, note, icon: Icon }) => (
          <MenuItem className="list-item" id={id} key={id} textValue={label}>
            {Icon ? <Icon aria-hidden="true" /> : null}
            <span className="words">
              <Text slot="label">
                {label}
                {note === undefined ? null : (
                  <>
                    {' '}
                    <span className="list-item-note">{note}</span>
                  </>
                )}
              </Text>
            </span>
          </MenuItem>
        ))}
      </AriaMenu>
    </Popover>
  );
}
