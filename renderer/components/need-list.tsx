import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { common } from '../text/common';
import { TONE_ICONS, type Tone } from './notice';

export type Need = {
  readonly id: string;
  readonly tone: Tone;
  readonly icon?: LucideIcon;
  readonly title: string;
  readonly detail?: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
};

/** The one list of what needs the person: what, why or by when, one button each. */
export function NeedList({ needs, label }: { readonly needs: readonly Need[]; readonly label: string }) {
  return (
    <ul className="needs" aria-label={label}>
      {needs.map((need) => {
        const Icon = need.icon ?? TONE_ICONS[need.tone];
        return (
          <li className="need" key={need.id}>
            <span className={`need-icon ${need.tone}`}>
              <Icon aria-hidden="true" />
            </span>
            <div>
              <div className="need-title">
                <span className="visually-hidden">{common[need.tone]}: </span>
                {need.title}
              </div>
              {need.detail === undefined ? null : <p>{need.detail}</p>}
            </div>
            {need.action === undefined ? null : <div className="need-action">{need.action}</div>}
          </li>
        );
      })}
    </ul>
  );
}
