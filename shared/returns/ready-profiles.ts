import anyshire from '@resources/returns/anyshire-council.json';
import camden from '@resources/returns/camden.json';
import durham from '@resources/returns/durham.json';
import greenwich from '@resources/returns/greenwich.json';
import haringey from '@resources/returns/haringey.json';
import knowsley from '@resources/returns/knowsley.json';
import moneyTracker from '@resources/returns/money-tracker.json';
import niHscTrusts from '@resources/returns/ni-hsc-trusts.json';
import norfolk from '@resources/returns/norfolk.json';
import northEastLincolnshire from '@resources/returns/north-east-lincolnshire.json';
import oldham from '@resources/returns/oldham.json';
import sefton from '@resources/returns/sefton.json';
import sources from '@resources/returns/sources.json';
import stHelens from '@resources/returns/st-helens.json';
import superset from '@resources/returns/superset.json';
import trafford from '@resources/returns/trafford.json';
import warwickshire from '@resources/returns/warwickshire.json';
import wigan from '@resources/returns/wigan.json';
import worcestershire from '@resources/returns/worcestershire.json';
import { spellOut } from './based-on';
import { profileChangesSchema, type ReturnProfile, returnProfileSchema } from './profile';

const WHOLE: readonly ReturnProfile[] = [superset, anyshire].map((profile) =>
  returnProfileSchema.parse(profile),
);

const CHANGES: readonly unknown[] = [
  camden,
  durham,
  greenwich,
  haringey,
  knowsley,
  moneyTracker,
  niHscTrusts,
  norfolk,
  northEastLincolnshire,
  oldham,
  sefton,
  stHelens,
  trafford,
  warwickshire,
  wigan,
  worcestershire,
];

/** The profiles that come with the program, checked once when this file loads: what fits everywhere, then authorities. */
export const READY_PROFILES: readonly ReturnProfile[] = [
  ...WHOLE,
  ...CHANGES.map((one) => {
    const changes = profileChangesSchema.parse(one);
    const base = WHOLE.find((profile) => profile.id === changes.basedOn);
    if (base === undefined) throw new Error(`No such profile: ${changes.basedOn}`);
    return returnProfileSchema.parse(spellOut(changes, base, sources));
  }),
];

/** One of them by its id, or nothing. */
export function readyProfile(id: string): ReturnProfile | undefined {
  return READY_PROFILES.find((profile) => profile.id === id);
}
