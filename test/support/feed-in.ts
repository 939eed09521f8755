import { describeSource, readFeed, takeOver } from '#descriptions';
import { operatorPrincipal } from '../../src/app/cli/operator.ts';
import { begin, stepsOf } from '../../src/contexts/descriptions/testing/descriptions-world.ts';
import type { RunningApp } from './running-app.ts';

const reader = operatorPrincipal({ USER: 'test' });

/** Reads a feed of Nordrhein-Westfalen into the running application and takes it over. */
export async function feedIn({ contexts }: Pick<RunningApp, 'contexts'>, feed: string): Promise<void> {
  const deps = contexts.descriptions;
  const source = await describeSource(deps, reader, { id: 'land', name: 'Land NRW', gebiet: 'NW' });
  if (!source.ok) throw new Error(source.refusal.message);
  const { nummer } = await begin(deps, reader, feed);
  const read = await readFeed(deps, nummer, await stepsOf(deps, feed));
  if (!read.ok) throw new Error(read.refusal.message);
  const taken = await takeOver(deps, reader, nummer, { endenBestaetigt: true });
  if (!taken.ok) throw new Error(taken.refusal.message);
}
