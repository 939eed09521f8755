import { ok } from '#kernel';
import type { Command, CommandInput } from '#platform';
import type { CompassDeps } from './doors-deps.ts';
import { markiereGesehen, meineNeuigkeiten, type Neuigkeit } from './use-cases/digest.ts';
import { readerOf } from './use-cases/editor.ts';
import { neuigkeitenJson } from './views/sammel-json.ts';

const options = { member: { type: 'string' } } as const;
const usage = '<Kommune> --member <Kennung des Mitglieds>';

/** What changed for a member, on the command line. */
export function newsCommands(deps: CompassDeps): readonly Command[] {
  const ask = async ({ positionals, principal, values }: CommandInput) => {
    const reader = await readerOf(deps, principal, positionals.join(' '));
    if (!reader.ok) return reader;
    const member = typeof values.member === 'string' ? values.member : null;
    const news = await meineNeuigkeiten(deps, reader.value, member);
    return news.ok ? ok({ reader: reader.value, member, news: news.value }) : news;
  };
  return [
    {
      capability: 'compass.news',
      name: 'stand news',
      usage,
      summary:
        'Was andere an den Leistungen eines Mitglieds geändert haben, soweit es das noch nicht gesehen hat',
      options,
      arity: [1, 8],
      run: async (input) => {
        const asked = await ask(input);
        if (!asked.ok) return asked;
        const { news } = asked.value;
        return ok({ json: neuigkeitenJson(news), text: news.map(lineOf).join('\n') || 'Nichts Neues.' });
      },
    },
    {
      capability: 'compass.news.seen',
      name: 'stand news seen',
      usage,
      summary: 'Alle Neuigkeiten eines Mitglieds als gesehen vermerken',
      options,
      arity: [1, 8],
      run: async (input) => {
        const asked = await ask(input);
        if (!asked.ok) return asked;
        const { reader, member, news } = asked.value;
        const marked = await markiereGesehen(deps, reader, news, member);
        if (!marked.ok) return marked;
        return ok({
          json: { leistungen: marked.value },
          text: `${marked.value} Leistungen als gesehen vermerkt.`,
        });
      },
    },
  ];
}

function lineOf({ angegebenAm, name, wer, unterschiede }: Neuigkeit): string {
  const what = unterschiede.map(({ feld, vorher, nachher }) => `${feld} ${vorher} → ${nachher}`).join(', ');
  return `${angegebenAm.toISOString().slice(0, 10)}  ${name}: ${what || 'bestätigt'} (${wer})`;
}
