import { child, type Node } from '../../description/load/description.ts';
import type { Rule } from '../rule.ts';

const STYLES: Readonly<Record<string, string>> = {
  query: 'form',
  cookie: 'form',
  path: 'simple',
  header: 'simple',
};

/** How a value is written: `style`, `explode` and `allowReserved`, or the media type of `content`. */
export const parameterSerializationChanged: Rule<'parameter'> = {
  id: 'parameter-serialization-changed',
  *compare({ ours, upstream }) {
    const [here, there] = [writtenAs(ours), writtenAs(upstream)];
    for (const [name, value] of Object.entries(here)) {
      if (value === there[name]) continue;
      yield {
        impact: 'breaking',
        subject: name,
        message: `${name} of the parameter is published as ${String(there[name])}`,
        ours: child(ours, name) ?? ours,
        upstream: child(upstream, name) ?? upstream,
        oursValue: value,
        upstreamValue: there[name],
      };
    }
  },
};

function writtenAs(node: Node): Readonly<Record<string, unknown>> {
  const style = child(node, 'style')?.value ?? STYLES[String(child(node, 'in')?.value)];
  return {
    style,
    explode: child(node, 'explode')?.value ?? style === 'form',
    allowReserved: child(node, 'allowReserved')?.value ?? false,
    content: Object.keys(child(node, 'content')?.value ?? {}).join(),
  };
}
