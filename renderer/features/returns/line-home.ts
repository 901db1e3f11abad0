/** Where a line of a return is looked at: the shared PA whose pay it is, else the bank line. */
export function lineHome(lineId: string): string {
  const [kind, , poolId] = lineId.split(':');
  return kind === 'pool' && poolId !== undefined ? `/rota/pools/${poolId}` : `/money/lines/${lineId}`;
}
