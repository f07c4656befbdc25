// Runs the checks side by side, the longest first, and shows what each of them says once it has ended.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';

const waiting = ['check:lint', 'check:imports', 'check:format'];
const failed = [];

function run(script) {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  return new Promise((resolve) => {
    child.once('error', (error) => (said += error.message));
    child.once('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'right' : 'WRONG'}  ${script}  ${seconds} s`);
      if (code !== 0) {
        console.log(said);
        failed.push(script);
      }
      resolve();
    });
  });
}

async function lane() {
  for (let script = waiting.shift(); script !== undefined; script = waiting.shift()) await run(script);
}

await Promise.all(Array.from({ length: availableParallelism() }, lane));
if (failed.length > 0) console.log(`Not right: ${failed.join(', ')}.`);
process.exitCode = failed.length > 0 ? 1 : 0;
