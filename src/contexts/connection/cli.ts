import { formatLocalDate, ok, type Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import { secretCommands } from './cli-zugangsdaten.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { haeltAuf, type Zeile } from './domain/gate.ts';
import { type FaktArt, faktArten } from './domain/punkt.ts';
import { invalidFakt } from './errors.ts';
import { ablaufLabel, parteiLabel, phaseLabel, schrittLabel, standLabel, themaLabel } from './messages.ts';
import { type Begleiter, begleiterOf, hausOf } from './use-cases/begleiter.ts';
import { readFristen } from './use-cases/fristen.ts';
import { readGate } from './use-cases/gate.ts';
import { probelauf } from './use-cases/probelauf.ts';
import { punktErledigen } from './use-cases/punkte-erledigen.ts';
import { ablaufAnswer, checklisteAnswer, gateAnswer, probelaufAnswer } from './views/answers.ts';
import { shownFor } from './views/shown.ts';

const text = { type: 'string' } as const;
const options = { ...organisationOption, kommune: text } as const;
const usage = `${organisationUsage} [--kommune <AGS|Name>]`;

/** This context on the command line. */
export function connectionCommands(deps: ConnectionDeps): readonly Command[] {
  return [
    checklistCommand(deps),
    stateCommand(deps),
    gateCommand(deps),
    rehearseCommand(deps),
    deadlinesCommand(deps),
    ...secretCommands(deps),
  ];
}

/** Runs a command for the Kommune that the organisation is, or that it names. */
function asBegleiter(
  deps: ConnectionDeps,
  input: CommandInput,
  recht: 'lesen' | 'aendern',
  run: (begleiter: Begleiter, dienst: string) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  return asOrganisation(deps, input, async (principal) => {
    const begleiter = await begleiterOf(deps, principal, recht, optionText(input.values, 'kommune'));
    return begleiter.ok ? run(begleiter.value, input.positionals[0] ?? '') : begleiter;
  });
}

function checklistCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.checklist',
    name: 'anbindung checkliste',
    usage: `<Onlinedienst> ${usage}`,
    summary: 'Die Checkliste einer Anbindung mit Fortschritt, Phase und Uhren',
    options,
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'lesen', async (begleiter, dienst) => {
        const shown = await shownFor(deps, begleiter, dienst);
        if (!shown.ok) return shown;
        const json = checklisteAnswer(shown.value.stand, shown.value.zeilen);
        const lines = json.punkte.map(
          ({ id, titel, wer, stand }) =>
            `${standLabel[stand].padEnd(11)}${parteiLabel[wer].padEnd(18)}${id.padEnd(24)}${titel}`,
        );
        const head = `${begleiter.kommune.name}: ${phaseLabel[json.phase]}, ${json.erledigt} von ${json.gefordert} erledigt`;
        return ok({ json, text: [head, ...lines].join('\n') });
      }),
  };
}

function stateCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.checklist.state',
    name: 'anbindung punkt',
    usage: `<Onlinedienst> <Punkt> [erledigt|wieder-offen|entfaellt] ${usage} [--nachweis <Text>] [--grund <Text>] [--bis JJJJ-MM-TT]`,
    summary: 'Den Stand eines Punktes der Checkliste eintragen',
    options: { ...options, nachweis: text, grund: text, bis: text },
    arity: [2, 3],
    run: (input) =>
      asBegleiter(deps, input, 'aendern', async (begleiter, dienst) => {
        const art = artOf(input.positionals[2]);
        if (art === null)
          return {
            ok: false,
            refusal: invalidFakt([{ field: 'art', message: `Möglich sind: ${faktArten.join(', ')}.` }]),
          };
        const punkt = input.positionals[1] ?? '';
        const shown = await shownFor(deps, begleiter, dienst);
        if (!shown.ok) return shown;
        const nummer = shown.value.stand.lage.get(punkt)?.nummer ?? 0;
        const eingabe = {
          art,
          nachweis: optionText(input.values, 'nachweis'),
          grund: optionText(input.values, 'grund'),
          gueltigBis: optionText(input.values, 'bis'),
        };
        const stated = await punktErledigen(deps, begleiter, { dienst, punkt, eingabe }, nummer);
        return commandOutput(
          stated,
          () => `${punkt}: eingetragen für ${begleiter.kommune.name}.`,
          () => ({ punkt, art, nummer: nummer + 1 }),
        );
      }),
  };
}

function artOf(given: string | undefined): FaktArt | null {
  return given === undefined ? 'erledigt' : (faktArten.find((each) => each === given) ?? null);
}

function gateCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.gate',
    name: 'anbindung pruefung',
    usage: `<Onlinedienst> ${usage}`,
    summary: 'Was den Start einer Anbindung aufhält, nach Themen',
    options,
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'lesen', async (begleiter, dienst) => {
        const gate = await readGate(deps, begleiter, dienst);
        if (!gate.ok) return gate;
        const lines = gate.value.gruppen.flatMap(({ thema, zeilen }) => [
          themaLabel[thema],
          ...zeilen.map(gateLine),
        ]);
        const head = gate.value.bereit ? 'Alles Nötige ist da.' : 'Der Start wird aufgehalten.';
        return ok({
          json: gateAnswer(gate.value),
          text: [head, ...lines].join('\n'),
          found: !gate.value.bereit,
        });
      }),
  };
}

function gateLine(zeile: Zeile): string {
  if (zeile.ok) return `  ok      ${zeile.what}`;
  return `  ${haeltAuf(zeile) ? 'fehlt  ' : 'Hinweis'} ${zeile.what} (${zeile.who}): ${zeile.how}`;
}

function rehearseCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.rehearse',
    name: 'anbindung probelauf',
    usage: `<Onlinedienst> ${usage}`,
    summary: 'Einen Probelauf mit einem Testantrag machen; er bleibt nirgends liegen',
    options,
    arity: [1, 1],
    run: (input) =>
      asBegleiter(deps, input, 'aendern', async (begleiter, dienst) => {
        const lauf = await probelauf(deps, begleiter, dienst);
        if (!lauf.ok) return lauf;
        const { nummer, bestanden, schritte } = lauf.value;
        const lines = schritte.map(
          ({ art, ok: fine, text: said }) => `${fine ? 'ok    ' : 'fehlt '} ${schrittLabel[art]}: ${said}`,
        );
        const head = `Probelauf ${nummer}: ${bestanden ? 'bestanden' : 'nicht bestanden'}`;
        return ok({
          json: probelaufAnswer(lauf.value),
          text: [head, ...lines].join('\n'),
          found: !bestanden,
        });
      }),
  };
}

function deadlinesCommand(deps: ConnectionDeps): Command {
  return {
    capability: 'connection.deadlines',
    name: 'fristen',
    usage: organisationUsage,
    summary: 'Was abläuft: Nachweise, Schlüssel, Zugangsdaten, Verträge',
    options: organisationOption,
    arity: [0, 0],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const haus = await hausOf(deps, principal, 'lesen');
        if (!haus.ok) return haus;
        const fristen = await readFristen(deps, haus.value);
        const lines = fristen.map(
          ({ bis, art, titel, kommune }) =>
            `${formatLocalDate(bis)}  ${ablaufLabel[art].padEnd(24)}${titel} (${kommune})`,
        );
        return ok({
          json: { fristen: fristen.map(ablaufAnswer) },
          text: lines.join('\n') || 'Nichts läuft ab.',
        });
      }),
  };
}
