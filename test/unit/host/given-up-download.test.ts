import { expect, test } from 'vitest';
import { isGivenUpDownload } from '../../../electron/loopback/given-up-download';

/** As Node 24 throws it when a page is closed while a large file comes. */
function thrown(stack: string): TypeError {
  const error = new TypeError('Invalid state: ReadableStream is already closed');
  return Object.assign(error, { code: 'ERR_INVALID_STATE', stack });
}

test('a download that the browser gave up is told from every other fault', () => {
  const at = 'at ReadableByteStreamController.enqueue (node:internal/webstreams/readablestream:1305:13)';
  expect(isGivenUpDownload(thrown(`${at}\n at node:internal/deps/undici/undici:6940:28`))).toBe(true);
  expect(isGivenUpDownload(thrown(`${at}\n at electron/services/pay-run.ts:1:1`))).toBe(false);
  expect(isGivenUpDownload(new TypeError('at node:internal/deps/undici/undici:6940:28'))).toBe(false);
  expect(isGivenUpDownload(undefined)).toBe(false);
});
