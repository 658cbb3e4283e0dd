import type { DeclaredCredentials } from '../../secrets/credential-names.ts';
import type { Contract } from '../contract.ts';

const known = new WeakMap<Contract, DeclaredCredentials>();

/**
 * The names under which credentials travel by a description's own word, of all its operations: what is a key for one is
 * none the less a key in a call that is not described.
 */
export function declaredCredentials(contract: Contract): DeclaredCredentials {
  const before = known.get(contract);
  if (before !== undefined) return before;
  const names = { header: new Set<string>(), query: new Set<string>(), cookie: new Set<string>() };
  for (const { security } of contract.operations) {
    for (const schemes of security) for (const scheme of schemes) names[scheme.in].add(scheme.name);
  }
  known.set(contract, names);
  return names;
}

/** The names of all of several descriptions: of a call that belongs to none, any of them may be the key. */
export function allDeclaredCredentials(contracts: readonly Contract[]): DeclaredCredentials {
  const [first, ...others] = contracts.map(declaredCredentials);
  if (first !== undefined && others.length === 0) return first;
  const names = { header: new Set<string>(), query: new Set<string>(), cookie: new Set<string>() };
  for (const declared of contracts.map(declaredCredentials)) {
    for (const name of declared.header) names.header.add(name);
    for (const name of declared.query) names.query.add(name);
    for (const name of declared.cookie) names.cookie.add(name);
  }
  return names;
}
