import { runCommand } from './operator-commands.js';

const output = {
  say: (line: string): void => {
    console.log(line);
  },
  complain: (line: string): void => {
    console.error(line);
  },
};

process.exitCode = await runCommand(process.argv.slice(2), output);
