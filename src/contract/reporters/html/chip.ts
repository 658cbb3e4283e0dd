import type { Mark } from '../../reporter-support/mark.ts';
import { type Html, html } from './template.ts';

const SIGNS = { seen: '✓', unseen: '○', exempt: '–' } as const;

/** One thing that a recording can show: told by form and word, and not by colour alone. */
export function chip({ text, seen, reason }: Mark): Html {
  const state = reason !== undefined ? 'exempt' : seen ? 'seen' : 'unseen';
  const words = reason !== undefined ? `not asked for: ${reason}` : seen ? 'seen' : 'not seen';
  return html`<span class="chip ${state}"${reason !== undefined && html` title="${words}"`}><i aria-hidden="true">${SIGNS[state]}</i>${text}<span class="hush">, ${words}</span></span>`;
}
