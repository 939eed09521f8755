import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '#kernel';
import { type CommandInput, type CommandOutput, commandOutput, optionText } from '#platform';
import { bedingungenInWorten } from '../bedingung/saetze.ts';
import type { WorkshopDeps } from '../deps.ts';
import { type Datei, dateien, dateiText } from '../dokumente.ts';
import { invalidEntwurf } from '../errors.ts';
import type { Autor } from '../use-cases/autor.ts';
import { type Entwurf, openEntwurf } from '../use-cases/entwurf.ts';
import { listeWerke } from '../use-cases/liste.ts';
import { standNamens } from '../use-cases/staende.ts';
import * as view from '../views/json.ts';
import { type Own, text } from './own-command.ts';

export function readCommands(deps: WorkshopDeps): readonly Own[] {
  return [
    {
      capability: 'workshop.list',
      name: 'werkstatt',
      usage: '',
      summary: 'Alle Onlinedienste und Entwürfe',
      arity: [0, 0],
      act: async (autor) => {
        const dienste = (await listeWerke(deps, autor)).map(view.zeileJson);
        const lines = dienste.map(
          ({ dienst, zustand, fassung, titel }) =>
            `${dienst.padEnd(32)}${zustand.padEnd(18)}${String(fassung ?? '–').padEnd(6)}${titel}`,
        );
        return ok({ json: { dienste }, text: lines.join('\n') || 'Noch kein Onlinedienst.' });
      },
    },
    {
      capability: 'workshop.show',
      name: 'werkstatt zeigen',
      usage: '<Kurzname>',
      summary: 'Ein Entwurf mit seinen Schritten und Bedingungen',
      arity: [1, 1],
      act: async (autor, { positionals }) =>
        commandOutput(await openEntwurf(deps, autor, positionals[0] ?? ''), verlaufText, view.gezeigtJson),
    },
    {
      capability: 'workshop.export',
      name: 'werkstatt ausgeben',
      usage: '<Kurzname> --nach <Ordner> [--stand jetzt|schritt-3|fassung-2]',
      summary: 'Die Dateien eines Entwurfs in einen Ordner schreiben',
      options: { nach: text, stand: text },
      arity: [1, 1],
      act: (autor, input) => ausgeben(deps, autor, input),
    },
    {
      capability: 'workshop.diff',
      name: 'werkstatt unterschied',
      usage: '<Kurzname> --von <Stand> [--bis <Stand>]',
      summary: 'Was sich zwischen zwei Ständen unterscheidet',
      options: { von: text, bis: text },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const [dienst = ''] = positionals;
        const before = await standNamens(deps, autor, dienst, optionText(values, 'von'));
        if (!before.ok) return before;
        const after = await standNamens(deps, autor, dienst, optionText(values, 'bis') || 'jetzt');
        if (!after.ok) return after;
        const json = view.unterschiedJson(before.value, after.value);
        const lines = json.unterschiede.flatMap(({ ort, art, angaben }) => [
          `${ort}: ${art}`,
          ...angaben.map(
            ({ name, vorherInWorten, nachherInWorten }) =>
              `  ${name}: ${vorherInWorten || '–'} → ${nachherInWorten || '–'}`,
          ),
        ]);
        return ok({ json, text: lines.join('\n') || 'Kein Unterschied.' });
      },
    },
  ];
}

function verlaufText({ titel, dienst, schritte, offen, dokumente }: Entwurf): string {
  const lines = schritte.map(({ nummer, was }) => `${String(nummer).padStart(4)}  ${was}`);
  const bedingungen = bedingungenInWorten(dokumente).map(
    ({ stelle, ausdruck, inWorten }) => `  ${stelle}: ${inWorten === null ? ausdruck : `wenn ${inWorten}`}`,
  );
  return [
    `${titel} (${dienst})${offen ? `, liegt vor (Vorlage ${offen.nummer})` : ''}`,
    ...lines,
    ...(bedingungen.length > 0 ? ['Bedingungen:', ...bedingungen] : []),
  ].join('\n');
}

async function ausgeben(
  deps: WorkshopDeps,
  autor: Autor,
  { positionals, values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const [dienst = ''] = positionals;
  const folder = optionText(values, 'nach');
  if (folder === '')
    return {
      ok: false,
      refusal: invalidEntwurf([{ field: 'nach', message: 'Bitte nennen Sie einen Ordner: --nach <Ordner>' }]),
    };
  const stand = await standNamens(deps, autor, dienst, optionText(values, 'stand') || 'jetzt');
  if (!stand.ok) return stand;
  await mkdir(folder, { recursive: true });
  for (const datei of Object.keys(dateien) as readonly Datei[])
    await writeFile(join(folder, dateien[datei]), dateiText(stand.value[datei]));
  const entwurf = await openEntwurf(deps, autor, dienst);
  const schritt = entwurf.ok ? entwurf.value.nummer : 0;
  return ok({
    json: { ordner: folder, schritt },
    text: `Geschrieben nach ${folder}. Zum Einlesen: --grundlage ${schritt}`,
  });
}
