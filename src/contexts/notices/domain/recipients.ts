import type { Auswahl } from './rundmail.ts';

/** A Kommune of the circle. */
export interface Ziel {
  readonly id: string;
  readonly name: string;
}

/** A person of a Kommune who may sign in, and whether Rundmails are welcome. */
export interface Person {
  readonly id: string;
  readonly roles: readonly string[];
  readonly rundmails: boolean;
}

/** A person who gets the Rundmail; no name, no address. */
export interface Recipient {
  readonly memberId: string;
  readonly kommuneId: string;
  readonly kommune: string;
  readonly rollen: readonly string[];
}

/** The Kommunen that a selection means today; ids that are not in the circle (any more) count for nothing. */
export function chosenKommunen(
  auswahl: Auswahl,
  circle: readonly Ziel[],
  verteiler: readonly { readonly id: string; readonly kommunen: readonly string[] }[],
): readonly Ziel[] {
  if (auswahl.kommunen === 'alle') return circle;
  const wanted = new Set([
    ...auswahl.kommunen,
    ...verteiler.filter(({ id }) => auswahl.verteiler.includes(id)).flatMap(({ kommunen }) => kommunen),
  ]);
  return circle.filter(({ id }) => wanted.has(id));
}

/** Splits the people of a Kommune who hold a wanted role: who gets the mail, and who has unsubscribed. */
export function recipientsIn(
  kommune: Ziel,
  people: readonly Person[],
  { rollen }: Auswahl,
  betrieblich: boolean,
): { readonly recipients: readonly Recipient[]; readonly unsubscribed: number } {
  const wanted = people.filter(
    ({ roles }) => rollen.length === 0 || roles.some((role) => rollen.includes(role)),
  );
  const reached = wanted.filter(({ rundmails }) => betrieblich || rundmails);
  return {
    recipients: reached.map(({ id, roles }) => ({
      memberId: id,
      kommuneId: kommune.id,
      kommune: kommune.name,
      rollen: rollen.length === 0 ? roles : roles.filter((role) => rollen.includes(role)),
    })),
    unsubscribed: wanted.length - reached.length,
  };
}
