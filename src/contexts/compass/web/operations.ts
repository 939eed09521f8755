import { z } from 'zod';
import { ok, type Result, refuse } from '#kernel';
import { dateParameter, listQueryShape, type Operation, operation } from '#platform';
import { askedRows } from '#ui';
import { longestGrund, parseAenderung } from '../domain/parse-aenderung.ts';
import type { Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand } from '../errors.ts';
import { changeStand } from '../use-cases/change-stand.ts';
import { confirmCarried } from '../use-cases/confirm-carried.ts';
import { editorOf, readerOf } from '../use-cases/editor.ts';
import { readZelle } from '../use-cases/read-cell.ts';
import { standListe, umfaenge, zeilenIn } from '../use-cases/stand-liste.ts';
import { takeBack } from '../use-cases/take-back.ts';
import {
  angabeJson,
  angabeSchema,
  eintragSchema,
  zeileJson,
  zeileSchema,
  zelleJson,
  zelleSchema,
} from '../views/stand-json.ts';
import { standDefinition } from '../views/stand-list.ts';
import { standFilters } from '../views/stand-list-filters.ts';
import { evidenceOperations } from './evidence-operations.ts';
import { fachbereichOperations } from './fachbereich-operations.ts';
import { handOverOperations } from './hand-over-operations.ts';
import { sammelOperations } from './sammel-operations.ts';
import { zahlenOperations } from './zahlen/operations.ts';

const read = { permission: 'compass.stand.read' } as const;
const edit = { permission: 'compass.stand.edit' } as const;
const params = z.object({ leistung: z.string().describe('Nummer der Leistung, zum Beispiel L00001') });
const grundlage = z
  .number()
  .int()
  .min(0)
  .describe('Die gelesene Fassung, 0 wo noch nichts angegeben ist; eine neuere wird nicht überschrieben');

/** This context in the JSON API. */
export function compassOperations(deps: CompassDeps): readonly Operation[] {
  return [
    // Fixed addresses come before those with a Leistung in them.
    ...sammelOperations(deps),
    ...readOperations(deps),
    ...changeOperations(deps),
    ...evidenceOperations(deps),
    ...fachbereichOperations(deps),
    ...handOverOperations(deps),
    ...zahlenOperations(deps),
  ];
}

function readOperations(deps: CompassDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.stand',
      method: 'get',
      path: '/stand',
      summary: 'Der Umsetzungsstand der eigenen Kommune, heute oder an einem früheren Tag',
      access: read,
      query: z.object({
        umfang: z.enum(umfaenge).default('pflichten'),
        date: dateParameter,
        ...listQueryShape(standFilters),
      }),
      response: z.object({
        ags: z.string(),
        kommune: z.string(),
        date: z.string(),
        leistungen: z.array(zeileSchema),
      }),
      handle: async ({ principal, query }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const liste = await standListe(deps, reader.value, query.date);
        if (!liste.ok) return liste;
        const { ags, name } = reader.value.kommune;
        const found = askedRows(standDefinition, zeilenIn(liste.value, query.umfang), query);
        if (!found.ok) return found;
        return ok({ ags, kommune: name, date: liste.value.date, leistungen: found.value.map(zeileJson) });
      },
    }),
    operation({
      capability: 'compass.cell',
      method: 'get',
      path: '/stand/{leistung}',
      summary: 'Der Umsetzungsstand einer Leistung mit ihrem Verlauf',
      access: read,
      params,
      response: zelleSchema,
      handle: async ({ principal, params: { leistung } }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const zelle = await readZelle(deps, reader.value, leistung);
        return zelle.ok ? ok(zelleJson(zelle.value)) : zelle;
      },
    }),
  ];
}

function changeOperations(deps: CompassDeps): readonly Operation[] {
  const answer = async (result: Promise<Result<Stand>>) => {
    const changed = await result;
    return changed.ok ? ok(angabeJson(changed.value)) : changed;
  };
  return [
    operation({
      capability: 'compass.cell.change',
      method: 'patch',
      path: '/stand/{leistung}',
      summary: 'Etwas zum Umsetzungsstand einer Leistung angeben',
      access: edit,
      params,
      body: z.strictObject({
        grundlage,
        zusammenfuehren: z
          .boolean()
          .default(false)
          .describe('Mit Änderungen anderer an anderen Feldern verbinden'),
        werte: z.record(z.string(), z.unknown()).describe('Was nicht genannt ist, bleibt; null nimmt weg'),
      }),
      response: angabeSchema,
      handle: async ({ principal, params: { leistung }, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const parsed = parseAenderung(body.werte);
        if (!parsed.ok) return refuse(invalidStand(parsed.refusal));
        const { zusammenfuehren } = body;
        const wunsch = {
          leistungId: leistung,
          grundlage: body.grundlage,
          aenderung: parsed.value,
          zusammenfuehren,
        };
        return answer(changeStand(deps, editor.value, wunsch));
      },
    }),
    operation({
      capability: 'compass.cell.confirm',
      method: 'post',
      path: '/stand/{leistung}/confirm',
      summary: 'Bestätigen, dass die Angabe noch stimmt',
      access: edit,
      params,
      body: z.strictObject({ grundlage }),
      response: angabeSchema,
      handle: async ({ principal, params: { leistung }, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const wunsch = { leistungId: leistung, ...body, aenderung: {}, bestaetigen: true };
        return answer(changeStand(deps, editor.value, wunsch));
      },
    }),
    operation({
      capability: 'compass.cell.take-back',
      method: 'post',
      path: '/stand/{leistung}/take-back',
      summary: 'Die Angabe zurücknehmen: danach gilt wieder „keine Angabe“, der Verlauf bleibt',
      access: edit,
      params,
      body: z.strictObject({
        grundlage,
        grund: z.string().max(longestGrund).default('').describe('Steht im Verlauf und nirgends sonst'),
      }),
      response: eintragSchema,
      handle: async ({ principal, params: { leistung }, body }) => {
        const editor = await editorOf(deps, principal);
        if (!editor.ok) return editor;
        const taken = await takeBack(deps, editor.value, { leistungId: leistung, ...body });
        return taken.ok ? ok(angabeJson(taken.value)) : taken;
      },
    }),
    operation({
      capability: 'compass.carried.confirm',
      method: 'post',
      path: '/stand-mitgezogen',
      summary: 'Alle Angaben bestätigen, die mit geteilten oder zusammengelegten Leistungen mitgezogen sind',
      access: edit,
      response: z.object({ bestaetigt: z.number().int() }),
      handle: async ({ principal }) => {
        const editor = await editorOf(deps, principal);
        return editor.ok ? confirmCarried(deps, editor.value) : editor;
      },
    }),
  ];
}
