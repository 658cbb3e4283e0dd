/**
 * What tells by its form alone that it is a key, since its makers write it so that it can be found. Each begins where a
 * word does and is bounded or has one way to match, so that it stays linear.
 */
const SHAPES: readonly RegExp[] = [
  /(?<![\w-])Bearer {1,4}([\w.~+/=-]{8,4096})/gi,
  /(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/g,
  // One long run, for `sk-child-of-type` is a class of some page; where the makers' own words come first, dashes may be in it.
  /(?<![\w-])(?:sk-(?:proj|svcacct|admin|ant-[a-z]{2,6}\d{0,2})-[\w-]{40,400}|(?:sk-(?:[a-z]{2,6}\d{0,2}-){0,2}|sk_live_)\w{20,512})/g,
  /(?<![\w-])(?:gh[oprsu]_|github_pat_)\w{20,255}/g,
  /(?<![\w-])xox[abprs]-[\w-]{16,255}/g,
  // The id of a key in a signed link is public with the link.
  /(?<![\w-]|Amz-Credential=|AWSAccessKeyId=)A[KS]IA[A-Z\d]{16}(?![\w-])/g,
];

export function shapedKeys(text: string): string[] {
  return SHAPES.flatMap((shape) => Array.from(text.matchAll(shape), ([whole, group]) => group ?? whole));
}
