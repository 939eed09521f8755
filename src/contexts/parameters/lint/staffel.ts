import type { ParameterDefinition } from '#efa/parameter';
import type { Befund, Werte } from './befund.ts';
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
export const staffeln = ({ definitions, wirksam }: Werte): readonly Befund[] =>
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

type At = (zeile: Zeile, column: string) => Pick<Befund, 'feld' | 'ort'>;

function befundeOf({ table, ab, bis }: Staffel, gruppe: string, zeilen: readonly Zeile[]): readonly Befund[] {
  const at: At = ({ index }, column) => ({
    feld: `${table.id}.${index}.${column}`,
    ort: `„${table.label}“, Zeile ${index + 1}${gruppe === '' ? '' : ` (${gruppe})`}`,
  });
  const turned = zeilen
    .filter((zeile) => zeile.bis < zeile.ab)
    .map((zeile) => verdreht(at(zeile, bis), zeile));
  const sorted = zeilen.filter((zeile) => zeile.bis >= zeile.ab).toSorted((a, b) => a.ab - b.ab);
  const between = sorted.flatMap((zeile, position) => {
    const next = sorted[position + 1];
    if (next) return uebergang(at(next, ab), zeile, next);
    return Number.isFinite(zeile.bis) ? [nichtOffen(at(zeile, bis), zeile)] : [];
  });
  return [...turned, ...between];
}

function verdreht(at: ReturnType<At>, { ab, bis }: Zeile): Befund {
  return befund(at, 'staffel', 'fehler', {
    text: `„bis ${bis}“ ist kleiner als „ab ${ab}“.`,
    abhilfe: 'Tauschen Sie die beiden Zahlen, oder erhöhen Sie „bis“.',
  });
}

function uebergang(at: ReturnType<At>, { index, bis }: Zeile, next: Zeile): readonly Befund[] {
  const end = next.ab - 1;
  const before = `Zeile ${index + 1}`;
  if (next.ab <= bis)
    return [
      befund(at, 'staffel', 'fehler', {
        text: `Sie überschneidet sich mit ${before}: Für ${next.ab} gelten zwei Beträge.`,
        abhilfe: `Lassen Sie ${before} bei ${end} enden.`,
      }),
    ];
  if (next.ab === bis + 1) return [];
  return [
    befund(at, 'staffel', 'fehler', {
      text: `Lücke: Für ${bis + 1}${end > bis + 1 ? ` bis ${end}` : ''} gilt kein Betrag.`,
      abhilfe: `Lassen Sie ${before} bei ${end} enden, oder ergänzen Sie eine Zeile.`,
    }),
  ];
}

function nichtOffen(at: ReturnType<At>, { bis }: Zeile): Befund {
  return befund(at, 'staffel', 'warnung', {
    text: `Nach oben offen ist keine Zeile: Ab ${bis + 1} gilt kein Betrag.`,
    abhilfe: 'Lassen Sie „bis“ in der letzten Zeile frei.',
  });
}
