import { z } from 'zod';
import { ok } from '#kernel';
import { type Command, commandJson, commandOutput, optionText } from '#platform';
import { acting, text } from './cli-parts.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { tag } from './schema.ts';
import { decideForAll, listSammel, orderForAll } from './use-cases/sammel.ts';
import { anbietendeOf } from './use-cases/wer.ts';
import { sammelAnswer } from './views/answers.ts';

const datei = z.strictObject({
  dienst: z.string(),
  auftraggeber: z.string(),
  land: z.string().nullable(),
  rechtsgrundlage: z.string(),
  quelle: z.string(),
  gueltigVon: tag,
  gueltigBis: tag.nullable(),
  zahlt: z.enum(['auftraggeber', 'kommune']),
  gezeichnetVon: z.string(),
  gezeichnetAm: tag,
});

/** Orders for all Kommunen on the command line. */
export function sammelCommands(deps: MarketplaceDeps): readonly Command[] {
  return [
    {
      capability: 'marketplace.joint',
      name: 'sammelbestellungen',
      usage: '',
      summary: 'Was Länder und Bündler für alle ihre Kommunen bestellt haben',
      arity: [0, 0],
      run: async () => {
        const all = await listSammel(deps);
        const lines = all.map(
          ({ id, dienst, auftraggeber, angenommenAm }) =>
            `${id}  ${dienst.padEnd(28)}${auftraggeber}${angenommenAm ? `, angenommen am ${angenommenAm}` : ''}`,
        );
        return ok({
          json: { sammelbestellungen: all.map(sammelAnswer) },
          text: lines.join('\n') || 'Noch keine Bestellung für alle.',
        });
      },
    },
    acting(
      deps,
      {
        capability: 'marketplace.joint.order',
        name: 'sammelbestellung order',
        usage: '<Datei.json>',
        summary: 'Für alle Kommunen eines Landes, oder für die betreuten, bestellen',
        arity: [1, 1],
      },
      async (principal, { positionals }) => {
        const wer = await anbietendeOf(deps, principal);
        const file = await commandJson(positionals[0] ?? '', datei);
        if (!wer.ok) return wer;
        if (!file.ok) return file;
        const circle = (await deps.efa.circleOf(principal)) ?? [];
        const ordered = await orderForAll(
          deps,
          wer.value,
          file.value,
          circle.map(({ ags }) => ags),
        );
        return commandOutput(ordered, ({ id }) => `Sammelbestellung ${id} eingetragen.`);
      },
    ),
    acting(
      deps,
      {
        capability: 'marketplace.joint.decide',
        name: 'sammelbestellung decide',
        usage: '<Kennung> [--decline <Grund>]',
        summary: 'Eine Sammelbestellung annehmen oder ablehnen',
        options: { decline: text },
        arity: [1, 1],
      },
      async (principal, { positionals, values }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const grund = optionText(values, 'decline');
        const angenommen = values.decline === undefined;
        const decided = await decideForAll(deps, wer.value, positionals[0] ?? '', { angenommen, grund });
        return commandOutput(
          decided,
          () => (angenommen ? 'Angenommen.' : 'Abgelehnt.'),
          () => ({ angenommen }),
        );
      },
    ),
  ];
}
