/** One CSV cell: quoted where needed, and never read as a formula by a spreadsheet. */
function csvCell(text: string): string {
  const plain = text.replace(/\u2212/g, '-');
  const isNumber = /^-?£?[\d,]*\.?\d+$/.test(plain);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain.replace(/^(-?)£/, '$1');
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** Rows of texts as CSV, with Windows line ends. Pound signs of amounts go, so that they stay numbers. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(csvCell).join(',')).join('\r\n');
}
