import { commandOutput, optionText } from '#platform';
import type { WorkshopDeps } from '../deps.ts';
import type { Autor } from '../use-cases/autor.ts';
import { entscheideGegen } from '../use-cases/entscheide-gegen.ts';
import { openEntwurf } from '../use-cases/entwurf.ts';
import { legeVor, veroeffentliche } from '../use-cases/veroeffentlichen.ts';
import * as view from '../views/json.ts';
import { flag, type Own, text } from './own-command.ts';

export function publishCommands(deps: WorkshopDeps): readonly Own[] {
  const offen = async (autor: Autor, dienst: string) => openEntwurf(deps, autor, dienst);
  return [
    {
      capability: 'workshop.propose',
      name: 'werkstatt vorlegen',
      usage: '<Kurzname> [--nachricht <Text>]',
      summary: 'Einen Entwurf zur Veröffentlichung vorlegen',
      options: { nachricht: text },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const entwurf = await offen(autor, positionals[0] ?? '');
        if (!entwurf.ok) return entwurf;
        const { dienst, nummer } = entwurf.value;
        const done = await legeVor(deps, autor, dienst, {
          grundlage: nummer,
          nachricht: optionText(values, 'nachricht'),
        });
        return commandOutput(
          done,
          (after) => `Vorgelegt (Vorlage ${after.offen?.nummer ?? ''}). Eine zweite Person entscheidet.`,
          view.entwurfJson,
        );
      },
    },
    {
      capability: 'workshop.publish',
      name: 'werkstatt veroeffentlichen',
      usage: '<Kurzname>',
      summary: 'Veröffentlichen, was jemand anderes vorgelegt hat',
      arity: [1, 1],
      act: async (autor, { positionals }) => {
        const entwurf = await offen(autor, positionals[0] ?? '');
        if (!entwurf.ok) return entwurf;
        const done = await veroeffentliche(
          deps,
          autor,
          entwurf.value.dienst,
          entwurf.value.offen?.nummer ?? 0,
        );
        return commandOutput(
          done,
          ({ version }) => `Veröffentlicht als Fassung ${version}.`,
          ({ version }) => ({ dienst: entwurf.value.dienst, version }),
        );
      },
    },
    {
      capability: 'workshop.reject',
      name: 'werkstatt ablehnen',
      usage: '<Kurzname> --grund <Text> [--zurueckziehen]',
      summary: 'Eine Vorlage ablehnen, oder die eigene zurückziehen',
      options: { grund: text, zurueckziehen: flag },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const entwurf = await offen(autor, positionals[0] ?? '');
        if (!entwurf.ok) return entwurf;
        const art = values.zurueckziehen === true ? 'zurueckgezogen' : 'abgelehnt';
        const done = await entscheideGegen(deps, autor, entwurf.value.dienst, {
          vorlage: entwurf.value.offen?.nummer ?? 0,
          art,
          grund: optionText(values, 'grund'),
        });
        return commandOutput(
          done,
          () => (art === 'abgelehnt' ? 'Abgelehnt.' : 'Zurückgezogen.'),
          view.entwurfJson,
        );
      },
    },
  ];
}
