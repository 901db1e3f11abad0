import type { RotaShift } from '@shared/api/rota';
import type { ShiftInside } from '@shared/api/shifts';
import { kindOfWorkFacts } from '@shared/rota/kind-of-work';
import {
  Car,
  Combine,
  CopyPlus,
  type LucideIcon,
  MoonStar,
  RotateCcw,
  Scissors,
  UserMinus,
  UserPlus,
} from 'lucide-react';
import { longTimes } from '../../../text/rota-times';
import { shiftActions as words } from '../../../text/shift-actions';

/** One thing that can be done with a shift, by its name. */
export type ShiftAction =
  | {
      readonly kind: 'split' | 'copy' | 'share' | 'beside' | 'times' | 'take-off' | 'take-out' | 'put-back';
      readonly name: string;
    }
  | { readonly kind: 'join'; readonly name: string; readonly otherKey: string };

export type MenuLine = {
  readonly id: string;
  readonly action: ShiftAction;
  readonly note?: string | undefined;
  readonly icon: LucideIcon;
};

/** What can be done with a shift as it stands, beyond changing its times: nothing once it is paid. */
export function shiftMenu(shift: RotaShift, inside: ShiftInside | undefined): readonly MenuLine[] {
  if (inside === undefined) return [];
  const lines: MenuLine[] = [];
  const line = (kind: Exclude<ShiftAction['kind'], 'join'>, icon: LucideIcon, name: string, note?: string) =>
    lines.push({ id: kind, action: { kind, name }, note, icon });
  const isPaid = shift.state === 'paid';
  const { maySleep, hasOwnTime } = kindOfWorkFacts(shift.kindOfWork);
  if (!isPaid && hasOwnTime) line('times', MoonStar, words.liveIn.name, words.liveIn.note);
  if (!isPaid && maySleep) line('times', MoonStar, words.awake.name, words.awake.note);
  if (!isPaid) line('split', Scissors, words.split.name, words.split.note);
  if (!isPaid)
    for (const other of inside.touching)
      lines.push({
        id: `join ${other.key}`,
        action: { kind: 'join', name: words.join.name(longTimes(other)), otherKey: other.key },
        icon: Combine,
      });
  line('copy', CopyPlus, words.copy.name);
  if (!isPaid) line('share', UserPlus, words.share.name, words.share.note);
  if (!isPaid && inside.together.length > 0) line('take-out', UserMinus, words.share.takeOut);
  if (shift.workerId !== null) line('beside', Car, words.beside.name, words.beside.note);
  if (inside.differs) line('put-back', RotateCcw, words.putBack.name);
  return lines;
}
