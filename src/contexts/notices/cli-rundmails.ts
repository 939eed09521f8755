import { readFile } from 'node:fs/promises';
import { ok } from '#kernel';
import { type Command, type CommandInput, commandOutput, optionList, optionText } from '#platform';
import { withinOrganisation } from './cli-parts.ts';
import { kommunenIds } from './cli-verteiler.ts';
import type { Caller, NoticesDeps } from './deps.ts';
import { readRundmail, readRundmails } from './use-cases/read-rundmails.ts';
import { releaseRundmail } from './use-cases/release-rundmail.ts';
import { steerRundmail } from './use-cases/steer-rundmail.ts';
import { draftRundmail, editRundmail, type TypedRundmail } from './use-cases/write-rundmail.ts';
import { rolesText, rundmailLabels } from './views/labels.ts';
import { rundmailAnswer, rundmailDetailAnswer } from './views/shapes.ts';

const typedOptions = {
  kommunen: { type: 'string' },
  verteiler: { type: 'string' },
  roles: { type: 'string' },
  at: { type: 'string' },
  operational: { type: 'boolean' },
} as const;
const typedUsage =
  '<Betreff> <Textdatei> [--kommunen <Name,…>] [--verteiler <Kennung,…>] [--roles <Rolle,…>] [--at <Zeit>] [--operational]';

/** Rundmails at the command line. */
export function rundmailCommands(deps: NoticesDeps): readonly Command[] {
  return [...readCommands(deps), ...writeCommands(deps), ...steerCommands(deps)];
}

function readCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'rundmail list',
      capability: 'notices.rundmail.list',
      summary: 'Listet die Rundmails mit ihrem Stand',
      arity: [0, 0],
      run: async (caller) => {
        const rundmails = (await readRundmails(deps, caller)).map(rundmailAnswer);
        const lines = rundmails.map(
          ({ id, zustand, gesendet, empfaenger, betreff }) =>
            `${id}  ${rundmailLabels[zustand][1].padEnd(13)}  ${gesendet}/${empfaenger}  ${betreff}`,
        );
        return ok({ json: { rundmails }, text: lines.join('\n') });
      },
    }),
    withinOrganisation(deps, {
      name: 'rundmail show',
      capability: 'notices.rundmail.show',
      usage: '<Kennung>',
      summary: 'Zeigt eine Rundmail: die Vorschau ihrer Empfänger oder den Stand jeder Person',
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(
          await readRundmail(deps, caller, id),
          ({ rundmail, empfaenger, preview }) =>
            [
              `${rundmail.betreff}  ${rundmailLabels[rundmail.zustand][1]}`,
              ...(preview ? [`Prüfsumme für die Freigabe: ${preview.checksum}`] : []),
              ...(preview?.recipients ?? []).map((one) => `${one.kommune}: ${rolesText(one.rollen)}`),
              ...empfaenger.map((one) => `${one.kommune}: ${one.zustand} ${one.grund ?? ''}`),
            ].join('\n'),
          rundmailDetailAnswer,
        ),
    }),
  ];
}

/** What the options say. Kommunen may be named; without any, all of the circle are meant. */
async function typedOf(
  deps: NoticesDeps,
  caller: Caller,
  { positionals: [betreff = '', file = ''], values }: CommandInput,
): Promise<TypedRundmail> {
  const named = optionList(values, 'kommunen');
  const verteiler = optionList(values, 'verteiler');
  return {
    betreff,
    text: await readFile(file, 'utf8').catch(() => ''),
    betrieblich: values.operational === true,
    geplantFuer: optionText(values, 'at') || null,
    auswahl: {
      kommunen: named.length + verteiler.length === 0 ? 'alle' : await kommunenIds(deps, caller, named),
      verteiler,
      rollen: optionList(values, 'roles'),
    },
  };
}

function writeCommands(deps: NoticesDeps): readonly Command[] {
  return [
    withinOrganisation(deps, {
      name: 'rundmail write',
      capability: 'notices.rundmail.write',
      usage: typedUsage,
      summary: 'Schreibt einen Entwurf; gesendet wird erst nach der Freigabe',
      arity: [2, 2],
      options: typedOptions,
      run: async (caller, input) =>
        commandOutput(await draftRundmail(deps, caller, await typedOf(deps, caller, input)), ({ id }) => id),
    }),
    withinOrganisation(deps, {
      name: 'rundmail edit',
      capability: 'notices.rundmail.edit',
      usage: `${typedUsage} --id <Kennung>`,
      summary: 'Ersetzt einen Entwurf',
      arity: [2, 2],
      options: { ...typedOptions, id: { type: 'string' } },
      run: async (caller, input) => {
        const detail = await readRundmail(deps, caller, optionText(input.values, 'id'));
        if (!detail.ok) return detail;
        const edited = await editRundmail(
          deps,
          caller,
          detail.value.rundmail,
          await typedOf(deps, caller, input),
        );
        return commandOutput(edited, ({ fassung }) => `Der Entwurf ist gespeichert, Fassung ${fassung}.`);
      },
    }),
    withinOrganisation(deps, {
      name: 'rundmail release',
      capability: 'notices.rundmail.release',
      usage: '<Kennung> <Prüfsumme>',
      summary: 'Gibt einen Entwurf an genau die Empfänger der Vorschau frei',
      arity: [2, 2],
      run: async (caller, { positionals: [id = '', checksum = ''] }) =>
        commandOutput(
          await releaseRundmail(deps, caller, id, checksum),
          ({ empfaenger }) => `Freigegeben an ${empfaenger} Personen.`,
        ),
    }),
  ];
}

const steerings = [
  ['pause', 'anhalten', 'Hält eine Rundmail an'],
  ['resume', 'fortsetzen', 'Setzt eine Rundmail fort'],
  ['cancel', 'abbrechen', 'Bricht eine Rundmail ab'],
  ['retry', 'erneut', 'Schreibt noch einmal an, wer aufgegeben wurde'],
] as const;

function steerCommands(deps: NoticesDeps): readonly Command[] {
  return steerings.map(([name, action, summary]) =>
    withinOrganisation(deps, {
      name: `rundmail ${name}`,
      capability: `notices.rundmail.${name}`,
      usage: '<Kennung>',
      summary,
      arity: [1, 1],
      run: async (caller, { positionals: [id = ''] }) =>
        commandOutput(
          await steerRundmail(deps, caller, id, action),
          ({ zustand }) => `Die Rundmail ist jetzt: ${rundmailLabels[zustand][1]}.`,
        ),
    }),
  );
}
