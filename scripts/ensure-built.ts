import { ensureBuilt } from './start/ensure-built.ts';

// Before whatever loads the package by its name: what is stale would be tested instead of what is there.
ensureBuilt();
