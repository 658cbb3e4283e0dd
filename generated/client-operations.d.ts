// Generated from openapi/ by `npm run generate`. Do not edit.
export declare const operations: { readonly "GET /v0/websets/{webset}/enrichments/{id}": "websets-enrichments-get"; readonly "POST /v0/websets/{webset}/enrichments/{id}/cancel": "websets-enrichments-cancel" };
