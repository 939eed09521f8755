import { after } from 'node:test';
import { stopTestServer } from './test-database.ts';

// Loaded by the test runner before the files: a hook at the root ends the shared server after the last test.
after(stopTestServer);
