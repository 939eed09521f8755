/** Where the criteria come from; their full wording is not shipped. */
export const kriterienQuelle = {
  title: 'EfA-Mindestanforderungen (FITKO)',
  url: 'https://docs.fitko.de/fit/policies/efa-mindestanforderungen',
} as const;

/** Where the wording of the groups „Oberflächengestaltung“ and „Fachlogik“ was read, on 22.11.2026. */
export const wortlautQuelle = {
  title: 'Wirtschafts-Service-Portal.NRW, gelesen am 22.11.2026',
  url: 'https://service.wirtschaft.nrw/hilfe/efa/nachnutzung/mitnutzung/mitnutzung-ueberblick/mindestanforderungen/',
} as const;

/** Groups of the catalogue whose wording no source of ours shows. */
export const offeneGruppen = [
  'Nutzerkonto',
  'Payment',
  'Datenaustauschstandard',
  'Routing und Transport',
  'rechtliche Nachnutzungsmöglichkeit',
  'Organisation',
] as const;

/** The minimum criteria of EfA services, as our source names them; `muss` or only `soll`. */
export const mindestkriterien = {
  'neutrales-design': { label: 'Neutrales Design', rang: 'muss' },
  'geprueftes-design': { label: 'Mit Menschen erprobtes Design', rang: 'soll' },
  'behoerde-genannt': {
    label: 'Zeigt die zuständige Behörde mit Kontakt, sobald das Merkmal der Zuständigkeit bekannt ist',
    rang: 'muss',
  },
  wappen: { label: 'Zeigt das Wappen der zuständigen Behörde', rang: 'soll' },
  empfaenger: {
    label: 'Ermittelt den Empfänger aus LeiKa-Schlüssel und Regionalschlüssel',
    rang: 'muss',
  },
  fachrecht: { label: 'Erfüllt die fachlichen Anforderungen, vor allem des Bundesrechts', rang: 'muss' },
  landesrecht: { label: 'Lässt sich an das Recht jedes Landes anpassen', rang: 'muss' },
} as const;

export type Mindestkriterium = keyof typeof mindestkriterien;

export const kriterien = Object.keys(mindestkriterien) as readonly Mindestkriterium[];

/** A judgement with what it rests on; nothing is met without evidence. */
export interface Kriterienurteil {
  readonly erfuellt: boolean;
  readonly beleg: string;
}

export type Kriterienurteile = Readonly<Partial<Record<Mindestkriterium, Kriterienurteil>>>;

export interface Kriterienstand {
  readonly erfuellt: number;
  readonly nichtErfuellt: number;
  readonly unbekannt: number;
  readonly von: number;
}

/** Counts the criteria; what nobody judged is unknown, never met. */
export function kriterienstand(urteile: Kriterienurteile): Kriterienstand {
  const judged = kriterien.flatMap((each) => urteile[each] ?? []);
  const erfuellt = judged.filter((each) => each.erfuellt).length;
  return {
    erfuellt,
    nichtErfuellt: judged.length - erfuellt,
    unbekannt: kriterien.length - judged.length,
    von: kriterien.length,
  };
}
