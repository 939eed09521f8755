import type { Ergebnis } from '../domain/abstimmung.ts';
import type { Neuerungsblatt } from '../domain/neuerung.ts';
import type { Sitzung } from '../domain/sitzung.ts';
import type { Aufgabe } from '../store/aufgaben.ts';
import type { Beschluss, Ziel } from '../store/beschluesse.ts';
import type { Sitz } from '../store/gruppen.ts';
import type { Frage } from '../use-cases/fragen.ts';
import type { Paket } from '../use-cases/paket.ts';
import { type SitzungBlick, sitzName } from '../use-cases/read-sitzung.ts';
import { anwesendText, ergebnisText } from './dokumente.ts';

export function kurzJson(
  { id, nummer, titel, tag, beginn, ende, form, ort, zustand }: Sitzung,
  gruppe: string,
) {
  return { id, gruppe, nummer, titel, tag, beginn, ende, form, ort, zustand };
}

export function beschlussJson(
  one: Beschluss & { readonly ziele: readonly Ziel[] },
  ergebnis: Ergebnis | null = one.ergebnis,
) {
  const { id, sitzungId: sitzung, nummer, titel, text, zustand, gewichtung, ziele } = one;
  return {
    id,
    sitzung,
    nummer,
    titel,
    text,
    zustand,
    gewichtung,
    ergebnis: ergebnis && {
      ...ergebnis.gewichte,
      stimmen: ergebnis.stimmen.ja + ergebnis.stimmen.nein + ergebnis.stimmen.enthaltung,
      angenommen: ergebnis.angenommen,
      saetze: ergebnisText(ergebnis),
    },
    betrifft: ziele.map(({ art, id: ziel, name, href }) => ({ art, id: ziel, name, href })),
  };
}

export function aufgabeJson(aufgabe: Aufgabe, zustaendig: string | null) {
  const { id, titel, zustand, faellig, sitzungId: sitzung, beschlussId: beschluss, vermerk } = aufgabe;
  return { id, titel, zustand, zustaendig, faellig, sitzung, beschluss, vermerk };
}

export function frageJson({
  id,
  betreff,
  zu,
  haus,
  zustand,
  liste,
  zustaendigName,
  sitzungId,
  vertagt,
  antwort,
}: Frage) {
  return {
    id,
    betreff,
    zu: `${zu.art}:${zu.id}`,
    zuName: zu.name,
    haus,
    zustand,
    liste,
    zustaendig: zustaendigName,
    sitzung: sitzungId,
    vertagt,
    antwort: antwort?.text ?? null,
  };
}

export function sitzJson({ id, gruppeId: gruppe, haus, ags, memberId, seit, bis }: Sitz) {
  return { id, gruppe, haus, ags, besetzt: memberId !== null, seit, bis };
}

export function sitzungJson(blick: SitzungBlick) {
  const { sitzung, sitze } = blick;
  const { fassung, link, abstandMonate, grund } = sitzung;
  return {
    ...kurzJson(sitzung, blick.gruppe.name),
    fassung,
    link,
    abstandMonate,
    grund,
    folgetermin: blick.folgetermin,
    punkte: blick.punkte.map(({ id, beginn, titel, minuten, zustaendig, text }) => ({
      id,
      beginn,
      titel,
      minuten,
      zustaendig: sitzName(sitze, zustaendig),
      text,
    })),
    fragen: blick.fragen.map(frageJson),
    unterlagen: blick.materialien.map(({ id, name, mediaType, bytes, punktId: punkt }) => ({
      id,
      name,
      mediaType,
      bytes,
      punkt,
    })),
    anmeldungen: blick.anmeldungen.map(({ sitzId, teilnahme }) => ({
      haus: sitzName(sitze, sitzId) ?? '',
      teilnahme,
    })),
    anwesend: anwesendText(blick),
    beschluesse: blick.beschluesse.map((one) => beschlussJson(one)),
    aufgaben: blick.aufgaben.map((one) => aufgabeJson(one, sitzName(sitze, one.zustaendig))),
    notizen: blick.notizen.map(({ id, punktId: punkt, fassung: nr, text, haus, angelegtAm }) => ({
      id,
      punkt,
      fassung: nr,
      text,
      haus,
      am: angelegtAm.toISOString(),
    })),
  };
}

export function blattJson({ von, bis, teile }: Neuerungsblatt) {
  const namen = ({ anzahl, namen: few }: Neuerungsblatt['teile'][number]['zeilen'][number]['kommunen']) => ({
    anzahl,
    namen: few.map(({ name }) => name),
  });
  return {
    von,
    bis,
    teile: teile.map(({ key, titel, gesamt, zeilen }) => ({
      key,
      titel,
      gesamt,
      zeilen: zeilen.map((zeile) => ({
        ...zeile,
        kommunen: namen(zeile.kommunen),
        leistungen: namen(zeile.leistungen),
      })),
    })),
  };
}

export function paketJson({ person, rolle, haus, stand, teile }: Paket) {
  return {
    person: person?.name ?? null,
    rolle: rolle.label,
    haus,
    stand,
    teile: teile.map(({ titel, gesamt, zeilen }) => ({
      titel,
      gesamt,
      zeilen: zeilen.map((zeile) => ({ ...zeile })),
    })),
  };
}
