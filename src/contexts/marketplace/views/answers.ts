import type { Befugnis } from '../domain/befugnis.ts';
import type { Bestellung } from '../domain/bestellung.ts';
import type { Dienstdokument } from '../domain/dienstdokument.ts';
import type { Einmalig } from '../domain/einmalig.ts';
import { kriterienstand } from '../domain/mindestkriterien.ts';
import type { Preis } from '../domain/preisblatt.ts';
import type { Rahmenvereinbarung } from '../domain/rahmen.ts';
import type { Sammelbestellung } from '../domain/sammelbestellung.ts';
import { einladungText } from '../messages.ts';
import type { Eingeladen } from '../use-cases/interessenten.ts';
import type { Bestelldetail } from '../use-cases/read-bestellungen.ts';
import type { Dienstseite } from '../use-cases/read-dienst.ts';
import type { Marktzeile } from '../use-cases/read-marktplatz.ts';

function preisAnswer({ jahrCent, ersteCent, einmaligCent, woher, luecke }: Preis, einmalig: Einmalig) {
  return { jahrCent, ersteCent, einmaligCent, einmalig: einmalig.art, woher, luecke };
}

/** A service of the list as API and command line give it. */
export function marktAnswer({
  offering,
  kriterien,
  live,
  preis,
  einmalig,
  luecken,
  stand,
  inhalt,
}: Marktzeile) {
  const { dienst, fassung, anbieter, data } = offering.angebot;
  return {
    dienst,
    titel: data.title,
    fassung,
    anbieter,
    live,
    preis: preisAnswer(preis, einmalig),
    kriterien,
    luecken,
    stand,
    eingestelltZum: inhalt.eingestelltZum,
  };
}

/** One service with everything that its page shows. */
export function dienstAnswer(seite: Dienstseite) {
  const { offering, inhalt, eigene, dauer, parameter, zustellpunkte, pruefliste, live } = seite;
  const { angebot, angaben, preise, fassungen } = offering;
  return {
    dienst: angebot.dienst,
    titel: angebot.data.title,
    kurz: angebot.data.summary,
    anbieter: angebot.anbieter,
    fassungen: fassungen.map(({ fassung, angebotenAm }) => ({
      fassung,
      angebotenAm: angebotenAm.toISOString(),
    })),
    leistungen: angebot.data.covers.map(({ leika, name }) => ({ leika, name })),
    live,
    angabenNummer: angaben?.nummer ?? 0,
    angaben: inhalt,
    kriterien: kriterienstand(inhalt.kriterien),
    preisblatt: offering.preisblatt?.nummer ?? null,
    preise: preise.map(({ nummer, gueltigAb, inhalt: preis, angegebenAm }) => ({
      nummer,
      gueltigAb,
      inhalt: preis,
      angegebenAm: angegebenAm.toISOString(),
    })),
    dokumente: seite.dokumente.map(dokumentAnswer),
    zurueckgenommen: seite.zurueckgenommen.map(dokumentAnswer),
    dauer,
    braucht: { parameter, zustellpunkte, pruefliste },
    eigene: eigene && {
      kommune: eigene.wer.kommune.name,
      ags: eigene.wer.kommune.ags,
      preis: preisAnswer(eigene.preis.preis, eigene.einmalig),
      einwohner: eigene.preis.einwohner,
      luecken: eigene.luecken,
      interessiert: eigene.interesse?.interessiert ?? false,
      eingeladenAm: eigene.einladung?.stand ?? null,
      anbindung: eigene.anbindung?.zustand ?? null,
      bestellung: eigene.bestellung && { id: eigene.bestellung.id, zustand: eigene.bestellung.zustand },
      fuerAlle: eigene.fuerAlle?.auftraggeber ?? null,
      rahmenvereinbarung: eigene.rahmen?.titel ?? null,
    },
  };
}

function dokumentAnswer({ id, titel, name, mediaType, bytes, sha256, ruecknahme }: Dienstdokument) {
  return {
    ...{ id, titel, name, mediaType, bytes, sha256 },
    zurueckgenommenAm: ruecknahme?.am.toISOString() ?? null,
    grund: ruecknahme?.grund ?? null,
  };
}

/** An order. */
export function bestellAnswer(bestellung: Bestellung) {
  const { tenant: _, empfaenger: __, vorbereitetAm, geaendertAm, ...rest } = bestellung;
  return { ...rest, vorbereitetAm: vorbereitetAm.toISOString(), geaendertAm: geaendertAm.toISOString() };
}

/** An order with the rule by which it is signed. */
export function bestelldetailAnswer({ bestellung, regel, zeitraum, eigene, dokumente }: Bestelldetail) {
  return {
    ...bestellAnswer(bestellung),
    dokumente: dokumente.map(dokumentAnswer),
    regel: {
      norm: regel.norm,
      form: regel.form,
      text: regel.text,
      annahme: regel.annahme,
      quelle: regel.source.title,
    },
    zeitraumHeute: zeitraum,
    fruehestesEnde: eigene?.fruehestesEnde ?? null,
  };
}

export function befugnisAnswer({ id, name, mitglied, art, grenzeCent, ...rest }: Befugnis) {
  return { id, name, mitglied, art, grenzeCent, ...rest };
}

export function rahmenAnswer({ tenant: _, ...rest }: Rahmenvereinbarung) {
  return rest;
}

export function sammelAnswer({ tenant: _, anbieterId: __, ...rest }: Sammelbestellung) {
  return rest;
}

/** Who was invited, and who was not, in words. */
export function eingeladenAnswer({ eingeladen, ausgelassen }: Eingeladen) {
  return {
    eingeladen: [...eingeladen],
    ausgelassen: ausgelassen.map(({ kommune, warum }) => ({ kommune, warum: einladungText[warum] })),
  };
}
