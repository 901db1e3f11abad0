import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the built terminal door. */
function mainstay(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve('dist/electron/cli.js'), ...args], {
      env: { ...process.env, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('close', (code) => done({ code, out, err }));
    child.stdin.end(input);
  });
}

const golden = (family: string): string => readFileSync(resolve('test/golden', `${family}.json`), 'utf8');

test('help names the commands and the exit codes, and every command has help of its own', async () => {
  const help = await mainstay(['--help']);
  expect(help.code).toBe(0);
  for (const word of ['demo', 'calculate', 'check', 'rates', 'Exit codes']) expect(help.out).toContain(word);
  for (const command of ['demo', 'calculate', 'check', 'rates']) {
    const own = await mainstay([command, '--help']);
    expect(own.code).toBe(0);
    expect(own.out).toContain(`mainstay ${command}`);
  }
});

test('a golden file piped in is worked out case by case, in order', async () => {
  const { cases } = JSON.parse(golden('income_tax')) as {
    cases: { id: string; expected: { tax_this_period: string } }[];
  };
  const answered = await mainstay(['calculate', 'income_tax'], golden('income_tax'));
  expect(answered.code).toBe(0);
  const answers = JSON.parse(answered.out) as { id: string; output: { tax_this_period: string } }[];
  expect(answers.map((one) => one.id)).toEqual(cases.map((one) => one.id));
  expect(answers[5]?.output.tax_this_period).toBe(cases[5]?.expected.tax_this_period);
});

test('a case that can’t be worked out gets an error in its place, and the others are still worked out', async () => {
  const one = {
    id: 'good',
    tax_year: '2026-27',
    input: { pay_frequency: 'weekly', ni_category: 'A', nicable_pay: '300.00' },
  };
  const bad = {
    id: 'bad',
    tax_year: '1999-00',
    input: { pay_frequency: 'weekly', ni_category: 'A', nicable_pay: '300.00' },
  };
  const answered = await mainstay(
    ['calculate', 'national_insurance'],
    JSON.stringify({ cases: [bad, one, null] }),
  );
  expect(answered.code).toBe(0);
  const answers = JSON.parse(answered.out);
  // 8 % of 300.00 − 242.00 = 4.64; 15 % of 300.00 − 96.00 = 30.60.
  expect(answers[1].output).toMatchObject({ employee_ni: '4.64', employer_ni: '30.60' });
  expect(answers[0].error.code).toBe('rates.unknown-tax-year');
  expect(answers[2].error.code).toBe('case.not-an-object');
});

test('wrong usage ends with 2 and nothing on standard output', async () => {
  for (const [args, input] of [
    [['calculate', 'no_such_family'], '{"cases":[]}'],
    [['calculate', 'income_tax'], 'not json'],
    [['calculate', 'income_tax'], '[]'],
    [['demo'], ''],
    [['nonsense'], ''],
    [['demo', '--out', join(tmpdir(), 'mainstay-never-made'), '--today', '31/12/2026'], ''],
  ] as const) {
    const ended = await mainstay(args, input);
    expect(ended.code, args.join(' ')).toBe(2);
    expect(ended.out).toBe('');
    expect(ended.err.trim()).not.toBe('');
  }
});

test('demo writes everything plainly named, refuses a folder that is not empty, and its workspace passes the check', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-demo-'));
  try {
    const made = await mainstay(['demo', '--out', folder, '--today', '2026-11-21']);
    expect(made.err).toBe('');
    expect(made.code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'HMRC',
      'Payment sheets',
      'Payslips',
      'Record',
      'Return',
      'Rota',
      'workspace',
    ]);
    expect(
      readdirSync(join(folder, 'Return'))
        .map((name) => name.split('.').at(-1))
        .sort(),
    ).toEqual(['csv', 'pdf', 'xlsx', 'zip']);
    expect(readdirSync(join(folder, 'Payslips')).length).toBeGreaterThan(80);
    const record = readdirSync(join(folder, 'Record')).find((name) => name.endsWith('.json')) ?? '';
    expect(JSON.parse(readFileSync(join(folder, 'Record', record), 'utf8')).format).toBe(
      'mainstay-open-record-1',
    );
    const again = await mainstay(['demo', '--out', folder]);
    expect(again.code).toBe(3);

    const workspace = join(folder, 'workspace');
    const good = await mainstay(['check', '--folder', workspace], '', {
      MAINSTAY_PASSPHRASE: 'try mainstay today',
    });
    expect(good).toMatchObject({ code: 0, err: '' });
    const wrong = await mainstay(['check', '--folder', workspace], '', {
      MAINSTAY_PASSPHRASE: 'not the passphrase',
    });
    expect(wrong.code).toBe(3);
    const bytes = readFileSync(join(workspace, 'mainstay.workspace'));
    bytes[20_000] = (bytes[20_000] ?? 0) ^ 1;
    writeFileSync(join(workspace, 'mainstay.workspace'), bytes);
    const damaged = await mainstay(['check', '--folder', workspace], '', {
      MAINSTAY_PASSPHRASE: 'try mainstay today',
    });
    expect(damaged.code).toBe(3);
    expect(damaged.err).toContain('workspace.damaged');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a rates file is checked: what it changes is listed, and a slip is refused with where it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-rates-'));
  try {
    const figures = readFileSync(resolve('resources/rates/2026-27.json'), 'utf8')
      .replaceAll('2026-27', '2027-28')
      .replace('"from": "2026-04-06"', '"from": "2027-04-06"')
      .replace('"to": "2027-04-05"', '"to": "2028-04-05"');
    const good = join(folder, 'good.json');
    writeFileSync(good, figures.replace('"amount": "10500"', '"amount": "11000"'));
    const checked = await mainstay(['rates', 'check', good]);
    expect(checked.err).toBe('');
    expect(checked.code).toBe(0);
    expect(checked.out).toContain('Employment Allowance, amount: £10,500.00 → £11,000.00');
    const slip = join(folder, 'slip.json');
    writeFileSync(slip, figures.replace('"amount": "10500"', '"amount": "1050"'));
    const refused = await mainstay(['rates', 'check', slip]);
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('employmentAllowance.amount');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
