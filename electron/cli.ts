/** Door 3: the same services from a terminal. */
import { Command, CommanderError } from 'commander';
import { VERSION } from './app';
import { type BackupAsked, backup } from './cli/backup';
import { calculate, FAMILY_NAMES } from './cli/calculate';
import { check } from './cli/check';
import { demo } from './cli/demo';
import { type GenerateAsked, generate } from './cli/generate';
import { addHouseholdCommands } from './cli/household';
import { ratesAdd, ratesCheck, ratesList, ratesRemove } from './cli/rates';
import { type RestoreAsked, restore } from './cli/restore';
import { type StatementRequest, statementRead } from './cli/statement';
import { detailsText, fill, words } from './cli/words';
import { Refusal } from './refusal';

const FAILED = 1;
const WRONG_USAGE = 2;
const REFUSED = 3;

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString('utf8');
  // Some programs put a byte order mark in front; it is no part of the JSON.
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const ANSWERS_IN_PIECE = 1000;

/** A list as JSON, a thousand at a time: the whole of a very long one is more than one text can hold. */
function* asJson(list: readonly unknown[]): Generator<string> {
  for (let from = 0; from < list.length; from += ANSWERS_IN_PIECE) {
    const inside = JSON.stringify(list.slice(from, from + ANSWERS_IN_PIECE), null, 1).slice(2, -2);
    yield `${from === 0 ? '[\n' : ',\n'}${inside}`;
  }
  yield list.length === 0 ? '[]\n' : '\n]\n';
}

async function runCalculate(family: string): Promise<number> {
  if (!FAMILY_NAMES.includes(family)) {
    console.error(fill(words.calculate.unknownFamily, { family, families: FAMILY_NAMES.join(', ') }));
    return WRONG_USAGE;
  }
  let cases: unknown;
  try {
    cases = (JSON.parse(await readInput()) as { cases?: unknown } | null)?.cases;
  } catch {
    cases = undefined;
  }
  const answers = Array.isArray(cases) ? calculate(family, cases) : undefined;
  if (answers === undefined) {
    console.error(words.calculate.notJson);
    return WRONG_USAGE;
  }
  for (const piece of asJson(answers)) process.stdout.write(piece);
  return 0;
}

// A reader that has seen enough, such as `head`, closes the pipe: nothing more to say, and nothing wrong.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
});

const say = (line: string): void => console.log(line);
const complain = (line: string): void => console.error(line);

/** The commands for a tax year's rates file. `ended` is told each one's exit code. */
function addRatesCommands(program: Command, ended: (code: number) => void): void {
  const rates = program.command('rates').summary(words.rates.summary).description(words.rates.summary);
  const onFile = (name: string, summary: string, description: string, run: typeof ratesCheck): void => {
    rates
      .command(name)
      .summary(summary)
      .description(description)
      .argument('<file>', words.rates.file)
      .option('--folder <dir>', words.rates.folder)
      .action(async (file: string, options: { folder?: string }) => {
        ended(await run(file, options.folder, say, complain));
      });
  };
  onFile('check', words.rates.check, words.rates.checkMore, ratesCheck);
  onFile('add', words.rates.add, words.rates.addMore, ratesAdd);
  rates
    .command('list')
    .summary(words.rates.list)
    .description(words.rates.list)
    .option('--folder <dir>', words.rates.folder)
    .action(async (options: { folder?: string }) => {
      ended(await ratesList(options.folder, say, complain));
    });
  rates
    .command('remove')
    .summary(words.rates.remove)
    .description(words.rates.removeMore)
    .argument('<tax-year>', words.rates.taxYear)
    .option('--folder <dir>', words.rates.folder)
    .action(async (taxYear: string, options: { folder?: string }) => {
      ended(await ratesRemove(taxYear, options.folder, say, complain));
    });
}

/** The command for bank statement files. `ended` is told its exit code. */
function addStatementCommands(program: Command, ended: (code: number) => void): void {
  const own = words.statement;
  program
    .command('statement')
    .summary(own.summary)
    .description(own.summary)
    .command('read')
    .summary(own.read)
    .description(own.readMore)
    .argument('<file>', own.file)
    .option('--json', own.json)
    .option('--account <digits>', own.accountOption)
    .option('--layout <id>', own.layoutOption)
    .option('--dates <order>', own.datesOption)
    .action((file: string, asked: StatementRequest) => {
      ended(statementRead(file, asked, say, complain));
    });
}

/** The command that brings a backup back. `ended` is told its exit code. */
function addRestoreCommand(program: Command, ended: (code: number) => void): void {
  const own = words.restore;
  program
    .command('restore')
    .summary(own.summary)
    .description(own.description)
    .argument('[file]', own.file)
    .option('--folder <dir>', own.folder)
    .option('--look', own.lookOption)
    .option('--undo', own.undoOption)
    .action(async (file: string | undefined, asked: RestoreAsked) => {
      ended(await restore(file, asked, say, complain));
    });
}

/** The command that makes many invented households. `ended` is told its exit code. */
function addGenerateCommand(program: Command, ended: (code: number) => void): void {
  const own = words.generate;
  program
    .command('generate')
    .summary(own.summary)
    .description(own.description)
    .requiredOption('--households <count>', own.households)
    .requiredOption('--out <dir>', own.out)
    .option('--today <day>', own.today)
    .action(async (asked: GenerateAsked) => {
      ended(await generate(asked, say, complain));
    });
}

async function main(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('mainstay');
  program
    .description(words.description)
    .version(VERSION)
    .addHelpText('after', words.helpAfter)
    .exitOverride()
    .showHelpAfterError();
  program
    .command('demo')
    .summary(words.demo.summary)
    .description(words.demo.description)
    .requiredOption('--out <dir>', words.demo.out)
    .option('--today <day>', words.demo.today)
    .action(async (options: { out: string; today?: string }) => {
      code = await demo(
        options.out,
        options.today,
        (line) => console.log(line),
        (line) => console.error(line),
      );
    });
  program
    .command('calculate')
    .summary(words.calculate.summary)
    .description(fill(words.calculate.description, { families: FAMILY_NAMES.join(', ') }))
    .argument('<family>', words.calculate.family)
    .action(async (family: string) => {
      code = await runCalculate(family);
    });
  program
    .command('check')
    .summary(words.check.summary)
    .description(words.check.description)
    .option('--folder <dir>', words.check.folder)
    .action(async (options: { folder?: string }) => {
      code = await check(
        options.folder,
        (line) => console.log(line),
        (line) => console.error(line),
      );
    });
  program
    .command('backup')
    .summary(words.backup.summary)
    .description(words.backup.description)
    .option('--to <dir>', words.backup.to)
    .option('--folder <dir>', words.backup.folder)
    .action(async (asked: BackupAsked) => {
      code = await backup(asked, say, complain);
    });
  addGenerateCommand(program, (ended) => {
    code = ended;
  });
  addRatesCommands(program, (ended) => {
    code = ended;
  });
  addRestoreCommand(program, (ended) => {
    code = ended;
  });
  addStatementCommands(program, (ended) => {
    code = ended;
  });
  addHouseholdCommands(program, say, complain, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    if (error instanceof Refusal) {
      console.error(fill(words.refused, { code: error.code, details: detailsText(error.details) }));
      return REFUSED;
    }
    console.error(fill(words.failed, { message: error instanceof Error ? error.message : String(error) }));
    return FAILED;
  }
  return code;
}

process.exitCode = await main(process.argv.slice(2));
