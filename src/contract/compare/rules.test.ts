import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { RULES } from './rules.ts';

const ids = Object.values(RULES).flatMap((rules) => rules.map(({ id }) => id));

describe('the rules', () => {
  it('are the files of their folder, each under the name of its file', () => {
    const files = readdirSync(new URL('rules', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect([...ids].sort()).toEqual(files.sort());
  });

  it('are what the fidelity list names', () => {
    const list = parse(readFileSync(new URL('../../../openapi/fidelity.yaml', import.meta.url), 'utf8'));
    const rows = list.differences as { explains?: { rule: string }[] }[];
    const named = rows.flatMap(({ explains = [] }) => explains.map(({ rule }) => rule));
    expect(named.filter((rule) => !ids.includes(rule))).toEqual([]);
    expect(named).not.toHaveLength(0);
  });
});
