import { urlsOf } from '../match-operations.ts';
import { namelessPath } from '../operation-view.ts';
import type { Rule } from '../rule.ts';

/** Of servers whose path is the same one: `path-changed` tells of the others. */
export const serversChanged: Rule<'operation'> = {
  id: 'servers-changed',
  *compare({ ours, upstream }) {
    const [here, there] = [urlsOf(ours), urlsOf(upstream)];
    if (namelessPath(ours.path) !== namelessPath(upstream.path) && here.some((url) => there.includes(url)))
      return;
    const places = {
      ours: ours.node,
      upstream: upstream.node,
      oursValue: ours.servers,
      upstreamValue: upstream.servers,
    };
    for (const [index, url] of here.entries()) {
      if (there.includes(url)) continue;
      const server = ours.servers[index] || '/';
      yield {
        ...places,
        impact: 'breaking',
        subject: server,
        message: `the server ${server} is not published`,
      };
    }
    for (const [index, url] of there.entries()) {
      if (here.includes(url)) continue;
      const server = upstream.servers[index] || '/';
      yield {
        ...places,
        impact: 'info',
        subject: server,
        message: `the server ${server} is published as well`,
      };
    }
  },
};
