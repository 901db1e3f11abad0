import {
  Banknote,
  BookUser,
  Building2,
  CalendarDays,
  Clock,
  FileCheck,
  FileInput,
  FileOutput,
  Files,
  ListChecks,
  type LucideIcon,
  Receipt,
  Settings,
  Sun,
  Users,
  Wallet,
} from 'lucide-react';
import { deskFrame } from '../text/desk/list';
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

export type DeskPlaceId = keyof typeof deskFrame.places;

export type DeskPlaceLine = {
  readonly id: DeskPlaceId;
  readonly name: string;
  readonly to: string;
  readonly icon: LucideIcon;
};

const deskPlace = (id: DeskPlaceId, to: string, icon: LucideIcon): DeskPlaceLine => ({
  id,
  name: deskFrame.places[id],
  to,
  icon,
});

/** The places of an organisation's desk, in order. The first is the list of households. */
export const DESK_PLACES: readonly DeskPlaceLine[] = [
  deskPlace('households', '/desk', BookUser),
  deskPlace('batches', '/desk/batches', Banknote),
  deskPlace('hours', '/desk/hours', Clock),
  deskPlace('outputs', '/desk/outputs', Files),
  deskPlace('take-on', '/desk/take-on', FileInput),
  deskPlace('hand-over', '/desk/hand-over', FileOutput),
  deskPlace('fees', '/desk/fees', Receipt),
  deskPlace('organisation', '/desk/organisation', Building2),
];
