import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createSimulator, faultNames, faults, scenarioNames, scenarios } from './index.ts';

const text = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8');

/** The others are errors of the API, and stand in the table of scenarios. */
const breakages = faultNames.filter((name) => !Object.hasOwn(scenarios, name));

describe('docs/simulator.md', () => {
  it.each(scenarioNames)('tells the scenario %s as it is', (name) => {
    const { does, basis } = scenarios[name];

    expect(text).toContain(`| \`${name}\` | ${does} | ${basis} |\n`);
  });

  it.each(breakages)('tells the fault %s as it is', (name) => {
    const { does, processed, foundBy, parameters } = faults[name];
    const finder = foundBy === 'client' ? 'the client' : `\`${foundBy}\``;
    const listens = parameters.map((parameter) => `\`${parameter}\``).join(' ') || '–';

    expect(text).toContain(
      `| \`${name}\` | ${does} | ${processed ? 'yes' : 'no'} | ${finder} | ${listens} |\n`,
    );
  });

  it('tells the assumptions in the words of the simulator', () => {
    for (const { id, assumed, candidates, text: words } of createSimulator().assumptions) {
      const others = candidates.filter((candidate) => candidate !== assumed).join(', ');
      expect(text).toContain(`| \`${id}\` | ${assumed} | ${others} |`);
      if (id === 'secondCancel') expect(text).toContain(words);
    }
  });
});
