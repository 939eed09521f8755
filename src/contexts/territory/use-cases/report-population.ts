import {
  type FieldProblem,
  formatLocalDate,
  type LocalDate,
  ok,
  type Refusal,
  type Result,
  refuse,
  type Source,
} from '#kernel';
import { type Actor, type Database, recordAudit } from '#platform';
import {
  type CsvLine,
  type LineProblem,
  readCount,
  readGemeinde,
  readStichtag,
} from '../domain/population-csv.ts';
import { isStichtag } from '../domain/stichtage.ts';
import type { Body, Territory } from '../domain/territory.ts';
import { insertMeldungen } from '../store-meldung.ts';
import { readPopulationTable } from './read-population-table.ts';
import { resolveBody } from './resolve-body.ts';

/** A figure that can be taken, with the one that stands there now. */
export interface ReportedFigure {
  readonly line: number;
  readonly body: Body;
  readonly stichtag: LocalDate;
  readonly einwohner: number;
  readonly bisher: number | null;
}

/** What a table would change: the figures that can be taken and what is wrong, line by line. */
export interface PopulationPreview {
  readonly neu: readonly ReportedFigure[];
  readonly geaendert: readonly ReportedFigure[];
  readonly gleich: number;
  /** Figures for days that are no Stichtag of § 4 GO NRW: kept, but not counted there. */
  readonly ausserhalb: number;
  readonly probleme: readonly LineProblem[];
}

/** Reads a table and shows what it would change; nothing is kept. */
export function previewPopulation(
  territory: Territory,
  bytes: Uint8Array,
  today: LocalDate,
): Result<PopulationPreview> {
  const lines = readPopulationTable(bytes);
  if (!lines.ok) return lines;
  const probleme: LineProblem[] = [];
  const byKey = new Map<string, ReportedFigure>();
  for (const line of lines.value) {
    const figure = readLine(territory, line, today);
    const before = typeof figure === 'string' ? undefined : byKey.get(keyOf(figure));
    if (typeof figure === 'string') probleme.push({ line: line.line, message: figure });
    else if (before !== undefined && before.einwohner !== figure.einwohner)
      probleme.push({ line: line.line, message: contradicts(before, figure) });
    else byKey.set(keyOf(figure), before ?? figure);
  }
  return ok(sorted(territory, [...byKey.values()], probleme));
}

function sorted(
  territory: Territory,
  figures: readonly ReportedFigure[],
  probleme: readonly LineProblem[],
): PopulationPreview {
  const tage = territory.schwellen[0]?.tage ?? [];
  const fresh = figures.filter(({ bisher, einwohner }) => bisher !== einwohner);
  return {
    neu: fresh.filter(({ bisher }) => bisher === null),
    geaendert: fresh.filter(({ bisher }) => bisher !== null),
    gleich: figures.length - fresh.length,
    ausserhalb: fresh.filter(({ stichtag }) => !isStichtag(stichtag, tage)).length,
    probleme,
  };
}

function readLine(territory: Territory, line: CsvLine, today: LocalDate): ReportedFigure | string {
  const body = resolveBody(territory, readGemeinde(line.gemeinde));
  if (!body.ok) return body.refusal.message;
  if (body.value.ags.length !== 8)
    return `${body.value.name} ist keine Gemeinde. Die Zahl eines Kreises ist die Summe seiner Gemeinden.`;
  const stichtag = readStichtag(line.stichtag, today);
  if (typeof stichtag === 'string') return stichtag;
  const einwohner = readCount(line.einwohner);
  if (typeof einwohner === 'string') return einwohner;
  const known = territory.einwohnerByAgs.get(body.value.ags) ?? [];
  const bisher = known.find((each) => each.stichtag === stichtag.day)?.zahl ?? null;
  return { line: line.line, body: body.value, stichtag: stichtag.day, einwohner, bisher };
}

function keyOf({ body, stichtag }: ReportedFigure): string {
  return `${body.ags} ${stichtag}`;
}

function contradicts(before: ReportedFigure, now: ReportedFigure): string {
  return `${now.body.name} hat am ${formatLocalDate(now.stichtag)} schon in Zeile ${before.line} ${before.einwohner} Einwohner, hier ${now.einwohner}. Die erste Angabe gilt; bitte berichtigen Sie die Tabelle.`;
}

/** What somebody brings: the table, its source, and whether the good lines shall be taken in spite of broken ones. */
export interface PopulationInput {
  readonly bytes: Uint8Array;
  readonly quelle: string;
  readonly quelleUrl: string | null;
  readonly trotzFehlern: boolean;
}

/** Keeps the figures of a table, all in one transaction; broken lines stop it unless the good ones are asked for. */
export async function reportPopulation(
  db: Pick<Database, 'withReference'>,
  territory: Territory,
  actor: Actor,
  input: PopulationInput,
  today: LocalDate,
): Promise<Result<PopulationPreview>> {
  const source = readSource(input);
  if (!source.ok) return source;
  const preview = previewPopulation(territory, input.bytes, today);
  if (!preview.ok) return preview;
  const { neu, geaendert, probleme } = preview.value;
  if (probleme.length > 0 && !input.trotzFehlern) return refuse(brokenLines(probleme));
  const figures = [...neu, ...geaendert];
  if (figures.length === 0) return preview;
  await db.withReference(actor, async (tx) => {
    const rows = figures.map(({ body, stichtag, einwohner }) => ({ ags: body.ags, stichtag, einwohner }));
    await insertMeldungen(tx, rows, source.value);
    await recordAudit(tx, {
      action: 'territory.population.reported',
      object: { type: 'territory.population', id: source.value.title.slice(0, 100) },
      summary: { neu: neu.length, geaendert: geaendert.length, ausgelassen: probleme.length },
    });
  });
  return preview;
}

const longest = 300;

function readSource({ quelle, quelleUrl }: PopulationInput): Result<Source> {
  const title = quelle.trim();
  const problems: FieldProblem[] = [];
  if (title === '' || title.length > longest)
    problems.push({
      field: 'quelle',
      message: `Bitte nennen Sie die Quelle, zum Beispiel „IT.NRW, Bevölkerungsfortschreibung zum 31.12.2024“ (höchstens ${longest} Zeichen).`,
    });
  if (quelleUrl !== null && !(/^https?:\/\/\S+$/.test(quelleUrl) && URL.canParse(quelleUrl)))
    problems.push({ field: 'quelleUrl', message: 'Die Adresse muss mit http:// oder https:// beginnen.' });
  if (problems.length === 0) return ok({ title, url: quelleUrl });
  const message = 'Die Einwohnerzahlen brauchen eine Quelle. Es wurde nichts gespeichert.';
  return refuse({ kind: 'invalid', code: 'TERRITORY_POPULATION_INVALID', message, fields: problems });
}

const told = 100;

function brokenLines(probleme: readonly LineProblem[]): Refusal {
  const fields = probleme
    .slice(0, told)
    .map(({ line, message }) => ({ field: `datei, Zeile ${line}`, message }));
  return {
    kind: 'invalid',
    code: 'TERRITORY_POPULATION_BROKEN_LINES',
    message: `${probleme.length} Zeilen sind nicht zu verstehen. Es wurde nichts gespeichert. Berichtigen Sie die Tabelle, oder übernehmen Sie ausdrücklich nur die guten Zeilen.`,
    fields,
  };
}
