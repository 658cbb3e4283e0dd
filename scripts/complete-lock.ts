import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Brings package-lock.json in step with package.json, each package with its integrity, those of other platforms included:
 * what has none is asked of the registry anew. npm leaves out what a partial mirror of the registry does not have, and
 * `npm ci` then refuses the lock file as out of step, so that is added again, without integrity. Run by `npm run lock`.
 */
interface Entry {
  readonly version?: string;
  readonly integrity?: string;
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

const repository = fileURLToPath(new URL('..', import.meta.url));
const file = `${repository}package-lock.json`;
const read = (): Lock => JSON.parse(readFileSync(file, 'utf8'));
const write = (lock: Lock): void => writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

const before = read();
for (const [key, { integrity }] of Object.entries(before.packages))
  if (key !== '' && integrity === undefined) delete before.packages[key];
write(before);
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  cwd: repository,
  stdio: 'inherit',
});

const lock = read();
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
write(lock);
console.log(
  `package-lock.json: ${added.length} packages that the registry does not have: ${added.join(', ')}`,
);
