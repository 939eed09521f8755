import type { Catalogue } from '#catalogue';
import { type Feld, missingInForm, readNamedValues } from '#fields';
import { evidenceGrades, evidenceLabel, type FieldProblem, type LocalDate } from '#kernel';
import { type EfaUrteile, efaKriterien, efaUrteile } from '../domain/efa-kriterien.ts';
import { type LoesungInhalt, loesungsarten, loesungsstatus, niveaus } from '../domain/loesung.ts';
import type { LoesungInput } from '../domain/loesung-input.ts';
import { feldwerteOf } from '../loesung-art.ts';
import { artLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';
import { address, choice, day, euros, line, list, longestText, type Reader, text } from './read-fields.ts';
import { leistungField, readLeistungen } from './read-leistungen.ts';

/** What could be read, with what is wrong; `inhalt` is null where something is. */
export interface ReadInput {
  readonly inhalt: LoesungInhalt | null;
  readonly problems: readonly FieldProblem[];
  /** Required fields that say nothing: told to whoever changes something. */
  readonly missing: readonly FieldProblem[];
}

/** What an input is read against. */
export interface ReadAgainst {
  readonly catalogue: Catalogue;
  readonly felder: readonly Feld[];
  readonly today: LocalDate;
  /** The version that it changes; `null` for a new Lösung. */
  readonly before: LoesungInhalt | null;
}

/** Reads every field of a Lösung; all problems are told at once, each with its field. */
export function readInput(input: LoesungInput, { catalogue, felder, today, before }: ReadAgainst): ReadInput {
  const reader: Reader = { catalogue, problems: [] };
  const read = readAll(reader, input);
  const own = readNamedValues(felder, input.felder, before?.felder ?? {}, today);
  const inhalt = read && { ...read, felder: own.werte };
  const problems = [...reader.problems, ...own.problems];
  const missing = inhalt === null ? [] : missingInForm(felder, feldwerteOf(inhalt), today).map(atFirstRow);
  const told = new Set(problems.map(({ field }) => field));
  return {
    inhalt: problems.length === 0 ? inhalt : null,
    problems,
    // What was typed and does not fit is not told again as missing.
    missing: missing.filter(({ field }) => !told.has(field)),
  };
}

/** Leistungen are asked for row by row. */
function atFirstRow(problem: FieldProblem): FieldProblem {
  return problem.field === 'leistungen' ? { ...problem, field: leistungField(0) } : problem;
}

function readAll(reader: Reader, input: LoesungInput): Omit<LoesungInhalt, 'felder'> | null {
  const name = line(reader, 'name', input.name);
  const quelle = line(reader, 'quelle', input.quelle);
  const art = choice(reader, 'art', input.art, loesungsarten, artLabel);
  const status = choice(reader, 'status', input.status, loesungsstatus, statusLabel);
  const evidenz = choice(reader, 'evidenz', input.evidenz, evidenceGrades, evidenceLabel);
  const quelleStand = day(reader, 'quelleStand', input.quelleStand);
  const rest = {
    ...readPrices(reader, input),
    ...readTexts(reader, input),
    ...readLists(reader, input),
    ...readDays(reader, input),
    vertrauensniveau: choice(reader, 'vertrauensniveau', input.vertrauensniveau, niveaus, niveauLabel),
    efa: readEfa(reader, input.efa),
    leistungen: readLeistungen(reader, input.leistungen),
  };
  const quelleUrl = address(reader, 'quelleUrl', input.quelleUrl);
  requireAll(reader, { name, quelle, art, status, evidenz, quelleStand });
  if (!name || !quelle || !art || !status || !evidenz || !quelleStand) return null;
  return { ...rest, name, art, status, evidenz, quelleStand, quelle: { title: quelle, url: quelleUrl } };
}

const missing: Readonly<Record<string, string>> = {
  name: 'Bitte nennen Sie die Lösung beim Namen.',
  quelle: 'Bitte nennen Sie die Quelle: Sie steht danach bei jeder Angabe.',
  art: 'Bitte wählen Sie die Art der Lösung.',
  status: 'Bitte wählen Sie den Status.',
  evidenz: 'Bitte sagen Sie, wie gut die Quelle ist.',
  quelleStand: 'Bitte geben Sie den Tag an, von dem die Quelle ist.',
};

/** A field that is empty is missing; one that was refused already keeps its own sentence. */
function requireAll({ problems }: Reader, required: Readonly<Record<string, string | null>>): void {
  for (const [field, value] of Object.entries(required)) {
    if (value === null && !problems.some((each) => each.field === field))
      problems.push({ field, message: missing[field] ?? 'Diese Angabe fehlt.' });
  }
}

function readPrices(reader: Reader, { preisText, preisEinmalig, preisJaehrlich }: LoesungInput) {
  return {
    preisText: text(reader, 'preisText', preisText, longestText),
    preisEinmaligCent: euros(reader, 'preisEinmalig', preisEinmalig),
    preisJaehrlichCent: euros(reader, 'preisJaehrlich', preisJaehrlich),
  };
}

function readTexts(reader: Reader, { anbieter, hersteller, voraussetzungen, url, hinweis }: LoesungInput) {
  return {
    anbieter: line(reader, 'anbieter', anbieter),
    hersteller: line(reader, 'hersteller', hersteller),
    voraussetzungen: text(reader, 'voraussetzungen', voraussetzungen, longestText),
    hinweis: text(reader, 'hinweis', hinweis, longestText),
    url: address(reader, 'url', url),
  };
}

function readLists(reader: Reader, { schnittstellen, fachverfahren, zahlverfahren, portale }: LoesungInput) {
  return {
    schnittstellen: list(reader, 'schnittstellen', schnittstellen),
    fachverfahren: list(reader, 'fachverfahren', fachverfahren),
    zahlverfahren: list(reader, 'zahlverfahren', zahlverfahren),
    portale: list(reader, 'portale', portale),
  };
}

function readDays(reader: Reader, input: LoesungInput) {
  const verfuegbarAb = day(reader, 'verfuegbarAb', input.verfuegbarAb);
  const endetAm = day(reader, 'endetAm', input.endetAm);
  if (verfuegbarAb !== null && endetAm !== null && endetAm < verfuegbarAb)
    reader.problems.push({
      field: 'endetAm',
      message: 'Der letzte Tag liegt vor dem ersten. Bitte einen späteren Tag angeben.',
    });
  return { verfuegbarAb, endetAm };
}

function readEfa(reader: Reader, given: Readonly<Record<string, string>>): EfaUrteile {
  return Object.fromEntries(
    efaKriterien.flatMap((kriterium) => {
      const urteil = choice(reader, `efa-${kriterium}`, given[kriterium] ?? '', efaUrteile, urteilLabel);
      return urteil === null ? [] : [[kriterium, urteil]];
    }),
  );
}
