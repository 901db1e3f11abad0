import { READY_PROFILES } from '@shared/returns/ready-profiles';

/** The authority profiles that an agreement can name. */
export function returnProfiles(): { key: string; name: string }[] {
  return READY_PROFILES.map((profile) => ({ key: profile.id, name: profile.name }));
}
