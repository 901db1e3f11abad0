import type { IsoDay } from '../../dates';
import type { RatesBook } from '../../rates/rates-book';
import { HMRC_EPS_RULES } from './eps-rules';
import type { EpsMessage } from './eps-types';
import { fpsCrossFaults } from './fps-cross-checks';
import { HMRC_FPS_RULES } from './fps-rules';
import type { FpsMessage } from './fps-types';
import { breaches } from './hmrc-rule';
import { epsShapeFaults, fpsShapeFaults } from './rti-shape';
import type { RtiFault } from './rti-types';

/**
 * Everything that is not right with an FPS on a day: its form, HMRC's rules with their numbers, and our own checks.
 * Empty means that HMRC would take it and that its figures agree with each other.
 */
export function fpsFaults(message: FpsMessage, today: IsoDay, book: RatesBook): readonly RtiFault[] {
  return [
    ...fpsShapeFaults(message),
    ...breaches(HMRC_FPS_RULES, message, today),
    ...fpsCrossFaults(message, today, book),
  ];
}

/** Everything that is not right with an EPS on a day: its form and HMRC's rules with their numbers. */
export function epsFaults(message: EpsMessage, today: IsoDay): readonly RtiFault[] {
  return [...epsShapeFaults(message), ...breaches(HMRC_EPS_RULES, message, today)];
}
