import type { BeitragStand } from './domain/beitrag.ts';
import type { EfaBereitschaft, EfaKriterium, EfaUrteil } from './domain/efa-kriterien.ts';
import type { Anlass, LoesungFassung, Loesungsart, Loesungsstatus, Mindestniveau } from './domain/loesung.ts';

export const artLabel: Readonly<Record<Loesungsart, string>> = {
  onlinedienst: 'Onlinedienst',
  'efa-dienst': 'EfA-Dienst',
  formularassistent: 'Formularassistent',
  fachverfahren: 'Fachverfahren',
};

export const statusLabel: Readonly<Record<Loesungsstatus, string>> = {
  angekuendigt: 'angekündigt',
  'in-entwicklung': 'in Entwicklung',
  verfuegbar: 'verfügbar',
  ausgelaufen: 'ausgelaufen',
};

export const niveauLabel: Readonly<Record<Mindestniveau, string>> = {
  ohne: 'ohne Anmeldung',
  untergeordnet: 'untergeordnet',
  normal: 'normal',
  substantiell: 'substantiell',
  hoch: 'hoch',
};

export const kriteriumLabel: Readonly<Record<EfaKriterium, string>> = {
  oberflaeche: 'Oberfläche und Design',
  fachlogik: 'Fachlogik',
  nutzerkonto: 'Nutzerkonto',
  bezahlen: 'Bezahlen',
  datenaustausch: 'Standard für den Datenaustausch',
  transport: 'Routing und Transport',
  recht: 'Rechtliche Nachnutzung',
  organisation: 'Organisation',
};

export const urteilLabel: Readonly<Record<EfaUrteil, string>> = {
  erfuellt: 'erfüllt',
  'nicht-erfuellt': 'nicht erfüllt',
};

export const bereitschaftLabel: Readonly<Record<EfaBereitschaft, string>> = {
  erfuellt: 'alle erfüllt',
  teilweise: 'teilweise erfüllt',
  'nicht-erfuellt': 'keine erfüllt',
  'keine-angabe': 'keine Angabe',
};

export const beitragStandLabel: Readonly<Record<BeitragStand, string>> = {
  entwurf: 'Entwurf',
  wartet: 'wartet auf Entscheidung',
  rueckfrage: 'Rückfrage',
  uebernommen: 'übernommen',
  abgelehnt: 'abgelehnt',
  zurueckgezogen: 'zurückgezogen',
};

export const anlassLabel: Readonly<Record<LoesungFassung['anlass'], string>> = {
  referenz: 'Referenzdaten',
  angebot: 'Angebot eines Onlinedienstes',
  entfallen: 'Nicht mehr in den Referenzdaten',
  neu: 'Neu aufgenommen',
  aendern: 'Geändert',
  beenden: 'Ende eingetragen',
  zusammenfuehren: 'Zusammengeführt',
};

/** What a contribution is called while it waits. */
export const beitragArtLabel: Readonly<Record<Anlass, string>> = {
  neu: 'Neue Lösung',
  aendern: 'Änderung',
  beenden: 'Ende',
  zusammenfuehren: 'Doppel',
};
