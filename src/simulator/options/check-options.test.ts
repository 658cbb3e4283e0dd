import { describe, expect, it } from '@jest/globals';
import { createSimulator, isSimulatorOptionError, nockDefinitions } from '../index.ts';

/** Bad options come from people without types: command lines, JavaScript, JSON files. */
function complaintAbout(options: unknown): string {
  try {
    createSimulator(options as Parameters<typeof createSimulator>[0]);
  } catch (error) {
    if (isSimulatorOptionError(error)) return error.message;
    throw error;
  }
  return 'none';
}

describe('bad options', () => {
  it.each<[unknown, string]>([
    [null, 'options must be an object, not null'],
    [{ scenaro: 'instant' }, 'createSimulator has no "scenaro"; it takes scenario,'],
    [{ scenario: 'sudden' }, 'unknown scenario "sudden"; known are async-cancel, instant,'],
    [{ scenario: 'toString' }, 'unknown scenario "toString"; known are'],
    [{ seed: 1.5 }, 'seed must be a whole number of at least 0, not 1.5'],
    [{ seed: '1' }, 'seed must be a whole number of at least 0, not "1"'],
    [{ clock: 'fast' }, 'unknown clock "fast"; known are manual, real'],
    [{ clock: { now: Date.now } }, 'clock needs a function advance'],
    ...[Number.NaN, 253_402_300_800_000, -62_167_219_200_001, '0', undefined].map(
      (time): [unknown, string] => [
        { clock: { now: () => time, advance: () => {}, sleep: () => {} } },
        'clock must tell a time from the year 0 to 9999 in milliseconds, not ',
      ],
    ),
    [{ timings: { cancelTakes: -1 } }, 'timings.cancelTakes must be a number of at least 0, not -1'],
    [{ timings: { cancelTook: 1 } }, 'timings has no "cancelTook"; it takes writesAfter,'],
    [{ timings: { runsFor: Number.NaN } }, 'timings.runsFor must be a number of at least 0, not NaN'],
    [{ assumptions: { secondCancel: 202 } }, 'unknown assumptions.secondCancel 202; known are 200, 400, 409'],
    [{ assumptions: { second: 200 } }, 'assumptions has no "second"; it takes secondCancel, cancelCompleted'],
    [{ keys: [] }, 'keys is empty: no request could pass'],
    [{ keys: ['two words'] }, 'keys must be printable ASCII without blanks'],
    [{ badKeys: 'not-a-key' }, 'badKeys must be an array, not "not-a-key"'],
    [{ badKeys: [''] }, 'badKeys must be printable ASCII without blanks'],
    [{ rateLimit: 0 }, 'rateLimit must be a whole number of at least 1, not 0'],
    [{ rateLimit: 'none' }, 'rateLimit must be a whole number of at least 1, not "none"'],
    [{ logLimit: -1 }, 'logLimit must be a whole number of at least 0, not -1'],
    ...['random', 'createId', 'onRequest', 'onExchange'].map((name): [unknown, string] => [
      { [name]: 'log' },
      `${name} must be a function, not "log"`,
    ]),
    [{ script: 'reset' }, 'script must be an array, not "reset"'],
    [{ script: ['ok', 'rest'] }, 'unknown fault in script[1]: "rest"; known are delay,'],
    [{ script: ['instant'] }, 'unknown fault in script[0]: "instant"; known are delay,'],
    [{ script: [{ fault: 'delay', ms: -5 }] }, 'script[0].ms must be a number of at least 0, not -5'],
    [{ script: [{ fault: 'reset', ms: 5 }] }, 'script[0] (reset) has no "ms"; it takes fault, processed'],
    [{ script: [{ fault: 'instant' }] }, 'unknown fault in script[0]: "instant"; known are delay,'],
    [
      { script: [{ fault: 'overloaded', ms: 5 }] },
      'script[0] (overloaded) has no "ms"; it takes fault, processed',
    ],
    [
      { script: [{ fault: 'reset', processed: 'no' }] },
      'script[0].processed must be true or false, not "no"',
    ],
    [{ script: [{}] }, 'unknown fault in script[0]: undefined; known are delay,'],
    [
      { script: [{ fault: 'html-page', status: 99 }] },
      'script[0].status must be a whole number from 200 to 599, not 99',
    ],
    [
      { script: [{ fault: 'gzip-bomb', bytes: -1 }] },
      'script[0].bytes must be a whole number of at least 0, not -1',
    ],
    [
      { script: [{ fault: 'missing-header', header: 'a b' }] },
      'script[0].header must be fit for a header, and "a b" is not',
    ],
    [
      { script: [{ fault: 'bad-header', headerValue: 'a\nb' }] },
      'script[0].headerValue must be fit for a header, and "a\\nb" is not',
    ],
    [
      { script: [{ fault: 'redirect', location: 'http://[' }] },
      'script[0].location must be a URL, not "http://["',
    ],
    [{ script: [{ fault: 'bad-enum', value: '' }] }, 'script[0].value must be text, not ""'],
    [
      { script: [{ fault: 'redirect', status: 200 }] },
      'script[0].status of redirect must be one of 301, 302, 303, 307, 308, not 200',
    ],
    ...(
      [
        ['undocumented-status', { status: 200 }],
        ['undocumented-status', { status: 429 }],
        ['null-field', { field: 'title' }],
        ['missing-field', { field: 'metadata' }],
        ['missing-field', { field: 'nothing' }],
        ['bad-enum', { field: 'title' }],
        ['bad-enum', { value: 'canceled' }],
        ['bad-date', { value: '2026-01-15T09:30:00Z' }],
        ['undocumented-field', { field: 'title' }],
        ['not-json', { value: '{}' }],
        ['wrong-content-type', { headerValue: 'application/json' }],
        ['bad-header', { headerValue: '5' }],
        ['missing-header', { header: 'x-nothing' }],
      ] as const
    ).map(([fault, parameters]): [unknown, string] => [
      { script: [{ fault, ...parameters }] },
      `script[0] (${fault}) would break no answer with these parameters`,
    ]),
    [{ websets: [{ id: '..' }] }, 'no URL can address ".."'],
    [{ websets: [{ enrichments: [{ id: '.' }] }] }, 'no URL can address "."'],
    [{ websets: [{ id: '\ud800' }] }, 'no URL can address "\\ud800"'],
    [{ faults: {} }, 'faults must be an array, not {}'],
    [
      { faults: [{ fault: 'reset', probability: 2 }] },
      'faults[0].probability must be a number from 0 to 1, not 2',
    ],
    [
      { faults: [{ fault: 'reset', on: 'cancel' }] },
      'unknown operation in faults[0].on: "cancel"; known are websets-',
    ],
    [
      { faults: [{ fault: 'reset', times: 0.5 }] },
      'faults[0].times must be a whole number of at least 0, not 0.5',
    ],
    [{ websets: 'w' }, 'websets must be an array, not "w"'],
    [{ websets: ['w'] }, 'a webset must be an object, not "w"'],
    [{ websets: [{ enrichments: 'e' }] }, 'the enrichments of a webset must be an array, not "e"'],
    [{ websets: [{ enrichments: ['e'] }] }, 'an enrichment must be an object, not "e"'],
    [{ websets: [{ enrichments: [null] }] }, 'an enrichment must be an object, not null'],
    [{ websets: [{ name: 'w' }] }, 'a webset has no "name"; it takes id, externalId, enrichments'],
    [{ websets: [{ id: '' }] }, 'the id of a webset must be text, not ""'],
    [{ websets: [{ externalId: 'x'.repeat(301) }] }, 'an externalId has at most 300 characters'],
    [{ websets: [{ id: 'w' }, { externalId: 'w' }] }, 'two websets are called "w"'],
    [{ websets: [{ enrichments: [{ id: 'e' }, { id: 'e' }] }] }, 'two enrichments are called "e"'],
    [{ websets: [{ enrichments: [{ status: 'canceled' }] }] }, 'an enrichment has no "status"; it takes id,'],
    [{ websets: [{ enrichments: [{ scenario: 'x' }] }] }, 'unknown scenario "x"; known are'],
    [
      { websets: [{ enrichments: [{ id: 'e', format: 'html' }] }] },
      'the enrichment "e" is not valid: /format must be',
    ],
  ])('%j get one clear line', (options, want) => {
    const complaint = complaintAbout(options);

    expect(complaint).toContain(want);
    expect(complaint).not.toContain('\n');
  });

  it('are found wherever they come in', async () => {
    const simulator = createSimulator();

    expect(() => simulator.advance(-1)).toThrow('the time to advance must be a number of at least 0, not -1');
    expect(() => simulator.next('rest' as 'reset')).toThrow('unknown fault in script[0]: "rest"');
    expect(() => simulator.addEnrichment('none')).toThrow('there is no webset "none"');
    expect(() => simulator.addWebset({ id: simulator.running.webset })).toThrow('two websets are called');
    expect(() => createSimulator({ websets: [] }).running).toThrow('no enrichment was there at the start');
    await expect(simulator.sleep(-1)).rejects.toThrow('the time to sleep must be a number of at least 0');
  });

  it.each([3e14, Number.MAX_SAFE_INTEGER])('include a time past the year 9999: %d', async (ms) => {
    const simulator = createSimulator({ clock: 'manual' });
    const before = simulator.now();

    expect(() => simulator.advance(ms)).toThrow(
      `the time to advance must not lead past the year 9999, as ${ms} does`,
    );
    await expect(simulator.sleep(ms)).rejects.toThrow('the time to sleep must not lead past the year 9999');
    expect(() => nockDefinitions({ webset: 'w', enrichment: 'e', every: ms })).toThrow(
      'every must not lead past the year 9999',
    );
    expect(simulator.now()).toBe(before);
  });

  it('do not include the last moment of the year 9999', async () => {
    const simulator = createSimulator({ clock: 'manual', timings: { runsFor: 1_000 } });
    const { webset, enrichment } = simulator.running;
    simulator.advance(Date.parse('9999-12-31T23:59:59.999Z') - simulator.now());
    const address = `https://api.exa.ai/websets/v0/websets/${webset}/enrichments/`;
    const read = await simulator.fetch(`${address}${enrichment}`, { headers: { 'x-api-key': 'k' } });
    const none = await simulator.fetch(`${address}none`, { headers: { 'x-api-key': 'k' } });

    expect(read.status).toBe(200);
    expect(await none.json()).toMatchObject({ timestamp: '9999-12-31T23:59:59.999Z' });
    expect(() => simulator.advance(1)).toThrow('the time to advance must not lead past the year 9999');
  });

  it('do not include those that are given as undefined', () => {
    expect(complaintAbout({ scenario: undefined, seed: undefined, websets: [{ id: undefined }] })).toBe(
      'none',
    );
  });
});
