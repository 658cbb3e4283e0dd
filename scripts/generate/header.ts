/** First line of every generated source. */
export const HEADER = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';
