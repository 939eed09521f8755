import { writeFile } from 'node:fs/promises';
import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type CommandInput,
  type CommandOutput,
  commandFile,
  commandOutput,
  commandUsage,
  optionText,
} from '#platform';
import { largestPaket } from '#standards/leitwerk-paket';
import type { PackagesDeps } from './deps.ts';
import { type Urteil, urteilLabel } from './domain/urteil.ts';
import { bauePaket } from './use-cases/bauen.ts';
import { applyEinlesung, beginEinlesung, pruefeDatei } from './use-cases/einlesen.ts';
import { readDienst, readDienste } from './use-cases/lesen.ts';
import { type Lieferant, lieferantOf } from './use-cases/lieferant.ts';
import {
  aendereSchluessel,
  readSchluessel,
  type Schluesselliste,
  type Schluesselschritt,
} from './use-cases/schluessel.ts';
import { vergleichePakete } from './use-cases/vergleichen.ts';
import {
  detailAnswer,
  gebautAnswer,
  laufAnswer,
  pruefungAnswer,
  schluesselAnswer,
  unterschiedAnswer,
  zeileAnswer,
} from './views/answers.ts';

type Answer = Promise<Result<CommandOutput>>;

export function asPacker(
  deps: PackagesDeps,
  input: CommandInput,
  run: (packer: Lieferant) => Answer,
): Answer {
  return asOrganisation(deps, input, async (principal) => {
    const packer = await lieferantOf(deps, principal);
    return packer.ok ? run(packer.value) : packer;
  });
}

export async function list(deps: PackagesDeps): Answer {
  const zeilen = await readDienste(deps);
  const lines = zeilen.map(
    ({ dienst, urteile, gepackt }) =>
      `${dienst.id.padEnd(24)} Fassung ${dienst.version}${gepackt ? ' (gepackt)' : ''}: ${urteile.map((urteil) => urteilSatz(urteil)).join('; ')}`,
  );
  return ok({ json: { dienste: zeilen.map(zeileAnswer) }, text: lines.join('\n') });
}

function urteilSatz({ profil, art, annahmen }: Urteil): string {
  const assumed = annahmen > 0 ? ` (${annahmen} Annahmen)` : '';
  return `${profil.name} ${urteilLabel[art]}${assumed}`;
}

/** The reasons of a verdict, each with its first place in the form. */
function gruende({ gruende: all }: Urteil): readonly string[] {
  return all.map(
    ({ faehigkeit, stellen }) =>
      `    ${faehigkeit.label}: ${stellen[0]?.worte ?? ''}${stellen.length > 1 ? ` und ${stellen.length - 1} weitere` : ''}. ${faehigkeit.ersatz ?? 'Dafür gibt es keinen Ersatz.'}`,
  );
}

export async function show(deps: PackagesDeps, { positionals }: CommandInput): Answer {
  const detail = await readDienst(deps, positionals[0] ?? '');
  if (!detail.ok) return detail;
  const { dienst, summe, teile, urteile, laeufe } = detail.value;
  const lines = [
    `${dienst.title}, Fassung ${dienst.version}`,
    `Inhaltssumme ${summe}, ${teile.length} Teile`,
    ...urteile.flatMap((urteil, index) => [
      `${urteilSatz(urteil)}${laufSatz(laeufe[index] ? laufAnswer(laeufe[index]) : null)}`,
      ...gruende(urteil),
    ]),
  ];
  return ok({ json: detailAnswer(detail.value), text: lines.join('\n') });
}

function laufSatz(lauf: ReturnType<typeof laufAnswer> | null): string {
  return lauf === null || lauf.gespielt === 0
    ? ''
    : `, ${lauf.bestanden} von ${lauf.gespielt} Testfällen bestehen`;
}

export async function build(
  deps: PackagesDeps,
  packer: Lieferant,
  { positionals, values }: CommandInput,
): Answer {
  const asked = optionText(values, 'format');
  if (asked !== '' && !/^[1-9]\d{0,2}$/.test(asked))
    return refuse(commandUsage(`„${asked}“ ist keine Zahl eines Formats.`));
  const built = await bauePaket(deps, packer, positionals[0] ?? '', asked === '' ? undefined : Number(asked));
  if (!built.ok) return built;
  const { dienst, version, format, summe, bytes } = built.value;
  const file = optionText(values, 'nach') || `${dienst}-${version}.paket.json`;
  await writeFile(file, bytes);
  const { paket, ...rest } = gebautAnswer(built.value);
  return ok({
    json: { ...rest, datei: file, bytes: paket.length },
    text: `Geschrieben: ${file} (Format ${format})\nInhaltssumme ${summe}`,
  });
}

export async function check(deps: PackagesDeps, packer: Lieferant, { positionals }: CommandInput): Answer {
  const file = await commandFile(positionals[0] ?? '', largestPaket);
  if (!file.ok) return file;
  const checked = await pruefeDatei(deps, packer, file.value);
  if (!checked.ok) return checked;
  const { pruefung, hindernis } = checked.value;
  const then = { hindernis: hindernis?.message ?? null, uebernommen: false, angeboten: false };
  const answer = pruefungAnswer(pruefung, then);
  const [eigenes] = pruefung.urteile;
  const lines = [
    `${answer.titel}, Fassung ${answer.version}, unterschrieben von ${answer.unterschrift.inhaber}`,
    `Inhaltssumme ${answer.summe}`,
    `Hier: ${urteilLabel[eigenes.art]}${laufSatz(answer.lauf)}`,
    ...gruende(eigenes),
    hindernis?.message ?? 'Das Paket lässt sich übernehmen.',
  ];
  return ok({ json: answer, text: lines.join('\n'), found: hindernis !== null });
}

export async function take(
  deps: PackagesDeps,
  packer: Lieferant,
  { positionals, values }: CommandInput,
): Answer {
  const file = await commandFile(positionals[0] ?? '', largestPaket);
  const begun = file.ok ? await beginEinlesung(deps, packer, file.value) : file;
  if (!begun.ok) return begun;
  const taken = await applyEinlesung(deps, packer, begun.value, values.anbieten === true);
  if (!taken.ok) return taken;
  const { pruefung, angeboten } = taken.value;
  const answer = pruefungAnswer(pruefung, { hindernis: null, uebernommen: true, angeboten });
  const [eigenes] = pruefung.urteile;
  const done = angeboten ? 'Eingelesen und angeboten' : 'Eingelesen';
  const lines = [
    `${done}: ${answer.titel}, Fassung ${answer.version} (${urteilLabel[eigenes.art]}${laufSatz(answer.lauf)})`,
    ...gruende(eigenes),
  ];
  return ok({ json: answer, text: lines.join('\n') });
}

export async function compare(deps: PackagesDeps, { positionals }: CommandInput): Answer {
  const [von = '', zu = ''] = positionals;
  return commandOutput(
    await vergleichePakete(deps, von, zu),
    (teile) =>
      teile
        .map(({ name, art, stellen }) =>
          `${art.padEnd(10)} ${name} ${stellen.slice(0, 5).join(', ')}`.trimEnd(),
        )
        .join('\n'),
    (teile) => ({ teile: teile.map(unterschiedAnswer) }),
  );
}

export async function portals(deps: PackagesDeps): Answer {
  const profile = await deps.profile();
  const lines = profile.map(({ name, stand, faehigkeiten }) => {
    const all = Object.values(faehigkeiten);
    const can = all.filter(({ kann }) => kann).length;
    const assumed = all.filter(({ annahme }) => annahme !== undefined).length;
    return `${name}: ${can} von ${all.length} Fähigkeiten, ${assumed} davon Annahmen (Stand ${stand})`;
  });
  return ok({ json: { profile }, text: lines.join('\n') });
}

export async function keys(deps: PackagesDeps, packer: Lieferant): Answer {
  return ok(keysOutput(await readSchluessel(deps, packer)));
}

export async function keysChange(
  deps: PackagesDeps,
  packer: Lieferant,
  { positionals, values }: CommandInput,
): Answer {
  const [art = '', what = ''] = positionals;
  const schritt = await schrittOf(art, what, optionText(values, 'grund'));
  if (!schritt.ok) return schritt;
  const changed = await aendereSchluessel(deps, packer, schritt.value);
  return changed.ok ? ok(keysOutput(changed.value)) : changed;
}

async function schrittOf(art: string, what: string, grund: string): Promise<Result<Schluesselschritt>> {
  if (art === 'wechseln') return ok({ art });
  if (art === 'widerrufen') return ok({ art, kid: what, grund });
  if (art !== 'aufnehmen')
    return refuse(commandUsage(`„${art}“ gibt es nicht: aufnehmen, widerrufen oder wechseln.`));
  const file = await commandFile(what, largestPaket);
  return file.ok ? ok({ art, datei: Buffer.from(file.value.bytes).toString('utf8') }) : file;
}

function keysOutput(liste: Schluesselliste): CommandOutput {
  const lines = liste.liste.map(({ kid, inhaber, art, grund }) =>
    `${kid}  ${inhaber} (${art}) ${grund}`.trimEnd(),
  );
  const own = liste.eigener ? [`Zum Weitergeben: ${JSON.stringify(liste.eigener)}`] : [];
  return {
    json: schluesselAnswer(liste),
    text: [...lines, ...own].join('\n') || 'Noch kein Schlüssel. Ihr eigener entsteht mit dem ersten Paket.',
  };
}
