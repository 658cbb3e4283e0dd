/** What is said of an error that nobody foresaw. */
export function crashText(error: unknown): string {
  return `exa-enrichments: unexpected error, please report it: ${error instanceof Error ? error.stack : error}\n`;
}
