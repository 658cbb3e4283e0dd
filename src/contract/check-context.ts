import type { CheckContext } from './check.ts';
import type { Contract, DocumentedResponse, MediaType, Operation } from './contract.ts';
import type { Exchange, HeaderMap } from './exchange.ts';
import { type JsonBody, readJson } from './json/read-json.ts';
import type { OperationMatch } from './match-operation.ts';
import { documentedFor, isJsonType, parseContentType } from './media-type.ts';

/** Looks up what the contract says of an exchange; the body is read when a check first asks for it. */
export function checkContext(contract: Contract, exchange: Exchange, match: OperationMatch): CheckContext {
  const documented = documentedResponse(match.operation, exchange.response.status);
  const { mediaType, isJson } = mediaTypeOf(documented, exchange.response.headers);
  let body: JsonBody | undefined;
  return {
    contract,
    exchange,
    match,
    documented,
    mediaType,
    isJson,
    get body() {
      body ??= readJson(exchange.response.body);
      return body;
    },
  };
}

/** An exact status, then its range, then `default`. Source: OpenAPI 3.1.1, "Responses Object". */
export function documentedResponse(operation: Operation, status: number): DocumentedResponse | undefined {
  const { responses } = operation;
  return responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
}

/**
 * How to read the body. A content-type that is missing or not documented is a finding of its own; where only one media
 * type is documented the body is still judged by it, for one fault must not hide another.
 */
function mediaTypeOf(
  documented: DocumentedResponse | undefined,
  headers: HeaderMap,
): { mediaType: MediaType | undefined; isJson: boolean } {
  const header = headers['content-type']?.[0];
  const essence = header === undefined ? undefined : parseContentType(header)?.essence;
  if (documented === undefined)
    return { mediaType: undefined, isJson: essence !== undefined && isJsonType(essence) };
  const exact = essence === undefined ? undefined : documentedFor(documented.content, essence);
  if (exact !== undefined) return { mediaType: exact, isJson: isJsonType(essence as string) };
  const [only, ...others] = Object.entries(documented.content);
  const isOnlyJson = only !== undefined && others.length === 0 && isJsonType(only[0]);
  // HTML where JSON is documented is said once, as a content-type; it would only be said again as malformed JSON.
  const mayBeJson = essence === undefined || isJsonType(essence) || essence === 'text/plain';
  return isOnlyJson && mayBeJson
    ? { mediaType: only[1], isJson: true }
    : { mediaType: undefined, isJson: false };
}
