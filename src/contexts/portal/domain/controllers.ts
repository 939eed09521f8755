/** What the answer to „who is responsible for my data“ is worked out from. */
export interface ControllerFacts {
  /** The Kommune lies in Nordrhein-Westfalen. */
  readonly nrw?: boolean;
  readonly kommune: string;
  readonly anschrift: string;
  readonly datenschutzEmail: string;
  /** The IT-Dienstleister that runs the site for the Kommune, where one does. */
  readonly dienstleister: string | null;
  readonly dienste: readonly DienstFacts[];
}

export interface DienstFacts {
  readonly titel: string;
  /** Who offers and runs the Onlinedienst. */
  readonly betreiber: string;
  /** The Land whose law it follows; null for all of Germany. */
  readonly land: string | null;
  /** Who answers for the data at the authority, as the Kommune states it. */
  readonly verantwortlich: string | null;
  readonly kontakt: string | null;
  readonly entwurf: Loeschung | null;
  readonly vorgang: Loeschung | null;
}

export interface Loeschung {
  readonly tage: number;
  readonly ab: 'last-edit' | 'submission' | 'closed';
  readonly grundlage: string;
}

export type PhaseId = 'lesen' | 'ausfuellen' | 'bearbeiten';

/** One phase of the data of one Onlinedienst (or of reading): who answers for it, who works for them, how long. */
export interface Phase {
  readonly phase: PhaseId;
  /** Null where the phase is the site's, not an Onlinedienst's. */
  readonly dienst: string | null;
  readonly verantwortlich: string;
  readonly kontakt: string | null;
  readonly auftragsverarbeiter: string | null;
  readonly grundlage: string;
  readonly loeschung: Loeschung | null;
}

/** Who is responsible in each phase of the data: reading the site, filling in, working on it at the authority. */
export function phasesOf(facts: ControllerFacts): readonly Phase[] {
  const lesen: Phase = {
    phase: 'lesen',
    dienst: null,
    verantwortlich: `${facts.kommune}, ${facts.anschrift}`,
    kontakt: facts.datenschutzEmail,
    auftragsverarbeiter: facts.dienstleister,
    grundlage:
      facts.nrw === false
        ? 'Artikel 6 Absatz 1 Buchstabe e DSGVO mit dem Datenschutzgesetz des Landes'
        : 'Artikel 6 Absatz 1 Buchstabe e DSGVO, § 3 Datenschutzgesetz NRW',
    loeschung: null,
  };
  return [
    lesen,
    ...facts.dienste.flatMap((dienst) => [ausfuellen(facts, dienst), bearbeiten(facts, dienst)]),
  ];
}

// § 8a OZG speaks of services across the Länder; one that a single Land uses is run on behalf of the Kommune.
function ausfuellen(facts: ControllerFacts, dienst: DienstFacts): Phase {
  const common = { phase: 'ausfuellen', dienst: dienst.titel, loeschung: dienst.entwurf } as const;
  if (dienst.land === null)
    return {
      ...common,
      verantwortlich: dienst.betreiber,
      kontakt: null,
      auftragsverarbeiter: null,
      grundlage:
        '§ 8a Onlinezugangsgesetz: Wer einen länderübergreifenden Onlinedienst betreibt, verantwortet den Zwischenspeicher selbst',
    };
  return {
    ...common,
    verantwortlich: dienst.verantwortlich ?? `${facts.kommune}, ${facts.anschrift}`,
    kontakt: dienst.kontakt ?? facts.datenschutzEmail,
    auftragsverarbeiter: dienst.betreiber,
    grundlage:
      'Artikel 28 DSGVO: Der Betreiber verwahrt den Zwischenspeicher im Auftrag der Kommune. Der Onlinedienst gilt nur in einem Land, ist also kein länderübergreifender nach § 8a Onlinezugangsgesetz; dessen Löschfrist wendet er trotzdem an',
  };
}

function bearbeiten(facts: ControllerFacts, dienst: DienstFacts): Phase {
  return {
    phase: 'bearbeiten',
    dienst: dienst.titel,
    verantwortlich: dienst.verantwortlich ?? `${facts.kommune}, ${facts.anschrift}`,
    kontakt: dienst.kontakt ?? facts.datenschutzEmail,
    auftragsverarbeiter: facts.dienstleister,
    grundlage: 'Die Vorschriften der Leistung; sie stehen auf ihrer Seite',
    loeschung: dienst.vorgang,
  };
}
