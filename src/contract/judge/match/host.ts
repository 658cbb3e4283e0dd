import { type Scrubbed, standInOrder } from '../values/placeholders.ts';
import { nameIgnorer } from './globs.ts';

/** The host that a request was sent to. */
export interface Host {
  /** Lower case, without trailing dot, with its port unless it is the default. */
  readonly text: string;
  readonly name: string;
  /** Empty where it is the default. */
  readonly port: string;
}

const SCHEME = /^([a-z][a-z\d+.-]*):/i;

/** Those whose URLs have a host that can be a server of an API; http and https, and their upgrades, are alike. */
const SERVED = /^(?:https?|wss?)$/i;

/**
 * The host of a URL's part before its path, as the parser of URLs reads it: what looks like a host to the eye may be a
 * user's name. Undefined where it names none; what the parser refuses stands as it is, and is no server's.
 */
export function hostOf(origin: string): Host | undefined {
  const scheme = SCHEME.exec(origin)?.[1];
  if (scheme === undefined && !origin.startsWith('//')) return undefined;
  if (scheme !== undefined && !SERVED.test(scheme)) return unserved(`${scheme}:`);
  const absolute = scheme === undefined ? `http:${origin}` : origin;
  if (!URL.canParse(absolute)) return unserved(origin.slice(origin.indexOf('//') + 2));
  const { hostname, port } = new URL(absolute);
  const name = hostname.replace(/\.$/, '');
  return { text: port === '' ? name : `${name}:${port}`, name, port };
}

function unserved(text: string): Host {
  return { text: text.toLowerCase(), name: '', port: '' };
}

/** The machine that the recording was made on: whatever served it there is what is meant. Source: RFC 6761, section 6.3. */
export function isLoopback({ name }: Host): boolean {
  return /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/s.test(name);
}

/** Whether a host is that of a server, as the contract writes it: `{}` in it is a run without `/ : @ ? #`. */
export function isHostOf(template: string, host: Host): boolean {
  if (!template.includes('{}')) return template === host.text;
  const [, name = '', port = ''] = /^(.*?)(?::(\d+|\{\}))?$/s.exec(template) ?? [];
  if (port !== '{}' && port !== host.port) return false;
  return name === host.name || (!host.name.startsWith('[') && standInOrder(name.split('{}'), host.name));
}

/** The same of a host of which a recorder replaced a part. */
export function mayBeHostOf(template: string, { literals }: Scrubbed): boolean {
  const lower = literals.map((literal) => literal.toLowerCase());
  if (!template.includes('{}')) return standInOrder(lower, template);
  const host = hostOf(`//${lower.join('x')}`);
  return host !== undefined && isHostOf(template, host);
}

/** Whether a host is meant by some glob, with its port or without. */
export function hostIgnorer(globs: readonly string[]): (host: Host) => boolean {
  const ignores = nameIgnorer(globs);
  return ({ text, name }) => ignores(text) || ignores(name);
}
