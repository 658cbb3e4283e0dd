import type { Check } from '../check.ts';
import { validateText } from '../schema/validate-text.ts';
import { show } from '../show.ts';
import { isWellKnownHeader } from '../well-known-headers.ts';

/** Required response headers are there, documented ones are as documented; others are told, but are no fault. */
export const responseHeadersConformance: Check = {
  id: 'response-headers-conformance',
  *run({ contract, exchange, documented }) {
    if (documented === undefined) return;
    const { headers } = exchange.response;
    for (const [name, header] of Object.entries(documented.headers)) {
      const values = headers[name];
      const where = { target: 'response' as const, dataPath: `header:${name}` };
      if (values === undefined) {
        if (header.required) {
          const message = `The required response header ${name} is missing.`;
          yield { ...where, message, spec: header.spec, received: 'no such header', documented: 'required' };
        }
        continue;
      }
      for (const problem of validateText(contract, header.schema, values.join(', '))) {
        const message = problem.message.replace(/^The value/, `The response header ${name}`);
        yield { ...where, ...problem, message, spec: problem.spec ?? header.spec };
      }
    }
    for (const [name, values] of Object.entries(headers)) {
      if (Object.hasOwn(documented.headers, name) || isWellKnownHeader(name)) continue;
      yield {
        severity: 'info',
        message: `The response header ${name} is not documented.`,
        target: 'response',
        dataPath: `header:${name}`,
        spec: documented.spec,
        received: show(values.join(', ')),
        documented: 'no such header',
      };
    }
  },
};
