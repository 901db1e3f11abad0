/**
 * Run by `npm run bench`: the report of cover for a year, and a claim of it, of a household with ten years of rota: 20,000
 * kept shifts of eight PAs, three patterns and 400 absences. As after a change: nothing is remembered.
 */
import { performance } from 'node:perf_hooks';
import { isoDay } from '@shared/dates';
import { previewClaim } from '../../electron/services/cover-papers-claim';
import { coverReportView } from '../../electron/services/cover-papers-report';
import type { Bench } from '../support/bench';
import { type TenYears, tenYears } from '../support/ten-years';

let given: TenYears | undefined;

function opened(): TenYears {
  if (given === undefined) throw new Error('The household is not made');
  return given;
}

async function prepare(): Promise<void> {
  given ??= await tenYears();
}

const FROM = isoDay('2024-04-06');
const TO = isoDay('2025-04-05');

function timed(work: () => void): number {
  opened().forget();
  const started = performance.now();
  work();
  return performance.now() - started;
}

export const benches: readonly Bench[] = [
  {
    name: 'what was covered and what was not, a year of ten',
    goal: 200,
    unit: 'ms',
    rounds: 5,
    prepare,
    measure: async () => timed(() => coverReportView(opened().context, opened().householdId, FROM, TO)),
  },
  {
    name: 'a claim for cover of a year of ten',
    goal: 200,
    unit: 'ms',
    rounds: 5,
    prepare,
    measure: async () =>
      timed(() =>
        previewClaim(opened().context, opened().householdId, {
          from: FROM,
          to: TO,
          causes: ['holiday', 'sickness'],
        }),
      ),
  },
];
