import { leerePhasen } from './phase.ts';
import type { Projektinhalt } from './projekt.ts';

/** What a new project is before anybody has said anything. */
export const leererInhalt: Projektinhalt = {
  titel: '',
  kurz: '',
  themenfeldId: null,
  efaTyp: null,
  federfuehrung: '',
  postfach: null,
  kernteamFach: [],
  kernteamIt: [],
  leistungen: [],
  loesungen: [],
  groessenklassen: [],
  portale: [],
  phasen: leerePhasen(),
  abschluss: null,
  foerderprogramm: '',
  foerderVon: null,
  foerderBis: null,
  antragsfrist: null,
  dokumente: [],
  notiz: '',
  herkunft: null,
  erfunden: false,
  felder: {},
};
