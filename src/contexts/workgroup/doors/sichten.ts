import { z } from 'zod';
import { ok, type Result } from '#kernel';
import type { Command, Operation } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import {
  aufgabeZustandLabel,
  beschlussZustandLabel,
  frageListeLabel,
  sitzungZustandLabel,
} from '../messages.ts';
import { readFragen } from '../use-cases/fragen.ts';
import { readBlatt } from '../use-cases/neuerungen.ts';
import { makePaket } from '../use-cases/paket.ts';
import { listBeschluesse, readBeschlussBlick } from '../use-cases/read-beschluesse.ts';
import { readSitzungBlick } from '../use-cases/read-sitzung.ts';
import { listAufgaben, listSitzungen, readGruppenBlick } from '../use-cases/read-uebersicht.ts';
import {
  aufgabeJson,
  beschlussJson,
  blattJson,
  frageJson,
  kurzJson,
  paketJson,
  sitzJson,
  sitzungJson,
} from '../views/json.ts';
import {
  aufgabeSchema,
  beschlussSchema,
  blattSchema,
  frageSchema,
  gastSchema,
  paketSchema,
  sitzSchema,
  sitzungKurz,
  sitzungSchema,
} from './schemas.ts';
import { doorsOf } from './sicht.ts';

const lines = (all: readonly string[], none: string) => all.join('\n') || none;

const sichten = [
  doorsOf({
    capability: 'workgroup.members',
    path: '/gruppen',
    command: 'gruppen',
    summary: 'Die Arbeitsgruppen mit Sitzen und Gästen',
    response: z.object({
      gruppen: z.array(z.object({ id: z.string(), name: z.string(), zweck: z.string() })),
      sitze: z.array(sitzSchema),
      gaeste: z.array(gastSchema),
    }),
    read: async (deps, wer) => {
      const { gruppen, sitze, gaeste } = await readGruppenBlick(deps, wer);
      return ok({
        gruppen: gruppen.map(({ id, name, zweck }) => ({ id, name, zweck })),
        sitze: sitze.map(sitzJson),
        gaeste: gaeste.map(({ gruppeId: gruppe, ...gast }) => ({ gruppe, ...gast })),
      });
    },
    text: ({ gruppen, sitze }) =>
      lines(
        [
          ...gruppen.map(({ id, name }) => `${id}  ${name}`),
          ...sitze.map(({ id, haus, bis }) => `  ${id}  ${haus}${bis ? `, bis ${bis}` : ''}`),
        ],
        'Keine Arbeitsgruppe.',
      ),
  }),
  doorsOf({
    capability: 'workgroup.sessions',
    path: '/sitzungen',
    command: 'sitzungen',
    summary: 'Alle Sitzungen seit der ersten; die Suche sieht Tagesordnung, Protokoll und Beschlüsse durch',
    felder: { suche: 'Wörter, die alle vorkommen' },
    response: z.object({ sitzungen: z.array(sitzungKurz) }),
    read: async (deps, wer, _, { suche = '' }) => {
      const words = suche.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
      const all = await listSitzungen(deps, wer);
      const found = all.filter(({ sitzung, text }) => {
        const searched = `${sitzung.titel} ${text}`.toLocaleLowerCase('de');
        return words.every((word) => searched.includes(word));
      });
      return ok({ sitzungen: found.map(({ sitzung, gruppe }) => kurzJson(sitzung, gruppe)) });
    },
    text: ({ sitzungen }) =>
      lines(
        sitzungen.map(
          ({ id, tag, titel, zustand }) => `${id}  ${tag}  ${titel} (${sitzungZustandLabel[zustand]})`,
        ),
        'Keine Sitzung gefunden.',
      ),
  }),
  doorsOf({
    capability: 'workgroup.session',
    path: '/sitzungen/:id',
    command: 'sitzung',
    summary: 'Eine Sitzung mit Tagesordnung, Anmeldungen, Protokoll, Beschlüssen und Aufgaben',
    response: sitzungSchema,
    read: async (deps, wer, { id = '' }) => mapped(await readSitzungBlick(deps, wer, id), sitzungJson),
    text: ({ titel, tag, beginn, punkte, fragen, beschluesse }) =>
      [
        `${titel}, ${tag} ${beginn}`,
        ...punkte.map((punkt, at) => `${at + 1}. ${punkt.beginn} ${punkt.titel}`),
        ...fragen.map(({ betreff, zustaendig }) => `Frage: ${betreff} (${zustaendig ?? 'noch niemand'})`),
        ...beschluesse.map((one) => `Beschluss: ${one.titel} (${beschlussZustandLabel[one.zustand]})`),
      ].join('\n'),
  }),
  doorsOf({
    capability: 'workgroup.news',
    path: '/sitzungen/:id/neues',
    command: 'neues',
    summary: '„Was ist neu“ seit der letzten Sitzung, mit den betroffenen Kommunen und Leistungen',
    response: blattSchema,
    read: async (deps, wer, { id = '' }) => mapped(await readBlatt(deps, wer, id), blattJson),
    text: ({ von, bis, teile }) =>
      [
        `Neu nach dem ${von} bis zum ${bis}`,
        ...teile.flatMap(({ titel, gesamt, zeilen }) => [
          `${titel} (${gesamt})`,
          ...zeilen.map((zeile) => `  ${zeile.tag}  ${zeile.titel}`),
        ]),
      ].join('\n'),
  }),
  doorsOf({
    capability: 'workgroup.decisions',
    path: '/beschluesse',
    command: 'beschluesse',
    summary: 'Alle Beschlüsse',
    response: z.object({ beschluesse: z.array(beschlussSchema) }),
    read: async (deps, wer) =>
      ok({ beschluesse: (await listBeschluesse(deps, wer)).map((one) => beschlussJson(one)) }),
    text: ({ beschluesse }) =>
      lines(
        beschluesse.map(({ id, titel, zustand }) => `${id}  ${titel} (${beschlussZustandLabel[zustand]})`),
        'Noch kein Beschluss.',
      ),
  }),
  doorsOf({
    capability: 'workgroup.decision',
    path: '/beschluesse/:id',
    command: 'beschluss',
    summary: 'Ein Beschluss mit dem Stand der Abstimmung',
    response: beschlussSchema,
    read: async (deps, wer, { id = '' }) =>
      mapped(await readBeschlussBlick(deps, wer, id), (one) => beschlussJson(one, one.stand)),
    text: ({ titel, text, zustand, ergebnis }) =>
      [titel, text, beschlussZustandLabel[zustand], ergebnis?.saetze ?? ''].filter(Boolean).join('\n'),
  }),
  doorsOf({
    capability: 'workgroup.tasks',
    path: '/aufgaben',
    command: 'aufgaben',
    summary: 'Alle Aufgaben der Arbeitsgruppen',
    response: z.object({ aufgaben: z.array(aufgabeSchema) }),
    read: async (deps, wer) =>
      ok({ aufgaben: (await listAufgaben(deps, wer)).map((one) => aufgabeJson(one, one.zustaendigName)) }),
    text: ({ aufgaben }) =>
      lines(
        aufgaben.map(
          ({ id, titel, zustaendig, faellig, zustand }) =>
            `${id}  ${titel} (${zustaendig ?? 'noch niemand'}, ${faellig ?? 'ohne Termin'}, ${aufgabeZustandLabel[zustand]})`,
        ),
        'Keine Aufgabe.',
      ),
  }),
  doorsOf({
    capability: 'workgroup.questions',
    path: '/fragen',
    command: 'fragen',
    summary: 'Alle Fragen an die Arbeitsgruppe, jede in der Liste, in der sie steht',
    response: z.object({ fragen: z.array(frageSchema) }),
    read: async (deps, wer) => ok({ fragen: (await readFragen(deps, wer)).fragen.map(frageJson) }),
    text: ({ fragen }) =>
      lines(
        fragen.map(
          ({ id, betreff, liste, zustaendig }) =>
            `${id}  ${betreff} (${frageListeLabel[liste]}, ${zustaendig ?? 'noch niemand'})`,
        ),
        'Keine Frage.',
      ),
  }),
  doorsOf({
    capability: 'workgroup.pack',
    path: '/einarbeitung',
    command: 'einarbeitung',
    summary: 'Was jemand wissen muss, der eine Rolle übernimmt',
    felder: { person: 'Kennung der Person, deren Arbeit übergeben wird', rolle: 'Die Rolle' },
    response: paketSchema,
    read: async (deps, wer, _, felder) => mapped(await makePaket(deps, wer, felder), paketJson),
    text: ({ haus, rolle, stand, teile }) =>
      [
        `Einarbeitung: ${rolle}, ${haus}, Stand ${formatDay(stand)}`,
        ...teile.flatMap(({ titel, zeilen }) => [
          titel,
          ...zeilen.map(({ text, zusatz }) => `  ${text}  ${zusatz}`),
        ]),
      ].join('\n'),
  }),
];

function formatDay(tag: string): string {
  return tag.split('-').toReversed().join('.');
}

function mapped<T, U>(read: Result<T>, map: (value: T) => U): Result<U> {
  return read.ok ? ok(map(read.value)) : read;
}

/** Everything that is read, in the JSON API. */
export function sichtOperations(deps: WorkgroupDeps): readonly Operation[] {
  return sichten.map((doors) => doors(deps).operation);
}

/** Everything that is read, on the command line. */
export function sichtCommands(deps: WorkgroupDeps): readonly Command[] {
  return sichten.map((doors) => doors(deps).command);
}
