import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type DescriptionsDeps,
  describeSource,
  descriptionsCounter,
  publishNew,
  takeFeed,
} from '#descriptions';
import { actorOf } from '#platform';
import { dataFolder } from '../load-reference-data.ts';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const quelle = 'vorfuehrung';
const lemgo = '05766044';
const folder = join(dataFolder, 'vorfuehrung');

const textsSchema = z.array(
  z.strictObject({
    leistung: z.string(),
    name: z.string(),
    abschnitte: z.record(z.string(), z.string()),
    suchbegriffe: z.array(z.string()),
  }),
);

/** Texts of everyday Leistungen by Bund, Land and Lemgo, so that one sees how the levels stand over each other. */
export async function makeDemoTexts(deps: DescriptionsDeps): Promise<void> {
  if ((await deps.db.withPublic(descriptionsCounter)) > 0) return;
  const who = { actor, tenant: null };
  need(await describeSource(deps, who, { id: quelle, name: 'Vorführung', gebiet: 'NW' }));
  const path = join(folder, 'land-und-bund.xzufi.xml');
  need(await takeFeed(deps, who, { path, quelle, umfang: 'vollstaendig' }));
  if ((await deps.kommuneOf(lemgo)) !== null) await makeOwnTexts(deps);
}

async function makeOwnTexts(deps: DescriptionsDeps): Promise<void> {
  const operator = { kind: 'betreiber', actor, tenant: null, permissions: new Set<string>() } as const;
  const texts = textsSchema.parse(JSON.parse(await readFile(join(folder, 'texte-lemgo.json'), 'utf8')));
  for (const { leistung, suchbegriffe, ...text } of texts) {
    const target = { leistung, sprache: 'de', kommune: lemgo };
    need(
      await publishNew(deps, operator, target, {
        ...text,
        suchbegriffe: suchbegriffe.join('\n'),
        pruefenBis: '',
      }),
    );
  }
}
