import { phasen } from '../domain/phase.ts';
import { projektphaseLabel } from '../messages.ts';

/** The four days and the note of a phase, by the ending of their fields. */
export const terminfelder = {
  planBeginn: 'geplant von',
  planEnde: 'geplant bis',
  istBeginn: 'tatsächlich von',
  istEnde: 'tatsächlich bis',
  bemerkung: 'Bemerkung',
} as const;

export type Terminfeld = keyof typeof terminfelder;

export const terminfeldNamen = Object.keys(terminfelder) as readonly Terminfeld[];

const phasenfelder: Readonly<Record<string, string>> = Object.fromEntries(
  phasen.flatMap((phase) =>
    terminfeldNamen.map((feld) => [`${phase}.${feld}`, `${projektphaseLabel[phase]}: ${terminfelder[feld]}`]),
  ),
);

/** What everybody may read, as fields of forms, files and problems, with the words that stand above them. */
export const oeffentlicheFelder: Readonly<Record<string, string>> = {
  titel: 'Projekt',
  kurz: 'Kurzbeschreibung',
  themenfeld: 'Themenfeld',
  efaTyp: 'EfA-Typ',
  federfuehrung: 'Federführung',
  postfach: 'Funktionspostfach',
  kernteamFach: 'Kernteam Fach',
  kernteamIt: 'Kernteam IT',
  leistungen: 'Leistungen',
  loesungen: 'Lösungen',
  groessenklassen: 'Hilft Größenklassen',
  portale: 'Zielportale',
  ...phasenfelder,
  abschluss: 'Abschluss',
  abschlussAm: 'Abschluss am',
  abschlussGrund: 'Abschluss: Grund',
  foerderprogramm: 'Förderprogramm',
  foerderVon: 'Förderung von',
  foerderBis: 'Förderung bis',
  antragsfrist: 'Antragsfrist der Förderung',
  dokumente: 'Dokumente',
  notiz: 'Hinweise',
};

/** What only the leading house reads. */
export const interneFelder: Readonly<Record<string, string>> = {
  kontakt: 'Ansprechperson (intern)',
  quote: 'Förderquote (intern)',
  betrag: 'Förderbetrag (intern)',
  nachweisFrist: 'Verwendungsnachweis fällig (intern)',
  nachweisAm: 'Verwendungsnachweis eingereicht (intern)',
  internNotiz: 'Notizen (intern)',
};

export const feldLabel: Readonly<Record<string, string>> = { ...oeffentlicheFelder, ...interneFelder };

/** What the names of own fields begin with. */
export const eigenesPrefix = 'feld.';

/** Fields by name, as text. */
export type Felder = Readonly<Record<string, string>>;
