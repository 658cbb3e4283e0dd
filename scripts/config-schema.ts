import { writeFileSync } from 'node:fs';
import { configSchema } from '../src/cli/verify/config.ts';
import { VERIFY_OPTIONS } from '../src/cli/verify/verify-options.ts';

// `npm run docs:config`: what editors are told of a file of options, of the table that the help is made from.
writeFileSync('docs/config.schema.json', `${JSON.stringify(configSchema(VERIFY_OPTIONS), null, 2)}\n`);
