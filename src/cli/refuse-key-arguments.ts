import { UsageError } from './usage-error.ts';

/** What people call the option that there is not, with the key behind `=`, glued to it, or as the next argument. */
const KEY_OPTION = /^(?:--?(?:(?:exa|x)[-_])*(?:api[-_]?)?(?:key|token|secret|bearer)(?:=|$)|-k)/i;

/** Every process of the machine can read the arguments of the others, and shells keep them. */
export function refuseKeyArguments(args: readonly string[]): void {
  if (!beforeTerminator(args).some((argument) => KEY_OPTION.test(argument))) return;
  throw new UsageError(
    'a key is not taken as an argument, where other processes and the history of the shell have it. Set EXA_API_KEY, or pass --api-key-file FILE; if the key was a real one, replace it',
  );
}

/** The arguments in which options can be. */
export function beforeTerminator(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end === -1 ? args : args.slice(0, end);
}
