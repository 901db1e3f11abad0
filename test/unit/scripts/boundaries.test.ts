import { describe, expect, test } from 'vitest';
import { checkBoundaries, zoneOf } from '../../../scripts/lib/boundaries.mjs';

/** Files that are there to be imported, and keep to the rules themselves. */
const house: Readonly<Record<string, string>> = {
  'shared/money.ts': 'export const a = 1;',
  'shared/rates/find.ts': "import { a } from '../money'; export const b = a;",
  'shared/payroll/tax.ts': "import { b } from '../rates/find'; export const c = b;",
  'shared/api/contract.ts': "import { z } from 'zod'; export const d = z;",
  'electron/db/open.ts': "import Database from 'better-sqlite3'; export const e = Database;",
  'electron/services/pay.ts':
    "import { c } from '@shared/payroll/tax'; import { e } from '../db/open'; export const f = [c, e];",
  'electron/shell/window.ts': "import type { BrowserWindow } from 'electron'; export type G = BrowserWindow;",
  'renderer/components/button.tsx':
    "import { Button } from 'react-aria-components'; export const H = Button;",
  'renderer/api/client.ts': "import { RPCLink } from '@orpc/client/fetch'; export const i = RPCLink;",
  'renderer/features/pay/screen.tsx': "import { H } from '../../components/button'; export const J = <H />;",
  'renderer/features/rota/screen.tsx': "import { i } from '../../api/client'; export const K = i;",
};

function faultsOf(planted: Readonly<Record<string, string>>): string[] {
  return checkBoundaries(
    new Map(Object.entries({ ...house, ...planted })),
    new Set(['resources/rates/2026-27.json']),
  );
}

describe('the boundaries of the house', () => {
  test('a house that keeps to them has no fault', () => {
    expect(faultsOf({})).toEqual([]);
  });

  const planted: readonly [what: string, path: string, text: string, fault: RegExp][] = [
    [
      'the window reaching into the machine',
      'renderer/app/a.ts',
      "import '../../electron/db/open';",
      /renderer\/app may not import electron\/db/,
    ],
    [
      'SQL put together from what was typed',
      'electron/db/queries/a.ts',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the fault that is planted.
      'export const a = (name: string) => `SELECT * FROM worker WHERE name = ${name}`;',
      /puts SQL together/,
    ],
    [
      'SQL added up',
      'electron/db/queries/a.ts',
      "export const a = (name: string) => 'SELECT * FROM worker WHERE name = ' + name;",
      /puts SQL together/,
    ],
    [
      'SQL past the parameters',
      'electron/db/queries/a.ts',
      "import { sql } from 'kysely'; export const a = (name: string) => sql.raw(name);",
      /puts SQL together/,
    ],
    ['the window using Node', 'renderer/app/a.ts', "import { join } from 'node:path'; join();", /no Node/],
    [
      'shared using the window',
      'shared/rota/a.ts',
      "import '../../renderer/api/client';",
      /shared\/rules may not import renderer\/api/,
    ],
    ['shared using Node', 'shared/rota/a.ts', "import 'node:crypto';", /shared is pure/],
    ['shared using a library of the window', 'shared/rota/a.ts', "import 'react';", /shared is pure/],
    [
      'money using payroll',
      'shared/dates.ts',
      "import { c } from './payroll/tax'; c;",
      /shared\/base may not import shared\/rules/,
    ],
    [
      'rates using payroll',
      'shared/rates/a.ts',
      "import '../payroll/tax';",
      /shared\/rates may not import shared\/rules/,
    ],
    [
      'a rule using the contract',
      'shared/payroll/a.ts',
      "import '../api/contract';",
      /shared\/rules may not import shared\/api/,
    ],
    [
      'a feature using another',
      'renderer/features/pay/a.ts',
      "import { K } from '../rota/screen'; K;",
      /a feature never imports another/,
    ],
    [
      'a feature making its own control',
      'renderer/features/pay/a.ts',
      "import { Button } from 'react-aria-components'; Button;",
      /every control comes from/,
    ],
    [
      'a component reading data',
      'renderer/components/a.ts',
      "import '../api/client';",
      /renderer\/components may not import renderer\/api/,
    ],
    [
      'a feature reading the port itself',
      'renderer/features/pay/a.ts',
      "import '@orpc/client/message-port';",
      /only renderer\/api/,
    ],
    [
      'a service knowing Electron',
      'electron/services/a.ts',
      "import { app } from 'electron'; app;",
      /only the shell knows Electron/,
    ],
    [
      'a type from Electron in a service',
      'electron/services/a.ts',
      "type A = import('electron').App; export type B = A;",
      /only the shell knows Electron/,
    ],
    [
      'Electron fetched late',
      'electron/services/a.ts',
      "await import('electron');",
      /only the shell knows Electron/,
    ],
    [
      'Electron by require',
      'electron/services/a.ts',
      "require('electron');",
      /only the shell knows Electron/,
    ],
    [
      'Electron passed on',
      'electron/services/a.ts',
      "export { app } from 'electron';",
      /only the shell knows Electron/,
    ],
    [
      'the driver outside db',
      'electron/services/a.ts',
      "import 'better-sqlite3';",
      /only electron\/db holds SQL/,
    ],
    [
      'the query builder outside db',
      'electron/api/a.ts',
      "import { sql } from 'kysely'; sql;",
      /only electron\/db holds SQL/,
    ],
    [
      'SQL in a service',
      'electron/services/a.ts',
      'export const a = `select name from person `;',
      /holds SQL/,
    ],
    [
      'SQL to change a row',
      'electron/api/a.ts',
      "export const a = 'UPDATE person SET name = 1';",
      /holds SQL/,
    ],
    [
      'the api going round the services',
      'electron/api/a.ts',
      "import '../db/open';",
      /electron\/api may not import electron\/db/,
    ],
    [
      'a service touching the disk',
      'electron/services/a.ts',
      "import { rmSync } from 'node:fs'; rmSync;",
      /few files may touch the disk/,
    ],
    [
      'a service going on the network',
      'electron/services/a.ts',
      "import 'node:https';",
      /never goes on the network/,
    ],
    [
      'a service starting a program',
      'electron/services/a.ts',
      "import 'node:child_process';",
      /starts no other program/,
    ],
    ['shared by a relative path', 'electron/services/a.ts', "import '../../shared/money';", /say @shared/],
    ['a file of nobody’s', 'electron/helpers/a.ts', 'export {};', /no rule says/],
    ['a barrel file', 'shared/payroll/index.ts', "export * from './tax';", /barrel/],
    ['an import of nothing', 'shared/payroll/a.ts', "import './gone';", /not there/],
  ];

  test.each(planted)('notices %s', (_what, path, text, fault) => {
    const faults = faultsOf({ [path]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    expect(faults[0]?.startsWith(path)).toBe(true);
  });

  test('words in a comment or a sentence are not imports or SQL', () => {
    expect(
      faultsOf({
        'electron/services/a.ts':
          "// import 'electron';\nexport const a = 'Select the bank your statement comes';\nexport const b = \"import 'electron'\";",
      }),
    ).toEqual([]);
  });

  test('data may be read where rates are looked up', () => {
    expect(
      faultsOf({ 'shared/rates/a.ts': "import a from '@resources/rates/2026-27.json'; export const b = a;" }),
    ).toEqual([]);
  });

  test('every file of the house belongs to one zone at most once', () => {
    expect(zoneOf('electron/main.ts')?.name).toBe('electron/main');
    expect(zoneOf('shared/money.ts')?.name).toBe('shared/base');
    expect(zoneOf('elsewhere/a.ts')).toBeUndefined();
  });
});
