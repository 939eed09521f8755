import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { ok, type Result, refuse } from '#kernel';
import { asOrganisation, type CommandInput, type CommandOutput, commandUsage, optionText } from '#platform';
import { hakenStaende } from './domain/haken.ts';
import type { FimDeps } from './fim-deps.ts';
import { standLabel, verstandenLabel } from './messages.ts';
import { hakeAb } from './use-cases/abhaken.ts';
import { alsFormular, alsXdatenfelder } from './use-cases/ausgeben.ts';
import { type Author, authorOf } from './use-cases/author.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from './use-cases/einlesen.ts';
import { readSchema, readSchemas } from './use-cases/read-schema.ts';
import { readUnterschiede } from './use-cases/unterschiede.ts';
import { detailAnswer, punktAnswer, vergleichAnswer, vorschauAnswer, zeileAnswer } from './views/answers.ts';

type Answer = Promise<Result<CommandOutput>>;

export function asAuthor(deps: FimDeps, input: CommandInput, run: (author: Author) => Answer): Answer {
  return asOrganisation(deps, input, async (principal) => {
    const author = authorOf(principal);
    return author.ok ? run(author.value) : author;
  });
}

function versionOf({ values }: CommandInput): string | null {
  return optionText(values, 'version') || null;
}

export async function list(deps: FimDeps, author: Author): Answer {
  const schemas = await readSchemas(deps, author);
  const lines = schemas.map(
    ({ fassung: { id, version, bezeichnung }, offen }) =>
      `${id}  ${version.padEnd(12)} ${bezeichnung} (${offen} offen)`,
  );
  const json = { schemas: schemas.map(zeileAnswer) };
  return ok({
    json,
    text: lines.join('\n') || 'Noch kein Datenschema. Weiter: leitwerk fim einlesen <Datei>',
  });
}

export async function show(deps: FimDeps, author: Author, input: CommandInput): Answer {
  const detail = await readSchema(deps, author, input.positionals[0] ?? '', versionOf(input));
  if (!detail.ok) return detail;
  const { fassung, zaehlung, uebernahme } = detail.value;
  const lines = [
    `${fassung.id} ${fassung.version}: ${fassung.bezeichnung}`,
    `${zaehlung.felder} Felder (${zaehlung.felderEindeutig} verschiedene), ${zaehlung.gruppen} Gruppen, ${zaehlung.regeln} Regeln, ${zaehlung.codelisten} Codelisten`,
    uebernahme.definition ? `Formular mit ${uebernahme.definition.pages.length} Seiten` : 'Kein Formular',
    ...uebernahme.befunde.map(({ zeile, ort, text: said }) => `Zeile ${zeile}, ${ort}: ${said}`),
  ];
  return ok({ json: detailAnswer(detail.value), text: lines.join('\n') });
}

export async function points(deps: FimDeps, author: Author, input: CommandInput): Answer {
  const detail = await readSchema(deps, author, input.positionals[0] ?? '', versionOf(input));
  if (!detail.ok) return detail;
  const lines = detail.value.punkte.flatMap(({ punkt, stand, haken }) => [
    `[${standLabel[stand]}] ${punkt.schluessel}: ${punkt.titel} – ${verstandenLabel[punkt.verstanden]}${haken ? ` (${haken.person})` : ''}`,
    ...punkt.maschinenregeln.map(({ feld, wirkung, ausdruck }) => `    ${feld} ${wirkung}: ${ausdruck}`),
  ]);
  const json = { arbeitspunkte: detail.value.punkte.map(punktAnswer) };
  return ok({ json, text: lines.join('\n') || 'Keine Arbeitspunkte.' });
}

export async function differences(deps: FimDeps, author: Author, { positionals }: CommandInput): Answer {
  const [id = '', von = null, zu = null] = positionals;
  const found = await readUnterschiede(deps, author, id, { von, zu });
  if (!found.ok) return found;
  const { von: from, zu: to, vergleich } = found.value;
  const lines = vergleich.unterschiede.map(
    ({ art, element, fimId, bezeichnung, aenderungen }) =>
      `${art}: ${element} ${fimId} ${bezeichnung}${aenderungen.length > 0 ? ` (${aenderungen.map(({ feld }) => feld).join(', ')})` : ''}`,
  );
  const head = `${from.version} → ${to.version}: ${vergleich.unveraendert} unverändert`;
  const json = { von: from.version, zu: to.version, ...vergleichAnswer(vergleich) };
  return ok({ json, text: [head, ...lines].join('\n') });
}

export async function write(deps: FimDeps, author: Author, input: CommandInput): Answer {
  const art = optionText(input.values, 'art') || 'xdatenfelder';
  if (art !== 'xdatenfelder' && art !== 'formular')
    return refuse(commandUsage(`„${art}“ gibt es nicht: xdatenfelder oder formular.`));
  const detail = await readSchema(deps, author, input.positionals[0] ?? '', versionOf(input));
  if (!detail.ok) return detail;
  const formular = art === 'formular' ? alsFormular(detail.value) : null;
  if (formular && !formular.ok) return formular;
  const content = formular ? `${JSON.stringify(formular.value, null, 2)}\n` : alsXdatenfelder(detail.value);
  const file = optionText(input.values, 'nach');
  if (file === '') return ok({ json: { art, inhalt: content }, text: content });
  await writeFile(file, content);
  return ok({ json: { art, datei: file }, text: `Geschrieben: ${file}` });
}

export async function read(deps: FimDeps, author: Author, { positionals, values }: CommandInput): Answer {
  const [path = ''] = positionals;
  const [quelle, lizenz] = [optionText(values, 'quelle'), optionText(values, 'lizenz')];
  if (quelle === '' || lizenz === '')
    return refuse(commandUsage('Bitte geben Sie --quelle und --lizenz an.'));
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(commandUsage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > 20_000_000)
    return refuse(commandUsage(`Die Datei ${path} ist größer als 20 MB.`, 'too-large'));
  const bytes = await readFile(path);
  const begun = await beginEinlesung(deps, author, { name: basename(path), bytes, quelle, lizenz });
  if (!begun.ok) return begun;
  const yes = values.yes === true;
  const done = await (yes ? applyEinlesung : previewEinlesung)(deps, author, begun.value);
  if (!done.ok) return done;
  const { fassung, vergleich, uebernahme } = done.value;
  const head = `${fassung.id} ${fassung.version}: ${vergleich.unterschiede.length} Unterschiede, ${uebernahme.arbeitspunkte.length} Arbeitspunkte, ${uebernahme.befunde.length} Befunde`;
  return ok({
    json: vorschauAnswer(done.value, yes),
    text: `${head}\n${yes ? 'Eingelesen.' : 'Vorschau; mit --yes wird eingelesen.'}`,
  });
}

export async function tick(deps: FimDeps, author: Author, input: CommandInput): Answer {
  const [id = '', schluessel = ''] = input.positionals;
  const asked = optionText(input.values, 'stand') || 'erledigt';
  const stand = hakenStaende.find((each) => each === asked);
  if (!stand) return refuse(commandUsage(`Den Stand „${asked}“ gibt es nicht: ${hakenStaende.join(', ')}.`));
  const notiz = optionText(input.values, 'notiz');
  const done = await hakeAb(deps, author, { id, version: versionOf(input), schluessel, stand, notiz });
  if (!done.ok) return done;
  const { person } = done.value;
  return ok({ json: { schluessel, stand, person }, text: `${schluessel}: ${standLabel[stand]}` });
}
