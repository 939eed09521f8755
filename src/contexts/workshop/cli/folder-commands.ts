import { stat } from 'node:fs/promises';
import { ok } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { geformt } from '../dokumente.ts';
import { textAt } from '../domain/json.ts';
import { autorVon } from '../use-cases/autor.ts';
import { openEntwurf } from '../use-cases/entwurf.ts';
import { hindernisse, type Pruefstand, pruefung } from '../use-cases/pruefstand.ts';
import * as view from '../views/json.ts';
import { ordner } from './ordner.ts';

/** Checks that also work on a folder, without any installation's draft: for authors with an editor and git. */
export function folderCommands(deps: WorkshopDeps): readonly Command[] {
  const command = (
    capability: string,
    name: string,
    summary: string,
    say: (stand: Pruefstand) => CommandOutput,
  ): Command => ({
    capability,
    name: `werkstatt ${name}`,
    usage: `<Ordner> | <Kurzname> ${organisationUsage}`,
    summary,
    options: organisationOption,
    arity: [1, 1],
    run: async (input) => {
      const [named = ''] = input.positionals;
      if ((await stat(named).catch(() => null))?.isDirectory()) {
        const read = await ordner(named);
        if (!read.ok) return read;
        const shaped = geformt(read.value, textAt(read.value.dienst, 'id'));
        return shaped.ok ? ok(say(await pruefung(deps, shaped.value))) : shaped;
      }
      return asOrganisation(deps, input, async (principal) => {
        const autor = await autorVon(deps, principal);
        if (!autor.ok) return autor;
        const entwurf = await openEntwurf(deps, autor.value, named);
        return entwurf.ok ? ok(say(await pruefung(deps, entwurf.value.dokumente))) : entwurf;
      });
    },
  });
  return [
    command('workshop.check', 'pruefen', 'Was an einem Entwurf oder Ordner nicht stimmt', pruefText),
    command('workshop.play', 'spielen', 'Die Testfälle eines Entwurfs oder Ordners spielen', spielText),
  ];
}

function pruefText(stand: Pruefstand): CommandOutput {
  const lines = stand.befunde.map(
    ({ schwere, stelle, was }) => `${schwere === 'fehler' ? 'Fehler ' : 'Hinweis'}  ${stelle}: ${was}`,
  );
  const stops = hindernisse(stand).length;
  const verdict =
    stops === 0 ? 'Kann veröffentlicht werden.' : `${stops} Fehler verhindern die Veröffentlichung.`;
  return { json: view.pruefJson(stand), text: [...lines, verdict].join('\n') };
}

function spielText(stand: Pruefstand): CommandOutput {
  const json = view.spielJson(stand);
  const lines = json.faelle.flatMap(({ titel, bestanden, abweichungen }) => [
    `${bestanden ? 'bestanden      ' : 'nicht bestanden'}  ${titel}`,
    ...abweichungen.map((each) => `  ${each}`),
  ]);
  const rest = json.unbesucht.length > 0 ? [`Ohne Testfall: ${json.unbesucht.join(', ')}`] : [];
  const none =
    stand.durchlauf === null ? ['Der Entwurf ist noch nicht schlüssig; die Testfälle liefen nicht.'] : [];
  return { json, text: [...none, ...lines, ...rest].join('\n') || 'Noch kein Testfall.' };
}
