import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, commandOutput, optionList, optionText } from '#platform';
import { flag, leadCommand, type Said, text } from './cli-parts.ts';
import type { ReleasesDeps } from './deps.ts';
import { isSchritt, schritte } from './domain/zustand.ts';
import { invalid } from './errors.ts';
import { planAusrollung } from './use-cases/plan-ausrollung.ts';
import { putBack } from './use-cases/put-back.ts';
import { readFassungen } from './use-cases/read-fassungen.ts';
import { takeStep } from './use-cases/take-step.ts';
import { type Rolloutwunsch, vorschau } from './use-cases/vorschau.ts';
import { vorschauAnswer } from './views/answers.ts';

const ringOptions = { pilot: text, 'pilot-ab': text, welle: text, 'alle-ab': text } as const;
const ringUsage =
  '<Onlinedienst> <Fassung> --pilot <Kommune,…> --pilot-ab JJJJ-MM-TT [--welle JJJJ-MM-TT:<Kommune,…>] --alle-ab JJJJ-MM-TT';

/** Rolling out on the command line. */
export function rolloutCommands(deps: ReleasesDeps): readonly Command[] {
  return [previewCommand(deps), planCommand(deps), stepCommand(deps), putBackCommand(deps)];
}

function previewCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{ capability: 'releases.preview', name: 'fassung vorschau', usage: ringUsage, arity: [2, 2] },
    ...{ options: ringOptions, summary: 'Was eine Ausrollung mit jeder Kommune täte' },
  };
  return leadCommand(deps, said, async (lead, input) => {
    const wunsch = wunschOf(input);
    if (!wunsch.ok) return wunsch;
    const seen = await vorschau(deps, lead, wunsch.value);
    return commandOutput(
      seen,
      ({ zeilen, ringe }) =>
        zeilen
          .map(({ kommune, ring, ergebnis, fehlt }) =>
            `${ringe[ring]?.name ?? ''}: ${kommune}, ${ergebnis} ${fehlt.join(' ')}`.trimEnd(),
          )
          .join('\n'),
      vorschauAnswer,
    );
  });
}

function planCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{ capability: 'releases.roll-out', name: 'fassung ausrollen', usage: ringUsage, arity: [2, 2] },
    ...{ options: ringOptions, summary: 'Eine Ausrollung planen; „fassung schritt“ beginnt sie' },
  };
  return leadCommand(deps, said, async (lead, input) => {
    const wunsch = wunschOf(input);
    if (!wunsch.ok) return wunsch;
    return commandOutput(
      await planAusrollung(deps, lead, wunsch.value),
      () => `Geplant. Beginnen: leitwerk fassung schritt ${wunsch.value.dienst} beginnen`,
    );
  });
}

function stepCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    capability: 'releases.step',
    name: 'fassung schritt',
    usage: `<Onlinedienst> ${schritte.join('|')} [--grund <Text>] [--trotz-sicherheit]`,
    summary: 'Eine Ausrollung beginnen, anhalten, fortsetzen, abschließen, zurücknehmen, verwerfen',
    options: { grund: text, 'trotz-sicherheit': flag },
    arity: [2, 2],
  };
  return leadCommand(deps, said, async (lead, { positionals: [dienst = '', schritt = ''], values }) => {
    const message = `Mögliche Schritte: ${schritte.join(', ')}.`;
    if (!isSchritt(schritt)) return refuse(invalid([{ field: 'schritt', message }]));
    const stand = await readFassungen(deps, { art: 'anbieter', lead }, dienst);
    if (!stand.ok) return stand;
    const stepped = await takeStep(deps, lead, {
      ...{ dienst, schritt, version: stand.value.ausrollung?.version ?? 0 },
      grund: optionText(values, 'grund'),
      trotzSicherheit: values['trotz-sicherheit'] === true,
    });
    return commandOutput(
      stepped,
      ({ zustand, vorgang }) =>
        `Die Ausrollung ist jetzt ${zustand}.${vorgang ? ' Der Arbeiter stellt die Kommunen um.' : ''}`,
      ({ zustand, vorgang }) => ({ zustand, vorgang }),
    );
  });
}

function putBackCommand(deps: ReleasesDeps): Command {
  const said: Said = {
    ...{ capability: 'releases.put-back', name: 'fassung zurueckstellen', arity: [2, 2] },
    usage: '<Onlinedienst> <Fassung> --kommune <Name|AGS>',
    summary: 'Eine Kommune auf eine andere angebotene Fassung stellen',
    options: { kommune: text },
  };
  return leadCommand(deps, said, async (lead, { positionals: [dienst = '', fassung = ''], values }) =>
    commandOutput(
      await putBack(deps, lead, { dienst, fassung, kommune: optionText(values, 'kommune') }),
      (moved) => `${moved.kommune} hat jetzt Fassung ${moved.fassung}.`,
    ),
  );
}

function wunschOf({ positionals: [dienst = '', fassung = ''], values }: CommandInput): Result<Rolloutwunsch> {
  const pilotAb = parseLocalDate(optionText(values, 'pilot-ab'));
  if (!pilotAb.ok) return pilotAb;
  const alleAb = parseLocalDate(optionText(values, 'alle-ab'));
  if (!alleAb.ok) return alleAb;
  const wave = optionText(values, 'welle');
  const [day = '', names = ''] = wave.split(':');
  const welleAb = wave === '' ? null : parseLocalDate(day);
  if (welleAb !== null && !welleAb.ok) return welleAb;
  const kommunen = names.split(',').map((name) => name.trim());
  return ok({
    ...{ dienst, fassung },
    pilot: { name: 'Pilotkommunen', ab: pilotAb.value, kommunen: optionList(values, 'pilot') },
    wellen: welleAb ? [{ name: 'Welle 1', ab: welleAb.value, kommunen: kommunen.filter(Boolean) }] : [],
    alleAb: alleAb.value,
  });
}
