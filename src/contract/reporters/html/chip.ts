import { type Html, html } from './template.ts';

/** One thing that a recording can show: told by form and word, and not by colour alone. */
export function chip(text: string, seen: boolean): Html {
  return html`<span class="chip ${seen ? 'seen' : 'unseen'}"><i aria-hidden="true">${seen ? '✓' : '○'}</i>${text}<span class="hush">${seen ? ', seen' : ', not seen'}</span></span>`;
}
