import type { CheckContext, FindingDraft } from '../check.ts';
import { validateText } from '../schema/validate-text.ts';
import { cookieValue, queryValues } from './request-values.ts';

/** Path, query, header and cookie parameters: required ones are there, each is as its schema says. */
export function* parameterProblems({ contract, exchange, match }: CheckContext): Iterable<FindingDraft> {
  for (const parameter of match.operation.parameters) {
    const text = parameterValue(parameter.in, parameter.name);
    const what = `The ${parameter.in} parameter ${parameter.name}`;
    const where = { target: 'request' as const, dataPath: `${parameter.in}:${parameter.name}` };
    if (text === undefined) {
      if (parameter.required) {
        const received = 'no such parameter';
        yield {
          ...where,
          message: `${what} is missing.`,
          spec: parameter.spec,
          received,
          documented: 'required',
        };
      }
      continue;
    }
    for (const problem of validateText(contract, parameter.schema, text)) {
      const message = problem.message.replace(/^The value/, what);
      yield { ...where, ...problem, message, spec: problem.spec ?? parameter.spec };
    }
  }

  function parameterValue(place: string, name: string): string | undefined {
    const { headers, url } = exchange.request;
    switch (place) {
      case 'path':
        return match.pathParameters[name];
      case 'query':
        return queryValues(url, name)?.join(',');
      case 'header':
        return headers[name.toLowerCase()]?.join(', ');
      default:
        return cookieValue(headers, name);
    }
  }
}
