const MOST_AT_ONCE = 500;

/** Reads rows for a long list of ids, so many at a time that the database takes them as parameters. */
export function inPieces<Row>(ids: readonly string[], read: (some: readonly string[]) => Row[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += MOST_AT_ONCE) rows.push(...read(ids.slice(at, at + MOST_AT_ONCE)));
  return rows;
}
