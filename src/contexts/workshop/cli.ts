import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '#kernel';
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
import type { WorkshopDeps } from './deps.ts';
import { type Datei, dateien, dateiText, geformt, leseDateien } from './dokumente.ts';
import { textAt } from './domain/json.ts';
import { type Dokumente, unterschiede } from './domain/unterschied.ts';
import { brokenFile, invalidEntwurf } from './errors.ts';
import { type Autor, autorVon } from './use-cases/autor.ts';
import { beginneMit, beginneNeu, lies } from './use-cases/beginne.ts';
import { type Entwurf, geheZurueckOderVor, openEntwurf } from './use-cases/entwurf.ts';
import { listeWerke } from './use-cases/liste.ts';
import { hindernisse, type Pruefstand, pruefung } from './use-cases/pruefstand.ts';
import { standNamens } from './use-cases/staende.ts';
import { entscheideGegen, legeVor, veroeffentliche } from './use-cases/veroeffentlichen.ts';
import * as view from './views/json.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

interface Own extends Omit<Command, 'run'> {
  readonly act: (autor: Autor, input: CommandInput) => Promise<Result<CommandOutput>>;
}

/** The workshop on the command line; the operator acts for the IT-Dienstleister that it names. */
export function workshopCommands(deps: WorkshopDeps): readonly Command[] {
  const own: readonly Own[] = [...readCommands(deps), ...writeCommands(deps), ...publishCommands(deps)];
  return [
    ...own.map(({ act, ...command }) => ({
      ...command,
      usage: `${command.usage} ${organisationUsage}`.trim(),
      options: { ...command.options, ...organisationOption },
      run: (input: CommandInput) =>
        asOrganisation(deps, input, async (principal) => {
          const autor = await autorVon(deps, principal);
          return autor.ok ? act(autor.value, input) : autor;
        }),
    })),
    ...folderCommands(deps),
  ];
}

function readCommands(deps: WorkshopDeps): readonly Own[] {
  return [
    {
      capability: 'workshop.list',
      name: 'werkstatt',
      usage: '',
      summary: 'Alle Onlinedienste und Entwürfe',
      arity: [0, 0],
      act: async (autor) => {
        const dienste = (await listeWerke(deps, autor)).map(view.zeileJson);
        const lines = dienste.map(
          ({ dienst, zustand, fassung, titel }) =>
            `${dienst.padEnd(32)}${zustand.padEnd(18)}${String(fassung ?? '–').padEnd(6)}${titel}`,
        );
        return ok({ json: { dienste }, text: lines.join('\n') || 'Noch kein Onlinedienst.' });
      },
    },
    {
      capability: 'workshop.show',
      name: 'werkstatt zeigen',
      usage: '<Kurzname>',
      summary: 'Ein Entwurf mit seinen Schritten',
      arity: [1, 1],
      act: async (autor, { positionals }) =>
        commandOutput(await openEntwurf(deps, autor, positionals[0] ?? ''), verlaufText, view.entwurfJson),
    },
    {
      capability: 'workshop.export',
      name: 'werkstatt ausgeben',
      usage: '<Kurzname> --nach <Ordner> [--stand jetzt|schritt-3|fassung-2]',
      summary: 'Die Dateien eines Entwurfs in einen Ordner schreiben',
      options: { nach: text, stand: text },
      arity: [1, 1],
      act: (autor, input) => ausgeben(deps, autor, input),
    },
    {
      capability: 'workshop.diff',
      name: 'werkstatt unterschied',
      usage: '<Kurzname> --von <Stand> [--bis <Stand>]',
      summary: 'Was sich zwischen zwei Ständen unterscheidet',
      options: { von: text, bis: text },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const [dienst = ''] = positionals;
        const before = await standNamens(deps, autor, dienst, optionText(values, 'von'));
        if (!before.ok) return before;
        const after = await standNamens(deps, autor, dienst, optionText(values, 'bis') || 'jetzt');
        if (!after.ok) return after;
        const json = view.unterschiedJson(unterschiede(before.value, after.value));
        const lines = json.unterschiede.flatMap(({ ort, art, angaben }) => [
          `${ort}: ${art}`,
          ...angaben.map(({ name, vorher, nachher }) => `  ${name}: ${vorher || '–'} → ${nachher || '–'}`),
        ]);
        return ok({ json, text: lines.join('\n') || 'Kein Unterschied.' });
      },
    },
  ];
}

function verlaufText({ titel, dienst, schritte, offen }: Entwurf): string {
  const lines = schritte.map(({ nummer, was }) => `${String(nummer).padStart(4)}  ${was}`);
  return [`${titel} (${dienst})${offen ? `, liegt vor (Vorlage ${offen.nummer})` : ''}`, ...lines].join('\n');
}

async function ausgeben(
  deps: WorkshopDeps,
  autor: Autor,
  { positionals, values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const [dienst = ''] = positionals;
  const folder = optionText(values, 'nach');
  if (folder === '')
    return {
      ok: false,
      refusal: invalidEntwurf([{ field: 'nach', message: 'Bitte nennen Sie einen Ordner: --nach <Ordner>' }]),
    };
  const stand = await standNamens(deps, autor, dienst, optionText(values, 'stand') || 'jetzt');
  if (!stand.ok) return stand;
  await mkdir(folder, { recursive: true });
  for (const datei of Object.keys(dateien) as readonly Datei[])
    await writeFile(join(folder, dateien[datei]), dateiText(stand.value[datei]));
  const entwurf = await openEntwurf(deps, autor, dienst);
  const schritt = entwurf.ok ? entwurf.value.nummer : 0;
  return ok({
    json: { ordner: folder, schritt },
    text: `Geschrieben nach ${folder}. Zum Einlesen: --grundlage ${schritt}`,
  });
}

function writeCommands(deps: WorkshopDeps): readonly Own[] {
  return [
    {
      capability: 'workshop.begin',
      name: 'werkstatt neu',
      usage:
        '<Titel> --leika <Schlüssel> --stelle <Wort> [--leistung <Name>] [--kurzname <Wort>] | --vorlage <Kurzname>',
      summary: 'Einen Onlinedienst beginnen, neu oder mit einem vorhandenen',
      options: { leika: text, leistung: text, stelle: text, kurzname: text, vorlage: text },
      arity: [0, 1],
      act: async (autor, { positionals, values }) => {
        const vorlage = optionText(values, 'vorlage');
        const [titel = ''] = positionals;
        const named = (name: string) => optionText(values, name);
        const begun = vorlage
          ? await beginneMit(deps, autor, vorlage)
          : await beginneNeu(deps, autor, {
              titel,
              dienst: named('kurzname'),
              leika: named('leika'),
              leistung: named('leistung'),
              stelle: named('stelle'),
            });
        return commandOutput(begun, ({ dienst }) => `Der Entwurf ${dienst} ist angelegt.`, view.entwurfJson);
      },
    },
    {
      capability: 'workshop.edit',
      name: 'werkstatt einlesen',
      usage: '<Ordner> [--grundlage <Schritt>]',
      summary:
        'Den Ordner eines Onlinedienstes einlesen: mit --grundlage ändert er den Entwurf, ohne beginnt er ihn',
      options: { grundlage: text },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const read = await ordner(positionals[0] ?? '');
        if (!read.ok) return read;
        const given = optionText(values, 'grundlage');
        const done = await lies(
          deps,
          autor,
          textAt(read.value.dienst, 'id'),
          read.value,
          given === '' ? null : Number(given) || 0,
        );
        return commandOutput(
          done,
          ({ dienst, nummer }) => `${dienst} ist eingelesen (Schritt ${nummer}).`,
          view.entwurfJson,
        );
      },
    },
    ...(['zurueck', 'vor'] as const).map((art) => ({
      capability: 'workshop.undo',
      name: `werkstatt ${art}`,
      usage: '<Kurzname>',
      summary:
        art === 'zurueck' ? 'Den letzten Schritt zurücknehmen' : 'Den zurückgenommenen Schritt wiederholen',
      arity: [1, 1] as const,
      act: async (autor: Autor, { positionals }: CommandInput) => {
        const [dienst = ''] = positionals;
        const entwurf = await openEntwurf(deps, autor, dienst);
        if (!entwurf.ok) return entwurf;
        const done = await geheZurueckOderVor(deps, autor, dienst, art, entwurf.value.nummer);
        return commandOutput(done, ({ schritte }) => schritte.at(-1)?.was ?? '', view.entwurfJson);
      },
    })),
  ];
}

function publishCommands(deps: WorkshopDeps): readonly Own[] {
  const offen = async (autor: Autor, dienst: string) => openEntwurf(deps, autor, dienst);
  return [
    {
      capability: 'workshop.propose',
      name: 'werkstatt vorlegen',
      usage: '<Kurzname> [--nachricht <Text>]',
      summary: 'Einen Entwurf zur Veröffentlichung vorlegen',
      options: { nachricht: text },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const entwurf = await offen(autor, positionals[0] ?? '');
        if (!entwurf.ok) return entwurf;
        const { dienst, nummer } = entwurf.value;
        const done = await legeVor(deps, autor, dienst, {
          grundlage: nummer,
          nachricht: optionText(values, 'nachricht'),
        });
        return commandOutput(
          done,
          (after) => `Vorgelegt (Vorlage ${after.offen?.nummer ?? ''}). Eine zweite Person entscheidet.`,
          view.entwurfJson,
        );
      },
    },
    {
      capability: 'workshop.publish',
      name: 'werkstatt veroeffentlichen',
      usage: '<Kurzname>',
      summary: 'Veröffentlichen, was jemand anderes vorgelegt hat',
      arity: [1, 1],
      act: async (autor, { positionals }) => {
        const entwurf = await offen(autor, positionals[0] ?? '');
        if (!entwurf.ok) return entwurf;
        const done = await veroeffentliche(
          deps,
          autor,
          entwurf.value.dienst,
          entwurf.value.offen?.nummer ?? 0,
        );
        return commandOutput(
          done,
          ({ version }) => `Veröffentlicht als Fassung ${version}.`,
          ({ version }) => ({ dienst: entwurf.value.dienst, version }),
        );
      },
    },
    {
      capability: 'workshop.reject',
      name: 'werkstatt ablehnen',
      usage: '<Kurzname> --grund <Text> [--zurueckziehen]',
      summary: 'Eine Vorlage ablehnen, oder die eigene zurückziehen',
      options: { grund: text, zurueckziehen: flag },
      arity: [1, 1],
      act: async (autor, { positionals, values }) => {
        const entwurf = await offen(autor, positionals[0] ?? '');
        if (!entwurf.ok) return entwurf;
        const art = values.zurueckziehen === true ? 'zurueckgezogen' : 'abgelehnt';
        const done = await entscheideGegen(deps, autor, entwurf.value.dienst, {
          vorlage: entwurf.value.offen?.nummer ?? 0,
          art,
          grund: optionText(values, 'grund'),
        });
        return commandOutput(
          done,
          () => (art === 'abgelehnt' ? 'Abgelehnt.' : 'Zurückgezogen.'),
          view.entwurfJson,
        );
      },
    },
  ];
}

/** Checks that also work on a folder, without any installation's draft: for authors with an editor and git. */
function folderCommands(deps: WorkshopDeps): readonly Command[] {
  const command = (
    capability: string,
    name: string,
    summary: string,
    say: (stand: Pruefstand) => CommandOutput,
  ): Command => ({
    capability,
    name: `werkstatt ${name}`,
    usage: `<Ordner> | <Kurzname> ${organisationUsage}`,
    summary,
    options: organisationOption,
    arity: [1, 1],
    run: async (input) => {
      const [named = ''] = input.positionals;
      if ((await stat(named).catch(() => null))?.isDirectory()) {
        const read = await ordner(named);
        if (!read.ok) return read;
        const shaped = geformt(read.value, textAt(read.value.dienst, 'id'));
        return shaped.ok ? ok(say(await pruefung(deps, shaped.value))) : shaped;
      }
      return asOrganisation(deps, input, async (principal) => {
        const autor = await autorVon(deps, principal);
        if (!autor.ok) return autor;
        const entwurf = await openEntwurf(deps, autor.value, named);
        return entwurf.ok ? ok(say(await pruefung(deps, entwurf.value.dokumente))) : entwurf;
      });
    },
  });
  return [
    command('workshop.check', 'pruefen', 'Was an einem Entwurf oder Ordner nicht stimmt', pruefText),
    command('workshop.play', 'spielen', 'Die Testfälle eines Entwurfs oder Ordners spielen', spielText),
  ];
}

function pruefText(stand: Pruefstand): CommandOutput {
  const lines = stand.befunde.map(
    ({ schwere, stelle, was }) => `${schwere === 'fehler' ? 'Fehler ' : 'Hinweis'}  ${stelle}: ${was}`,
  );
  const stops = hindernisse(stand).length;
  const verdict =
    stops === 0 ? 'Kann veröffentlicht werden.' : `${stops} Fehler verhindern die Veröffentlichung.`;
  return { json: view.pruefJson(stand), text: [...lines, verdict].join('\n') };
}

function spielText(stand: Pruefstand): CommandOutput {
  const json = view.spielJson(stand);
  const lines = json.faelle.flatMap(({ titel, bestanden, abweichungen }) => [
    `${bestanden ? 'bestanden      ' : 'nicht bestanden'}  ${titel}`,
    ...abweichungen.map((each) => `  ${each}`),
  ]);
  const rest = json.unbesucht.length > 0 ? [`Ohne Testfall: ${json.unbesucht.join(', ')}`] : [];
  const none =
    stand.durchlauf === null ? ['Der Entwurf ist noch nicht schlüssig; die Testfälle liefen nicht.'] : [];
  return { json, text: [...none, ...lines, ...rest].join('\n') || 'Noch kein Testfall.' };
}

/** The files of a folder; test cases may be missing. */
async function ordner(folder: string): Promise<Result<Dokumente>> {
  const read = { dienst: null, formular: null, testfaelle: null } as Record<Datei, string | null>;
  for (const datei of Object.keys(dateien) as readonly Datei[]) {
    const path = join(folder, dateien[datei]);
    const found = await stat(path).catch(() => null);
    if (found === null) continue;
    if (found.size > 1_000_000)
      return { ok: false, refusal: brokenFile(dateien[datei], 'Sie ist größer als 1 MB.') };
    read[datei] = await readFile(path, 'utf8');
  }
  return leseDateien(read);
}
