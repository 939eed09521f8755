import type { Command } from '#platform';
import { abdeckungCommand, karteCommand } from './cli-abdeckung.ts';
import { command, nothing, printed, text } from './cli-zahlen-parts.ts';
import type { FrageDeps } from './use-cases/frage-stellen.ts';
import * as antworten from './use-cases/zahlen-antworten.ts';
import { ausschlussText } from './views/vergleich-text.ts';
import * as json from './views/zahlen-json.ts';
import { abdeckungSaetze, anteil, werGezaehltIst } from './views/zahlen-saetze.ts';
import { zustandText } from './views/zustand-text.ts';

/** The figures on the command line; the operator names the organisation with whose eyes it looks. */
export function zahlenCommands(deps: FrageDeps): readonly Command[] {
  return [
    zahlenCommand(deps),
    abdeckungCommand(deps),
    karteCommand(deps),
    verteilungCommand(deps),
    verlaufCommand(deps),
    paareCommand(deps),
    vergleichCommand(deps),
  ];
}

function zahlenCommand(deps: FrageDeps): Command {
  return command('compass.zahlen', 'zahlen', 'Wie viel von den Pflichten online ist', {}, async (anfrage) =>
    printed(await antworten.zahlenAntwort(deps, anfrage), json.zahlenJson, ({ frage, alle, eigene }) => [
      ...(eigene
        ? [eigene.frage.betrachter.eigene?.name ?? '', ...coverageLines(eigene.frage, eigene.abdeckung)]
        : []),
      werGezaehltIst(frage),
      ...coverageLines(frage, alle),
    ]),
  );
}

function coverageLines(
  frage: antworten.ZahlenAntwort['frage'],
  abdeckung: antworten.ZahlenAntwort['alle'],
): readonly string[] {
  if (abdeckung === null) return [nothing];
  const saetze = abdeckungSaetze(abdeckung, frage);
  return [
    `  ${anteil(abdeckung.kommunen).padEnd(12)}${saetze.kommunen}`,
    `  ${anteil(abdeckung.einwohner).padEnd(12)}${saetze.einwohner}`,
    `  ${anteil(abdeckung.faelle).padEnd(12)}${saetze.faelle}`,
    `  ${saetze.ohneAngabe}`,
  ];
}

function verteilungCommand(deps: FrageDeps): Command {
  const options = { zeilen: text, spalten: text };
  return command(
    'compass.verteilung',
    'zahlen verteilung',
    'Leistungen der Kommunen nach zwei Aufteilungen',
    options,
    async (anfrage) =>
      printed(
        await antworten.verteilungAntwort(deps, anfrage),
        json.verteilungJson,
        ({ frage, verteilung }) => {
          const lines = verteilung.zeilen.map(({ label }, row) => {
            const counts = verteilung.spalten.map(
              (spalte, at) => `${spalte.label} ${verteilung.paare[row]?.[at] ?? 0}`,
            );
            return `${label}: ${counts.join(', ')}`;
          });
          return [werGezaehltIst(frage), ...(lines.length > 0 ? lines : [nothing])];
        },
      ),
  );
}

function verlaufCommand(deps: FrageDeps): Command {
  return command(
    'compass.verlauf',
    'zahlen verlauf',
    'Die Zustände der letzten 24 Monate',
    {},
    async (anfrage) =>
      printed(await antworten.verlaufAntwort(deps, anfrage), json.verlaufJson, ({ frage, verlauf }) => [
        werGezaehltIst(frage),
        ...verlauf.tage.map((tag, at) => {
          const counts = (verlauf.paare[at] ?? []).map((count, code) => `${zustandText(code)} ${count}`);
          return `${tag}  ${counts.join(', ')}`;
        }),
      ]),
  );
}

function paareCommand(deps: FrageDeps): Command {
  const options = { suche: text, sortierung: text, seite: text, anzahl: text };
  return command(
    'compass.paare',
    'zahlen paare',
    'Zeile für Zeile, was eine Zahl zählt',
    options,
    async (anfrage) =>
      printed(await antworten.paareAntwort(deps, anfrage), json.paareJson, ({ frage, anzahl, paare }) => [
        `${anzahl} ${anzahl === 1 ? 'Zeile' : 'Zeilen'}. ${werGezaehltIst(frage)}`,
        ...paare.map(
          (paar) =>
            `${paar.ags}  ${paar.leistungId}  ${zustandText(paar.zustand).padEnd(16)}${paar.leistung}`,
        ),
      ]),
  );
}

function vergleichCommand(deps: FrageDeps): Command {
  const options = { fuer: text, band: text, mit: text };
  return command(
    'compass.vergleich',
    'vergleich',
    'Fairer Vergleich mit ähnlichen Kommunen',
    options,
    async (anfrage) =>
      printed(
        await antworten.vergleichAntwort(deps, anfrage),
        json.vergleichAntwortJson,
        ({ frage, vergleich }) => [
          `${vergleich.pflichten} gleiche Pflichten. ${werGezaehltIst(frage)}`,
          ...vergleich.feld.map(
            ({ platz, name, online }) => `${String(platz).padStart(4)}  ${name}: ${online} online`,
          ),
          ...vergleich.nichtVerglichen.map(({ name, grund }) => `      ${name}: ${ausschlussText(grund)}`),
        ],
      ),
  );
}
