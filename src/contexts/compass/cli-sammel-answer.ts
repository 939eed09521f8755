import { ok, type Result } from '#kernel';
import type { CommandInput, CommandOutput } from '#platform';
import { anzahlen, type Sammel, type SammelErgebnis } from './domain/sammel.ts';
import type { CompassDeps } from './doors-deps.ts';
import type { Editor } from './use-cases/editor.ts';
import { applySammel, sammelOf } from './use-cases/sammel.ts';
import { sammelJson } from './views/sammel-json.ts';

/** Shows the preview, or takes it over where that was said. */
export async function finishSammel(
  deps: CompassDeps,
  editor: Editor,
  id: string,
  { values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const found = await sammelOf(deps, editor, id);
  if (!found.ok) return found;
  if (values.yes !== true) return ok({ json: sammelJson(found.value), text: previewText(found.value) });
  const applied = await applySammel(deps, editor, id, values['only-good'] === true);
  if (!applied.ok) return applied;
  const after = await sammelOf(deps, editor, id);
  return after.ok ? ok({ json: sammelJson(after.value), text: ergebnisText(id, applied.value) }) : after;
}

const linesShown = 40;

/** What a Sammel would change, a line per row up to a limit. */
export function previewText({ zeilen, id }: Sammel): string {
  const rows = zeilen ?? [];
  const { added, changed, unchanged, refused } = anzahlen(rows);
  const lines = rows
    .filter(({ art }) => art !== 'unchanged')
    .slice(0, linesShown)
    .map(({ art, name, zeile, probleme, unterschiede, hinweise }) => {
      const where = zeile === null ? '' : `Zeile ${zeile}: `;
      const what = unterschiede.map(
        ({ feld, vorher, nachher }) => `${feld} ${vorher || 'leer'} → ${nachher}`,
      );
      return `  ${signs[art]} ${where}${name}: ${[...probleme, ...what, ...hinweise].join('; ')}`;
    });
  return [
    `${added} neu, ${changed} geändert, ${unchanged} unverändert, ${refused} fehlerhaft`,
    ...lines,
    `Es wurde nichts geändert (Vorschau ${id}). Mit --yes wird gespeichert${refused > 0 ? ', mit --only-good ohne die fehlerhaften Zeilen' : ''}.`,
  ].join('\n');
}

const signs = { added: '+', changed: '~', unchanged: '=', refused: '!' } as const;

/** What was written and what was left, with its reason. */
export function ergebnisText(id: string, { geschrieben, gelassen }: SammelErgebnis): string {
  return [
    `${geschrieben.length} Leistungen geändert (${id}).`,
    ...gelassen.map(({ name, grund }) => `  ! ${name}: ${grund}`),
  ].join('\n');
}
