import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ButtonKind } from './button';

export type LinkButtonProps = {
  readonly to: string;
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
  readonly icon?: LucideIcon | undefined;
  /** The full name when the words alone would not be unique on the page. */
  readonly name?: string | undefined;
  readonly flush?: boolean;
};

/** Goes to another page, and looks like a button. */
export function LinkButton({ to, children, kind = 'secondary', icon: Icon, name, flush }: LinkButtonProps) {
  return (
    <Link className={`button ${kind}${flush ? ' flush' : ''}`} to={to} aria-label={name}>
      {Icon ? <Icon aria-hidden="true" /> : null}
      {children}
    </Link>
  );
}
