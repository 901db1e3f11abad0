import type { ReactNode } from 'react';
import { TONE_ICONS, type Tone } from './notice';

/** A short state in a word and a shape: Payslip, Due Friday. */
export function Tag({ tone, children }: { readonly tone?: Tone | 'plain'; readonly children: ReactNode }) {
  const Icon = tone === undefined || tone === 'plain' ? undefined : TONE_ICONS[tone];
  return (
    <span className={`tag ${tone === undefined || tone === 'plain' ? '' : tone}`.trimEnd()}>
      {Icon ? <Icon aria-hidden="true" /> : null}
      {children}
    </span>
  );
}
