import { type Ansicht, addressOf } from './domain/ansicht.ts';
import { teilungLabel } from './messages.ts';
import { darfAendern, type Person } from './use-cases/person.ts';

/** A view as the API and the command line give it. */
export function viewAnswer(person: Person, ansicht: Ansicht) {
  const { id, name, liste, pfad, abfrage, geteilt, haus, version, start } = ansicht;
  return {
    id,
    name,
    liste,
    pfad,
    abfrage,
    adresse: addressOf(ansicht),
    geteilt,
    haus,
    eigene: ansicht.besitzer !== null && ansicht.besitzer === person.mitglied,
    aenderbar: darfAendern(person, ansicht),
    start,
    version,
    geaendertAm: ansicht.geaendertAm.toISOString(),
  };
}

/** Whose a view is, for the one who reads. */
export function originOf({ mitglied, tenant }: Person, { besitzer, haus, tenant: owner }: Ansicht): string {
  if (owner !== tenant) return `geteilt von ${haus}`;
  if (besitzer !== null && besitzer === mitglied) return 'meine';
  return 'aus meiner Organisation';
}

/** With whom a view is shared; what others share is shared with the one who reads. */
export function sharedWith({ tenant }: Person, ansicht: Ansicht): string {
  return ansicht.tenant === tenant ? teilungLabel[ansicht.geteilt] : 'mit mir';
}
