import { ok, type Result } from '#kernel';
import type { CostsDeps } from '../costs-deps.ts';
import type { Angabenstand } from '../store-rechnungsangaben.ts';
import type { Manager } from '../use-cases/actors.ts';
import { angabenvorschau } from '../use-cases/angaben-einlesen.ts';
import type { EigeneAngaben } from '../use-cases/eigene-angaben.ts';

export function angabenAnswer({ angegebenAm, vorher: _, ...rest }: Angabenstand) {
  return { ...rest, angegebenAm: angegebenAm.toISOString() };
}

export function eigeneAngabenAnswer({ fassungen, haeuser }: EigeneAngaben) {
  return {
    fassungen: fassungen.map(({ angegebenAm, ...rest }) => ({
      ...rest,
      angegebenAm: angegebenAm.toISOString(),
    })),
    haeuser: [...haeuser],
  };
}

interface Vorschauantwort {
  readonly uebernommen: number | null;
  readonly zeilen: {
    readonly zeile: number;
    readonly kennung: string;
    readonly geaendert: string[];
    readonly fehler: string[];
  }[];
}

/** What a table would change, as API and command line tell it. */
export async function vorschauAnswer(
  deps: Pick<CostsDeps, 'db' | 'clock' | 'territory'>,
  who: Manager,
  id: string,
): Promise<Result<Vorschauantwort>> {
  const looked = await angabenvorschau(deps, who, id);
  if (!looked.ok) return looked;
  const zeilen = looked.value.zeilen.map(({ zeile, kennung, geaendert, fehler }) => ({
    ...{ zeile, kennung },
    geaendert: [...geaendert],
    fehler: [...fehler],
  }));
  return ok({ uebernommen: null, zeilen });
}
