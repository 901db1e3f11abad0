import anyshire from '@resources/returns/anyshire-council.json';
import superset from '@resources/returns/superset.json';
import { type ReturnProfile, returnProfileSchema } from './profile';

/** The profiles that come with the program, checked once when this file loads. */
export const READY_PROFILES: readonly ReturnProfile[] = [superset, anyshire].map((profile) =>
  returnProfileSchema.parse(profile),
);

/** One of them by its id, or nothing. */
export function readyProfile(id: string): ReturnProfile | undefined {
  return READY_PROFILES.find((profile) => profile.id === id);
}
