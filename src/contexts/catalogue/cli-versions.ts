import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, type CommandOutput, commandUsage } from '#platform';
import { deltaCounts } from './domain/catalogue-delta.ts';
import { deltaKindLabel, deltaKinds } from './domain/delta-kinds.ts';
import type { CatalogueVersions } from './use-cases/catalogue-versions.ts';
import { takeBackFassung } from './use-cases/take-back.ts';
import type { VersionDeps } from './version-deps.ts';
import { detailsText, kindsText } from './views/delta-list.ts';
import { type LineageView, lineageView } from './views/lineage-view.ts';
import { deltaJson, fassungenJson } from './views/version-json.ts';

/** Fassungen on the command line. */
export function versionCommands(deps: VersionDeps): readonly Command[] {
  return [versionsCommand(deps), deltaCommand(deps), lineageCommand(deps), takeBackCommand(deps)];
}

function versionsCommand({ versions }: VersionDeps): Command {
  return {
    capability: 'catalogue.versions',
    name: 'catalog versions',
    usage: '',
    summary: 'Die Fassungen des Katalogs mit Stand, Quelle und Zustand',
    arity: [0, 0],
    run: async () => {
      const fassungen = fassungenJson(await versions.all());
      const lines = fassungen.map(
        ({ nummer, stand, zustand, leistungen, quelle }) =>
          `Fassung ${nummer}, Stand ${stand}, ${zustand}: ${leistungen.neu} neu, ${leistungen.geaendert} geändert, ${leistungen.entfallen} entfallen (${quelle})`,
      );
      return ok({ json: { fassungen }, text: lines.join('\n') });
    },
  };
}

function deltaCommand({ versions }: VersionDeps): Command {
  return {
    capability: 'catalogue.delta',
    name: 'catalog delta',
    usage: '[<von> <bis>]',
    summary: 'Was sich zwischen zwei Fassungen geändert hat; ohne Angabe zwischen den letzten beiden',
    arity: [0, 2],
    run: async ({ positionals }) => {
      const pair = await numbersOf(versions, positionals);
      if (!pair.ok) return pair;
      const delta = await versions.delta(...pair.value);
      if (!delta.ok) return delta;
      const counts = deltaCounts(delta.value.entries);
      const heads = deltaKinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => `${counts[kind]} ${deltaKindLabel[kind]}`);
      const lines = delta.value.entries.map(
        (entry) =>
          `${entry.id} ${entry.name}: ${kindsText(entry)}${detailsText(entry) ? ` – ${detailsText(entry)}` : ''}`,
      );
      return ok({
        json: deltaJson(delta.value),
        text: [heads.join(', ') || 'Kein Unterschied.', ...lines].join('\n'),
      });
    },
  };
}

async function numbersOf(
  versions: CatalogueVersions,
  positionals: readonly string[],
): Promise<Result<readonly [number, number]>> {
  if (positionals.length === 0) {
    const latest = await versions.latest();
    return latest ? ok(latest) : refuse(noFassung);
  }
  const [von, bis] = positionals.map(Number);
  const good = [von, bis].every((number) => Number.isSafeInteger(number) && (number ?? 0) < 2 ** 31);
  return good && von !== undefined && bis !== undefined
    ? ok([von, bis])
    : refuse(commandUsage('<von> <bis> sind zwei Nummern von Fassungen.'));
}

function lineageCommand({ catalogue, versions, clock }: VersionDeps): Command {
  return {
    capability: 'catalogue.lineage',
    name: 'catalog lineage',
    usage: '<Nummer|LeiKa-Schlüssel>',
    summary: 'Was aus einer Leistung wurde: Angaben je Fassung, Vorgänger und Nachfolger',
    arity: [1, 50],
    run: async ({ positionals }) => {
      const view = await lineageView(await catalogue(), versions, positionals.join(' '), clock.today());
      return view.ok ? ok({ json: view.value, text: lineageText(view.value) }) : view;
    },
  };
}

function lineageText({ id, name, gilt, nachfolger, vorgaenger, verlauf }: LineageView): string {
  const names = (list: LineageView['nachfolger']) => list.map((one) => `${one.name} (${one.id})`).join(', ');
  return [
    `${id} ${name}: ${gilt ? 'steht im Katalog' : 'steht nicht mehr im Katalog'}`,
    ...(nachfolger.length > 0 ? [`  fortgeführt in: ${names(nachfolger)}`] : []),
    ...(vorgaenger.length > 0 ? [`  setzt fort: ${names(vorgaenger)}`] : []),
    ...verlauf.map(
      (said) =>
        `  Fassung ${said.fassung}${said.zurueckgenommen ? ' (zurückgenommen)' : ''}, Stand ${said.stand}: ${said.entfallen ? 'entfallen' : `${said.name}, ${said.leika ?? 'ohne Schlüssel'}, OZG ${said.ozgId ?? '–'}`}`,
    ),
  ].join('\n');
}

function takeBackCommand(deps: VersionDeps): Command {
  return {
    capability: 'catalogue.take-back',
    name: 'catalog take-back',
    usage: '<Fassung> --reason <Grund>',
    summary: 'Die neueste Fassung des Katalogs zurücknehmen; danach gilt die davor',
    options: { reason: { type: 'string' } },
    arity: [1, 1],
    run: (input) => takeBack(deps, input),
  };
}

async function takeBack(
  deps: VersionDeps,
  { positionals, values, principal }: CommandInput,
): Promise<Result<CommandOutput>> {
  const nummer = Number(positionals[0]);
  if (!Number.isSafeInteger(nummer)) return refuse(commandUsage('Bitte die Nummer der Fassung angeben.'));
  const done = await takeBackFassung(deps.db, principal.actor, nummer, String(values.reason ?? ''));
  if (!done.ok) return done;
  deps.changed();
  return ok({
    json: done.value,
    text: `Fassung ${nummer} ist zurückgenommen. Es gilt Fassung ${done.value.gilt}.`,
  });
}

const noFassung: Refusal = {
  kind: 'not-found',
  code: 'CATALOGUE_FASSUNG_UNKNOWN',
  message: 'Der Katalog ist noch nicht eingelesen.',
};
