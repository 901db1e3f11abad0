/**
 * Whether an error is that of a large download which the browser gave up. Node's own fetch, which puts such an answer
 * together, then writes once more into a stream that is closed, outside of any call that could catch it. Nothing is lost.
 */
export function isGivenUpDownload(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    'code' in error &&
    error.code === 'ERR_INVALID_STATE' &&
    (error.stack ?? '').includes('node:internal/deps/undici')
  );
}
