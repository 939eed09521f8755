import type { XdfNachricht, XdfStruktur } from './modell.ts';

/** How many elements a schema has, as they stand in the file and told apart. */
export interface XdfZaehlung {
  readonly felder: number;
  readonly felderEindeutig: number;
  readonly gruppen: number;
  readonly gruppenEindeutig: number;
  readonly regeln: number;
  readonly regelnEindeutig: number;
  readonly codelisten: number;
}

/** Counts fields, groups and rules as they stand in the file; `Eindeutig` by id, code lists by their identification. */
export function zaehle({ inhalt }: XdfNachricht): XdfZaehlung {
  const felder: string[] = [];
  const gruppen: string[] = [];
  const regeln: string[] = inhalt.regeln.map(({ kennung }) => kennung.id);
  const listen = new Set<string>();
  const walk = ({ enthaelt }: XdfStruktur): void => {
    regeln.push(...enthaelt.regeln.map(({ kennung }) => kennung.id));
    if (enthaelt.art === 'gruppe') {
      gruppen.push(enthaelt.kennung.id);
      enthaelt.strukturen.forEach(walk);
      return;
    }
    felder.push(enthaelt.kennung.id);
    if (enthaelt.codelisteReferenz) listen.add(enthaelt.codelisteReferenz.canonicalIdentification);
  };
  if (inhalt.art === 'gruppe') gruppen.push(inhalt.kennung.id);
  inhalt.strukturen.forEach(walk);
  return {
    felder: felder.length,
    felderEindeutig: new Set(felder).size,
    gruppen: gruppen.length,
    gruppenEindeutig: new Set(gruppen).size,
    regeln: regeln.length,
    regelnEindeutig: new Set(regeln).size,
    codelisten: listen.size,
  };
}
