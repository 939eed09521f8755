import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import { ergebnisText, previewText } from './cli-sammel-answer.ts';
import type { CompassDeps } from './doors-deps.ts';
import { editorOf } from './use-cases/editor.ts';
import { sammelListe, sammelOf } from './use-cases/sammel.ts';
import { undoSammel } from './use-cases/undo-sammel.ts';
import { sammelJson, sammelListeJson } from './views/sammel-json.ts';

const text = { type: 'string' } as const;

/** Lists, shows and undoes the bulk changes that were kept. */
export function keptSammelCommands(deps: CompassDeps): readonly Command[] {
  const kommune = { kommune: text };
  const named = ({ values }: CommandInput) =>
    typeof values.kommune === 'string' ? values.kommune : undefined;
  return [
    {
      capability: 'compass.bulk.list',
      name: 'stand bulk list',
      usage: '<Kommune>',
      summary: 'Die letzten Sammeländerungen',
      arity: [1, 8],
      run: async ({ positionals, principal }) => {
        const editor = await editorOf(deps, principal, positionals.join(' '));
        if (!editor.ok) return editor;
        const json = sammelListeJson(await sammelListe(deps, editor.value));
        const lines = json.sammel.map(
          ({ id, angewendetAm, titel, geschrieben, zurueckAm }) =>
            `${id}  ${angewendetAm?.slice(0, 10)}  ${geschrieben}  ${titel}${zurueckAm ? ' (rückgängig)' : ''}`,
        );
        return ok({ json, text: lines.join('\n') || 'Noch keine Sammeländerung.' });
      },
    },
    {
      capability: 'compass.bulk.state',
      name: 'stand bulk show',
      usage: '<Nummer> --kommune <Name|AGS>',
      summary: 'Was eine Sammeländerung ändern würde oder geändert hat',
      options: kommune,
      arity: [1, 1],
      run: async (input) => {
        const editor = await editorOf(deps, input.principal, named(input));
        if (!editor.ok) return editor;
        const found = await sammelOf(deps, editor.value, input.positionals[0] ?? '');
        if (!found.ok) return found;
        const { id, ergebnis } = found.value;
        const said = ergebnis ? ergebnisText(id, ergebnis) : previewText(found.value);
        return ok({ json: sammelJson(found.value), text: said });
      },
    },
    {
      capability: 'compass.bulk.undo',
      name: 'stand bulk undo',
      usage: '<Nummer> --kommune <Name|AGS>',
      summary: 'Eine Sammeländerung rückgängig machen; was andere seither geändert haben, bleibt',
      options: kommune,
      arity: [1, 1],
      run: async (input) => {
        const editor = await editorOf(deps, input.principal, named(input));
        if (!editor.ok) return editor;
        const undone = await undoSammel(deps, editor.value, input.positionals[0] ?? '');
        if (!undone.ok) return undone;
        return ok({ json: undone.value, text: ergebnisText('rückgängig', undone.value) });
      },
    },
  ];
}
