import { constants, setPriority } from 'node:os';
import { runCli } from './run-cli.ts';

// A reader that stops early (`| head`) is no fault of the command, which still gives back what it opened.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Whoever waits for a page of the running program comes first; what `start` starts must not inherit this.
if (process.argv[2] === 'import') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  workingFolder: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
