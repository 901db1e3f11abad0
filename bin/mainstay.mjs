#!/usr/bin/env node
/**
 * mainstay: the same program from a terminal. From a clone it first installs and builds what is missing, saying so on
 * stderr, so that what a command prints can go into a file.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const openDoor = () => import(pathToFileURL(join(root, 'dist', 'electron', 'cli.js')).href);

if (existsSync(join(root, 'scripts', 'build.mjs'))) {
  const { buildAll } = await import('../scripts/lib/build-steps.mjs');
  const { checkNode, handOver, installPackages } = await import('../scripts/lib/prepare.mjs');
  const { stopChildrenWithUs } = await import('../scripts/lib/run.mjs');
  const { runMain, sayBesideOutput } = await import('../scripts/lib/say.mjs');
  sayBesideOutput();
  let handedOver;
  await runMain(async () => {
    checkNode();
    const stopCaring = stopChildrenWithUs();
    await installPackages();
    handedOver = await handOver(fileURLToPath(import.meta.url));
    if (handedOver !== undefined) return handedOver;
    await buildAll({ only: ['program'] });
    stopCaring();
    return 0;
  });
  if (handedOver === undefined && process.exitCode === 0) {
    process.exitCode = undefined;
    await openDoor();
  }
} else await openDoor();
