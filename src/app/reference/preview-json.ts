import type { ImportOutcome, ImportPreview, ReferenceRow, TableCounts, TablePlan } from '#platform';

/** How many changes of each kind a preview shows one by one. */
const shown = 25;

export interface PreviewChange {
  readonly entry: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A preview as plain data: the counts of every table, and the first changes one by one. */
export interface PreviewJson {
  readonly stand: string;
  readonly counts: Readonly<Record<string, TableCounts>>;
  readonly added: readonly string[];
  readonly changed: readonly PreviewChange[];
  readonly removed: readonly string[];
}

/** Shortens a preview to what a page or the command line shows. */
export function previewJson({ stand, counts, plans }: ImportPreview): PreviewJson {
  const entries = (rows: (plan: TablePlan) => readonly ReferenceRow[]) =>
    plans
      .flatMap((plan) =>
        rows(plan)
          .slice(0, shown)
          .map((row) => entryOf(plan, row)),
      )
      .slice(0, shown);
  return {
    stand,
    counts,
    added: entries(({ plan }) => plan.added),
    changed: plans.flatMap(changesOf).slice(0, shown),
    removed: entries(({ plan }) => plan.removed),
  };
}

function changesOf(table: TablePlan): PreviewChange[] {
  return table.plan.changed.slice(0, shown).map(({ after, fields }) => ({
    entry: entryOf(table, after),
    field: fields.map(({ field }) => field).join(', '),
    before: fields.map(({ before }) => valueText(before)).join('; '),
    after: fields.map((change) => valueText(change.after)).join('; '),
  }));
}

function entryOf({ table, key }: TablePlan, row: ReferenceRow): string {
  const keys = key.map((field) => String(row[field])).join(' ');
  const name = typeof row.name === 'string' ? ` ${row.name}` : '';
  return `${tableLabel(table)}: ${keys}${name}`;
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300);
}

const labels: Readonly<Record<string, string>> = {
  'catalogue.themenfeld': 'Themenfelder',
  'catalogue.lage': 'Lagen',
  'catalogue.ozg_leistung': 'OZG-Leistungen',
  'catalogue.leistung': 'Leistungen',
  'catalogue.verrichtung': 'Verrichtungen',
  'catalogue.typisierung': 'Typisierungen',
  'territory.land': 'Länder',
  'territory.koerperschaft': 'Kommunen',
  'territory.groessenklasse': 'Größenklassen',
  'territory.einwohner': 'Einwohner',
  'territory.website': 'Websites',
  'territory.plz': 'Postleitzahlen',
  'duties.regel': 'Regeln',
  'duties.uebertragung': 'Übertragungen',
  'duties.bestimmung': 'Bestimmungen',
  'finder.thesaurus_zeile': 'Zeilen des Thesaurus',
  'finder.synonym': 'Synonyme',
  'finder.lebenslage': 'Lebenslagen',
};

/** What a table holds, in words. */
export function tableLabel(table: string): string {
  return labels[table] ?? table;
}

/** The counts of all tables together. */
export function totalOf(counts: ImportOutcome['counts']): TableCounts {
  const sum = (pick: (one: TableCounts) => number) =>
    Object.values(counts).reduce((total, one) => total + pick(one), 0);
  return {
    neu: sum(({ neu }) => neu),
    geaendert: sum(({ geaendert }) => geaendert),
    entfallen: sum(({ entfallen }) => entfallen),
    gleich: sum(({ gleich }) => gleich),
  };
}
