// For runtimes that are a command: the server's address is the argument, the claims go to stdout.
import { smoke } from '../smoke.ts';

console.log(JSON.stringify(await smoke(process.argv[2] ?? '')));
