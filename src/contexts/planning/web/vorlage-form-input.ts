import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { formatTage, parseTage } from '../domain/tage.ts';
import type { Aufwandszeile, Vorlage, VorlageInhalt } from '../domain/vorlage.ts';

export function linesOf({ zeilen }: Vorlage, seite: Aufwandszeile['seite']) {
  const rows = zeilen.filter((zeile) => zeile.seite === seite);
  if (rows.length === 0) return '–';
  return html`<ul class="kern-list kern-list--bullet">${rows.map(
    ({ faehigkeit, einmalig, jeKommune }) =>
      html`<li>${faehigkeit}: ${einmalig > 0 ? `${formatTage(einmalig)} einmalig, ` : ''}${formatTage(jeKommune)} je Kommune</li>`,
  )}</ul>`;
}

export type Typed = ReadonlyMap<string, string>;

export function typedOf({ name, zeilen, vorbereitung, beendet }: Vorlage): Typed {
  return new Map([
    ['name', name],
    ['vorbereitung', vorbereitung.join('\n')],
    ...(beendet ? ([['beendet', 'ja']] as const) : []),
    ...zeilen.flatMap(({ seite, faehigkeit, einmalig, jeKommune }, index) => [
      [`seite-${index}`, seite] as const,
      [`faehigkeit-${index}`, faehigkeit] as const,
      [`einmalig-${index}`, formatTage(einmalig)] as const,
      [`je-${index}`, formatTage(jeKommune)] as const,
    ]),
  ]);
}

export function readForm(typed: Typed): VorlageInhalt | readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const text = (name: string) => typed.get(name) ?? '';
  if (text('name').length < 3 || text('name').length > 120)
    problems.push({ field: 'name', message: 'Der Name hat 3 bis 120 Zeichen.' });
  const tage = (field: string) => {
    const parsed = parseTage(text(field) || '0');
    if (!parsed.ok) problems.push({ field, message: parsed.refusal });
    return parsed.ok ? parsed.value : 0;
  };
  const zeilen = rowsOf(typed).flatMap((index): Aufwandszeile[] => {
    const faehigkeit = text(`faehigkeit-${index}`);
    if (faehigkeit === '') return [];
    const seite = text(`seite-${index}`) === 'kommune' ? 'kommune' : 'dienstleister';
    const einmalig = tage(`einmalig-${index}`);
    if (seite === 'kommune' && einmalig > 0)
      problems.push({
        field: `einmalig-${index}`,
        message: 'Bei einer Kommune gibt es keinen einmaligen Teil für alle.',
      });
    return [{ seite, faehigkeit, einmalig, jeKommune: tage(`je-${index}`) }];
  });
  if (zeilen.length === 0)
    problems.push({
      field: 'faehigkeit-0',
      message: 'Mindestens eine Zeile mit einer Fähigkeit wird gebraucht.',
    });
  const vorbereitung = text('vorbereitung')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (vorbereitung.some((line) => line.length < 3 || line.length > 300) || vorbereitung.length > 20)
    problems.push({ field: 'vorbereitung', message: 'Höchstens 20 Schritte mit je 3 bis 300 Zeichen.' });
  const inhalt = { name: text('name'), zeilen, vorbereitung, beendet: text('beendet') === 'ja' };
  return problems.length > 0 ? problems : inhalt;
}

export function rowsOf(typed: Typed): readonly number[] {
  const given = [...typed.keys()].flatMap((name) => /^faehigkeit-(\d{1,2})$/.exec(name)?.[1] ?? []);
  const count = Math.min(20, Math.max(leastRows, ...given.map((index) => Number(index) + 1)));
  return Array.from({ length: count }, (_, index) => index);
}

export const leastRows = 6;
