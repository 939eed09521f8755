import { z } from 'zod';
import { type Operation, operation } from '#platform';
import type { DescriptionsDeps } from '../deps.ts';
import { discardEntwurf, publishText, saveEntwurf, withdrawText } from '../use-cases/write-text.ts';
import { asEditor, edit, params, query } from './text-operation-parts.ts';

const kept = z.object({
  leistungId: z.string(),
  sprache: z.string(),
  stand: z.number().describe('Was die nächste Änderung als gelesen nennt'),
});

/** Writing, publishing and taking back own texts. */
export function writeOperations(deps: DescriptionsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'descriptions.text.draft',
      method: 'put',
      path: '/texte/{leistung}/entwurf',
      summary: 'Einen Entwurf speichern',
      access: edit,
      params,
      query,
      body: z.strictObject({
        version: z.int().min(0).describe('Die gelesene Version des Entwurfs; 0, wo es keinen gibt'),
        name: z.string().max(1_000).default('').describe('Ohne Angabe der Name der Leistung'),
        abschnitte: z
          .record(z.string(), z.string().max(20_000))
          .describe('Text nach dem Code des LeiKa-Textmoduls, zum Beispiel 05; Listen mit „- “'),
        suchbegriffe: z.array(z.string().max(200)).max(100).default([]),
        pruefenBis: z.string().max(10).default('').describe('JJJJ-MM-TT; ohne Angabe in einem Jahr'),
      }),
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked, body }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          saveEntwurf(
            deps,
            editor,
            { leistung, sprache: asked.sprache },
            { ...body, suchbegriffe: body.suchbegriffe.join('\n') },
          ),
        ),
    }),
    operation({
      capability: 'descriptions.text.publish',
      method: 'post',
      path: '/texte/{leistung}/veroeffentlichung',
      summary: 'Den Entwurf veröffentlichen',
      access: edit,
      params,
      query,
      body: z.strictObject({
        version: z.int().min(1).describe('Die gelesene Version des Entwurfs'),
        nummer: z.int().min(0).describe('Die gelesene Fassung; 0, wo nichts veröffentlicht war'),
      }),
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked, body }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          publishText(deps, editor, { leistung, sprache: asked.sprache }, body),
        ),
    }),
    operation({
      capability: 'descriptions.text.withdraw',
      method: 'post',
      path: '/texte/{leistung}/ruecknahme',
      summary: 'Den veröffentlichten Text zurückziehen',
      access: edit,
      params,
      query,
      body: z.strictObject({ nummer: z.int().min(1).describe('Die gelesene Fassung') }),
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked, body: { nummer } }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          withdrawText(deps, editor, { leistung, sprache: asked.sprache }, nummer),
        ),
    }),
    operation({
      capability: 'descriptions.text.discard',
      method: 'delete',
      path: '/texte/{leistung}/entwurf',
      summary: 'Den Entwurf verwerfen',
      access: edit,
      params,
      query,
      response: kept,
      handle: ({ principal, params: { leistung }, query: asked }) =>
        asEditor(deps, principal, asked.kommune, (editor) =>
          discardEntwurf(deps, editor, { leistung, sprache: asked.sprache }),
        ),
    }),
  ];
}
