import type { Leistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import type { Body } from '#territory';
import { distinctOptions, type ListDefinition, textLink, verdictBadge } from '#ui';
import { fallFor } from '../domain/compiled-duties.ts';
import { decide } from '../domain/decide.ts';
import { groessenklasseLabel } from '../domain/groessenklasse.ts';
import { type Stelle, type VerdictWord, verdictWords } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { gradeLabel } from './duty-rows.ts';

/** Who acts for one body. */
export interface BodyRow {
  readonly body: Body;
  readonly klasse: string;
  readonly kreis: string | null;
  readonly verdict: VerdictWord;
  readonly stelle: Stelle | null;
  readonly beleg: string | null;
}

/** Who acts for each body on a day. */
export function bodyRows({ duties }: DutiesWorld, leistung: Leistung, date: LocalDate): readonly BodyRow[] {
  const fall = fallFor(duties, leistung);
  return duties.facts.bodies.map((body) => {
    const decision = decide(duties, fall, body, date);
    const klasse = duties.facts.klasseOn(body.ags, date)?.klasse;
    const kreis = body.kreisAgs === null ? undefined : duties.bodyByAgs.get(body.kreisAgs);
    return {
      body,
      klasse: klasse ? groessenklasseLabel[klasse] : 'ohne',
      kreis: kreis?.name ?? null,
      verdict: decision.verdict,
      stelle: decision.stelle,
      beleg: gradeLabel(decision.grade),
    };
  });
}

/** The list of all bodies for one Leistung. */
export function competenceDefinition(leistung: Leistung, date: LocalDate): ListDefinition<BodyRow> {
  return {
    id: `zustaendigkeit-${leistung.id}`,
    keeps: ['datum'],
    defaultSort: { key: 'name', descending: false },
    search: (row) => `${row.body.name} ${row.body.ags} ${row.kreis ?? ''}`,
    columns: [
      {
        key: 'name',
        label: 'Körperschaft',
        value: (row) => row.body.name,
        cell: (row) =>
          textLink(`/kommunen/${row.body.ags}/pflichten/${leistung.id}?datum=${date}`, row.body.name),
        sortable: true,
        width: 'wide',
      },
      { key: 'ags', label: 'AGS', value: (row) => row.body.ags, sortable: true, exportOnly: true },
      { key: 'klasse', label: 'Größenklasse', value: (row) => row.klasse, sortable: true },
      { key: 'kreis', label: 'Kreis', value: (row) => row.kreis, sortable: true },
      {
        key: 'ergebnis',
        label: 'Wer ist zuständig?',
        value: (row) => row.verdict,
        cell: (row) => verdictBadge(row.verdict),
        sortable: true,
      },
      { key: 'stelle', label: 'Stelle', value: (row) => row.stelle?.name ?? null, sortable: true },
      { key: 'beleg', label: 'Beleg', value: (row) => row.beleg, sortable: true, exportOnly: true },
    ],
    filters: [
      {
        key: 'urteil',
        label: 'Zuständig',
        options: verdictWords.map((word) => ({ value: word, label: word })),
        values: (row) => row.verdict,
      },
      {
        key: 'klasse',
        label: 'Größenklasse',
        options: distinctOptions((row: BodyRow) => row.klasse),
        values: (row) => row.klasse,
      },
      {
        key: 'kreis',
        label: 'Kreis',
        options: distinctOptions((row: BodyRow) => row.kreis),
        values: (row) => row.kreis,
      },
    ],
  };
}
