/** `5`, `3.25`: hundredths of a per cent as people write it. */
export function percentText(hundredths: number): string {
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(hundredths / 100)}${rest === '' ? '' : `.${rest}`}`;
}
