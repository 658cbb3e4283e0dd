// Generated from openapi/ by `npm run generate`. Do not edit.
export const operations = {
  "GET /v0/websets/{webset}/enrichments/{id}": "websets-enrichments-get",
  "POST /v0/websets/{webset}/enrichments/{id}/cancel": "websets-enrichments-cancel"
};
