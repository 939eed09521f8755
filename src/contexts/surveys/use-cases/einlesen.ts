import { ok, type Result, refuse } from '#kernel';
import { newId } from '#platform';
import { type Felder, felderOf, ohneAntwort, werteOf } from '../domain/antwort.ts';
import { sameFelder } from '../domain/zusammenfuehren.ts';
import { einlesungGone } from '../errors.ts';
import { dropEinlesung, type Einlesezeile, keepEinlesung, readEinlesung } from '../store-einlesung.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Antwortende } from './people.ts';
import { type Bogen, type Bogenzeile, readBogen } from './read-bogen.ts';
import { saveAntworten } from './save-antwort.ts';
import { leseTabelle, zelltext } from './tabelle.ts';

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'kompass' | 'personen' | 'spielraum'>;

export type Zeilenart = 'neu' | 'geaendert' | 'unveraendert' | 'fehler';

/** What would become of a row of a table. */
export interface GeplanteZeile {
  readonly zeile: number;
  readonly art: Zeilenart;
  readonly leistungId: string;
  readonly name: string;
  readonly fassung: number;
  readonly felder: Felder;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
}

/** Keeps a table of answers for its preview; gives the id under which it waits. */
export async function beginEinlesung(
  deps: Deps,
  who: Antwortende,
  umfrageId: string,
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<Result<string>> {
  const bogen = await readBogen(deps, who, umfrageId);
  if (!bogen.ok) return bogen;
  const zeilen = leseTabelle(file.bytes, bogen.value.umfrage.fragen);
  if (!zeilen.ok) return zeilen;
  const id = newId();
  await deps.db.withTenant(who.kommune.tenant, who.actor, (tx) =>
    keepEinlesung(
      tx,
      { id, umfrageId, dateiname: file.name.slice(0, 200), zeilen: [...zeilen.value] },
      deps.clock.now(),
    ),
  );
  return ok(id);
}

export interface Vorschau {
  readonly dateiname: string;
  readonly zeilen: readonly GeplanteZeile[];
  readonly bogen: Bogen;
}

/** What a kept table would change, row by row; nothing is changed. */
export async function previewEinlesung(
  deps: Deps,
  who: Antwortende,
  umfrageId: string,
  id: string,
): Promise<Result<Vorschau>> {
  const kept = await deps.db.withTenant(who.kommune.tenant, who.actor, (tx) =>
    readEinlesung(tx, id, deps.clock.now()),
  );
  if (kept === null || kept.umfrageId !== umfrageId) return refuse(einlesungGone);
  const bogen = await readBogen(deps, who, umfrageId);
  if (!bogen.ok) return bogen;
  const byId = new Map(bogen.value.zeilen.map((zeile) => [zeile.ort.id, zeile]));
  const named = new Set<string>();
  const zeilen = kept.zeilen.map((row) => {
    const twice = named.has(row.leistung);
    named.add(row.leistung);
    return planRow(deps, bogen.value, byId.get(row.leistung.toUpperCase()), row, twice);
  });
  return ok({ dateiname: kept.dateiname, zeilen, bogen: bogen.value });
}

function planRow(
  { clock }: Pick<Deps, 'clock'>,
  { umfrage }: Bogen,
  zeile: Bogenzeile | undefined,
  { zeile: line, leistung, fassung, felder, fehler: read }: Einlesezeile,
  twice: boolean,
): GeplanteZeile {
  const base = { zeile: line, leistungId: leistung, fassung, felder, aenderungen: [] };
  if (!zeile)
    return { ...base, art: 'fehler', name: leistung, fehler: [`Nach „${leistung}“ wird nicht gefragt.`] };
  const aktuell = felderOf(zeile.antwort ?? ohneAntwort);
  const { werte, problems } = werteOf(felder, umfrage.fragen, clock.today());
  const neu = {
    ...aktuell,
    ...Object.fromEntries(Object.keys(felder).map((name) => [name, ''])),
    ...felderOf(werte),
  };
  const same = sameFelder(aktuell, neu);
  const stale = !same && zeile.antwort !== null && fassung !== zeile.antwort.fassung;
  const fehler = [
    ...read,
    ...problems.map(({ message }) => message),
    ...(twice ? ['Diese Leistung steht zweimal in der Tabelle.'] : []),
    ...(zeile.meine ? [] : ['Diese Leistung ist Ihnen nicht zugeteilt.']),
    ...(stale ? ['Die Antwort wurde inzwischen geändert. Bitte laden Sie die Tabelle neu herunter.'] : []),
  ];
  const [art, changes] = [zeile.antwort === null ? 'neu' : 'geaendert', changesOf(aktuell, neu)] as const;
  const name = zeile.ort.name;
  if (fehler.length > 0)
    return { ...base, leistungId: zeile.ort.id, art: 'fehler', name, fehler, aenderungen: changes };
  return {
    ...base,
    leistungId: zeile.ort.id,
    name,
    art: same ? 'unveraendert' : art,
    fehler,
    aenderungen: changes,
  };
}

function changesOf(aktuell: Felder, neu: Felder): GeplanteZeile['aenderungen'] {
  return Object.keys({ ...aktuell, ...neu })
    .filter((feld) => (aktuell[feld] ?? '') !== (neu[feld] ?? ''))
    .map((feld) => ({ feld, vorher: zelltext(feld, aktuell), nachher: zelltext(feld, neu) }));
}

/** Takes the sound rows of a kept table; gives all rows with what became of them. */
export async function applyEinlesung(
  deps: Deps,
  who: Antwortende,
  umfrageId: string,
  id: string,
): Promise<Result<readonly GeplanteZeile[]>> {
  const preview = await previewEinlesung(deps, who, umfrageId, id);
  if (!preview.ok) return preview;
  const taken = preview.value.zeilen.filter(({ art }) => art === 'neu' || art === 'geaendert');
  const answers = await saveAntworten(
    deps,
    who,
    umfrageId,
    taken.map(({ leistungId, fassung, felder }) => ({
      leistungId,
      grundlage: fassung,
      gelesen: null,
      felder,
    })),
  );
  const refused = answers.find((answer) => !answer.ok && answer.refusal.code === 'SURVEYS_CLOSED');
  if (refused && !refused.ok) return refused;
  await deps.db.withTenant(who.kommune.tenant, who.actor, (tx) => dropEinlesung(tx, id));
  const failed = new Map(taken.flatMap(({ zeile }, index) => failureOf(zeile, answers[index])));
  return ok(
    preview.value.zeilen.map((row) => {
      const message = failed.get(row.zeile);
      return message === undefined ? row : { ...row, art: 'fehler' as const, fehler: [message] };
    }),
  );
}

function failureOf(zeile: number, answer: Awaited<ReturnType<typeof saveAntworten>>[number] | undefined) {
  return answer && !answer.ok ? [[zeile, answer.refusal.message] as const] : [];
}
