import { ok, type Result } from '#kernel';
import { type CommandInput, type CommandOutput, commandFile, commandOutput, optionText } from '#platform';
import type { FimDeps } from './fim-deps.ts';
import type { Author } from './use-cases/author.ts';
import { leseCodeliste, readCodelistenstand } from './use-cases/codelisten.ts';
import { codelisteAnswer } from './views/answers.ts';

type Answer = Promise<Result<CommandOutput>>;

export async function lists(deps: FimDeps, author: Author): Answer {
  const { gehalten, fehlend } = await readCodelistenstand(deps, author);
  const lines = [
    ...gehalten.map(({ urn, version, titel, anzahl }) => `${urn} ${version}: ${titel} (${anzahl} Einträge)`),
    ...fehlend.map(({ urn, schemata }) => `fehlt: ${urn} (${schemata.join(', ')})`),
  ];
  const json = { listen: gehalten.map(codelisteAnswer), fehlend };
  return ok({ json, text: lines.join('\n') || 'Keine Codelisten, und keine fehlt.' });
}

export async function readList(deps: FimDeps, author: Author, { positionals, values }: CommandInput): Answer {
  const [path = ''] = positionals;
  const file = await commandFile(path, 5_000_000);
  if (!file.ok) return file;
  const option = (name: string) => optionText(values, name).trim();
  const read = await leseCodeliste(deps, author, {
    bytes: file.value.bytes,
    ...{ urn: option('urn'), version: option('version'), titel: option('titel') },
    ...{ quelle: option('quelle'), lizenz: option('lizenz') },
  });
  return commandOutput(
    read,
    ({ titel, anzahl }) => `Eingelesen: ${titel} (${anzahl} Einträge)`,
    codelisteAnswer,
  );
}
