import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Spinner } from './spinner';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: ReactNode;
  /** One primary button a page; quiet ones look like links. */
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon | undefined;
  readonly iconAfter?: LucideIcon | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly type?: 'button' | 'submit';
  /** The work it started is running: it stays focusable and can't be pressed twice. */
  readonly pending?: boolean;
  /** The full name when the words alone would not be unique on the page. Starts with the visible words. */
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly controls?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly iconOnly?: boolean;
  /** Pulls a quiet button to the left edge of the text. */
  readonly flush?: boolean;
  readonly autoFocus?: boolean;
  readonly slot?: string | null | undefined;
};

/** A button that says what it does. Never disabled: pressing it explains what is missing. */
export function Button(props: ButtonProps) {
  const { children, kind = 'secondary', icon: Icon, iconAfter: IconAfter, pending = false } = props;
  const classes = ['button', kind];
  if (props.iconOnly) classes.push('icon-only');
  if (props.flush) classes.push('flush');
  return (
    <AriaButton
      className={classes.join(' ')}
      type={pending ? 'button' : (props.type ?? 'button')}
      // React Aria's own pending state says so in an empty picture that axe, and some screen readers, stumble over.
      {...(pending ? { 'aria-disabled': true, 'data-pending': true } : {})}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(props.onPress && !pending ? { onPress: props.onPress } : {})}
      {...(props.name === undefined ? {} : { 'aria-label': props.name })}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      {...(props.controls === undefined ? {} : { 'aria-controls': props.controls })}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      {...(props.autoFocus ? { autoFocus: true } : {})}
    >
      {pending ? <Spinner /> : Icon ? <Icon aria-hidden="true" /> : null}
      {props.iconOnly && props.name !== undefined ? null : children}
      {IconAfter ? <IconAfter aria-hidden="true" /> : null}
    </AriaButton>
  );
}
