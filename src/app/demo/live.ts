import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ConnectionDeps, erklaere } from '#connection';
import { changeState, type EfaDeps, expressInterest, type Kommune, readAllLive, saveParameters } from '#efa';
import { addDays } from '#kernel';
import { actorOf } from '#platform';
import { dataFolder } from '../load-reference-data.ts';
import { need } from './need.ts';

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
export async function makeDemoLive(connection: ConnectionDeps): Promise<void> {
  const { efa } = connection;
  const path = join(dataFolder, 'vorfuehrung', 'onlinedienste.json');
  const wuensche = liveSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const live = await efa.db.withPublic(readAllLive);
  for (const wunsch of wuensche) {
    if (live.some(({ dienst, ags }) => dienst === wunsch.dienst && ags === wunsch.ags)) continue;
    const kommune = await efa.kommuneOf(wunsch.ags);
    if (kommune) await takeLive(connection, kommune, wunsch);
  }
}

async function takeLive(
  connection: ConnectionDeps,
  kommune: Kommune,
  { dienst, ...wunsch }: LiveWunsch,
): Promise<void> {
  const { efa } = connection;
  const editor = { actor, kommune };
  const offices = await officesOf(efa, kommune, wunsch.zustellpunkte);
  // A demo that was made earlier may lack an office: it stays as it is.
  if (offices === null) return;
  const interest = await expressInterest(efa, editor, dienst);
  // Whoever connected it already goes on with it as they like.
  if (!interest.ok) return;
  const values = {
    ...standardValues(kommune, Object.values(wunsch.zustellpunkte)[0] ?? ''),
    ...offices,
    ...wunsch.werte,
  };
  const { version } = need(
    await saveParameters(efa, editor, { dienst, version: interest.value.version, values }),
  );
  const tested = need(await changeState(efa, editor, { dienst, version, schritt: 'testen' }));
  need(await declareDone(connection, kommune, dienst));
  need(await changeState(efa, editor, { dienst, version: tested.version, schritt: 'live-schalten' }));
}

/** Nobody worked through the checklist of an invented Anbindung; that is what it says on each line. */
function declareDone(connection: ConnectionDeps, kommune: Kommune, dienst: string) {
  const wer = { actor, kommune, haus: kommune, seite: 'kommune', darfAendern: true } as const;
  const grund = 'Erfundene Erklärung der Vorführung, ohne Nachweis';
  const gueltigBis = addDays(connection.clock.today(), 364);
  return erklaere(connection, wer, dienst, { grund, gueltigBis, auchGegenPruefung: true });
}

/** The ids of the Zustellpunkte by parameter; null where one of them is not there. */
async function officesOf(
  efa: EfaDeps,
  kommune: Kommune,
  zustellpunkte: LiveWunsch['zustellpunkte'],
): Promise<Readonly<Record<string, string>> | null> {
  const open = await efa.zustellpunkte(kommune);
  const chosen = Object.entries(zustellpunkte).flatMap(([parameter, office]) => {
    const ziel = open.find(({ name }) => name === office);
    return ziel ? [[parameter, ziel.id] as const] : [];
  });
  return chosen.length === Object.keys(zustellpunkte).length ? Object.fromEntries(chosen) : null;
}

function standardValues({ ags, name }: Kommune, office: string): Readonly<Record<string, string>> {
  return {
    stelleName: office,
    stelleAnschrift: `Musterplatz 1 (erfunden)\n00000 ${name}`,
    stelleTelefon: '05231 000-0',
    stelleEmail: `stelle@${ags}.demo.invalid`,
    stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
    datenschutzVerantwortlich: `${name} (erfunden)`,
    datenschutzKontakt: `datenschutz@${ags}.demo.invalid`,
  };
}
