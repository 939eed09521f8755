import { type FieldProblem, foldGerman, type LocalDate, parseLocalDate } from '#kernel';
import { formField } from '#platform';
import { finanzierungAus } from '../domain/finanzierungsmodell.ts';
import {
  type Beschluss,
  beitrittsregeln,
  type Finanzierung,
  kostenarten,
  type Position,
  rundungen,
  type Schicht,
  type Steuerzuordnung,
} from '../domain/kostenplan.ts';
import { parseEuro } from '../euro.ts';
import type { PlanInhalt, Schluesselbezug } from '../plan-inhalt.ts';
import type { Kostendaten } from '../read-kosten-data.ts';

const leastRows = 2;
export const combinationParts = 3;

/** What the form of a plan can choose from. */
export interface Planwahl {
  /** Every key that a position may name, by its id in the plan. */
  readonly schluessel: readonly {
    readonly id: string;
    readonly titel: string;
    readonly bezug: Schluesselbezug;
  }[];
  readonly daten: Kostendaten;
}

/** The rows that a form shows: as many as hold something, and some empty ones. */
export function rowNumbers(form: URLSearchParams, name: string, kept: number): readonly number[] {
  const given = [...form.keys()].flatMap((key) => new RegExp(`^${name}-(\\d{1,2})$`).exec(key)?.[1] ?? []);
  const count = Math.min(40, Math.max(leastRows, kept + 1, ...given.map((index) => Number(index) + 1)));
  return Array.from({ length: count }, (_, index) => index);
}

/** Reads the form of a plan over what the plan was; gives the plan as it would be, or every problem. */
export function readPlanForm(
  form: URLSearchParams,
  before: PlanInhalt,
  wahl: Planwahl,
): PlanInhalt | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (field: string, message: string) => void problems.push({ field, message });
  const titel = formField(form, 'titel');
  if (titel.length < 3 || titel.length > 200) wrong('titel', 'Der Titel hat 3 bis 200 Zeichen.');
  const positionen = rowNumbers(form, 'titel', 0).flatMap((at) => positionOf(form, at, before, wrong));
  const kombination = kombinationOf(form, before, wrong);
  const finanzierung = finanzierungOf(form, before, wahl, wrong);
  const anbindung = parseEuro(formField(form, 'anbindung') || '0');
  if (anbindung === null || anbindung < 0n)
    wrong('anbindung', 'Bitte einen Betrag angeben, zum Beispiel 1.500,00.');
  const modell = wahl.daten.finanzierungen.find(({ id }) => id === form.get('modell'));
  const typed = rundungen.find((one) => one === form.get('rundung')) ?? before.rundung;
  const rundung = modell?.vorgaben.rundung ?? typed;
  const beschluss = beschlussOf(form, wrong);
  const beitritt = beitrittsregeln.find((one) => one === form.get('beitritt')) ?? before.beitritt;
  if (problems.length > 0 || finanzierung === null) return problems;
  return {
    ...before,
    ...{ titel, positionen, finanzierung, rundung, beitritt, beschluss },
    anbindungCent: Number(anbindung ?? 0n),
    anbindungText: formField(form, 'anbindungText').slice(0, 500),
    schluessel: usedKeys({ ...before, positionen, finanzierung, beschluss }, kombination, wahl),
  };
}

type Wrong = (field: string, message: string) => void;

function positionOf(
  form: URLSearchParams,
  at: number,
  before: PlanInhalt,
  wrong: Wrong,
): readonly Position[] {
  const titel = formField(form, `titel-${at}`);
  if (titel === '') return [];
  const kept = before.positionen.find(({ id }) => id === formField(form, `id-${at}`));
  const art = kostenarten.find((one) => one === form.get(`art-${at}`));
  if (!art) wrong(`art-${at}`, `Bitte wählen Sie die Kostenart von „${titel}“.`);
  const cent = parseEuro(formField(form, `betrag-${at}`));
  const jeFall = form.get(`je-${at}`) === 'fall';
  if (cent === null)
    wrong(`betrag-${at}`, `Bitte den Betrag von „${titel}“ angeben, zum Beispiel 12.500,00.`);
  else if (cent < 0n)
    wrong(
      `betrag-${at}`,
      `„${titel}“ ist negativ. Eine Position ist ein Betrag ab 0 €. Eine Gutschrift tragen Sie als Übertrag ein.`,
    );
  const schluessel = formField(form, `schluessel-${at}`);
  if (schluessel === '') wrong(`schluessel-${at}`, `Bitte wählen Sie, wonach „${titel}“ verteilt wird.`);
  const steuer = steuerOf(form, at, titel, wrong);
  if (!art || cent === null) return [];
  const id =
    kept?.id ??
    `${foldGerman(titel)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)}-${at + 1}`;
  return [
    {
      ...(kept ?? {}),
      ...{ id, titel, art, schluessel, steuer },
      betrag: jeFall ? { art: 'je-fall', preisCent: String(cent) } : { art: 'fest', cent },
    },
  ];
}

function steuerOf(
  form: URLSearchParams,
  at: number,
  titel: string,
  wrong: Wrong,
): readonly Steuerzuordnung[] {
  const regel = formField(form, `steuer-${at}`);
  const norm = formField(form, `norm-${at}`) || undefined;
  if (regel === '') wrong(`steuer-${at}`, `Bitte sagen, wie „${titel}“ umsatzsteuerlich behandelt wird.`);
  const first = { ab: null, regel, norm };
  const dann = formField(form, `dann-${at}`);
  if (dann === '') return [first];
  const ab = dayOf(formField(form, `ab-${at}`));
  if (ab === null) wrong(`ab-${at}`, `Bitte den Tag angeben, ab dem „${titel}“ anders behandelt wird.`);
  return ab === null ? [first] : [first, { ab, regel: dann, norm }];
}

function dayOf(text: string): LocalDate | null {
  const parsed = parseLocalDate(text);
  return parsed.ok ? parsed.value : null;
}

function kombinationOf(form: URLSearchParams, before: PlanInhalt, wrong: Wrong): Schluesselbezug | null {
  const teile = Array.from({ length: combinationParts }, (_, at) => ({
    schluessel: formField(form, `teil-${at}`),
    gewicht: formField(form, `teilgewicht-${at}`).replace(',', '.'),
  })).filter(({ schluessel }) => schluessel !== '');
  if (teile.length === 0) return null;
  const bad = teile.findIndex(({ gewicht }) => !/^\d+(\.\d+)?$|^\d+\/\d+$/.test(gewicht));
  if (bad >= 0) wrong(`teilgewicht-${bad}`, 'Bitte das Gewicht als 0,7 oder 1/3 angeben.');
  const kept = before.schluessel.find(({ art }) => art === 'kombination');
  const titel = kept?.art === 'kombination' ? kept.titel : 'Kombination';
  return { art: 'kombination', id: 'kombination', titel, teile };
}

function finanzierungOf(
  form: URLSearchParams,
  before: PlanInhalt,
  { daten }: Planwahl,
  wrong: Wrong,
): Finanzierung | null {
  const wanted = formField(form, 'modell');
  const modell = daten.finanzierungen.find(({ id }) => id === wanted);
  if (wanted !== '' && modell) {
    const key = formField(form, 'modellschluessel');
    const made = finanzierungAus(modell, {
      schluessel: key === '' ? {} : { koenigsteiner: key, koenigsteiner_angepasst: key, einwohner: key },
      sitzland: formField(form, 'sitzland') || undefined,
      ebenen: ebenenOf(formField(form, 'ebenen')),
    });
    if (made.ok) return made.value;
    wrong('modellschluessel', made.refusal.message);
    return null;
  }
  const schichten = rowNumbers(form, 'schicht', 0).flatMap((at) => schichtOf(form, at, before, wrong));
  if (schichten.length === 0) return before.finanzierung;
  return { ...before.finanzierung, schichten };
}

/** `gemeinden 0,6; landkreise 0,4`. */
function ebenenOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(';').flatMap((part) => {
      const [, ebene, anteil] = /^\s*([a-z]+)\s+(\d+(?:[.,]\d+)?|\d+\/\d+)\s*$/.exec(part) ?? [];
      return ebene && anteil ? [[ebene, anteil.replace(',', '.')]] : [];
    }),
  );
}

/** Who decided on the keys, when, and whether all agreed. */
function beschlussOf(form: URLSearchParams, wrong: Wrong): Beschluss | undefined {
  const gremium = formField(form, 'gremium');
  if (gremium === '') return undefined;
  const am = dayOf(formField(form, 'beschlossen'));
  if (am === null)
    wrong('beschlossen', 'Bitte den Tag angeben, an dem über die Schlüssel beschlossen wurde.');
  return am === null ? undefined : { gremium, am, einstimmig: form.get('einstimmig') !== 'nein' };
}

function schichtOf(form: URLSearchParams, at: number, before: PlanInhalt, wrong: Wrong): readonly Schicht[] {
  const titel = formField(form, `schicht-${at}`);
  if (titel === '') return [];
  const anteil = formField(form, `schichtanteil-${at}`).replace(',', '.');
  if (!/^\d+(\.\d+)?$|^\d+\/\d+$/.test(anteil))
    wrong(`schichtanteil-${at}`, `Bitte den Anteil von „${titel}“ als 0,25 oder 1/3 angeben.`);
  const gruppen = formField(form, `schichtgruppen-${at}`)
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean);
  if (gruppen.length === 0) wrong(`schichtgruppen-${at}`, `Bitte sagen, welche Gruppe „${titel}“ trägt.`);
  const id = before.finanzierung.schichten[at]?.id ?? `schicht-${at + 1}`;
  return [{ id, titel, anteil, gruppen, schluessel: formField(form, `schichtschluessel-${at}`) || null }];
}

/** Only the keys that something names are kept in the plan. */
function usedKeys(
  { positionen, finanzierung: { schichten }, uebertraege, beschluss, schluessel: before }: PlanInhalt,
  kombination: Schluesselbezug | null,
  { schluessel }: Planwahl,
): readonly Schluesselbezug[] {
  const named = new Set([...positionen, ...schichten, ...uebertraege].map((one) => one.schluessel));
  // Without unanimity the use decides, so its key must be there.
  const use = schluessel.findLast(({ bezug }) => bezug.art === 'nutzung')?.id;
  if (beschluss?.einstimmig === false && use !== undefined) named.add(use);
  const parts = kombination?.art === 'kombination' && named.has(kombination.id) ? kombination.teile : [];
  for (const part of parts) named.add(part.schluessel);
  const offered = new Set(schluessel.map(({ id }) => id));
  const known = [
    ...schluessel.filter(({ id }) => named.has(id)).map(({ bezug }) => bezug),
    ...before.filter(({ art, id }) => art !== 'kombination' && named.has(id) && !offered.has(id)),
  ];
  return parts.length > 0 && kombination ? [...known, kombination] : known;
}
