import type { Command } from '#platform';
import { command, nothing, printed, text } from './cli-zahlen-parts.ts';
import type { FrageDeps } from './use-cases/frage-stellen.ts';
import * as antworten from './use-cases/zahlen-antworten.ts';
import * as json from './views/zahlen-json.ts';
import { anteil, werGezaehltIst } from './views/zahlen-saetze.ts';

export function abdeckungCommand(deps: FrageDeps): Command {
  return command(
    'compass.abdeckung',
    'zahlen abdeckung',
    'Abdeckung, aufgeteilt',
    { nach: text },
    async (anfrage) =>
      printed(await antworten.abdeckungAntwort(deps, anfrage), json.abdeckungenJson, abdeckungLines),
  );
}

export function karteCommand(deps: FrageDeps): Command {
  return command('compass.karte', 'karte', 'Abdeckung jeder Kommune', {}, async ({ parameters, ...rest }) => {
    parameters.set('nach', 'kommune');
    const found = await antworten.abdeckungAntwort(deps, { ...rest, parameters });
    return printed(found, json.abdeckungenJson, abdeckungLines);
  });
}

function abdeckungLines({ frage, teile }: antworten.AbdeckungAntwort): readonly string[] {
  const lines = teile.map(
    ({ label, kommunen, einwohner, faelle }) =>
      `${anteil(kommunen).padEnd(14)}${anteil(einwohner).padEnd(14)}${anteil(faelle).padEnd(14)}${label}`,
  );
  const head = `${'Pflichten'.padEnd(14)}${'Einwohner'.padEnd(14)}Fälle`;
  return [werGezaehltIst(frage), ...(lines.length > 0 ? [head, ...lines] : [nothing])];
}
