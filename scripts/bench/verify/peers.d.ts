// What the benchmark uses of its peers, which are not among the project's dependencies.
declare module 'openapi-backend' {
  export class OpenAPIBackend {
    constructor(options: { definition: unknown; quick: boolean });
    init(): Promise<unknown>;
    validateResponse(body: unknown, operationId: string, status: number): { readonly valid: boolean };
  }
}

declare module 'openapi-response-validator' {
  type Validator = new (options: {
    responses: unknown;
    components: unknown;
  }) => { validateResponse(status: number, body: unknown): unknown };
  const found: Validator | { readonly default: Validator };
  // biome-ignore lint/style/noDefaultExport: it is what openapi-response-validator exports
  export default found;
}
