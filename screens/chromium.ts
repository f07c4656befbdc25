import { execFile } from 'node:child_process';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** A browser's program, and what it needs in its environment. */
export interface Program {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const PACKAGE = '@sparticuz/chromium';
/** Its libraries are only unpacked where this says that they are missing. */
const WITHOUT_LIBRARIES = 'AWS_Lambda_nodejs24.x';

/**
 * The Chromium that comes as an npm package, with its own libraries and fonts: it needs nothing of the machine but what
 * Node needs too. It is unpacked once, beside the packages.
 */
export async function packedChromium(): Promise<Program> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`The packed Chromium is for Linux on x64, this is ${process.platform} on ${process.arch}.`);
  }
  const main = createRequire(import.meta.url).resolve(PACKAGE);
  const [packages = ''] = main.split(PACKAGE);
  const { version } = JSON.parse(await readFile(join(packages, PACKAGE, 'package.json'), 'utf8')) as Version;
  const folder = join(packages, '.cache', `kenes-chromium-${version}`);
  if (!(await exists(folder))) await unpack(main, folder);
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(delimiter), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

interface Version {
  readonly version: string;
}

/** Two may unpack at once: each into a folder of its own, and the first becomes everybody's. */
async function unpack(main: string, folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true });
  const own = await mkdtemp(`${folder}-`);
  // The package unpacks to where temporary files lie, which only a process of its own can be told.
  const unpacking = 'require(process.argv[1]).executablePath()';
  const env = { ...process.env, TMPDIR: own, AWS_EXECUTION_ENV: WITHOUT_LIBRARIES };
  try {
    await promisify(execFile)(process.execPath, ['-e', unpacking, main], { env });
    await writeFile(join(own, 'fonts.conf'), fontsIn(folder));
    for (const path of [own, join(own, 'chromium')]) await chmod(path, 0o755);
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
}

/** The package's font before the machine's, so that pages are laid out alike everywhere. */
function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append" binding="strong"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
