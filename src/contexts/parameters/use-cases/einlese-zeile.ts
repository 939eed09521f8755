import type { Kommune } from '#efa';
import {
  bezirkProblems,
  checkParameters,
  type ParameterDefinition,
  readAnbindung,
  readableText,
  readParameterFacts,
  type WirksamerWert,
  wirksamAt,
} from '#efa/parameter';
import { type LocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Einlesezeile } from '#platform';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from './asker.ts';
import type { DienstMitParametern } from './read-dienst.ts';
import { ausZelle } from './zellen.ts';

/** For which Kommunen somebody may enter values, and why not for the others. */
export interface Ziel {
  readonly kommune: Kommune;
  readonly grund: () => Promise<string | null>;
}

/** What one row of a table would do. */
export interface Vorschauzeile {
  readonly zeile: number;
  readonly ags: string;
  readonly name: string;
  readonly giltAb: string;
  readonly art: 'geaendert' | 'unveraendert' | 'fehler';
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
  readonly fehler: readonly string[];
  readonly kommune: Kommune | null;
  /** The Anbindung as it was read; who changed it meanwhile is not overwritten. */
  readonly version: number;
  readonly roh: Readonly<Record<string, unknown>>;
}

/** Reads one row for the Kommune that it names; whatever is wrong with it is said. */
export async function leseZeile(
  { efa }: Pick<ParametersDeps, 'efa'>,
  { ziele, asker }: { readonly ziele: readonly Ziel[]; readonly asker: Asker },
  { angebot, definitions }: DienstMitParametern,
  { zeile, felder, fehler: broken }: Einlesezeile,
): Promise<Vorschauzeile> {
  const ziel = zielOf(ziele, felder);
  const named = (felder.kommune || felder.ags || '').trim();
  const giltAb = tagOf(felder['gilt ab'] ?? '', efa.clock.today());
  const head = { zeile, giltAb, ...headOf(ziel, named), version: 0, roh: {}, aenderungen: [] };
  const wrong = (...fehler: readonly string[]): Vorschauzeile => ({ ...head, art: 'fehler', fehler });
  if (broken.length > 0) return wrong(...broken);
  if (!ziel) return wrong(unbekannt(named, asker));
  const grund = await ziel.grund();
  if (grund !== null) return wrong(grund);
  const read = await efa.db.withTenant(ziel.kommune.tenant, asker.actor, async (tx) => ({
    anbindung: await readAnbindung(tx, angebot.dienst),
    facts: await readParameterFacts(tx, angebot.dienst),
  }));
  if (read.anbindung === null) return wrong('Diese Kommune ist an den Onlinedienst nicht angebunden.');
  if (read.anbindung.zustand === 'beendet')
    return wrong('Diese Anbindung ist beendet. Beginnen Sie sie zuerst neu.');
  const roh = rohOf(definitions, felder, await efa.zustellpunkte(ziel.kommune));
  const checked = checkParameters(definitions, roh);
  const day = tagVon(giltAb, felder['gilt ab'] ?? '', efa.clock.today());
  const problems = [...checked.problems, ...bezirkProblems(definitions, checked.values)];
  const fehler = [...(day.ok ? [] : [day.refusal]), ...problems.map(({ message }) => message)];
  if (!day.ok || fehler.length > 0) return wrong(...fehler);
  const before = wirksamAt(read.facts, { date: day.value });
  const found = aenderungen(definitions, checked.values, before);
  if (found.fest.length > 0) return wrong(...found.fest);
  const art = found.aenderungen.length > 0 ? 'geaendert' : 'unveraendert';
  return { ...head, art, fehler: [], aenderungen: found.aenderungen, version: read.anbindung.version, roh };
}

function headOf(ziel: Ziel | undefined, named: string): Pick<Vorschauzeile, 'ags' | 'name' | 'kommune'> {
  if (ziel === undefined) return { ags: '', name: named, kommune: null };
  return { ags: ziel.kommune.ags, name: ziel.kommune.name, kommune: ziel.kommune };
}

/** What a form would have sent for the cells of a row; empty ones say nothing. */
function rohOf(
  definitions: readonly ParameterDefinition[],
  felder: Einlesezeile['felder'],
  offices: Parameters<typeof ausZelle>[2],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    definitions.flatMap((each) => {
      const text = felder[each.id] ?? '';
      return text.trim() === '' ? [] : [[each.id, ausZelle(each, text, offices)]];
    }),
  );
}

function tagVon(giltAb: string, typed: string, today: LocalDate): Result<LocalDate, string> {
  const day = parseLocalDate(giltAb);
  if (!day.ok)
    return refuse(
      `„Gilt ab“: „${typed.trim().slice(0, 40)}“ ist kein Tag im Kalender. Bitte schreiben Sie ihn wie 01.01.2027.`,
    );
  return day.value < today
    ? refuse('„Gilt ab“ liegt in der Vergangenheit. Werte gelten frühestens ab heute.')
    : ok(day.value);
}

/** The Kommune of a row, by key or name; many write the name where the key belongs. */
function zielOf(
  ziele: readonly Ziel[],
  { ags = '', kommune = '' }: Einlesezeile['felder'],
): Ziel | undefined {
  const first = ags.trim();
  const isKey = /^\d+$/.test(first);
  const key = isKey ? first.replace(/^(\d{4}|\d{7})$/, '0$1') : '';
  const name = (isKey || first === '' ? kommune : first).trim().toLowerCase();
  if (key === '' && name === '') return ziele.length === 1 ? ziele[0] : undefined;
  return ziele.find((each) =>
    key === '' ? each.kommune.name.toLowerCase() === name : each.kommune.ags === key,
  );
}

function unbekannt(named: string, asker: Asker): string {
  if (named === '')
    return 'Diese Zeile nennt keine Kommune. Bitte tragen Sie unter „AGS“ den Schlüssel oder unter „Kommune“ den Namen ein.';
  return asker.art === 'kommune'
    ? `Sie können nur für ${asker.kommune.name} einlesen. Diese Zeile nennt „${named}“.`
    : `„${named}“ gehört nicht zu den Kommunen, die Sie betreuen.`;
}

/** A day as people write it in a spreadsheet; empty means from today on. */
function tagOf(text: string, today: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return today;
  const [, d = '', m = '', y = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(trimmed) ?? [];
  return y === '' ? trimmed : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

function aenderungen(
  definitions: readonly ParameterDefinition[],
  values: ReturnType<typeof checkParameters>['values'],
  before: ReadonlyMap<string, WirksamerWert>,
) {
  const fest: string[] = [];
  const changes: { feld: string; vorher: string; nachher: string }[] = [];
  for (const definition of definitions) {
    const wert = values[definition.id];
    if (wert === undefined) continue;
    const known = before.get(definition.id);
    const [vorher, nachher] = [readableText(definition, known?.wert), readableText(definition, wert)];
    if (vorher === nachher || (wert === null && known?.fact.ebene !== 'kommune')) continue;
    if (known && known.fact.ebene !== 'kommune' && known.fact.verbindlich)
      fest.push(`„${definition.label}“ gibt ${known.fact.sagt} verbindlich vor (${known.fact.grundlage}).`);
    else changes.push({ feld: definition.label, vorher, nachher });
  }
  return { fest, aenderungen: changes };
}
