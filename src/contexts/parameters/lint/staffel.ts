import type { ParameterDefinition } from '#efa/parameter';
import type { Befund, Pruefregel } from './befund.ts';
import { befund } from './texte.ts';

/** A table whose rows stand for ranges: which columns say from and to, and which ones keep ranges apart. */
interface Staffel {
  readonly table: ParameterDefinition;
  readonly ab: string;
  readonly bis: string;
  readonly gruppen: readonly string[];
}

interface Zeile {
  readonly index: number;
  readonly ab: number;
  readonly bis: number;
}

/** Gaps, overlaps and turned ranges in tables of fees. A table is one of ranges by its columns „ab …“ and „bis …“. */
export const staffeln: Pruefregel = ({ definitions, wirksam }) =>
  definitions.flatMap((table) => {
    const staffel = staffelOf(table);
    const value = wirksam.get(table.id)?.wert;
    if (staffel === null || !Array.isArray(value)) return [];
    const rows: readonly unknown[] = value;
    const groups = Map.groupBy(rows.keys(), (index) => gruppeOf(rows[index], staffel));
    return [...groups].flatMap(([name, indices]) =>
      befundeOf(
        staffel,
        name,
        [...indices].flatMap((index) => zeileOf(rows[index], index, staffel) ?? []),
      ),
    );
  });

function staffelOf(table: ParameterDefinition): Staffel | null {
  const numbers = table.columns.filter(({ kind }) => kind === 'integer' || kind === 'decimal');
  const ab = numbers.find(({ id }) => /^(?:ab|von)(?:[A-Z]|$)/.test(id));
  const bis = numbers.find(({ id }) => /^bis(?:[A-Z]|$)/.test(id));
  if (!ab || !bis || !table.columns.some(({ kind }) => kind === 'money')) return null;
  const gruppen = table.columns.filter(({ kind }) => kind === 'text').map(({ id }) => id);
  return { table, ab: ab.id, bis: bis.id, gruppen };
}

function cell(row: unknown, column: string): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  return Object.entries(row).find(([name]) => name === column)?.[1];
}

function gruppeOf(row: unknown, { gruppen }: Staffel): string {
  return gruppen.map((column) => String(cell(row, column) ?? '')).join(', ');
}

function zeileOf(row: unknown, index: number, { ab, bis }: Staffel): Zeile | null {
  const [from, to] = [cell(row, ab), cell(row, bis)];
  if (typeof from !== 'number') return null;
  return { index, ab: from, bis: typeof to === 'number' ? to : Number.POSITIVE_INFINITY };
}

function befundeOf({ table, ab, bis }: Staffel, gruppe: string, zeilen: readonly Zeile[]): readonly Befund[] {
  const found: Befund[] = [];
  const at = ({ index }: Zeile, column: string) => ({
    feld: `${table.id}.${index}.${column}`,
    ort: `„${table.label}“, Zeile ${index + 1}${gruppe === '' ? '' : ` (${gruppe})`}`,
  });
  for (const zeile of zeilen)
    if (zeile.bis < zeile.ab)
      found.push(
        befund(at(zeile, bis), 'staffel', 'fehler', {
          text: `„bis ${zeile.bis}“ ist kleiner als „ab ${zeile.ab}“.`,
          abhilfe: 'Tauschen Sie die beiden Zahlen, oder mehren Sie „bis“.',
        }),
      );
  const sorted = zeilen.filter((zeile) => zeile.bis >= zeile.ab).toSorted((a, b) => a.ab - b.ab);
  for (const [position, zeile] of sorted.entries()) {
    const next = sorted[position + 1];
    if (next && next.ab <= zeile.bis)
      found.push(
        befund(at(next, ab), 'staffel', 'fehler', {
          text: `Sie überschneidet sich mit Zeile ${zeile.index + 1}: Für ${next.ab} gelten zwei Beträge.`,
          abhilfe: `Lassen Sie Zeile ${zeile.index + 1} bei ${next.ab - 1} enden.`,
        }),
      );
    if (next && next.ab > zeile.bis + 1)
      found.push(
        befund(at(next, ab), 'staffel', 'fehler', {
          text: `Lücke: Für ${zeile.bis + 1}${next.ab - 1 > zeile.bis + 1 ? ` bis ${next.ab - 1}` : ''} gilt kein Betrag.`,
          abhilfe: `Lassen Sie Zeile ${zeile.index + 1} bei ${next.ab - 1} enden, oder ergänzen Sie eine Zeile.`,
        }),
      );
    if (!next && Number.isFinite(zeile.bis))
      found.push(
        befund(at(zeile, bis), 'staffel', 'warnung', {
          text: `Nach oben offen ist keine Zeile: Ab ${zeile.bis + 1} gilt kein Betrag.`,
          abhilfe: 'Lassen Sie „bis“ in der letzten Zeile frei.',
        }),
      );
  }
  return found;
}
