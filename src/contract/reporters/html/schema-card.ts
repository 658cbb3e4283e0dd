import type { Mark } from '../../reporter-support/mark.ts';
import type { SchemaNode } from '../../reporter-support/schema-tree.ts';
import { chip } from './chip.ts';
import { type Html, html } from './template.ts';

/** A schema as a tree: a line for each property, with the values and the null branch that it can have. */
export function schemaCard(root: SchemaNode): Html {
  const marks = marksOf(root).filter(({ reason }) => reason === undefined);
  const seen = marks.filter((mark) => mark.seen).length;
  return html`<div class="card schema"><h3>${root.label} <span class="count">${seen} of ${marks.length}</span></h3>
${chips(root.marks)}${members(root)}</div>`;
}

function members(node: SchemaNode): Html {
  return html`${node.children.length > 0 && html`<ul class="tree">${node.children.map(line)}</ul>`}${node.alternatives.map(
    (one) =>
      html`<div class="alternative"><h4><span class="or">one of</span> ${one.label}${one.elsewhere && html` <span class="type">shown above</span>`}</h4>${chips(one.marks)}${members(one)}</div>`,
  )}`;
}

function line(node: SchemaNode): Html {
  const { label, type, mark, marks, children, alternatives, elsewhere } = node;
  const name = mark === undefined ? html`<span class="step">${label}</span>` : chip(mark);
  const below = children.length > 0 || alternatives.length > 0;
  return html`<li><span class="row">${name}<span class="type">${type}${elsewhere && ' (shown above)'}</span>${chips(marks)}</span>
${below && members(node)}</li>`;
}

function chips(marks: readonly Mark[]): Html | undefined {
  return marks.length === 0 ? undefined : html`<span class="values">${marks.map(chip)}</span>`;
}

function marksOf(node: SchemaNode): Mark[] {
  const below = [...node.children, ...node.alternatives].flatMap(marksOf);
  return [...(node.mark === undefined ? [] : [node.mark]), ...node.marks, ...below];
}
