import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeSource, takeFeed } from '#descriptions';
import { operatorPrincipal } from '../../src/app/cli/operator.ts';
import type { RunningApp } from './running-app.ts';

const reader = operatorPrincipal({ USER: 'test' });

/** Reads a feed of Nordrhein-Westfalen into the running application and takes it over. */
export async function feedIn({ contexts }: Pick<RunningApp, 'contexts'>, feed: string): Promise<void> {
  const deps = contexts.descriptions;
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-feed-'));
  const path = join(folder, 'land.xml');
  try {
    writeFileSync(path, feed);
    const source = await describeSource(deps, reader, { id: 'land', name: 'Land NRW', gebiet: 'NW' });
    if (!source.ok) throw new Error(source.refusal.message);
    const taken = await takeFeed(deps, reader, { path, quelle: 'land', umfang: 'vollstaendig' });
    if (!taken.ok) throw new Error(taken.refusal.message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
