import { markupText } from '../shared/text.ts';

/** Markup that is safe to put into a page: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/**
 * A template whose values are text, in an element or a quoted attribute, unless they were made by `html` themselves.
 * Nothing recorded becomes markup, nor can it reorder what stands beside it (bidi overrides are shown as codes).
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = strings.map((text, at) => (at === 0 ? text : `${markupOf(values[at - 1])}${text}`));
  return { markup: parts.join('') };
}

function markupOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return markupText(value);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
}
