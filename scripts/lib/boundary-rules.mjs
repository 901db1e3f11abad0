/**
 * The arrows of the house as data. Each file belongs to the first zone whose pattern fits its path; a zone names the zones it
 * may import from. A file that fits no zone is reported.
 */
const SHARED = ['shared/base', 'shared/rates', 'shared/rules', 'shared/api'];
const EVERYWHERE = ['*'];

export const zones = [
  { name: 'shared/base', files: /^shared\/[^/]+\.ts$/, may: ['shared/base'] },
  { name: 'shared/rates', files: /^shared\/rates\//, may: ['shared/base', 'shared/rates', 'resources'] },
  { name: 'shared/api', files: /^shared\/api\//, may: SHARED },
  {
    name: 'shared/rules',
    files:
      /^shared\/(payroll|rota|budget|returns|backups|privacy|desk|people|money|holiday|pensions|sickness)\//,
    may: ['shared/base', 'shared/rates', 'shared/rules', 'resources'],
  },

  {
    name: 'electron/main',
    files: /^electron\/main\.ts$/,
    may: ['electron/app', 'electron/shell', 'electron/system', 'resources', 'shared/api'],
  },
  { name: 'electron/preload', files: /^electron\/preload\.ts$/, may: ['shared/api'] },
  {
    name: 'electron/host',
    files: /^electron\/host\.ts$/,
    may: ['electron/app', 'electron/loopback', 'electron/system', 'resources'],
  },
  {
    name: 'electron/cli',
    files: /^electron\/cli(\.ts$|\/)/,
    may: [
      'electron/app',
      'electron/cli',
      'electron/refusal',
      'electron/services',
      'electron/files',
      'electron/system',
      'resources',
      ...SHARED,
    ],
  },
  {
    name: 'electron/app',
    files: /^electron\/app\.ts$/,
    may: [
      'electron/api',
      'electron/services',
      'electron/db',
      'electron/files',
      'electron/system',
      'electron/refusal',
      'package',
      ...SHARED,
    ],
  },
  { name: 'electron/refusal', files: /^electron\/refusal\.ts$/, may: SHARED },
  {
    name: 'electron/shell',
    files: /^electron\/shell\//,
    may: ['electron/shell', 'electron/system', 'shared/api'],
  },
  {
    name: 'electron/loopback',
    files: /^electron\/loopback\//,
    may: ['electron/loopback', 'electron/system', 'shared/api'],
  },
  {
    name: 'electron/api',
    files: /^electron\/api\//,
    may: ['electron/api', 'electron/services', 'electron/system', 'electron/refusal', ...SHARED],
  },
  {
    name: 'electron/services',
    files: /^electron\/services\//,
    may: [
      'electron/services',
      'electron/db',
      'electron/files',
      'electron/system',
      'electron/refusal',
      'resources',
      ...SHARED,
    ],
  },
  {
    name: 'electron/db',
    files: /^electron\/db\//,
    may: ['electron/db', 'electron/system', 'electron/refusal', ...SHARED],
  },
  {
    name: 'electron/files',
    files: /^electron\/files\//,
    may: ['electron/files', 'electron/system', 'electron/refusal', 'resources', ...SHARED],
  },
  { name: 'electron/system', files: /^electron\/system\//, may: ['electron/system', ...SHARED] },

  {
    name: 'renderer/main',
    files: /^renderer\/main\.tsx?$/,
    may: [
      'renderer/app',
      'renderer/components',
      'renderer/api',
      'renderer/styles',
      'renderer/text',
      ...SHARED,
    ],
  },
  {
    name: 'renderer/app',
    files: /^renderer\/app\//,
    may: [
      'renderer/app',
      'renderer/features',
      'renderer/components',
      'renderer/api',
      'renderer/text',
      'renderer/styles',
      'resources',
      ...SHARED,
    ],
  },
  {
    name: 'renderer/features',
    files: /^renderer\/features\/([^/]+)\//,
    may: [
      'renderer/features',
      'renderer/components',
      'renderer/api',
      'renderer/text',
      'renderer/styles',
      'resources',
      ...SHARED,
    ],
    // Features share through components, api and shared, never with each other.
    apart: true,
  },
  {
    name: 'renderer/components',
    files: /^renderer\/components\//,
    may: ['renderer/components', 'renderer/text', 'renderer/styles', ...SHARED],
  },
  { name: 'renderer/api', files: /^renderer\/api\//, may: ['renderer/api', ...SHARED] },
  { name: 'renderer/text', files: /^renderer\/text\//, may: ['renderer/text', 'resources', ...SHARED] },
  { name: 'renderer/styles', files: /^renderer\/styles\//, may: ['renderer/styles'] },
  { name: 'renderer/types', files: /^renderer\/[^/]+\.d\.ts$/, may: [] },
  { name: 'electron/types', files: /^electron\/[^/]+\.d\.ts$/, may: [] },

  { name: 'test', files: /^test\//, may: EVERYWHERE },
  { name: 'scripts', files: /^(scripts|bin)\//, may: ['scripts'] },
  { name: 'config', files: /^[^/]+\.config\.ts$/, may: ['config'] },
  { name: 'package', files: /^package\.json$/, may: [] },
  { name: 'resources', files: /^resources\//, may: [] },
];

/** Packages that only some may import. The first pattern that fits a package decides. */
export const packageRules = [
  {
    packages: /^electron$/,
    only: /^electron\/(shell\/|main\.ts$|preload\.ts$)/,
    why: 'only the shell knows Electron',
  },
  { packages: /^(better-sqlite3|kysely)(\/|$)/, only: /^electron\/db\//, why: 'only electron/db holds SQL' },
  {
    packages: /^(react-aria-components|react-aria|react-stately|@react-aria\/.*)$/,
    only: /^renderer\/(components|app)\//,
    why: 'every control comes from renderer/components',
  },
  {
    packages: /^@orpc\/server(\/|$)/,
    only: /^electron\/(api|loopback|shell)\/|^electron\/(app|refusal)\.ts$/,
    why: 'only the doors and the api answer calls',
  },
  {
    packages: /^(@orpc\/client|@orpc\/tanstack-query)(\/|$)/,
    only: /^renderer\/api\//,
    why: 'only renderer/api reads the port',
  },
  {
    packages: /^node:fs(\/|$)/,
    only: /^(electron\/(db|files|loopback)\/|electron\/(host|cli)\.ts$|electron\/cli\/|electron\/system\/|electron\/shell\/protocol\.ts$|electron\/services\/(workspace|backups|restore|computer)(-[a-z-]+)?\.ts$|scripts\/|bin\/|[^/]+\.config\.ts$)/,
    why: 'few files may touch the disk',
  },
  {
    packages: /^node:(http|https|http2|net|tls|dgram|dns)(\/|$)/,
    only: /^(electron\/loopback\/|scripts\/)/,
    why: 'Mainstay never goes on the network',
  },
  { packages: /^node:child_process$/, only: /^scripts\//, why: 'Mainstay starts no other program' },
  { packages: /^node:/, only: /^(electron|scripts|bin)\/|^[^/]+\.config\.ts$/, why: 'this side has no Node' },
  {
    packages:
      /^(react|react-dom|react-router|zustand|lucide-react|@tanstack\/.*|@internationalized\/.*)(\/|$)/,
    only: /^renderer\//,
    why: 'only the window draws',
  },
  {
    packages:
      /^(pdfkit|fontkit|write-excel-file|hucre|papaparse|ical-generator|fflate|@napi-rs\/canvas|pdfjs-dist|@cantoo\/pdf-lib|tesseract\.js)(\/|$)/,
    only: /^electron\/files\//,
    why: 'only electron/files makes and reads files',
  },
  {
    packages: /^(vite|vitest|@vitejs\/.*|@playwright\/.*|rolldown)(\/|$)/,
    only: /^(scripts\/|[^/]+\.config\.ts$)/,
    why: 'this is a tool, not part of the program',
  },
];

/** What shared may have from outside at all. */
export const sharedPackages = /^(decimal\.js|zod|@orpc\/contract)$/;

/** How a text begins that is SQL. Only electron/ is looked at: elsewhere such words are English. */
export const sqlBeginnings =
  /^\s*(select\s[\s\S]*\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\S+\s+set\s|delete\s+from\s|create\s+(unique\s+|virtual\s+|temp\s+)?(table|index|trigger|view)\s|alter\s+table\s|drop\s+(table|index|trigger|view)\s|pragma\s|vacuum\b|attach\s)/i;
export const sqlAllowed = /^electron\/db\//;
/** May name a table or a column in SQL, each from a list of ours or the schema itself; and the key, which is hexadecimal. Nobody else puts SQL together. */
export const sqlBuilders =
  /^electron\/db\/(workspace-database|open|migrate|backup-facts|damage|seals|migrations\/[^/]+)\.ts$/;
