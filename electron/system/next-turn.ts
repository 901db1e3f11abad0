/** Lets whatever waits be answered first: long work calls it between two of its pieces. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
