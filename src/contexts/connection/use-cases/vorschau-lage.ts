import type { Angebot, Kommune } from '#efa';
import type { AnbindungOf } from '#efa/many';
import type { TenantId } from '#platform';
import type { Koerper } from '../cockpit-deps.ts';
import type { Sammelzeile } from '../domain/sammellauf.ts';

/** What the rows of a preview rest on. */
export interface Lage {
  readonly angebot: Angebot;
  readonly bodies: readonly Koerper[];
  /** The bodies were named one by one, so that each wants an answer. */
  readonly namentlich: boolean;
  /** The names of the Länder by their key. */
  readonly laender: ReadonlyMap<string, string>;
  readonly circle: ReadonlyMap<string, TenantId>;
  readonly organisationen: ReadonlyMap<string, TenantId>;
  readonly anbindungen: ReadonlyMap<string, AnbindungOf>;
  readonly zurueckgenommen: ReadonlySet<string>;
}

/** The chosen Kommunen of the circle. */
export function kommunenOf({ bodies, circle }: Lage): readonly Kommune[] {
  return bodies.flatMap(({ ags, name }) => {
    const tenant = circle.get(ags);
    return tenant === undefined ? [] : [{ tenant, ags, name }];
  });
}

/** Nothing was touched yet. */
export const unberuehrt = { vorher: null, nachher: null } as const;

/** A Kommune that is left out, and why. */
export function left(body: Koerper, von: string | null, why: string): Sammelzeile {
  const { ags, name } = body;
  return {
    ...unberuehrt,
    ags,
    name,
    von,
    nach: von ?? 'keine',
    ergebnis: 'ausgelassen',
    meldung: why,
  };
}
