import { testWalks } from './testing/walks.test-support.ts';

testWalks(3_000);
