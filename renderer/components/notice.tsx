import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { common } from '../text/common';

export type Tone = 'note' | 'attention' | 'wrong' | 'done';

export const TONE_ICONS = {
  note: Info,
  attention: TriangleAlert,
  wrong: CircleAlert,
  done: CircleCheck,
} as const;

/** Something to notice: what, why it matters, by when, and one button. */
export function Notice(props: {
  readonly tone?: Tone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Spoken when it appears after something the person did. */
  readonly spoken?: boolean;
}) {
  const { tone = 'note', title, children, action } = props;
  const Icon = TONE_ICONS[tone];
  return (
    <div className={`notice ${tone}`} role={props.spoken ? 'status' : undefined}>
      <Icon aria-hidden="true" />
      <div className="notice-body">
        <span className="visually-hidden">{common[tone]}: </span>
        <strong className="notice-title">{title}</strong>
        {children}
      </div>
      {action === undefined ? null : <div className="notice-action">{action}</div>}
    </div>
  );
}
