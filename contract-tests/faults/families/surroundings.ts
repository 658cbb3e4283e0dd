import type { Family, Fault } from '../fault.ts';
import { REF } from '../try-fault.ts';

/** A cancel while something of the platform is different. */
function among(fault: string, change: () => () => void, rest: Pick<Fault, 'client' | 'want'>): Fault {
  return {
    fault,
    ...rest,
    call: async (exa, { controller }) => {
      const undo = change();
      try {
        return await exa.cancel(REF, { signal: controller.signal });
      } finally {
        undo();
      }
    },
  };
}

/** Puts something else in the place of a global; returns what puts it back. */
function replaced(name: 'fetch' | 'Request', value: unknown): () => void {
  const before = globalThis[name];
  Object.assign(globalThis, { [name]: value });
  return () => void Object.assign(globalThis, { [name]: before });
}

function variable(name: string, value: string): () => void {
  const before = process.env[name];
  process.env[name] = value;
  return () => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  };
}

/** Run one by one, since what they change is there for all. */
export const surroundings: Family = {
  family: 'Surroundings',
  alone: 'first',
  faults: [
    among('there is no `fetch`', () => replaced('fetch', undefined), {
      want: { outcome: 'configuration', attempts: 0, may: false, says: /no `fetch` here/ },
    }),
    among('there is no `Request`', () => replaced('Request', undefined), {
      want: { outcome: 'configuration', attempts: 0, may: false, says: /no `Request` here/ },
    }),
    among(
      'a proxy that the `fetch` of Node takes no notice of',
      () => variable('HTTPS_PROXY', 'http://127.0.0.1:9'),
      {
        client: { baseUrl: 'https://exa.invalid', maxRetries: 0 },
        want: { outcome: 'connection', attempts: 1, may: false, requests: 0, says: /HTTPS_PROXY is set/ },
      },
    ),
    among(
      'a proxy, and NO_PROXY excepts the server',
      () => {
        const [one, other] = [
          variable('HTTPS_PROXY', 'http://127.0.0.1:9'),
          variable('NO_PROXY', '.invalid'),
        ];
        return () => {
          one();
          other();
        };
      },
      {
        client: { baseUrl: 'https://exa.invalid', maxRetries: 0 },
        want: {
          outcome: 'connection',
          attempts: 1,
          may: false,
          requests: 0,
          says: /^(?!.*HTTPS_PROXY)/,
        },
      },
    ),
  ],
};
