import { eurText, prozentText } from '../domain/geld.ts';
import { phasen } from '../domain/phase.ts';
import type { Projektinhalt, Projektintern } from '../domain/projekt.ts';
import { efaTypLabel, groessenklasseLabel, projektphaseLabel } from '../messages.ts';
import { eigenesPrefix, type Felder, terminfeldNamen } from './feldnamen.ts';

/** Names of what a project points to. */
export interface Namen {
  readonly themenfeld: (id: number) => string | null;
  readonly leistung: (id: string) => string | null;
}

/** What everybody may read of a project as texts; `leseFelder` reads the same back. */
export function oeffentlicheTexte(inhalt: Projektinhalt, namen: Namen): Felder {
  const { abschluss } = inhalt;
  return {
    titel: inhalt.titel,
    kurz: inhalt.kurz,
    themenfeld: inhalt.themenfeldId === null ? '' : themenfeldText(inhalt.themenfeldId, namen),
    efaTyp: inhalt.efaTyp === null ? '' : efaTypLabel[inhalt.efaTyp],
    federfuehrung: inhalt.federfuehrung,
    postfach: inhalt.postfach ?? '',
    kernteamFach: inhalt.kernteamFach.join('\n'),
    kernteamIt: inhalt.kernteamIt.join('\n'),
    leistungen: inhalt.leistungen.map((id) => `${id} ${namen.leistung(id) ?? ''}`.trim()).join('\n'),
    loesungen: inhalt.loesungen.join('\n'),
    groessenklassen: inhalt.groessenklassen.map((klasse) => groessenklasseLabel[klasse]).join('\n'),
    portale: inhalt.portale.join('\n'),
    ...phasentexte(inhalt),
    abschluss: abschluss === null ? '' : projektphaseLabel[abschluss.art],
    abschlussAm: abschluss?.am ?? '',
    abschlussGrund: abschluss?.grund ?? '',
    foerderprogramm: inhalt.foerderprogramm,
    foerderVon: inhalt.foerderVon ?? '',
    foerderBis: inhalt.foerderBis ?? '',
    antragsfrist: inhalt.antragsfrist ?? '',
    dokumente: inhalt.dokumente.map(({ titel, url }) => `${titel} | ${url}`).join('\n'),
    notiz: inhalt.notiz,
    ...eigeneTexte(inhalt.felder),
  };
}

/** Own fields by the names that forms and files give them. */
export function eigeneTexte(felder: Projektinhalt['felder']): Felder {
  return Object.fromEntries(Object.entries(felder).map(([key, text]) => [`${eigenesPrefix}${key}`, text]));
}

function themenfeldText(id: number, namen: Namen): string {
  return namen.themenfeld(id) ?? String(id);
}

function phasentexte(inhalt: Projektinhalt): Felder {
  return Object.fromEntries(
    phasen.flatMap((phase) =>
      terminfeldNamen.map((feld) => [`${phase}.${feld}`, inhalt.phasen[phase][feld] ?? '']),
    ),
  );
}

/** What only the leading house reads, as texts. */
export function interneTexte(intern: Projektintern): Felder {
  return {
    kontakt: intern.kontakt,
    quote: intern.quoteBasispunkte === null ? '' : prozentText(intern.quoteBasispunkte),
    betrag: intern.betragCent === null ? '' : eurText(intern.betragCent),
    nachweisFrist: intern.nachweisFrist ?? '',
    nachweisAm: intern.nachweisAm ?? '',
    internNotiz: intern.notiz,
  };
}
