import { formatLocalDate } from '#kernel';
import { formatInstant, formatNumber } from '#ui';
import type { Ergebnis } from '../domain/abstimmung.ts';
import { wartetFaden } from '../domain/frage.ts';
import { aufgabeZustandLabel, beschlussZustandLabel, formLabel, gewichtungLabel } from '../messages.ts';
import type { Dokument } from '../use-cases/dokument.ts';
import type { Paket } from '../use-cases/paket.ts';
import { type SitzungBlick, sitzName } from '../use-cases/read-sitzung.ts';

/** The minutes of a session as a document. Guests stand in it by name only for the house that invited them. */
export function protokollDokument(blick: SitzungBlick): Dokument {
  const { sitzung, gruppe } = blick;
  return {
    titel: `Protokoll: ${sitzung.titel}`,
    absaetze: [
      `${gruppe.name}, ${sitzung.nummer}. Sitzung am ${formatLocalDate(sitzung.tag)}, ${sitzung.beginn} bis ${sitzung.ende} Uhr, ${formLabel[sitzung.form]}${sitzung.ort ? `, ${sitzung.ort}` : ''}.`,
      sitzung.abgeschlossenAm === null
        ? 'Entwurf: Die Sitzung ist noch nicht abgeschlossen.'
        : `Abgeschlossen am ${formatInstant(sitzung.abgeschlossenAm)}.`,
    ],
    teile: [
      { titel: 'Anwesend', absaetze: [anwesendText(blick)], tabelle: null },
      ...blick.punkte.map(({ id, titel, beginn, text }, at) => ({
        titel: `${at + 1}. ${titel} (${beginn} Uhr)`,
        absaetze: [...(text ? [text] : []), ...notizenZu(blick, id)],
        tabelle: null,
      })),
      ...ohnePunkt(blick),
      beschluesse(blick),
      fragen(blick),
      aufgaben(blick),
    ],
  };
}

/** Who was there, by organisation; guests by name where the reader may know it. */
export function anwesendText({ anwesend, sitze, gaeste }: SitzungBlick): string {
  const namen = anwesend.flatMap((wer) => {
    const id = wer.slice(5);
    if (wer.startsWith('sitz:')) return sitzName(sitze, id) ?? [];
    const gast = gaeste.find((one) => one.id === id);
    return gast ? `${gast.name} (${gast.organisation}, Gast)` : [];
  });
  const counts = [...Map.groupBy(namen, (name) => name)].map(([name, all]) =>
    all.length > 1 ? `${name} (${all.length})` : name,
  );
  const unnamed = anwesend.length - namen.length;
  const guests = unnamed > 0 ? [`${unnamed} ${unnamed === 1 ? 'Gast' : 'Gäste'}`] : [];
  return (
    [...counts.toSorted((a, b) => a.localeCompare(b, 'de')), ...guests].join(', ') ||
    'Noch nicht festgehalten.'
  );
}

function notizenZu({ notizen }: SitzungBlick, punktId: string | null): readonly string[] {
  return notizen.filter((notiz) => notiz.punktId === punktId).map(({ text }) => text);
}

function ohnePunkt(blick: SitzungBlick): Dokument['teile'] {
  const known = new Set(blick.punkte.map(({ id }) => id));
  const rest = blick.notizen
    .filter(({ punktId }) => punktId === null || !known.has(punktId))
    .map(({ text }) => text);
  return rest.length === 0 ? [] : [{ titel: 'Sonstiges', absaetze: rest, tabelle: null }];
}

function beschluesse({ beschluesse: all }: SitzungBlick): Dokument['teile'][number] {
  const rows = all.map(({ nummer, titel, text, zustand, ergebnis, ziele }) => [
    `${nummer}. ${titel}`,
    text,
    [beschlussZustandLabel[zustand], ergebnis && ergebnisText(ergebnis)].filter(Boolean).join('. '),
    ziele.map(({ name }) => name).join(', ') || '–',
  ]);
  return teil(
    'Beschlüsse',
    ['Beschluss', 'Wortlaut', 'Ergebnis', 'Betrifft'],
    rows,
    'Es wurde nichts beschlossen.',
  );
}

/** What was counted, in words. */
export function ergebnisText({ gewichtung, gewichte, stimmen, ohneGewicht }: Ergebnis): string {
  const unit = gewichtung === 'einwohner' ? ' Einwohner' : '';
  const part = (wahl: 'ja' | 'nein', label: string) =>
    `${label} ${formatNumber(gewichte[wahl])}${unit}${unit ? ` (${stimmen[wahl]} Stimmen)` : ''}`;
  const missing =
    ohneGewicht.length > 0
      ? ` Ohne bekannte Einwohnerzahl und deshalb nicht gewichtet: ${ohneGewicht.join(', ')}.`
      : '';
  return `${part('ja', 'Ja')}, ${part('nein', 'Nein')}, Enthaltung ${formatNumber(stimmen.enthaltung)}; gezählt: ${gewichtungLabel[gewichtung]}.${missing}`;
}

function fragen({ fragen: open, behandelt }: SitzungBlick): Dokument['teile'][number] {
  const rows = [
    ...open.map(({ betreff, faden, zustaendigName }) => [
      betreff,
      fadenText(faden),
      zustaendigName ?? 'noch niemand',
    ]),
    ...behandelt.map(({ betreff, zustand, zustaendig }) => [
      betreff,
      fadenText(zustand),
      zustaendig ?? 'noch niemand',
    ]),
  ];
  return teil('Fragen', ['Frage', 'Stand', 'Zuständig'], rows, 'Es stand keine Frage auf der Tagesordnung.');
}

function fadenText(faden: Parameters<typeof wartetFaden>[0]): string {
  if (wartetFaden(faden)) return 'offen, kommt auf die nächste Tagesordnung';
  return faden === 'beantwortet' ? 'beantwortet' : 'zurückgezogen';
}

function aufgaben({ aufgaben: all, sitze }: SitzungBlick): Dokument['teile'][number] {
  const rows = all.map(({ titel, zustaendig, faellig, zustand }) => [
    titel,
    sitzName(sitze, zustaendig) ?? 'noch niemand',
    faellig ? formatLocalDate(faellig) : 'ohne Termin',
    aufgabeZustandLabel[zustand],
  ]);
  return teil('Aufgaben', ['Aufgabe', 'Zuständig', 'Fällig', 'Stand'], rows, 'Keine neuen Aufgaben.');
}

function teil(
  titel: string,
  spalten: readonly string[],
  zeilen: readonly string[][],
  leer: string,
): Dokument['teile'][number] {
  return zeilen.length === 0
    ? { titel, absaetze: [leer], tabelle: null }
    : { titel, absaetze: [], tabelle: { spalten: [...spalten], zeilen: [...zeilen] } };
}

/** A newcomer's pack as a document. */
export function paketDokument({ person, rolle, haus, stand, teile }: Paket): Dokument {
  return {
    titel: `Einarbeitung: ${rolle.label}`,
    absaetze: [
      `${haus}. Stand ${formatLocalDate(stand)}.`,
      person
        ? `Was ${person.name} in dieser Rolle führt und wer es übernimmt, findet hier den Anfang.`
        : 'Was jemand in dieser Rolle wissen muss.',
    ],
    teile: teile.map(({ titel, leer, zeilen, gesamt }) => ({
      titel: gesamt > zeilen.length ? `${titel} (${zeilen.length} von ${gesamt})` : titel,
      absaetze: zeilen.length === 0 ? [leer] : [],
      tabelle:
        zeilen.length === 0
          ? null
          : {
              spalten: ['Was', 'Näheres', 'Tag'],
              zeilen: zeilen.map(({ text, zusatz, tag }) => [text, zusatz, tag ? formatLocalDate(tag) : '']),
            },
    })),
  };
}
