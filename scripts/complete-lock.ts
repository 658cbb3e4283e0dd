import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Completes package-lock.json where a partial mirror of the registry was used: npm leaves out the optional packages of
 * other platforms that the mirror does not have, and `npm ci` then refuses the lock file as out of step.
 * Run by `npm run lock`. An entry without integrity is only ever installed on the platform it names.
 */
interface Entry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Lock {
  packages: Record<string, Entry & Record<string, unknown>>;
}

const OS =
  /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|windows)(?=-|$)/;
const CPU = /-(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64|mips64el|wasm32)(?=-|$)/;

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock: Lock = JSON.parse(await readFile(file, 'utf8'));
const added: string[] = [];
for (const [key, { optionalDependencies = {}, dev, license }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`${key}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`]) continue;
    const os = OS.exec(name.replace(/^@[^/]+\//, ''))?.[1];
    if (os === undefined || !/^\d/.test(version)) continue;
    const cpu = CPU.exec(name)?.[1];
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu !== undefined && { cpu: [cpu] }),
      ...(dev === true && { dev }),
      ...(license !== undefined && { license }),
      optional: true,
      os: [os === 'windows' ? 'win32' : os],
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added.length} packages of other platforms added`);
