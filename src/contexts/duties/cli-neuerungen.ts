import { ok, refuse } from '#kernel';
import { asOrganisation, type Command, commandUsage, organisationOption, organisationUsage } from '#platform';
import { neuerungAktionen } from './domain/neuerung.ts';
import type { DutiesDeps } from './doors-deps.ts';
import { markNeuerungen } from './use-cases/mark-neuerungen.ts';
import { ownNeuerungen } from './use-cases/neuerungen.ts';
import { mitgezogenLines, neuerungJson } from './views/neuerung-json.ts';

/** What the catalogue's Fassungen changed for a Kommune, on the command line. */
export function neuerungenCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.neuerungen',
      name: 'neuerung list',
      usage: organisationUsage,
      summary: 'Was neue Fassungen des Katalogs für eine Kommune bedeuten',
      options: organisationOption,
      arity: [0, 0],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const news = await ownNeuerungen(deps, principal);
          if (!news.ok) return news;
          const { ags, name, neuerungen } = news.value;
          const lines = neuerungen.map((one) =>
            [
              `${one.fassung}  ${one.entry.id}  ${one.stand}  ${one.wirkung}: ${one.entry.name}`,
              ...mitgezogenLines(one),
            ].join('; '),
          );
          return ok({
            json: { ags, name, neuerungen: neuerungen.map(neuerungJson) },
            text: lines.join('\n') || `Für ${name} gibt es nichts Neues.`,
          });
        }),
    },
    {
      capability: 'duties.neuerung.mark',
      name: 'neuerung mark',
      usage: `<Fassung> <${neuerungAktionen.join('|')}> <alle|Nummer …> ${organisationUsage}`,
      summary: 'Neuerungen als gelesen oder erledigt markieren, oder zurückstellen',
      options: organisationOption,
      arity: [3, 500],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [fassung = '', word = '', ...ids] = input.positionals;
          const aktion = neuerungAktionen.find((known) => known === word);
          if (!aktion)
            return refuse(
              commandUsage(`„${word}“ ist keine Aktion. Möglich sind: ${neuerungAktionen.join(', ')}.`),
            );
          const leistungen = ids[0] === 'alle' ? 'alle' : ids.map((id) => id.toUpperCase());
          const done = await markNeuerungen(deps, principal, {
            fassung: Number(fassung),
            leistungen,
            aktion,
          });
          return done.ok ? ok({ json: done.value, text: `${done.value.anzahl} Einträge geändert.` }) : done;
        }),
    },
  ];
}
