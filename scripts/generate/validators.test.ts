import { expect, it } from '@jest/globals';
import { describing } from '../../src/contract/description/compile.test-support.ts';
import { validatorsModule } from './validators.ts';

it('bring along what they need beside ajv: exact multiples, equal items, characters, formats', async () => {
  const properties = {
    multiple: { multipleOf: 0.1 },
    unique: { uniqueItems: true },
    short: { maxLength: 1 },
    date: { format: 'date-time' },
  };
  const { schemas } = await describing({ properties });
  const code = await validatorsModule(schemas);
  const { validators } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const whole = Object.keys(schemas).find((id) => schemas[id]?.keywords.properties !== undefined) as string;
  const fits = (value: unknown): boolean => validators[whole](value);
  const good = [{ multiple: 0.3 }, { unique: [1, 2] }, { short: '𝒳' }, { date: '2026-01-01T00:00:00Z' }];
  const bad = [{ multiple: 0.35 }, { unique: [1, 1] }, { short: 'ab' }, { date: '2026-01-01 00:00:00Z' }];
  expect([...good, ...bad].map(fits)).toEqual([true, true, true, true, false, false, false, false]);
});
