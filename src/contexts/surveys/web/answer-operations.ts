import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { abgabeZustaende } from '../domain/abgabe.ts';
import { invalidTable } from '../errors.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import { abgabeWuensche, abgeben } from '../use-cases/abgeben.ts';
import { delegate } from '../use-cases/delegate.ts';
import {
  applyEinlesung,
  beginEinlesung,
  type GeplanteZeile,
  previewEinlesung,
} from '../use-cases/einlesen.ts';
import { antwortendeOf } from '../use-cases/people.ts';
import { saveAntwort } from '../use-cases/save-antwort.ts';
import { dropVerwahrtes, takeVerwahrtes } from '../use-cases/verwahrtes.ts';
import { gespeichertJson } from '../views/json.ts';
import {
  einlesenSchema,
  felderSchema,
  gespeichertSchema,
  idSchema,
  leistungParams,
} from '../views/schemas.ts';

const base = '/bedarfsabfragen/{id}';
const answer = { access: { permission: 'surveys.answer' }, method: 'post' } as const;

/** What a Kommune does with a survey. */
export function answerOperations(deps: SurveysDeps): readonly Operation[] {
  return [...cellOperations(deps), ...wholeOperations(deps), ...tableOperations(deps)];
}

function cellOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    operation({
      ...answer,
      method: 'put',
      capability: 'surveys.answer',
      path: `${base}/antworten/{leistung}`,
      summary: 'Eine Leistung beantworten; Felder, die nicht genannt sind, bleiben',
      params: leistungParams,
      body: z.object({
        grundlage: z.int().describe('Die Fassung, die Sie gelesen haben; 0, wo es keine gab'),
        felder: felderSchema.describe(
          'bedarf, wunschquartal, fallzahl, vorarbeit, bemerkung, frei.<Kennung der Frage>',
        ),
      }),
      response: gespeichertSchema,
      handle: async ({ principal, params, body }) => {
        const who = await antwortendeOf(deps, principal, 'antworten');
        if (!who.ok) return who;
        const wunsch = { leistungId: params.leistung, gelesen: null, ...body };
        const saved = await saveAntwort(deps, who.value, params.id, wunsch);
        return saved.ok ? ok(gespeichertJson(saved.value)) : saved;
      },
    }),
    operation({
      ...answer,
      capability: 'surveys.kept',
      path: `${base}/verwahrt/{verwahrt}`,
      summary: 'Über eine verwahrte Eingabe entscheiden',
      params: idSchema.extend({ verwahrt: z.string() }),
      body: z.object({ was: z.enum(['uebernehmen', 'verwerfen']) }),
      response: z.object({ was: z.string() }),
      handle: async ({ principal, params, body }) => {
        const who = await antwortendeOf(deps, principal, 'antworten');
        if (!who.ok) return who;
        const act = body.was === 'uebernehmen' ? takeVerwahrtes : dropVerwahrtes;
        const decided = await act(deps, who.value, params.id, params.verwahrt);
        return decided.ok ? ok({ was: body.was }) : decided;
      },
    }),
  ];
}

function wholeOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    operation({
      ...answer,
      capability: 'surveys.delegate',
      path: `${base}/verteilung`,
      summary: 'Leistungen, einen Fachbereich oder ein Themenfeld einer Person zuteilen; ohne Person zurück',
      params: idSchema,
      body: z.object({
        leistungen: z.array(z.string()).default([]),
        fachbereich: z.string().nullable().default(null),
        themenfeld: z.int().nullable().default(null),
        person: z.string().nullable(),
      }),
      response: z.object({ leistungen: z.int() }),
      handle: async ({ principal, params, body }) => {
        const who = await antwortendeOf(deps, principal, 'verteilen');
        if (!who.ok) return who;
        const given = await delegate(deps, who.value, params.id, body);
        return given.ok ? ok({ leistungen: given.value }) : given;
      },
    }),
    operation({
      ...answer,
      access: 'signed-in',
      capability: 'surveys.submit',
      path: `${base}/abgabe`,
      summary: 'Die Antworten einreichen, freigeben (eine zweite Person) oder zurückgeben',
      params: idSchema,
      body: z.object({ art: z.enum(abgabeWuensche), schritt: z.int(), grund: z.string().default('') }),
      response: z.object({ zustand: z.enum(abgabeZustaende) }),
      handle: async ({ principal, params, body }) => {
        const who = await antwortendeOf(deps, principal, 'lesen');
        return who.ok ? abgeben(deps, who.value, params.id, body) : who;
      },
    }),
  ];
}

function tableOperations(deps: SurveysDeps): readonly Operation[] {
  return [
    operation({
      ...answer,
      capability: 'surveys.import',
      path: `${base}/einlesungen`,
      summary: 'Eine Tabelle von Antworten: zeigt, was sich ändern würde; mit uebernehmen die guten Zeilen',
      bodyLimit: 15_000_000,
      params: idSchema,
      body: z.object({ name: z.string(), base64: z.base64(), uebernehmen: z.boolean().default(false) }),
      response: einlesenSchema,
      handle: async ({ principal, params, body }) => {
        const who = await antwortendeOf(deps, principal, 'antworten');
        if (!who.ok) return who;
        const bytes = Buffer.from(body.base64, 'base64');
        if (bytes.length === 0) return { ok: false, refusal: invalidTable('Die Datei ist leer.') };
        const begun = await beginEinlesung(deps, who.value, params.id, { name: body.name, bytes });
        if (!begun.ok) return begun;
        if (body.uebernehmen) {
          const applied = await applyEinlesung(deps, who.value, params.id, begun.value);
          return applied.ok ? ok(rowsJson(begun.value, applied.value)) : applied;
        }
        const preview = await previewEinlesung(deps, who.value, params.id, begun.value);
        return preview.ok ? ok(rowsJson(begun.value, preview.value.zeilen)) : preview;
      },
    }),
  ];
}

function rowsJson(einlesung: string, zeilen: readonly GeplanteZeile[]) {
  return {
    einlesung,
    zeilen: zeilen.map(({ zeile, art, leistungId, name, aenderungen, fehler }) => ({
      zeile,
      art,
      leistung: leistungId,
      name,
      aenderungen,
      fehler,
    })),
  };
}
