import type { RotaShift } from './shift';

/** How a shift stands, in the one word that a block on the rota needs. */
export type ShiftStanding = 'planned' | 'confirmed' | 'paid' | 'needs-someone' | 'off' | 'cancelled';

/** The standing of a shift: paid before confirmed, and needing someone before being off. */
export function standingOfShift(shift: RotaShift): ShiftStanding {
  if (shift.paidIn !== null) return 'paid';
  if (shift.needsSomeone) return 'needs-someone';
  // An open shift that is wholly covered, or of a kind that needs no cover: nobody is missing from it.
  return shift.state === 'open' ? 'off' : shift.state;
}
