import { child, children, type Node, stringAt } from '../description/load/description.ts';

/** URL of each server, without trailing slash, variables at their defaults; `/` where none is given. */
export function serversOf(servers: Node | undefined): string[] {
  const urls = children(servers).map(([, server]) =>
    (stringAt(server, 'url') ?? '/')
      .replace(/\{([^}]*)\}/g, (whole, name: string) => defaultOf(server, name) ?? whole)
      .replace(/\/+$/, ''),
  );
  return urls.length === 0 ? [''] : [...new Set(urls)];
}

function defaultOf(server: Node, name: string): string | undefined {
  const variables = child(server, 'variables');
  const variable = variables && child(variables, name);
  return variable && stringAt(variable, 'default');
}
