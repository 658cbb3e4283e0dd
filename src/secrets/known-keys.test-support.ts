import { randomInt, randomUUID } from 'node:crypto';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
const LETTERS = UPPER + UPPER.toLowerCase();

/** Keys of the makers that write them so that they can be found; made up anew for each run, for no file shall hold one. */
export const SHAPED_KEYS: readonly (readonly [what: string, key: string])[] = [
  ...['ghp', 'gho', 'ghs', 'ghu', 'ghr'].map(
    (prefix) => [`GitHub (${prefix})`, `${prefix}_${random(36)}`] as const,
  ),
  ['GitHub, fine-grained', `github_pat_${random(22)}_${random(59)}`],
  ['AWS', `AKIA${random(16, UPPER + DIGITS)}`],
  ['AWS, for a while', `ASIA${random(16, UPPER + DIGITS)}`],
  ['OpenAI', `sk-${random(48)}`],
  ['OpenAI, of a project', `sk-proj-${random(9)}-${random(40)}_${random(20)}-${random(20)}`],
  ['OpenAI, of a service', `sk-svcacct-${random(9)}-${random(60)}`],
  ['Anthropic', `sk-ant-api03-${random(9)}-${random(70)}-${random(9)}AA`],
  ['Stripe', `sk_live_${random(24)}`],
  ...[...'baprs'].map(
    (kind) =>
      [`Slack (xox${kind})`, `xox${kind}-${random(12, DIGITS)}-${random(12, DIGITS)}-${random(24)}`] as const,
  ),
  ['a signed token', signedToken()],
];

function signedToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: randomUUID() })}.${random(43)}`;
}

/** Each character as often as any other, and a digit at least: else it might be words, or a few letters again and again. */
export function random(length: number, of: string = LETTERS + DIGITS): string {
  let text = '';
  for (let left: string[] = []; text.length < length; ) {
    if (left.length === 0) left = [...of];
    text += left.splice(randomInt(left.length), 1);
  }
  return /\d/.test(text) ? text : random(length, of);
}
