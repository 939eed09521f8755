import { formatLocalDate, type LocalDate } from '#kernel';
import type { Zeile } from './gate.ts';

/** A Zustellpunkt as far as the gate looks at it. */
export interface Zustellung {
  readonly id: string;
  readonly name: string;
  readonly postfach: string | null;
  /** The day on which its key ends; `null` where none counts. */
  readonly schluesselBis: LocalDate | null;
}

/** A line of the gate; who mends it stands there in the words of efa's check. */
export type Line = Zeile & {
  readonly who: 'Kommune' | 'IT-Dienstleister' | 'Land oder Bündler' | 'Betreiber';
};

/** How long a receiving key must still count on the day of the start. */
export const schluesselReserve = 30;

/** Whether each chosen key still counts for a while, and whether somebody hears of a new Antrag. */
export function zustellungsZeilen(gewaehlt: readonly Zustellung[], reserveBis: LocalDate): readonly Line[] {
  return gewaehlt.flatMap(({ id, name, postfach, schluesselBis }): readonly Line[] => {
    const line = { required: true, href: '/zustellpunkte' } as const;
    const soon = schluesselBis !== null && schluesselBis < reserveBis;
    const key: readonly Line[] =
      schluesselBis === null
        ? []
        : [
            {
              ...line,
              id: `schluessel-${id}`,
              what: `Schlüssel von „${name}“ gilt noch länger`,
              ok: !soon,
              who: 'IT-Dienstleister',
              how: soon
                ? `Er gilt nur bis zum ${formatLocalDate(schluesselBis)}. Bitte erzeugen Sie einen neuen; der alte bleibt daneben gültig.`
                : `Er gilt bis zum ${formatLocalDate(schluesselBis)}.`,
            },
          ];
    const reachable = postfach !== null && istFunktionspostfach(postfach);
    return [
      ...key,
      {
        ...line,
        id: `postfach-${id}`,
        what: `Funktionspostfach von „${name}“`,
        ok: reachable,
        who: 'Kommune',
        how: reachable
          ? `Neue Anträge meldet ${postfach}.`
          : 'Bitte nennen Sie beim Zustellpunkt ein Postfach, das mehrere Personen lesen.',
      },
    ];
  });
}

/** Whether a text has the form of a mailbox that can be reached; whether somebody reads it, no probe knows. */
export function istFunktionspostfach(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]{2,}$/.test(text);
}

/** Whether every kind of office that the service names has a Zustellpunkt of the Kommune: no Antrag without an addressee. */
export function adressatenZeilen(
  dienst: string,
  stellen: readonly {
    readonly office: string;
    readonly name: string;
    readonly zustellpunkt: string | null;
  }[],
  bekannt: ReadonlySet<string>,
): readonly Line[] {
  return stellen.map(({ office, name, zustellpunkt }) => {
    const ok = zustellpunkt !== null && bekannt.has(zustellpunkt);
    return {
      id: `adressat-${office}`,
      what: `Adressat für ${name}`,
      ok,
      required: true,
      who: 'Kommune',
      how: ok
        ? 'Anträge aus jedem Bezirk kommen bei einem Zustellpunkt Ihrer Kommune an.'
        : 'Bitte wählen Sie unter „Parameter“ einen Zustellpunkt Ihrer Kommune.',
      href: `/anbindungen/${dienst}`,
    };
  });
}

/** Whether somebody works on what arrives at each chosen Zustellpunkt; a deputy besides is advised. */
export function menschenZeilen(
  gewaehlt: readonly Pick<Zustellung, 'id' | 'name'>[],
  /** Who works the inbox: the Zustellpunkte by id, `null` for all. */
  personen: readonly { readonly stellen: readonly string[] | null }[],
): readonly Line[] {
  return gewaehlt.map(({ id, name }) => {
    const zahl = personen.filter(({ stellen }) => stellen === null || stellen.includes(id)).length;
    return {
      id: `sachbearbeitung-${id}`,
      what: `Sachbearbeitung für „${name}“`,
      ok: zahl > 0,
      required: true,
      who: 'Kommune',
      how:
        zahl === 0
          ? 'Noch niemand bearbeitet, was dort ankommt. Bitte ordnen Sie unter „Mitglieder“ eine Person mit der Rolle Fachbereich zu.'
          : zahl === 1
            ? 'Eine Person. Eine Vertretung wird empfohlen.'
            : `${zahl} Personen.`,
      href: '/mitglieder',
    };
  });
}

/** What the Kommune's site says about data protection. */
export interface Auftritt {
  readonly href: string | null;
  readonly datenschutz: string | null;
}

/** Whether citizens find who answers for their data. */
export function auftrittZeile(auftritt: Auftritt | null): Line {
  const ok = auftritt !== null && auftritt.datenschutz !== null && istFunktionspostfach(auftritt.datenschutz);
  return {
    id: 'datenschutz-seite',
    what: 'Seite zum Datenschutz im Auftritt der Kommune',
    ok,
    required: true,
    who: 'Kommune',
    how: ok
      ? 'Die Seite steht und nennt die oder den Datenschutzbeauftragten.'
      : 'Bitte beschreiben Sie unter „Bürgerportal“ Ihren Auftritt mit der Adresse der oder des Datenschutzbeauftragten.',
    href: auftritt?.href ?? '/portal',
  };
}

/** Whether the form is complete in every language that it offers. */
export function sprachenZeilen(
  dienst: string,
  sprachen: readonly { readonly language: string; readonly missing: readonly string[] }[],
): readonly Line[] {
  const line = { required: true, who: 'IT-Dienstleister', href: `/onlinedienste/${dienst}` } as const;
  if (sprachen.length === 0)
    return [
      {
        ...line,
        id: 'texte',
        what: 'Texte des Formulars',
        ok: true,
        how: 'Angeboten wird Deutsch, vollständig.',
      },
    ];
  return sprachen.map(({ language, missing }) => ({
    ...line,
    id: `texte-${language}`,
    what: `Texte des Formulars in der Sprache „${language}“`,
    ok: missing.length === 0,
    how:
      missing.length === 0
        ? 'vollständig'
        : `${missing.length === 1 ? 'Ein Text fehlt' : `${missing.length} Texte fehlen`}. Bitte übersetzen oder die Sprache nicht anbieten.`,
  }));
}

/** Whether every amount that the form reckons with is there; nothing where it reckons with none. */
export function gebuehrenZeilen(
  dienst: string,
  betraege: readonly { readonly id: string; readonly label: string; readonly da: boolean }[],
): readonly Line[] {
  if (betraege.length === 0) return [];
  const missing = betraege.filter(({ da }) => !da);
  const first = missing[0]?.id ?? betraege[0]?.id ?? '';
  return [
    {
      id: 'gebuehren',
      what: 'Gebühren gelten heute',
      ok: missing.length === 0,
      required: true,
      who: 'Kommune',
      how:
        missing.length === 0
          ? betraege.map(({ label }) => label).join(', ')
          : `Es fehlt: ${missing.map(({ label }) => `„${label}“`).join(', ')}.`,
      href: `/anbindungen/${dienst}#feld-${first}`,
    },
  ];
}
