import { printable } from '../../printable.ts';

/** Markup that is safe to put into a page: only `html` makes it. */
export interface Html {
  readonly markup: string;
}

export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

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
  if (typeof value === 'string') return escapeText(value);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
}

function escapeText(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => REFERENCES[character] as string);
}
