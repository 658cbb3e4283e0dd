import type { Contract, DocumentedHeader, DocumentedResponse, Operation } from '../contract.ts';
import { isWellKnownHeader } from '../well-known-headers.ts';
import { type ContentReader, contentReader } from './content-plan.ts';
import { type TextValue, textValue } from './text-value.ts';

/** What is documented of a response, made ready to be compared with many. */
export interface ResponsePlan {
  /** The documented status: itself, its range, or `default`. */
  readonly status: string;
  readonly documented: DocumentedResponse;
  /** Documented media types. */
  readonly types: readonly string[];
  readonly content: ContentReader;
  readonly headers: ReadonlyMap<string, HeaderPlan>;
  readonly requiredHeaders: readonly string[];
  /** What is said of a header: how it is documented; nothing, and it is news; or that it says nothing of the API. */
  header(name: string): HeaderPlan | 'news' | 'known';
}

export interface HeaderPlan {
  readonly documented: DocumentedHeader;
  readonly value: TextValue;
}

const MOST_REMEMBERED = 1000;

export function responsePlan(
  contract: Contract,
  status: string,
  documented: DocumentedResponse,
): ResponsePlan {
  const headers = new Map(
    Object.entries(documented.headers).map(([name, header]) => [
      name,
      { documented: header, value: textValue(contract, header, 'simple') },
    ]),
  );
  const verdicts = new Map<string, HeaderPlan | 'news' | 'known'>(headers);
  return {
    status,
    documented,
    types: Object.keys(documented.content),
    content: contentReader(documented.content),
    headers,
    requiredHeaders: [...headers].filter(([, header]) => header.documented.required).map(([name]) => name),
    header: (name) => {
      const before = verdicts.get(name);
      if (before !== undefined) return before;
      const verdict = isWellKnownHeader(name) ? 'known' : 'news';
      if (verdicts.size < MOST_REMEMBERED) verdicts.set(name, verdict);
      return verdict;
    },
  };
}

/** An exact status, then its range, then `default`. Source: OpenAPI 3.1.1, "Responses Object". */
export function documentedStatus({ responses }: Operation, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.find((key) => Object.hasOwn(responses, key));
}
