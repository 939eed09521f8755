import { type Catalogue, resolveLeistung } from '#catalogue';
import { evidenceGrades, evidenceLabel, type FieldProblem, type LocalDate, parseLocalDate } from '#kernel';
import { type EfaUrteile, efaKriterien, efaUrteile } from '../domain/efa-kriterien.ts';
import {
  type EnthalteneLeistung,
  type LoesungInhalt,
  loesungsarten,
  loesungsstatus,
  niveaus,
} from '../domain/loesung.ts';
import { type LeistungInput, type LoesungInput, parseEuro } from '../domain/loesung-input.ts';
import { artLabel, niveauLabel, statusLabel, urteilLabel } from '../messages.ts';

/** What could be read, with what is wrong; `inhalt` is null where something is. */
export interface ReadInput {
  readonly inhalt: LoesungInhalt | null;
  readonly problems: readonly FieldProblem[];
}

interface Reader {
  readonly catalogue: Catalogue;
  readonly problems: FieldProblem[];
}

const longestLine = 200;
const longestText = 1000;
const longestComment = 500;
const mostNames = 50;
/** Divides the entries of a list in exported tables, so none may hold it. */
export const divider = '|';

/** Reads every field of a Lösung; all problems are told at once, each with its field. */
export function readInput(input: LoesungInput, catalogue: Catalogue): ReadInput {
  const reader: Reader = { catalogue, problems: [] };
  const inhalt = readAll(reader, input);
  return { inhalt: reader.problems.length === 0 ? inhalt : null, problems: reader.problems };
}

function readAll(reader: Reader, input: LoesungInput): LoesungInhalt | null {
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

function clean(given: string): string {
  return given
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

function line(reader: Reader, field: string, given: string): string | null {
  return text(reader, field, given.replaceAll(/\s+/g, ' '), longestLine);
}

/** A text in one paragraph, so that it comes back from a table as it went. */
function text({ problems }: Reader, field: string, given: string, longest: number): string | null {
  const value = clean(given);
  if (value.length > longest) {
    problems.push({ field, message: `Bitte höchstens ${longest.toLocaleString('de-DE')} Zeichen.` });
    return null;
  }
  return value === '' ? null : value;
}

function list(reader: Reader, field: string, given: readonly string[]): readonly string[] {
  const values = [...new Set(given.flatMap((each) => line(reader, field, each) ?? []))];
  if (values.length > mostNames)
    reader.problems.push({ field, message: `Bitte höchstens ${mostNames} Einträge.` });
  if (values.some((each) => each.includes(divider)))
    reader.problems.push({ field, message: `Bitte ohne das Zeichen „${divider}“, es trennt die Einträge.` });
  return values;
}

function address({ problems }: Reader, field: string, given: string): string | null {
  const value = given.trim();
  if (value === '') return null;
  if (/^https?:\/\/\S+$/.test(value) && URL.canParse(value) && value.length <= 500) return value;
  problems.push({ field, message: 'Die Adresse muss mit https:// oder http:// beginnen.' });
  return null;
}

function euros({ problems }: Reader, field: string, given: string): number | null {
  if (given.trim() === '') return null;
  const cents = parseEuro(given);
  if (cents === null)
    problems.push({ field, message: `„${given.slice(0, 40)}“ ist kein Betrag in Euro wie 1.200,50.` });
  return cents;
}

const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

function day({ problems }: Reader, field: string, given: string): LocalDate | null {
  const value = given.trim();
  if (value === '') return null;
  const spelled = german.exec(value);
  const iso = spelled
    ? `${spelled[3]}-${(spelled[2] ?? '').padStart(2, '0')}-${(spelled[1] ?? '').padStart(2, '0')}`
    : value;
  const parsed = parseLocalDate(iso);
  if (parsed.ok) return parsed.value;
  problems.push({ field, message: parsed.refusal.message });
  return null;
}

function choice<Value extends string>(
  { problems }: Reader,
  field: string,
  given: string,
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): Value | null {
  const wanted = given.trim().toLowerCase();
  if (wanted === '') return null;
  const found = values.find((each) => each === wanted || labels[each].toLowerCase() === wanted);
  if (found !== undefined) return found;
  const known = values.map((each) => labels[each]).join(', ');
  problems.push({ field, message: `„${given.slice(0, 40)}“ gibt es hier nicht. Möglich sind: ${known}.` });
  return null;
}

function readEfa(reader: Reader, given: Readonly<Record<string, string>>): EfaUrteile {
  return Object.fromEntries(
    efaKriterien.flatMap((kriterium) => {
      const urteil = choice(reader, `efa-${kriterium}`, given[kriterium] ?? '', efaUrteile, urteilLabel);
      return urteil === null ? [] : [[kriterium, urteil]];
    }),
  );
}

/** The field of one contained Leistung, such as `leistung-1`. */
export function leistungField(index: number, part = 'leistung'): string {
  return `${part}-${index + 1}`;
}

function readLeistungen(reader: Reader, given: readonly LeistungInput[]): readonly EnthalteneLeistung[] {
  const seen = new Set<string>();
  return given.flatMap((each, index) => {
    if (each.leistung.trim() === '') return [];
    const read = readLeistung(reader, each, index);
    if (read === null) return [];
    if (seen.has(read.leistungId)) {
      reader.problems.push({
        field: leistungField(index),
        message: `„${each.leistung.slice(0, 80)}“ steht schon in der Liste. Bitte nur einmal nennen.`,
      });
    }
    seen.add(read.leistungId);
    return [read];
  });
}

function readLeistung(reader: Reader, given: LeistungInput, index: number): EnthalteneLeistung | null {
  const found = resolveLeistung(reader.catalogue, given.leistung);
  if (!found.ok) {
    const near = (found.refusal.suggestions ?? []).slice(0, 2).map(({ label }) => `„${label}“`);
    const message = [found.refusal.message, near.join(' oder ')].join(' ').trim();
    reader.problems.push({ field: leistungField(index), message });
    return null;
  }
  const status = choice(
    reader,
    leistungField(index, 'leistungStatus'),
    given.status,
    loesungsstatus,
    statusLabel,
  );
  return {
    leistungId: found.value.id,
    status: status ?? 'verfuegbar',
    reifegrad11: level(reader, leistungField(index, 'reifegrad11'), given.reifegrad11, 4),
    reifegrad20: level(reader, leistungField(index, 'reifegrad20'), given.reifegrad20, 7),
    kommentar: comment(reader, leistungField(index, 'kommentar'), given.kommentar),
  };
}

function comment(reader: Reader, field: string, given: string): string | null {
  if (given.includes(divider))
    reader.problems.push({ field, message: `Bitte ohne das Zeichen „${divider}“, es trennt die Einträge.` });
  return text(reader, field, given, longestComment);
}

function level({ problems }: Reader, field: string, given: string, highest: number): number | null {
  const value = given.trim();
  if (value === '') return null;
  if (/^\d$/.test(value) && Number(value) <= highest) return Number(value);
  problems.push({ field, message: `Der Reifegrad geht hier von 0 bis ${highest}.` });
  return null;
}
