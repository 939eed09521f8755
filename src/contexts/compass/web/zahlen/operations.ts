import { z } from 'zod';
import { ok, type Result } from '#kernel';
import { dateParameter, type Operation, operation, type Principal } from '#platform';
import { paarSortierungen } from '../../figures/answer-paare.ts';
import { abdeckungsgliederungen, gliederungen, spaltengliederungen } from '../../figures/teile.ts';
import type { FrageDeps } from '../../use-cases/frage-stellen.ts';
import { bandNamen } from '../../use-cases/vergleichswunsch.ts';
import * as antworten from '../../use-cases/zahlen-antworten.ts';
import * as json from '../../views/zahlen-json.ts';
import * as schemas from '../../views/zahlen-schemas.ts';

const mehrere = z.union([z.string(), z.array(z.string())]).optional();

/** What narrows every question; several values with commas between, or the parameter repeated. */
const umfang = z.object({
  datum: dateParameter,
  kommune: mehrere.describe('AGS'),
  klasse: mehrere.describe('Größenklasse, zum Beispiel kreisfreie-stadt; „ohne“ für ohne Größenklasse'),
  kreis: mehrere.describe('AGS eines Kreises: er selbst und seine Gemeinden'),
  themenfeld: mehrere.describe('Nummer; „ohne“ für ohne Themenfeld'),
  ozg: mehrere.describe('Nummer der OZG-Leistung'),
  leistung: mehrere.describe('Nummer der Leistung, zum Beispiel L00001'),
  mindestens: mehrere.describe('Reifegrad 1.1 mindestens'),
  pflicht: mehrere.describe('„alle“ zählt auch, was keine Pflicht ist'),
});

const angaben = {
  zustand: mehrere.describe('Zustand oder „keine-angabe“'),
  reifegrad11: mehrere.describe('Stufe oder „unbekannt“'),
  reifegrad20: mehrere.describe('Stufe oder „unbekannt“'),
  fallzahl: mehrere.describe('„bekannt“ oder „unbekannt“'),
  pflichtenvom: mehrere.describe('Tag, dessen Pflichten zählen; ohne Angabe der Stichtag'),
};

type Query = Readonly<Record<string, unknown>>;

/** The figures in the JSON API. */
export function zahlenOperations(deps: FrageDeps): readonly Operation[] {
  return [...abdeckungOperations(deps), ...paareOperations(deps), vergleichOperation(deps)];
}

function abdeckungOperations(deps: FrageDeps): readonly Operation[] {
  return [
    operation({
      ...head(
        'compass.zahlen',
        '/zahlen',
        'Wie viel von den Pflichten online ist: eigene Kommune und alle, die teilen',
      ),
      query: umfang,
      response: schemas.zahlenSchema,
      handle: async (input) => shown(await antworten.zahlenAntwort(deps, anfrage(input)), json.zahlenJson),
    }),
    operation({
      ...head(
        'compass.abdeckung',
        '/zahlen/abdeckung',
        'Abdeckung, aufgeteilt nach Themenfeld, Leistung, Kommune und mehr',
      ),
      query: umfang.extend({ nach: z.enum(abdeckungsgliederungen).optional() }),
      response: schemas.abdeckungenSchema,
      handle: async (input) =>
        shown(await antworten.abdeckungAntwort(deps, anfrage(input)), json.abdeckungenJson),
    }),
    operation({
      ...head('compass.karte', '/karte', 'Abdeckung jeder Kommune, wie die Karte sie zeigt'),
      query: umfang,
      response: schemas.abdeckungenSchema,
      handle: async (input) => {
        const { principal, parameters } = anfrage(input);
        parameters.set('nach', 'kommune');
        return shown(await antworten.abdeckungAntwort(deps, { principal, parameters }), json.abdeckungenJson);
      },
    }),
    operation({
      ...head('compass.verlauf', '/zahlen/verlauf', 'Die Zustände am Ende jedes Monats, 24 Monate zurück'),
      query: umfang,
      response: schemas.verlaufSchema,
      handle: async (input) => shown(await antworten.verlaufAntwort(deps, anfrage(input)), json.verlaufJson),
    }),
  ];
}

function paareOperations(deps: FrageDeps): readonly Operation[] {
  return [
    operation({
      ...head('compass.verteilung', '/zahlen/verteilung', 'Wie viele Paare es gibt, nach zwei Aufteilungen'),
      query: umfang.extend({
        ...angaben,
        zeilen: z.enum(gliederungen).optional(),
        spalten: z.enum(spaltengliederungen).optional(),
      }),
      response: schemas.verteilungSchema,
      handle: async (input) =>
        shown(await antworten.verteilungAntwort(deps, anfrage(input)), json.verteilungJson),
    }),
    operation({
      ...head('compass.paare', '/zahlen/paare', 'Die Paare aus Kommune und Leistung, die eine Zahl zählt'),
      query: umfang.extend({
        ...angaben,
        suche: z.string().max(200).optional(),
        sortierung: z
          .string()
          .regex(new RegExp(`^-?(${paarSortierungen.join('|')})$`))
          .optional()
          .describe('mit Minuszeichen davor absteigend'),
        seite: z.coerce.number().int().min(1).default(1),
        anzahl: z.coerce.number().int().min(1).max(antworten.mostPaare).default(100),
      }),
      response: schemas.paareSchema,
      handle: async (input) => shown(await antworten.paareAntwort(deps, anfrage(input)), json.paareJson),
    }),
  ];
}

function vergleichOperation(deps: FrageDeps): Operation {
  return operation({
    ...head('compass.vergleich', '/vergleich', 'Fairer Vergleich: nur gleiche Pflichten und ähnliche Größe'),
    query: umfang.omit({ kommune: true, klasse: true, kreis: true, mindestens: true, pflicht: true }).extend({
      fuer: z.string().optional().describe('AGS; ohne Angabe die eigene Kommune'),
      band: z.enum(bandNamen).optional(),
      mit: mehrere.describe('AGS; ungleiche werden mit Grund abgelehnt'),
    }),
    response: schemas.vergleichAntwortSchema,
    handle: async (input) =>
      shown(await antworten.vergleichAntwort(deps, anfrage(input)), json.vergleichAntwortJson),
  });
}

function head(capability: string, path: string, summary: string) {
  return { capability, path, summary, method: 'get', access: 'signed-in' } as const;
}

function shown<A, J>(answer: Result<A>, show: (value: A) => J): Result<J> {
  return answer.ok ? ok(show(answer.value)) : answer;
}

function anfrage({ principal, query }: { readonly principal: Principal | null; readonly query: Query }) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    parameters.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return { principal, parameters };
}
