import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandFile,
  commandOutput,
  commandUsage,
  numberIn,
  optionList,
  optionText,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { SurveysDeps } from './surveys-deps.ts';
import { abgabeWuensche, abgeben } from './use-cases/abgeben.ts';
import { delegate } from './use-cases/delegate.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from './use-cases/einlesen.ts';
import { type Antwortende, antwortendeOf, type Recht } from './use-cases/people.ts';
import { readBogen } from './use-cases/read-bogen.ts';
import { saveAntwort } from './use-cases/save-antwort.ts';
import { dropVerwahrtes, takeVerwahrtes } from './use-cases/verwahrtes.ts';
import { bogenJson, gespeichertJson } from './views/json.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

type Act = (who: Antwortende, input: CommandInput) => Promise<Result<CommandOutput>>;

/** What a Kommune does with a survey, on the command line. */
export function answerCommands(deps: SurveysDeps): readonly Command[] {
  const command = (
    recht: Recht,
    { act, usage, ...rest }: Omit<Command, 'run'> & { readonly act: Act },
  ): Command => ({
    ...rest,
    usage: `${usage} ${organisationUsage}`,
    options: { ...rest.options, ...organisationOption },
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const who = await antwortendeOf(deps, principal, recht);
        return who.ok ? act(who.value, input) : who;
      }),
  });
  return [
    command('lesen', {
      capability: 'surveys.answers',
      name: 'bedarf answers',
      usage: '<Kennung>',
      summary: 'Der Bogen einer Kommune mit Vorbelegung und Antworten',
      arity: [1, 1],
      act: (who, input) => answers(deps, who, input),
    }),
    command('antworten', {
      capability: 'surveys.answer',
      name: 'bedarf answer',
      usage: '<Kennung> <Leistung> <Feld=Wert …> [--grundlage <Fassung>]',
      summary: 'Eine Leistung beantworten, zum Beispiel bedarf=ja wunschquartal=2027-Q2',
      options: { grundlage: text },
      arity: [3, 20],
      act: (who, input) => answer(deps, who, input),
    }),
    command('antworten', {
      capability: 'surveys.kept',
      name: 'bedarf kept',
      usage: '<Kennung> <verwahrte Eingabe> [--drop]',
      summary: 'Eine verwahrte Eingabe übernehmen oder verwerfen',
      options: { drop: flag },
      arity: [2, 2],
      act: async (who, { positionals: [id = '', kept = ''], values }) => {
        const act = values.drop === true ? dropVerwahrtes : takeVerwahrtes;
        const decided = await act(deps, who, id, kept);
        return decided.ok ? ok({ json: { verwahrt: kept }, text: 'Entschieden.' }) : decided;
      },
    }),
    command('verteilen', {
      capability: 'surveys.delegate',
      name: 'bedarf delegate',
      usage:
        '<Kennung> [--leistungen <L…,L…>] [--fachbereich <Kennung>] [--themenfeld <Nummer>] [--person <Mitglied>]',
      summary: 'Leistungen einer Person zuteilen; ohne --person zurück an die Koordination',
      options: { leistungen: text, fachbereich: text, themenfeld: text, person: text },
      arity: [1, 1],
      act: (who, input) => delegated(deps, who, input),
    }),
    command('lesen', {
      capability: 'surveys.submit',
      name: 'bedarf submit',
      usage: `<Kennung> <${abgabeWuensche.join('|')}> --schritt <Nummer> [--grund <Satz>]`,
      summary: 'Die Antworten einreichen, freigeben oder zurückgeben',
      options: { schritt: text, grund: text },
      arity: [2, 2],
      act: (who, input) => submitted(deps, who, input),
    }),
    command('antworten', {
      capability: 'surveys.import',
      name: 'bedarf import',
      usage: '<Kennung> <Datei> [--yes]',
      summary: 'Antworten aus einer Tabelle: ohne --yes nur die Vorschau',
      options: { yes: flag },
      arity: [2, 2],
      act: (who, input) => imported(deps, who, input),
    }),
  ];
}

async function answers(deps: SurveysDeps, who: Antwortende, { positionals }: CommandInput) {
  const bogen = await readBogen(deps, who, positionals[0] ?? '');
  return commandOutput(
    bogen,
    ({ zeilen }) =>
      `${zeilen.filter(({ antwort }) => antwort !== null).length} von ${zeilen.length} Leistungen beantwortet.`,
    bogenJson,
  );
}

async function answer(deps: SurveysDeps, who: Antwortende, { positionals, values }: CommandInput) {
  const [id = '', leistungId = '', ...pairs] = positionals;
  const felder = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, Math.max(0, at)), pair.slice(at + 1)];
    }),
  );
  const grundlage = numberIn(optionText(values, 'grundlage'));
  const saved = await saveAntwort(deps, who, id, { leistungId, grundlage, gelesen: null, felder });
  return commandOutput(
    saved,
    ({ antwort, konflikte }) =>
      konflikte.length > 0
        ? `Jemand anderes hat gleichzeitig geantwortet: ${konflikte.map(({ feld }) => feld).join(', ')}. Ihre Eingabe ist verwahrt.`
        : `${leistungId} steht in Fassung ${antwort?.fassung ?? 0}.`,
    gespeichertJson,
  );
}

async function delegated(deps: SurveysDeps, who: Antwortende, { positionals, values }: CommandInput) {
  const themenfeld = numberIn(optionText(values, 'themenfeld'));
  const given = await delegate(deps, who, positionals[0] ?? '', {
    leistungen: optionList(values, 'leistungen'),
    fachbereich: optionText(values, 'fachbereich') || null,
    themenfeld: themenfeld > 0 ? themenfeld : null,
    person: optionText(values, 'person') || null,
  });
  return commandOutput(
    given,
    (count) => `${count} Leistungen sind zugeteilt.`,
    (count) => ({ leistungen: count }),
  );
}

async function submitted(deps: SurveysDeps, who: Antwortende, { positionals, values }: CommandInput) {
  const art = abgabeWuensche.find((each) => each === positionals[1]);
  if (!art) {
    return refuse(commandUsage(`„${positionals[1]}“ gibt es nicht. Möglich: ${abgabeWuensche.join(', ')}.`));
  }
  const schritt = numberIn(optionText(values, 'schritt'));
  const done = await abgeben(deps, who, positionals[0] ?? '', {
    art,
    schritt,
    grund: optionText(values, 'grund'),
  });
  return commandOutput(done, ({ zustand }) => `Die Antworten sind jetzt ${zustand}.`);
}

async function imported(deps: SurveysDeps, who: Antwortende, { positionals, values }: CommandInput) {
  const [id = '', path = ''] = positionals;
  const file = await commandFile(path);
  if (!file.ok) return file;
  const begun = await beginEinlesung(deps, who, id, file.value);
  if (!begun.ok) return begun;
  const preview = await previewEinlesung(deps, who, id, begun.value);
  if (!preview.ok) return preview;
  const uebernommen = values.yes === true;
  const zeilen = uebernommen ? await applyEinlesung(deps, who, id, begun.value) : ok(preview.value.zeilen);
  return commandOutput(
    zeilen,
    (rows) =>
      [
        ...rows.map(({ zeile, art, name, fehler }) =>
          `Zeile ${zeile}: ${name} ${art} ${fehler.join(' ')}`.trim(),
        ),
        uebernommen
          ? 'Die guten Zeilen sind übernommen.'
          : 'Es wurde nichts geändert. Mit --yes wird übernommen.',
      ].join('\n'),
    (rows) => ({ uebernommen, zeilen: rows }),
  );
}
