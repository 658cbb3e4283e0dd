import { join } from 'node:path';
import type { Manifest } from './entry-points.ts';
import { run } from './run.ts';

/** Each command that the command line tells of is there, and loads: they are built one by one. */
export async function commandsRun(consumer: string, { version }: Manifest): Promise<void> {
  const command = (...args: readonly string[]): Promise<string> =>
    run(join(consumer, 'node_modules/.bin/exa-enrichments'), args, consumer);
  const told = await command('--version');
  if (told.trim() !== version) throw new Error(`--version says ${JSON.stringify(told)}`);
  const names = [...(await command('--help')).matchAll(/^ {2}([a-z-]+) {2}/gm)].map(([, name = '']) => name);
  if (names.length === 0) throw new Error('--help tells of no command');
  for (const name of names) {
    const help = await command(name, '--help');
    if (!help.includes(`exa-enrichments ${name}`))
      throw new Error(`${name} --help says ${JSON.stringify(help)}`);
  }
}
