/** What the scripts say: plain lines, and a last sentence when something can't be had. */
export function say(line = '') {
  target.write(`${line}\n`);
}

let target = process.stdout;

/** Says everything on stderr from here on, for a command whose own output goes into a file or another program. */
export function sayBesideOutput() {
  target = process.stderr;
}

/** `3.4 s` */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** A problem that the person can do something about; its message is a whole sentence. */
export class PlainProblem extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'PlainProblem';
    this.exitCode = exitCode;
  }
}

/** Runs a script's main function; a plain problem becomes its sentence, anything else a bug with its place. */
export async function runMain(main) {
  try {
    const code = await main();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    say();
    if (error instanceof PlainProblem) {
      say(error.message);
      process.exitCode = error.exitCode;
      return;
    }
    say('Something went wrong in this script itself. This is what it says:');
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
