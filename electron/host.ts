/**
 * Door 2: the same program in the person's own browser, from a loopback address. Started by `npm start` when Electron's
 * binary is not on this computer. Prints `READY <address>`, or `REFUSED <code>`, and nothing else: sentences are made by
 * the one who started it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from './app';
import { isGivenUpDownload } from './loopback/given-up-download';
import { startLoopback } from './loopback/server';
import { randomIds } from './system/ids';
import { fileLog } from './system/log';
import { doorOptions } from './system/options';
import { whenToldToStop } from './system/stop';

const options = doorOptions(process.argv.slice(2), process.env);
if (!options.ok) {
  console.log(`REFUSED ${options.code}`);
  process.exit(2);
}
const { folders, clock, port, places } = options.value;
const log = fileLog(folders.logsFolder, clock);
const app = createApp({ folders, clock, ids: randomIds(), log, places });

// Somebody who closes the page while a large file comes must not end the program. Any other fault still does.
process.on('uncaughtException', (error) => {
  if (!isGivenUpDownload(error)) throw error;
  log.info('host.download-given-up');
});

try {
  const loopback = await startLoopback({
    router: app.router,
    rendererFolder: folders.rendererFolder,
    linkUsedPage: readFileSync(join(folders.resourcesFolder, 'shell', 'link-used.html'), 'utf8'),
    log,
    port,
  });
  whenToldToStop(async (why) => {
    log.info('host.stopped', { why });
    await loopback.close();
    await app.close();
    process.exit(0);
  });
  // The one who started it may ask for another link: each opens once.
  process.on('message', (message) => {
    if (message === 'new-url') process.send?.({ url: loopback.newUrl() });
  });
  log.info('host.started', { port: loopback.port });
  app.idle.start();
  console.log(`READY ${loopback.newUrl()}`);
} catch (error) {
  log.error('host.not-started', error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  console.log(`REFUSED ${code === 'EADDRINUSE' ? 'host.port-taken' : 'host.not-started'}`);
  await app.close();
  process.exit(1);
}
