import type { NeedView } from '@shared/api/need';
import { formatTime, timeFromMinutes } from '@shared/clock-time';
import { useId } from 'react';
import { useElementWidth } from '../../../components/use-width';
import { needWords as words } from '../../../text/need';

type Day = NeedView['days'][number];
type Stripe = Day['wanted'][number];

const DAY = 1440;
/** What stands at the foot of the pictures: every six hours. */
const MARKS = [0, 360, 720, 1080, 1440] as const;

const clock = (minute: number): string =>
  minute === DAY ? words.midnight : formatTime(timeFromMinutes(minute));

/** `7 am to 10 am, 2 people; 10 pm to midnight, asleep`. */
function listed(stripes: readonly Stripe[]): string {
  if (stripes.length === 0) return words.noTime;
  return [...stripes]
    .sort((a, b) => a.fromMinute - b.fromMinute)
    .map((one) => words.stripe(clock(one.fromMinute), clock(one.toMinute), one.people, one.sleepIn))
    .join('; ');
}

/** A small picture of each day by time: what the plan wants over who comes, with what is missing striped. */
export function DayPictures({ view }: { readonly view: NeedView }) {
  const { ref, width, rem } = useElementWidth(640);
  const isNamed = view.days.some((day) => day.wanted.length > 0);
  return (
    <section className="section" aria-labelledby="need-pictures">
      <h2 id="need-pictures">{words.picture}</h2>
      <p className="quiet">{isNamed ? words.pictureHint : words.pictureHintFree}</p>
      <div className="need-pictures" ref={ref}>
        {view.days.map((day) => (
          <div key={day.day} className="need-picture">
            <p>{words.pictureOf(day.day)}</p>
            <Picture day={day} width={width} rem={rem} isNamed={isNamed} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Picture(props: {
  readonly day: Day;
  readonly width: number;
  readonly rem: number;
  readonly isNamed: boolean;
}) {
  const { day, width, rem, isNamed } = props;
  const hatch = useId();
  const bar = rem * 0.9;
  const gap = rem * 0.15;
  const foot = bar + (isNamed ? bar + gap : 0);
  const x = (minute: number): number => (minute / DAY) * width;
  const lower = isNamed ? bar + gap : 0;
  const name = (isNamed ? words.pictureWords : words.pictureWordsFree)({
    wanted: listed(day.wanted),
    coming: listed(day.coming),
    missing: listed(day.missing),
  });
  const draw = (stripes: readonly Stripe[], look: string, y: number) =>
    stripes.map((one) => (
      <g key={`${look} ${one.fromMinute} ${one.sleepIn}`}>
        <rect
          className={`${look}${one.sleepIn ? ' asleep' : ''}`}
          x={x(one.fromMinute)}
          width={Math.max(1, x(one.toMinute) - x(one.fromMinute))}
          y={y}
          height={bar}
        />
        {one.people < 2 ? null : (
          <text x={x((one.fromMinute + one.toMinute) / 2)} y={y + bar * 0.78} textAnchor="middle">
            {one.people}
          </text>
        )}
      </g>
    ));
  return (
    <svg role="img" aria-label={name} viewBox={`0 0 ${width} ${foot + rem * 1.3}`} height={foot + rem * 1.3}>
      <defs>
        <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className="hatch" x1="0" y1="0" x2="0" y2="8" />
        </pattern>
      </defs>
      <rect className="ground" x="0" y="0" width={width} height={foot} />
      {MARKS.map((minute) => (
        <line key={minute} className="hour" x1={x(minute)} x2={x(minute)} y1="0" y2={foot} />
      ))}
      {isNamed ? draw(day.wanted, 'wanted', 0) : null}
      {draw(day.coming, 'coming', lower)}
      {day.missing.map((one) => (
        <rect
          key={`missing ${one.fromMinute} ${one.sleepIn}`}
          className="missing"
          fill={`url(#${hatch})`}
          x={x(one.fromMinute)}
          width={Math.max(1, x(one.toMinute) - x(one.fromMinute))}
          y={lower}
          height={bar}
        />
      ))}
      {MARKS.map((minute) => (
        <text
          key={minute}
          className="mark-hour"
          x={x(minute)}
          y={foot + rem}
          textAnchor={minute === 0 ? 'start' : minute === DAY ? 'end' : 'middle'}
        >
          {words.hourMark(minute)}
        </text>
      ))}
    </svg>
  );
}
