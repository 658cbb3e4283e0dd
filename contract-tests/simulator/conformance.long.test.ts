import { testConformance } from './conformance.ts';

testConformance({ walks: 2_000, faulty: 500 });
