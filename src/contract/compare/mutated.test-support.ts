/** Part of a description that a test changes. */
// biome-ignore lint/suspicious/noExplicitAny: a description is edited by name, wherever it is.
export type Editable = any;

/** An operation with one of everything that the rules look at. Each mutation gets one of its own. */
function sampleOperation(): Editable {
  return {
    security: [{ apiKey: [] }, { bearer: [] }],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
      { name: 'order', in: 'query', schema: { type: 'string', enum: ['asc', 'desc'], default: 'asc' } },
      { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
    ],
    requestBody: {
      required: false,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { type: 'string', maxLength: 20 },
              kind: { type: 'string', enum: ['a', 'b'] },
              note: { type: 'string' },
              tags: { type: 'array', maxItems: 5, items: { type: 'string' } },
            },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'Good',
        headers: {
          'X-Id': { required: true, schema: { type: 'string' } },
          'X-Count': { schema: { type: 'integer' } },
        },
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['id', 'object', 'status', 'title', 'at', 'choice'],
              properties: {
                id: { type: 'string', maxLength: 30 },
                object: { type: 'string', const: 'thing' },
                status: { type: 'string', enum: ['pending', 'canceled', 'completed'] },
                title: { type: ['string', 'null'] },
                count: { type: 'integer', minimum: 0 },
                at: { type: 'string', format: 'date-time' },
                options: {
                  type: 'array',
                  items: { type: 'object', properties: { label: { type: 'string' } } },
                },
                metadata: { type: 'object', additionalProperties: { type: 'string', maxLength: 10 } },
                closed: {
                  type: 'object',
                  additionalProperties: false,
                  properties: { a: { type: 'string' } },
                },
                choice: {
                  oneOf: [
                    { type: 'object', required: ['cat'], properties: { cat: { type: 'string' } } },
                    { type: 'object', required: ['dog'], properties: { dog: { type: 'string' } } },
                  ],
                },
              },
            },
          },
        },
      },
      404: {
        description: 'Missing',
        content: {
          'application/json': { schema: { type: 'object', properties: { error: { type: 'string' } } } },
        },
      },
    },
  };
}

/** A description that holds one operation for each edit, named `m0`, `m1`, … and edited by it. */
export function descriptionOf(edits: readonly ((operation: Editable) => void)[]): Editable {
  const paths = edits.map((edit, index) => {
    const operation = { operationId: `m${index}`, ...sampleOperation() };
    edit(operation);
    return [`/m${index}/{id}`, { post: operation }];
  });
  return {
    openapi: '3.1.0',
    info: { title: 'Mutated', version: '1' },
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
      },
    },
  };
}
