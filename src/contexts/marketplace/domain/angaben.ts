import type { LocalDate } from '#kernel';
import type { Kriterienurteile } from './mindestkriterien.ts';

/** How well a service is looked after. */
export interface Leistungsgute {
  readonly verfuegbarkeit: string;
  readonly support: string;
  readonly reaktion: string;
  readonly wartung: string;
}

/** What the provider says of an Onlinedienst besides its definition. */
export interface Dienstinhalt {
  /** Who runs it, where that is not the provider itself. */
  readonly betreiber: string;
  readonly leistungsgute: Leistungsgute;
  readonly kriterien: Kriterienurteile;
  /** Whether an order needs a Rahmenvereinbarung with the provider. */
  readonly rahmenNoetig: boolean;
  /** The last day on which it is offered; orders end before. */
  readonly eingestelltZum: LocalDate | null;
  readonly kontakt: string;
}

export interface Dienstangaben {
  readonly dienst: string;
  readonly nummer: number;
  readonly haus: string;
  readonly inhalt: Dienstinhalt;
  readonly angegebenAm: Date;
}

/** What holds where the provider said nothing yet. */
export const ohneAngaben: Dienstinhalt = {
  betreiber: '',
  leistungsgute: { verfuegbarkeit: '', support: '', reaktion: '', wartung: '' },
  kriterien: {},
  rahmenNoetig: true,
  eingestelltZum: null,
  kontakt: '',
};
