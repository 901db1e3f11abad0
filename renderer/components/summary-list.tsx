import type { ReactNode } from 'react';
import { common } from '../text/common';
import { Button } from './button';
import { LinkButton } from './link-button';

export type SummaryRow = {
  readonly label: string;
  /** Nothing here reads “Not given yet”. */
  readonly value?: ReactNode;
  /** Where it is changed: a page, or a function. */
  readonly changeTo?: string | undefined;
  readonly onChange?: (() => void) | undefined;
  /** The word of the link, where “Change” would not be true: “Open”. */
  readonly action?: string | undefined;
};

/** Answers to check, each with a way to change it. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl className="summary">
      {rows.map((row) => (
        <div className="summary-row" key={row.label}>
          <dt>{row.label}</dt>
          <dd>
            {row.value === undefined || row.value === null || row.value === '' ? (
              <span className="quiet">{common.notGiven}</span>
            ) : (
              row.value
            )}
          </dd>
          {row.changeTo === undefined && row.onChange === undefined ? null : (
            <dd className="summary-action">
              {row.changeTo === undefined ? (
                <Button
                  kind="quiet"
                  onPress={row.onChange}
                  name={common.named(row.action ?? common.change, row.label)}
                >
                  {row.action ?? common.change}
                </Button>
              ) : (
                <LinkButton
                  kind="quiet"
                  to={row.changeTo}
                  name={common.named(row.action ?? common.change, row.label)}
                >
                  {row.action ?? common.change}
                </LinkButton>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
