import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEndedLeistungen } from '#catalogue';
import { type LocalDate, localDate, type Source } from '#kernel';
import {
  type CompiledDuties,
  compileDuties,
  type DutyBody,
  type DutyFacts,
} from '../domain/compiled-duties.ts';
import type { NamedLeistung } from '../domain/duty-list.ts';
import type { Groessenklasse, KlasseOn } from '../domain/groessenklasse.ts';
import { endenOf } from '../enden-of.ts';
import { readRulesData, regelRowsOf } from '../read-rules-data.ts';
import { regelwerkOfRows } from '../regelwerk-of-rows.ts';

/** The facts of `data/`, without a database: for tests and measurements of the pure part. */
export type RealFacts = DutyFacts<NamedLeistung, DutyBody>;
export type RealDuties = CompiledDuties<NamedLeistung, DutyBody>;

const dataFolder = join(import.meta.dirname, '../../../../data');

export function realFacts(): RealFacts {
  const data = readRulesData(dataFolder);
  if (!data.ok) throw new Error(data.refusal.message);
  const { uebertragungen, bestimmungen } = data.value.files;
  const regelwerk = regelwerkOfRows({
    regeln: regelRowsOf(data.value),
    uebertragungen: uebertragungen.rows,
    bestimmungen: bestimmungen.rows,
  });
  const leistungen = realLeistungen();
  return { regelwerk, leistungen, enden: realEnden(), bodies: realBodies(), klasseOn: realKlassen() };
}

/** The ends of Leistungen that the product ships. */
export function realEnden(): RealFacts['enden'] {
  const read = readEndedLeistungen(dataFolder);
  if (!read.ok) throw new Error(read.refusal.message);
  return endenOf(read.value);
}

export function realDuties(): RealDuties {
  return compileDuties(realFacts());
}

function realLeistungen(): readonly NamedLeistung[] {
  return rowsOf<Omit<NamedLeistung, 'objekt'>>('katalog/leistungen.jsonl').map((row) => ({
    id: row.id,
    leika: row.leika,
    objekt: row.leika?.slice(0, 8) ?? null,
    ozgId: row.ozgId,
    typ: row.typ,
    name: row.name,
  }));
}

function realBodies(): readonly DutyBody[] {
  const files = ['gebiet/gemeinden-nrw.jsonl', 'gebiet/kreise-nrw.jsonl'];
  return files.flatMap((file) =>
    rowsOf<Omit<DutyBody, 'kreisAgs'> & { kreisAgs?: string | null }>(file).map((row) => ({
      ags: row.ags,
      name: row.name,
      art: row.art,
      kreisAgs: row.kreisAgs ?? null,
    })),
  );
}

interface KlasseRow {
  readonly ags: string;
  readonly klasse: Groessenklasse;
  readonly gueltigVon: LocalDate | null;
  readonly gueltigBis: LocalDate | null;
}

function realKlassen() {
  const byAgs = new Map<string, KlasseOn>();
  const list: Source = { title: 'Verordnung nach § 4 GO NRW', url: null };
  for (const row of rowsOf<KlasseRow>('gebiet/groessenklassen-nrw.jsonl')) {
    byAgs.set(row.ags, klasseOf(row, list, 'norm-gelesen'));
  }
  const register: Source = { title: 'Gemeindeverzeichnis', url: null };
  for (const row of rowsOf<KlasseRow>('gebiet/rechtsstellung-nrw.jsonl')) {
    byAgs.set(row.ags, klasseOf(row, register, 'sekundaerquelle'));
  }
  return (ags: string) => byAgs.get(ags) ?? null;
}

function klasseOf(row: KlasseRow, source: Source, grade: KlasseOn['grade']): KlasseOn {
  return {
    klasse: row.klasse,
    validFrom: row.gueltigVon,
    validTo: row.gueltigBis,
    source,
    grade,
    note: null,
  };
}

function rowsOf<Row>(file: string): readonly Row[] {
  const [, ...lines] = readFileSync(join(dataFolder, file), 'utf8').trimEnd().split('\n');
  return lines.map((line): Row => JSON.parse(line));
}

/** Names of the examples by which the issue explains itself. */
export function bodyNamed(duties: RealDuties, name: string): DutyBody {
  const body = duties.facts.bodies.find((each) => each.name === name);
  if (!body) throw new Error(`Es gibt keine Körperschaft „${name}“.`);
  return body;
}

export function leistungenOfOzg(duties: RealDuties, ozgId: number): readonly NamedLeistung[] {
  return duties.facts.leistungen.filter((leistung) => leistung.ozgId === ozgId);
}

export function leistungNamed(duties: RealDuties, name: string): NamedLeistung {
  const leistung = duties.facts.leistungen.find((each) => each.name === name);
  if (!leistung) throw new Error(`Es gibt keine Leistung „${name}“.`);
  return leistung;
}

export const today = localDate('2026-11-21');
