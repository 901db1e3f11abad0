/**
 * Run by `npm run bench`: how quickly pay is worked out, on one core. Rates a second are measured as the time for so many
 * cases: 300,000 a second is 300,000 cases in 1,000 ms.
 */
import { execFile } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { addDays, type IsoDay, isoDay } from '@shared/dates';
import { type Pence, pence } from '@shared/money';
import { incomeTax } from '@shared/payroll/income-tax';
import { nationalInsurance } from '@shared/payroll/national-insurance';
import { NOTHING_TO_DATE, workOutPay } from '@shared/payroll/pay';
import type { FiguresToDate, PayInput, WorkerPayFacts } from '@shared/payroll/pay-types';
import { parseTaxCode } from '@shared/payroll/tax-code';
import { bundledRates } from '@shared/rates/bundled-rates';
import { ratesForTaxYear } from '@shared/rates/rates-book';
import { must } from '@shared/result';
import { payLines } from '@shared/rota/hours-to-pay';
import { openRateBook } from '@shared/rota/rate';
import { rotaForWindow } from '@shared/rota/rota-for-window';
import type { Bench } from '../support/bench';
import { makePayslips } from '../support/many-payslips';
import { kept, rate } from '../unit/rota/make';

const FIRST_MONDAY = isoDay('2026-04-06');
const TAX_CODES = ['1257L', 'S1257L', 'C1257L', 'BR', 'K475', '0T', 'SD2', '1100T M1'];
const LETTERS = ['A', 'B', 'C', 'H', 'J', 'M', 'V', 'Z'] as const;

/** A sum of all figures: without a use for them, the work could be left out. */
const used = { total: 0 };

function taxAndNationalInsurance(cases: number): number {
  const found = ratesForTaxYear(bundledRates, '2026-27');
  if (!found.ok) throw new Error(found.code);
  const codes = TAX_CODES.map((text) => {
    const code = parseTaxCode(text);
    if (!code.ok) throw new Error(text);
    return code.value;
  });
  const started = performance.now();
  for (let index = 0; index < cases; index += 1) {
    const code = must(codes[index % codes.length], 'a code');
    const week = (index % 52) + 1;
    const pay = pence(10_000 + ((index * 7919) % 190_000));
    const { tax } = incomeTax(
      {
        code,
        basis: code.basis,
        frequency: 'weekly',
        taxPeriodNumber: week,
        pay,
        payBefore: pence(pay * (week - 1)),
        taxBefore: pence(0),
      },
      found.value.incomeTax,
    );
    const letter = must(LETTERS[index % LETTERS.length], 'a letter');
    const ni = nationalInsurance(pay, letter, 'weekly', found.value.nationalInsurance);
    used.total += tax + ni.employee + ni.employer;
  }
  return performance.now() - started;
}

function worker(index: number): WorkerPayFacts {
  return {
    birthDate: isoDay('1990-06-15'),
    taxCode: must(TAX_CODES[index % TAX_CODES.length], 'a code'),
    taxBasis: 'cumulative',
    niCategory: 'A',
    loans: { plan: index % 3 === 0 ? 'plan-2' : null, postgraduate: index % 5 === 0 },
    pension: {
      kind: 'qualifying-earnings',
      treatment: index % 2 === 0 ? 'relief-at-source' : 'net-pay',
      employeePercent: 500,
      employerPercent: 300,
    },
    previousEmployment: null,
  };
}

function payOf(
  who: WorkerPayFacts,
  monday: IsoDay,
  lines: readonly {
    readonly kindOfWork: string;
    readonly minutes: number;
    readonly rate: string;
    readonly amount: Pence;
  }[],
  toDate: FiguresToDate,
): PayInput {
  return {
    payDate: addDays(monday, 4),
    frequency: 'weekly',
    periodFrom: addDays(monday, -7),
    periodTo: addDays(monday, -1),
    worker: who,
    earnings: lines.map((line) => ({
      ...line,
      code: 'hours',
      taxable: true,
      nicable: true,
      pensionable: true,
      countsForMinimumWage: true,
    })),
    otherDeductions: [],
    reimbursements: [],
    toDate,
  };
}

function toDateAfter(input: PayInput): FiguresToDate {
  const paid = workOutPay(input, bundledRates);
  if (!paid.ok) throw new Error(paid.code);
  used.total += paid.value.netPay + Object.keys(paid.value.explanations).length;
  return paid.value.toDate;
}

function grossToNet(cases: number): number {
  const workers = TAX_CODES.map((_, index) => worker(index));
  const started = performance.now();
  for (let index = 0; index < cases; index += 1) {
    const who = must(workers[index % workers.length], 'a worker');
    const amount = pence(20_000 + ((index * 7919) % 90_000));
    const monday = addDays(FIRST_MONDAY, 7 * (index % 51));
    toDateAfter(
      payOf(who, monday, [{ kindOfWork: 'weekday', minutes: 1500, rate: '13.25', amount }], NOTHING_TO_DATE),
    );
  }
  return performance.now() - started;
}

/** Five shifts a week for each of six PAs, through a tax year of 52 paydays. */
const yearsShifts = Array.from({ length: 6 }, (_, who) => {
  const shifts = Array.from({ length: 52 * 5 }, (_, index) => {
    const day = addDays(FIRST_MONDAY, 7 * Math.floor(index / 5) - 7 + (index % 5));
    return kept(`${who}-${index}`, `pa-${who}`, `${day} 08:00`, `${day} ${10 + ((index + who) % 6)}:30`, {
      status: 'confirmed',
    });
  });
  return rotaForWindow({
    patterns: [],
    shifts,
    absences: [],
    from: addDays(FIRST_MONDAY, -7),
    to: addDays(FIRST_MONDAY, 51 * 7),
  }).shifts;
});

function aYearOfRuns(): number {
  const started = performance.now();
  for (const [who, shifts] of yearsShifts.entries()) {
    const facts = worker(who);
    const rates = openRateBook([rate(`pa-${who}`, 'weekday', '13.25')]);
    let toDate = NOTHING_TO_DATE;
    for (let week = 0; week < 52; week += 1) {
      const monday = addDays(FIRST_MONDAY, 7 * week);
      const lines = payLines(`pa-${who}`, shifts.slice(week * 5, week * 5 + 5), rates);
      if (!lines.ok) throw new Error(lines.code);
      toDate = toDateAfter(payOf(facts, monday, lines.value, toDate));
    }
  }
  return performance.now() - started;
}

const PAYSLIPS = 1_000;

/** Run in a process of its own, so that only the payslips (and what reads these sources) are measured. */
const MEASURE_MEMORY = `
const [root, count] = process.argv.slice(1);
const { runnerImport } = await import('vite');
const { module } = await runnerImport(root + '/test/support/many-payslips.ts', {
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@shared': root + '/shared', '@resources': root + '/resources' } },
});
console.log(await module.makePayslips(Number(count)));
`;

async function memoryOfPayslips(): Promise<number> {
  const root = process.cwd();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', MEASURE_MEMORY, root, String(PAYSLIPS)],
    { cwd: root },
  );
  return Number(stdout);
}

export const benches: readonly Bench[] = [
  {
    name: 'tax and NI, 300,000 payments',
    goal: 1_000,
    unit: 'ms',
    rounds: 5,
    measure: async () => taxAndNationalInsurance(300_000),
  },
  {
    name: 'gross to net, explained, 20,000 payments',
    goal: 1_000,
    unit: 'ms',
    rounds: 5,
    measure: async () => grossToNet(20_000),
  },
  {
    name: 'a year of 52 weekly runs for 6 PAs',
    goal: 100,
    unit: 'ms',
    rounds: 5,
    measure: async () => aYearOfRuns(),
  },
  {
    name: '1,000 payslips as PDF',
    goal: 30_000,
    unit: 'ms',
    rounds: 5,
    measure: async () => {
      const started = performance.now();
      await makePayslips(PAYSLIPS);
      return performance.now() - started;
    },
  },
  {
    name: '1,000 payslips as PDF, most memory in use',
    goal: 400,
    unit: 'MB',
    rounds: 1,
    measure: memoryOfPayslips,
  },
];
