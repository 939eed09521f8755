import { isUuid, ok, type Result, refuse } from '#kernel';
import { newId, type Tx } from '#platform';
import type { Sammel, SammelArt, SammelErgebnis, SammelWunsch, SammelZeile } from '../domain/sammel.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { isKonflikt, sammelNichtGut, sammelUnknown } from '../errors.ts';
import {
  forgetSammel,
  insertSammel,
  putErgebnis,
  readSammel,
  readSammelKoepfe,
  type SammelKopf,
} from '../store-sammel.ts';
import { werText } from '../views/feld-text.ts';
import { changeStaendeIn } from './change-stand.ts';
import type { Editor, Reader } from './editor.ts';
import { namenOf } from './nachschlagewerk.ts';
import { previewSammelIn } from './preview-sammel.ts';
import type { StandErgebnis, StandWunsch } from './stand-wunsch.ts';

export type Deps = Pick<
  CompassDeps,
  'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor' | 'personen' | 'loesungen'
>;

export type Personen = Awaited<ReturnType<Deps['personen']>>;

/** Keeps a bulk change with its preview; nothing of it is written yet. */
export async function createSammel(
  deps: Deps,
  editor: Editor,
  {
    art,
    titel,
    wuensche,
  }: { readonly art: SammelArt; readonly titel: string; readonly wuensche: readonly SammelWunsch[] },
): Promise<{ readonly id: string; readonly zeilen: readonly SammelZeile[] }> {
  const { kommune, actor } = editor;
  const namen = await namenOf(deps, editor);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const zeilen = await previewSammelIn(tx, deps, editor, namen, wuensche);
    const id = newId();
    const now = deps.clock.now();
    await forgetSammel(tx, now);
    await insertSammel(tx, kommune.tenant, { id, art, titel, erstelltAm: now, zeilen });
    return { id, zeilen };
  });
}

/** One bulk change of the own Kommune. */
export async function sammelOf(
  { db }: Pick<Deps, 'db'>,
  { kommune, actor }: Reader,
  id: string,
): Promise<Result<Sammel>> {
  if (!isUuid(id)) return refuse(sammelUnknown);
  const sammel = await db.withTenant(kommune.tenant, actor, (tx) => readSammel(tx, id));
  return sammel ? ok(sammel) : refuse(sammelUnknown);
}

const shown = 20;

/** The newest bulk changes that were applied. */
export function sammelListe(
  { db }: Pick<Deps, 'db'>,
  { kommune, actor }: Reader,
): Promise<readonly SammelKopf[]> {
  return db.withTenant(kommune.tenant, actor, (tx) => readSammelKoepfe(tx, shown));
}

/**
 * Writes what the preview showed, in one transaction. A row that somebody changed since the preview is left and told.
 * Where rows are refused, `nurGute` says that the good ones alone are meant. A second time changes nothing.
 */
export async function applySammel(
  deps: Deps,
  editor: Editor,
  id: string,
  nurGute: boolean,
): Promise<Result<SammelErgebnis>> {
  const { kommune, actor } = editor;
  if (!isUuid(id)) return refuse(sammelUnknown);
  const personen = await deps.personen(actor, kommune);
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const sammel = await readSammel(tx, id, true);
    if (!sammel?.zeilen) return refuse(sammelUnknown);
    if (sammel.ergebnis) return ok(sammel.ergebnis);
    if (!nurGute && sammel.zeilen.some(({ art }) => art === 'refused')) return refuse(sammelNichtGut);
    const gut = sammel.zeilen.filter(({ art }) => art === 'added' || art === 'changed');
    const ergebnis = await writeIn(tx, deps, editor, gut, personen);
    await putErgebnis(tx, id, ergebnis, deps.clock.now());
    return ok(ergebnis);
  });
}

async function writeIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  zeilen: readonly SammelZeile[],
  personen: Personen,
): Promise<SammelErgebnis> {
  const wuensche = zeilen.map(
    ({ leistungId, grundlage, aenderung, zuruecknehmen }): StandWunsch => ({
      leistungId: leistungId ?? '',
      grundlage,
      aenderung,
      ...(zuruecknehmen ? { zuruecknehmen: { grund: null } } : {}),
    }),
  );
  const names = new Map(zeilen.map(({ leistungId, name }) => [leistungId ?? '', name]));
  const answers = await changeStaendeIn(tx, deps, editor, wuensche);
  return ergebnisOf(wuensche, answers, names, personen);
}

/** What was written and what was left, out of the answers to wishes. */
export function ergebnisOf(
  wuensche: readonly StandWunsch[],
  answers: readonly StandErgebnis[],
  names: ReadonlyMap<string, string>,
  personen: Personen,
): SammelErgebnis {
  const geschrieben: SammelErgebnis['geschrieben'][number][] = [];
  const gelassen: SammelErgebnis['gelassen'][number][] = [];
  for (const [index, { leistungId, grundlage }] of wuensche.entries()) {
    const answer = answers[index];
    const name = names.get(leistungId) ?? leistungId;
    if (answer?.ok && answer.value.neu)
      geschrieben.push({ leistungId, vorher: grundlage, nachher: answer.value.stand.fassung });
    else if (answer && !answer.ok)
      gelassen.push({ leistungId, name, grund: grundOf(answer.refusal, personen) });
  }
  return { geschrieben, gelassen };
}

function grundOf(refusal: (StandErgebnis & { readonly ok: false })['refusal'], personen: Personen): string {
  if (!isKonflikt(refusal)) return refusal.message;
  const { inzwischen } = refusal.konflikt;
  return `Inzwischen hat ${werText(personen, inzwischen.angegebenVon)} diese Leistung geändert (Fassung ${inzwischen.fassung}). Sie bleibt, wie sie ist.`;
}

/** Changes cells at once, each answered singly, and keeps what was written so that it can be taken back. */
export async function changeAndKeep(
  deps: Deps,
  editor: Editor,
  { art, titel }: Pick<Sammel, 'art' | 'titel'>,
  wuensche: readonly StandWunsch[],
): Promise<{ readonly id: string | null; readonly answers: readonly StandErgebnis[] }> {
  const { kommune, actor } = editor;
  return deps.db.withTenant(kommune.tenant, actor, async (tx) => {
    const answers = await changeStaendeIn(tx, deps, editor, wuensche);
    const ergebnis = ergebnisOf(wuensche, answers, new Map(), []);
    if (ergebnis.geschrieben.length === 0) return { id: null, answers };
    const id = newId();
    const now = deps.clock.now();
    const kept = { geschrieben: ergebnis.geschrieben, gelassen: [] };
    await forgetSammel(tx, now);
    await insertSammel(tx, kommune.tenant, {
      id,
      art,
      titel,
      erstelltAm: now,
      angewendetAm: now,
      ergebnis: kept,
    });
    return { id, answers };
  });
}
