import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { kriterien } from '../domain/kriterium.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import {
  applyEinlesung,
  beginEinlesung,
  type GeplanteZeile,
  previewEinlesung,
} from '../use-cases/einlesen.ts';
import { stateAngabe } from '../use-cases/state-angaben.ts';
import { managerOf } from '../use-cases/viewer.ts';
import { angabeSchema, einlesenSchema } from './schemas.ts';

/** Stating one value, and many from a table. */
export function statementOperations(deps: PrioritiesDeps): readonly Operation[] {
  return [stateOperation(deps), importOperation(deps)];
}

function stateOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.state',
    method: 'put',
    path: '/prioritaeten/angaben',
    summary: 'Einen Wert zu einer Leistung oder OZG-Leistung angeben; leer nimmt ihn zurück',
    access: manage,
    body: z.strictObject({
      bezug: z.string().describe('Leistung (Kennung, LeiKa-Schlüssel, Name) oder Nummer einer OZG-Leistung'),
      kriterium: z.enum(kriterien),
      wert: z.string().max(40).default(''),
      quelle: z.string().max(300),
      stand: z.string().max(10).default('').describe('Tag JJJJ-MM-TT, ohne Angabe heute'),
      grundlage: z.int().min(0).nullable().default(null).describe('Gelesene Fassung; 0: es gab keine'),
    }),
    response: angabeSchema,
    handle: async ({ body: { grundlage, ...wunsch }, principal }) => {
      const manager = await managerOf(deps, principal, 'Angaben machen');
      if (!manager.ok) return manager;
      const saved = await stateAngabe(deps, manager.value, wunsch, grundlage);
      if (!saved.ok) return saved;
      const { angegebenAm: _, ...angabe } = saved.value;
      return ok(angabe);
    },
  });
}

function importOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.import',
    method: 'post',
    path: '/prioritaeten/angaben/einlesen',
    summary: 'Angaben aus einer Tabelle (CSV, XLSX): erst die Vorschau, mit „uebernehmen“ die guten Zeilen',
    access: manage,
    bodyLimit: 14_000_000,
    body: z.strictObject({
      name: z.string().min(1).max(200),
      base64: z.base64().max(13_400_000),
      uebernehmen: z.boolean().default(false),
    }),
    response: einlesenSchema,
    handle: async ({ body, principal }) => {
      const manager = await managerOf(deps, principal, 'Angaben einlesen');
      if (!manager.ok) return manager;
      const file = { name: body.name, bytes: Buffer.from(body.base64, 'base64') };
      const begun = await beginEinlesung(deps, manager.value, file);
      if (!begun.ok) return begun;
      if (body.uebernehmen) {
        const applied = await applyEinlesung(deps, manager.value, begun.value);
        return applied.ok ? ok({ uebernommen: true, zeilen: applied.value.map(zeileAnswer) }) : applied;
      }
      const preview = await previewEinlesung(deps, manager.value, begun.value);
      return preview.ok ? ok({ uebernommen: false, zeilen: preview.value.zeilen.map(zeileAnswer) }) : preview;
    },
  });
}

/** A planned row as API and command give it. */
export function zeileAnswer({ zeile, art, titel, aenderungen, fehler }: GeplanteZeile) {
  return { zeile, art, titel, aenderungen: aenderungen.map((each) => ({ ...each })), fehler: [...fehler] };
}
