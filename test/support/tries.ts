/** How often a random case is tried: few in `npm test`, all in `npm run test:any-seed`, which looks for what the few don't find. */
export function tries(all: number, few: number): number {
  return process.env['MAINSTAY_SEED'] === undefined ? few : all;
}
