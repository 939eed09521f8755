import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { changeState, type EfaDeps, expressInterest, type Kommune, readAllLive, saveParameters } from '#efa';
import type { Refusal, Result } from '#kernel';
import { actorOf } from '#platform';
import { dataFolder } from './load-reference-data.ts';

const actor = actorOf('system', 'vorfuehrung');

const liveSchema = z.array(
  z.strictObject({
    dienst: z.string(),
    ags: z.string(),
    /** The name of the office, and of its Zustellpunkt, by the name of the parameter. */
    zustellpunkte: z.record(z.string(), z.string()),
    werte: z.record(z.string(), z.unknown()),
  }),
);
type LiveWunsch = z.infer<typeof liveSchema>[number];

/** Takes the Onlinedienste live that the demo shows at work, with invented values, where they are not connected yet. */
export async function makeDemoLive(efa: EfaDeps): Promise<void> {
  const path = join(dataFolder, 'vorfuehrung', 'onlinedienste.json');
  const wuensche = liveSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const live = await efa.db.withPublic(readAllLive);
  for (const wunsch of wuensche) {
    if (live.some(({ dienst, ags }) => dienst === wunsch.dienst && ags === wunsch.ags)) continue;
    const kommune = await efa.kommuneOf(wunsch.ags);
    if (kommune) await takeLive(efa, kommune, wunsch);
  }
}

async function takeLive(efa: EfaDeps, kommune: Kommune, { dienst, ...wunsch }: LiveWunsch): Promise<void> {
  const editor = { actor, kommune };
  const interest = await expressInterest(efa, editor, dienst);
  // Whoever connected it already goes on with it as they like.
  if (!interest.ok) return;
  const values = { ...(await valuesOf(efa, kommune, wunsch)), ...wunsch.werte };
  const { version } = need(
    await saveParameters(efa, editor, { dienst, version: interest.value.version, values }),
  );
  const tested = need(await changeState(efa, editor, { dienst, version, schritt: 'testen' }));
  need(await changeState(efa, editor, { dienst, version: tested.version, schritt: 'live-schalten' }));
}

async function valuesOf(
  efa: EfaDeps,
  kommune: Kommune,
  { zustellpunkte }: Pick<LiveWunsch, 'zustellpunkte'>,
): Promise<Readonly<Record<string, unknown>>> {
  const open = await efa.zustellpunkte(kommune);
  const chosen = Object.entries(zustellpunkte).map(([parameter, office]) => {
    const ziel = open.find(({ name }) => name === office);
    return [parameter, ziel?.id] as const;
  });
  return {
    stelleName: Object.values(zustellpunkte)[0],
    stelleAnschrift: `Musterplatz 1 (erfunden)\n00000 ${kommune.name}`,
    stelleTelefon: '05231 000-0',
    stelleEmail: `stelle@${kommune.ags}.demo.invalid`,
    stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
    datenschutzVerantwortlich: `${kommune.name} (erfunden)`,
    datenschutzKontakt: `datenschutz@${kommune.ags}.demo.invalid`,
    ...Object.fromEntries(chosen),
  };
}

function need<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`${result.refusal.message} ${JSON.stringify(result.refusal.fields ?? [])}`);
  return result.value;
}
