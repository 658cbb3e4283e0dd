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
  /** Neither documented nor known to say nothing of the API. */
  isNews(header: string): boolean;
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
  const news = new Map<string, boolean>();
  return {
    status,
    documented,
    types: Object.keys(documented.content),
    content: contentReader(documented.content),
    headers,
    requiredHeaders: [...headers].filter(([, header]) => header.documented.required).map(([name]) => name),
    isNews: (header) => {
      const before = news.get(header);
      if (before !== undefined) return before;
      const isNews = !headers.has(header) && !isWellKnownHeader(header);
      if (news.size < MOST_REMEMBERED) news.set(header, isNews);
      return isNews;
    },
  };
}

/** An exact status, then its range, then `default`. Source: OpenAPI 3.1.1, "Responses Object". */
export function documentedStatus({ responses }: Operation, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.find((key) => Object.hasOwn(responses, key));
}
