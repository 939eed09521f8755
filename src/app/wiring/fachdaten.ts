import { join } from 'node:path';
import { type EfaDeps, readDefinition } from '#efa';
import { type FimDeps, fachdatenAusgabe, fachdatenPruefung, mitgelieferteStrukturen } from '#fim';
import type { InboxDeps } from '#inbox';
import { type Refusal, refuse } from '#kernel';
import { dataFolder } from '../load-reference-data.ts';

/** The form of a service for its case data: the offered version, or the present one. */
export function fachdatenPort(
  fim: Pick<FimDeps, 'db' | 'leser'>,
  onlinedienste: EfaDeps['onlinedienste'],
): InboxDeps['fachdaten'] {
  const deps = { ...fim, mitgeliefert: mitgelieferteStrukturen(join(dataFolder, 'fim')) };
  const formularOf = async (dienst: string, fassung: string | null): Promise<unknown> => {
    const current = (await onlinedienste()).find(({ id }) => id === dienst);
    if (fassung === null) return current?.form.definition ?? null;
    const offered = await fim.db.withPublic((tx) => readDefinition(tx, dienst, fassung));
    return offered?.formular ?? null;
  };
  return {
    ausgabe: async (dienst, fassung, answers) => {
      const formular = await formularOf(dienst, fassung);
      return formular === null ? refuse(unknown(dienst)) : fachdatenAusgabe(deps, formular, answers);
    },
    pruefung: async (dienst, fassung, text) => {
      const formular = await formularOf(dienst, fassung);
      return formular === null ? refuse(unknown(dienst)) : fachdatenPruefung(deps, formular, text);
    },
  };
}

function unknown(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'FACHDATEN_DIENST_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 60)}“ gibt es hier in dieser Fassung nicht.`,
    fields: [{ field: 'dienst', message: 'Diesen Onlinedienst gibt es hier in dieser Fassung nicht.' }],
  };
}
