import { z } from 'zod';
import { deltaCounts } from '../domain/catalogue-delta.ts';
import { deltaKinds } from '../domain/delta-kinds.ts';
import type { AnyFassungRow } from '../store.ts';
import type { Delta } from '../use-cases/catalogue-versions.ts';
import { countsOfLeistungen, fassungRows } from './fassungen-list.ts';

export const fassungSchema = z.object({
  nummer: z.int(),
  stand: z.string(),
  quelle: z.string(),
  lizenz: z.string(),
  eingelesenAm: z.string(),
  zustand: z.enum(['gilt', 'abgelöst', 'zurückgenommen']),
  grund: z.string().nullable(),
  leistungen: z.object({ neu: z.int(), geaendert: z.int(), entfallen: z.int(), gleich: z.int() }),
});

/** The Fassungen for machines, the youngest first. */
export function fassungenJson(all: readonly AnyFassungRow[]): z.input<typeof fassungSchema>[] {
  return fassungRows(all).map(({ fassung, zustand }) => ({
    nummer: fassung.nummer,
    stand: fassung.stand,
    quelle: fassung.saetze.leistungen?.quelle ?? '',
    lizenz: fassung.saetze.leistungen?.lizenz ?? '',
    eingelesenAm: fassung.eingelesen_am.toISOString(),
    zustand,
    grund: fassung.zurueckgenommen?.grund ?? null,
    leistungen: countsOfLeistungen(fassung),
  }));
}

const kindSchema = z.enum(deltaKinds);

export const deltaSchema = z.object({
  von: z.object({ nummer: z.int(), stand: z.string() }),
  bis: z.object({ nummer: z.int(), stand: z.string() }),
  anzahl: z.record(z.string(), z.int()),
  eintraege: z.array(
    z.object({
      ebene: z.enum(['Leistung', 'OZG-Leistung']),
      id: z.string(),
      name: z.string(),
      kinds: z.array(kindSchema),
      changes: z.array(
        z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
      partner: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});

type DeltaJson = z.input<typeof deltaSchema>;

/** What differs between two Fassungen, for machines. */
export function deltaJson({ von, bis, entries }: Delta): DeltaJson {
  const head = ({ fassung }: Delta['von']) => ({ nummer: fassung.nummer, stand: fassung.stand });
  return {
    von: head(von),
    bis: head(bis),
    anzahl: { ...deltaCounts(entries) },
    eintraege: entries.map(({ kinds, changes, partner, ...entry }) => ({
      ...entry,
      kinds: [...kinds],
      changes: [...changes],
      partner: [...partner],
    })),
  };
}

export const lineageSchema = z.object({
  id: z.string(),
  name: z.string(),
  gilt: z.boolean(),
  nachfolger: z.array(z.object({ id: z.string(), name: z.string() })),
  vorgaenger: z.array(z.object({ id: z.string(), name: z.string() })),
  verlauf: z.array(
    z.object({
      fassung: z.int(),
      stand: z.string(),
      quelle: z.string(),
      zurueckgenommen: z.boolean(),
      entfallen: z.boolean(),
      name: z.string(),
      leika: z.string().nullable(),
      ozgId: z.int().nullable(),
      typ: z.string().nullable(),
    }),
  ),
});
