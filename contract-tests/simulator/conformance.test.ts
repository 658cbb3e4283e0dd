import { testConformance } from './conformance.ts';

// As many as meet each scenario, state and transition for certain; thousands are in conformance.long.test.ts.
testConformance({ walks: 400, faulty: 100 });
