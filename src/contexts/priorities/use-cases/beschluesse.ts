import { createHash } from 'node:crypto';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import {
  type Beschluss,
  type Eingaben,
  type Ergebnis,
  eingabenOf,
  ergebnisOf,
  type Schemafassung,
  stimmtUeberein,
  weltOfEingaben,
} from '../domain/beschluss.ts';
import type { Gewichtung } from '../domain/gewichtung.ts';
import { rangliste } from '../domain/rangfolge.ts';
import { alreadyDecided, beschlussUnknown, changedMeanwhile, invalid, schemaUnknown } from '../errors.ts';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { insertBeschluss, readBeschluesse, readBeschlussInhalt, readSchema } from '../store-schemata.ts';
import type { Rangfolge } from './read-rangfolge.ts';
import { readWelt } from './read-welt.ts';
import type { Viewer } from './viewer.ts';

/** What a decision says beside the scheme. */
export interface Beschlusswunsch {
  readonly fassung: number;
  readonly gremium: string;
  readonly grund: string;
  readonly sitzungsbeschluss: string | null;
}

/** Decides a scheme as it was last saved: the ranking of this day is kept with all that it rests on. */
export function decideSchema(
  deps: PrioritiesDeps,
  viewer: Viewer,
  id: string,
  wunsch: Beschlusswunsch,
): Promise<Result<Beschluss>> {
  const fields = [
    ...required('gremium', wunsch.gremium, 'Bitte nennen Sie, wer beschlossen hat (3 bis 200 Zeichen).', 200),
    ...required('grund', wunsch.grund, 'Bitte schreiben Sie, warum (3 bis 1.000 Zeichen).', 1000),
  ];
  if (fields.length > 0) return Promise.resolve(refuse(invalid(fields)));
  return deps.db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const schema = await readSchema(tx, id);
    if (schema === null) return refuse(schemaUnknown(id));
    if (schema.fassung !== wunsch.fassung) return refuse(changedMeanwhile);
    return keepBeschluss(deps, tx, viewer, schema, wunsch);
  });
}

function required(field: string, text: string, message: string, most: number): readonly FieldProblem[] {
  const { length } = text.trim();
  return length < 3 || length > most ? [{ field, message }] : [];
}

/** Decides a scheme inside a transaction of its house. */
export async function keepBeschluss(
  deps: PrioritiesDeps,
  tx: Tx,
  viewer: Viewer,
  schema: Schemafassung,
  { gremium, grund, sitzungsbeschluss }: Beschlusswunsch,
): Promise<Result<Beschluss>> {
  const before = await readBeschluesse(tx, viewer.tenant);
  if (before.some(({ schemaId, fassung }) => schemaId === schema.id && fassung === schema.fassung))
    return refuse(alreadyDecided);
  const welt = await readWelt(deps, tx, viewer);
  const inhalt = {
    eingaben: eingabenOf(welt),
    ergebnis: ergebnisOf(rangliste(welt, schema.gewichtung)),
  };
  const beschluss: Beschluss = {
    nummer: Math.max(0, ...before.map((each) => each.nummer)) + 1,
    schemaId: schema.id,
    fassung: schema.fassung,
    titel: schema.titel,
    gewichtung: schema.gewichtung,
    stichtag: welt.stichtag,
    gremium: gremium.trim(),
    grund: grund.trim(),
    sitzungsbeschluss,
    leistungen: welt.leistungen.length,
    pruefsumme: pruefsummeOf(schema.gewichtung, inhalt),
    beschlossenAm: deps.clock.now(),
  };
  if (!(await insertBeschluss(tx, viewer.tenant, beschluss, inhalt))) return refuse(changedMeanwhile);
  await recordAudit(tx, {
    action: 'priorities.schema.decided',
    object: { type: 'prioritaeten-schema', id: schema.id },
    summary: { nummer: beschluss.nummer, gremium: beschluss.gremium, pruefsumme: beschluss.pruefsumme },
  });
  return ok(beschluss);
}

/** The hash over all that a decision rests on and what came out. */
export function pruefsummeOf(
  { gewichte, unbekannt }: Gewichtung,
  { eingaben, ergebnis }: { readonly eingaben: Eingaben; readonly ergebnis: Ergebnis },
): string {
  const hash = createHash('sha256');
  const ordered = (record: Readonly<Record<string, unknown>>) =>
    JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  hash.update(`${ordered(gewichte)}\n${ordered(unbekannt)}\n${eingaben.stichtag}\n`);
  for (const [row, { id }] of eingaben.leistungen.entries()) {
    const values = (eingaben.belege[row] ?? []).map(({ wert, satz }) => `${wert ?? ''}|${satz}`);
    hash.update(`${id} ${values.join(';')} ${ergebnis.summen[row]} ${ergebnis.raenge[row]}\n`);
  }
  return hash.digest('hex');
}

/** A decision opened again: the ranking as it was kept, and whether it still computes to the same. */
export interface GeoeffneterBeschluss extends Omit<Rangfolge, 'grundlage' | 'geaendert'> {
  readonly beschluss: Beschluss;
  readonly unveraendert: boolean;
}

/** Opens a decision exactly as it was made. */
export function openBeschluss(
  { db }: Pick<PrioritiesDeps, 'db'>,
  viewer: Viewer,
  nummer: string,
): Promise<Result<GeoeffneterBeschluss>> {
  return db.withTenant(viewer.tenant, viewer.actor, async (tx) => {
    const all = await readBeschluesse(tx, viewer.provider.id);
    const beschluss = all.find((each) => String(each.nummer) === nummer);
    const inhalt = beschluss ? await readBeschlussInhalt(tx, viewer.provider.id, beschluss) : null;
    if (!beschluss || !inhalt) return refuse(beschlussUnknown(nummer));
    const welt = weltOfEingaben(inhalt.eingaben);
    const liste = rangliste(welt, beschluss.gewichtung);
    const unveraendert =
      stimmtUeberein(inhalt.ergebnis, liste) &&
      pruefsummeOf(beschluss.gewichtung, inhalt) === beschluss.pruefsumme;
    return ok({ beschluss, welt, liste, gewichtung: beschluss.gewichtung, unveraendert });
  });
}

/** What plans read: the newest decided scheme that the transaction sees, or `null`. */
export async function readBeschlossenesSchema(tx: Tx): Promise<Beschluss | null> {
  return (await readBeschluesse(tx, null))[0] ?? null;
}
