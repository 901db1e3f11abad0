/** Where a line of a return is looked at: the shared PA whose pay it is, the pay that was on its way, else the bank line. */
export function lineHome(lineId: string): string {
  const [kind = '', second, third] = lineId.split(':');
  if (kind === 'pool' && third !== undefined) return `/rota/pools/${third}`;
  if (['net-pay', 'hmrc', 'pension', 'order', 'back'].includes(kind) && second !== undefined) return '/pay';
  if (kind === 'opening') return '/money';
  return `/money/lines/${lineId}`;
}
