import type { LocalDate } from '#kernel';
import type { Pruefung } from '../pruefung.ts';
import type { Stand, StandAenderung } from '../stand.ts';

/** How a claim and what is known otherwise can disagree. */
export const widerspruchsarten = ['live', 'ausgesetzt', 'nicht-live', 'link'] as const;
export type Widerspruchsart = (typeof widerspruchsarten)[number];

/** What else is known about a Leistung of a Kommune. */
export interface Befund {
  readonly stand: Stand | null;
  readonly pruefung: Pruefung | null;
  /** The Onlinedienst that is live, or suspended, for this Leistung. */
  readonly live: LiveBefund | null;
  /** The offered Onlinedienst that the statement names as the Lösung in use; `null` for any other. */
  readonly genanntesAngebot: string | null;
  /** Whether that Onlinedienst is live, or suspended, in the Kommune at all. */
  readonly genanntesLive: boolean;
}

export interface LiveBefund {
  readonly loesungId: string;
  readonly titel: string;
  readonly seit: LocalDate;
  readonly ausgesetztGrund: string | null;
}

/** What one click states. */
export interface Korrektur {
  readonly key: string;
  readonly label: string;
  readonly aenderung: StandAenderung;
}

export interface Widerspruch {
  readonly art: Widerspruchsart;
  readonly satz: string;
  readonly korrekturen: readonly Korrektur[];
}

/** Where a Kommune's statement and what is known otherwise disagree, each with what would mend it. */
export function widersprueche(befund: Befund, heute: LocalDate): readonly Widerspruch[] {
  return [live(befund), ausgesetzt(befund, heute), nichtLive(befund), link(befund, heute)].flatMap(
    (each) => each ?? [],
  );
}

function live({ stand, live: found }: Befund): Widerspruch | null {
  if (found === null || found.ausgesetztGrund !== null || stand?.zustand === 'online') return null;
  const online: StandAenderung = {
    zustand: 'online',
    umgesetztAm: found.seit,
    abgeschaltetAm: null,
    grund: null,
    loesungId: found.loesungId,
  };
  return {
    art: 'live',
    satz: `„${found.titel}“ ist hier für Bürgerinnen und Bürger freigeschaltet, angegeben ist etwas anderes.`,
    korrekturen: [{ key: 'online', label: 'Als online angeben', aenderung: online }],
  };
}

function ausgesetzt({ stand, live: found, genanntesAngebot }: Befund, heute: LocalDate): Widerspruch | null {
  if (stand?.zustand !== 'online' || found === null || found.ausgesetztGrund === null) return null;
  // Somebody who offers the Leistung by another Lösung is online all the same.
  if (stand.loesungId !== null && genanntesAngebot !== found.loesungId) return null;
  return {
    art: 'ausgesetzt',
    satz: `Angegeben ist „online“, aber „${found.titel}“ ist ausgesetzt: ${found.ausgesetztGrund}`,
    korrekturen: [abschalten(heute), zurueckInUmsetzung],
  };
}

function nichtLive({ stand, genanntesAngebot, genanntesLive }: Befund): Widerspruch | null {
  if (stand?.zustand !== 'online' || genanntesAngebot === null || genanntesLive) return null;
  return {
    art: 'nicht-live',
    satz: 'Angegeben ist „online“ mit einem Onlinedienst, der hier nicht freigeschaltet ist.',
    korrekturen: [
      zurueckInUmsetzung,
      { key: 'andere-loesung', label: 'Online mit anderer Lösung', aenderung: { loesungId: null } },
    ],
  };
}

function link({ stand, pruefung }: Befund, heute: LocalDate): Widerspruch | null {
  if (stand?.zustand !== 'online' || stand.nachweis?.art !== 'link') return null;
  if (pruefung === null || pruefung.link !== stand.nachweis.link || pruefung.ergebnis === 'erreichbar')
    return null;
  const what = pruefung.status === null ? 'antwortet nicht' : `meldet den Fehler ${pruefung.status}`;
  return {
    art: 'link',
    satz: `Angegeben ist „online“, aber die Seite, die das belegen soll, ${pruefung.ergebnis === 'nicht-erlaubt' ? 'liegt nicht im öffentlichen Netz' : what}.`,
    korrekturen: [
      { key: 'ohne-link', label: 'Online, Link entfernen', aenderung: { nachweis: null } },
      abschalten(heute),
    ],
  };
}

const zurueckInUmsetzung: Korrektur = {
  key: 'in-umsetzung',
  label: 'Auf „in Umsetzung“ setzen',
  aenderung: { zustand: 'in-umsetzung', umgesetztAm: null },
};

function abschalten(heute: LocalDate): Korrektur {
  return {
    key: 'abgeschaltet',
    label: 'Seit heute abgeschaltet',
    aenderung: { zustand: 'abgeschaltet', abgeschaltetAm: heute },
  };
}
