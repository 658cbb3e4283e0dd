import type { SchemaNode } from '../../reporter-support/coverage-tree.ts';
import { chip } from './chip.ts';
import { type Html, html } from './template.ts';

/** A schema as a tree: a line for each property, with the values and the null branch that it can have. */
export function schemaCard(root: SchemaNode): Html {
  const { seen, all } = countOf(root);
  return html`<div class="card schema"><h3>${root.label} <span class="count">${seen} of ${all}</span></h3>
${valueChips(root)}${members(root)}</div>`;
}

function members(node: SchemaNode): Html {
  return html`${node.children.length > 0 && html`<ul class="tree">${node.children.map(line)}</ul>`}${node.alternatives.map(
    (one) =>
      html`<div class="alternative"><h4><span class="or">one of</span> ${one.label}${one.elsewhere && html` <span class="type">shown above</span>`}</h4>${valueChips(one)}${members(one)}</div>`,
  )}`;
}

function line(node: SchemaNode): Html {
  const { label, type, seen, children, alternatives, elsewhere } = node;
  const name = seen === undefined ? html`<span class="step">${label}</span>` : chip(label, seen);
  const chips = valueChips(node);
  const below = children.length > 0 || alternatives.length > 0;
  return html`<li><span class="row">${name}<span class="type">${type}${elsewhere && ' (shown above)'}</span>${chips}</span>
${below && members(node)}</li>`;
}

function valueChips({ values, nullSeen }: SchemaNode): Html | undefined {
  if (values.length === 0 && nullSeen === undefined) return undefined;
  return html`<span class="values">${values.map(({ text, seen }) => chip(text, seen))}${nullSeen !== undefined && chip('null', nullSeen)}</span>`;
}

function countOf(node: SchemaNode): { seen: number; all: number } {
  const own = [node.seen, node.nullSeen, ...node.values.map(({ seen }) => seen)].filter(
    (one) => one !== undefined,
  );
  const below = [...node.children, ...node.alternatives].map(countOf);
  return {
    seen: own.filter(Boolean).length + below.reduce((sum, { seen }) => sum + seen, 0),
    all: own.length + below.reduce((sum, { all }) => sum + all, 0),
  };
}
