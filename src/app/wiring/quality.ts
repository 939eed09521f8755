import { setTimeout } from 'node:timers/promises';
import { probeLink } from '#compass';
import type { DescriptionsDeps } from '#descriptions';
import { type LinkDeps, openQuality, type QualityDeps } from '#quality';
import type { RoutingDeps } from '#routing';
import type { Services } from '../services.ts';

/** What judging texts needs of the others. */
export function qualityDeps(
  { db, clock, demo, worlds }: Services,
  { ownKommune, kommuneOf, circleOf }: DescriptionsDeps,
  { world }: Pick<RoutingDeps, 'world'>,
): QualityDeps {
  const reader = openQuality({ db, clock, world, words: worlds.words });
  return { clock, demo, reader, ownKommune, kommuneOf, circleOf };
}

/** What the worker needs to look after links; the demo asks nobody. */
export function linkDeps({ db, clock, demo }: Services): LinkDeps {
  const options = { allowPrivate: false, httpsOnly: true, reason: 'Pruefung von Links in Texten' } as const;
  return {
    db,
    clock,
    probe: demo ? null : (link) => probeLink(link, options),
    pause: (ms) => setTimeout(ms),
  };
}
