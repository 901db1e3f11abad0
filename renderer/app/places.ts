import {
  Banknote,
  CalendarDays,
  FileCheck,
  ListChecks,
  type LucideIcon,
  Settings,
  Sun,
  Users,
  Wallet,
} from 'lucide-react';
import { frame } from '../text/frame';

export type PlaceId = 'today' | 'rota' | 'people' | 'pay' | 'money' | 'returns' | 'duties' | 'settings';

export type Place = {
  readonly id: PlaceId;
  readonly name: string;
  readonly to: string;
  readonly icon: LucideIcon;
  /** Kept in plain mode. */
  readonly plain: boolean;
};

const place = (id: PlaceId, icon: LucideIcon, plain: boolean): Place => ({
  id,
  name: frame.places[id],
  to: `/${id}`,
  icon,
  plain,
});

/** The eight places of the frame, in order. */
export const PLACES: readonly Place[] = [
  place('today', Sun, true),
  place('rota', CalendarDays, true),
  place('people', Users, false),
  place('pay', Banknote, true),
  place('money', Wallet, true),
  place('returns', FileCheck, true),
  place('duties', ListChecks, false),
  place('settings', Settings, false),
];
