import type { IsoDay } from '@shared/dates';

export type WeekStripDay = {
  readonly day: IsoDay;
  /** `Sun 22`. */
  readonly heading: string;
  readonly lines: readonly { readonly text: string; readonly open?: boolean }[];
};

/** The next seven days in a line each: who comes, and where somebody is needed. */
export function WeekStrip({
  days,
  label,
}: {
  readonly days: readonly WeekStripDay[];
  readonly label: string;
}) {
  return (
    <ul className="week-strip" aria-label={label}>
      {days.map((day) => (
        <li key={day.day} className={day.lines.some((line) => line.open) ? 'gap' : undefined}>
          <h3>{day.heading}</h3>
          <div className="lines">
            {day.lines.map((line, index) => (
              <span className={`line${line.open ? ' open' : ''}`} key={index}>
                {line.text}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
