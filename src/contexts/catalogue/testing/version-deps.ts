import { clockFrom, ok } from '#kernel';
import type { VersionDeps } from '../version-deps.ts';

const untouched = () => Promise.reject(new Error('no Fassung is read here'));

/** The Fassungen for tests that look at one catalogue alone: there are none. */
export const versionDeps: Omit<VersionDeps, 'catalogue'> = {
  db: { withReference: untouched },
  clock: clockFrom(() => new Date('2026-11-21T10:00:00Z')),
  changed: () => {},
  versions: {
    all: async () => [],
    at: untouched,
    delta: async () => ok({ von: await untouched(), bis: await untouched(), entries: [] }),
    latest: async () => null,
    historyOf: async () => [],
  },
};
