import { testWalks } from './testing/walks.test-support.ts';

// As many as meet each transition for certain; thousands are in walks.long.test.ts.
testWalks(300);
