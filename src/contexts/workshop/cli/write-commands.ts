import { type CommandInput, commandOutput, optionText } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import { textAt } from '../domain/json.ts';
import type { Autor } from '../use-cases/autor.ts';
import { beginneMit, beginneNeu, lies } from '../use-cases/beginne.ts';
import { openEntwurf } from '../use-cases/entwurf.ts';
import { geheZurueckOderVor } from '../use-cases/zurueck-oder-vor.ts';
import * as view from '../views/json.ts';
import { ordner } from './ordner.ts';
import { type Own, text } from './own-command.ts';

export function writeCommands(deps: WorkshopDeps): readonly Own[] {
  return [
    {
      capability: 'workshop.begin',
      name: 'werkstatt neu',
      usage:
        '<Titel> --leika <Schlüssel> --stelle <Wort> [--leistung <Name>] [--kurzname <Wort>] | --vorlage <Kurzname>',
      summary: 'Einen Onlinedienst beginnen, neu oder mit einem vorhandenen',
      options: { leika: text, leistung: text, stelle: text, kurzname: text, vorlage: text },
      arity: [0, 1],
      act: async (autor, { positionals, values }) => {
        const vorlage = optionText(values, 'vorlage');
        const [titel = ''] = positionals;
        const named = (name: string) => optionText(values, name);
        const begun = vorlage
          ? await beginneMit(deps, autor, vorlage)
          : await beginneNeu(deps, autor, {
              titel,
              dienst: named('kurzname'),
              leika: named('leika'),
              leistung: named('leistung'),
              stelle: named('stelle'),
            });
        return commandOutput(begun, ({ dienst }) => `Der Entwurf ${dienst} ist angelegt.`, view.entwurfJson);
      },
    },
    {
      capability: 'workshop.edit',
      name: 'werkstatt einlesen',
      usage: '<Ordner> [--grundlage <Schritt>]',
      summary:
        'Den Ordner eines Onlinedienstes einlesen: mit --grundlage ändert er den Entwurf, ohne beginnt er ihn',
      options: { grundlage: text },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const read = await ordner(positionals[0] ?? '');
        if (!read.ok) return read;
        const given = optionText(values, 'grundlage');
        const done = await lies(
          deps,
          autor,
          textAt(read.value.dienst, 'id'),
          read.value,
          given === '' ? null : Number(given) || 0,
        );
        return commandOutput(
          done,
          ({ dienst, nummer }) => `${dienst} ist eingelesen (Schritt ${nummer}).`,
          view.entwurfJson,
        );
      },
    },
    ...(['zurueck', 'vor'] as const).map((art) => ({
      capability: 'workshop.undo',
      name: `werkstatt ${art}`,
      usage: '<Kurzname>',
      summary:
        art === 'zurueck' ? 'Den letzten Schritt zurücknehmen' : 'Den zurückgenommenen Schritt wiederholen',
      arity: [1, 1] as const,
      act: async (autor: Autor, { positionals }: CommandInput) => {
        const [dienst = ''] = positionals;
        const entwurf = await openEntwurf(deps, autor, dienst);
        if (!entwurf.ok) return entwurf;
        const done = await geheZurueckOderVor(deps, autor, dienst, art, entwurf.value.nummer);
        return commandOutput(done, ({ schritte }) => schritte.at(-1)?.was ?? '', view.entwurfJson);
      },
    })),
  ];
}
