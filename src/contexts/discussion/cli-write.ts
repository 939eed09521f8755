import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  organisationOption,
  organisationUsage,
} from '#platform';
import type { DiscussionDeps } from './deps.ts';
import { ask } from './use-cases/ask.ts';
import { contribute } from './use-cases/contribute.ts';
import { editBeitrag } from './use-cases/edit.ts';
import { follow, markRead } from './use-cases/keep-reading.ts';
import { publishAnswer, takeBack } from './use-cases/publish-answer.ts';

const text = { type: 'string' } as const;

/** What changes something about questions, on the command line. */
export function writeCommands(deps: DiscussionDeps): readonly Command[] {
  return [...threadCommands(deps), ...readingCommands(deps), ...answerCommands(deps)];
}

function threadCommands(deps: DiscussionDeps): readonly Command[] {
  return [
    {
      capability: 'discussion.ask',
      name: 'rueckfragen ask',
      usage: `<Datensatz> <Text> --to <eigene|dienstleister|kommune|verbund> --subject <Betreff> ${organisationUsage}`,
      summary: 'Eine Rückfrage zu einem Datensatz stellen, zum Beispiel zu leistung:L02950',
      options: { ...organisationOption, to: text, subject: text },
      arity: [2, 1000],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const { zu, rest } = split(input);
          const adressat = optionOf(input, 'to');
          const asked = await ask(deps, principal, {
            zu,
            adressat,
            betreff: optionOf(input, 'subject'),
            text: rest,
          });
          return said(asked, ({ id }) => `Gestellt: ${id}`);
        }),
    },
    {
      capability: 'discussion.contribute',
      name: 'rueckfragen add',
      usage: `<Kennung> <Text> [--as <antwort|ergaenzung|wieder-offen|zurueckgezogen>] ${organisationUsage}`,
      summary: 'Antworten, ergänzen, wieder öffnen oder zurückziehen; ohne Angabe eine Antwort',
      options: { ...organisationOption, as: text },
      arity: [2, 1000],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const { zu, rest } = split(input);
          const art = optionOf(input, 'as') || 'antwort';
          return said(
            await contribute(deps, principal, zu, { art, text: rest }),
            ({ nr }) => `Beitrag ${nr}.`,
          );
        }),
    },
    {
      capability: 'discussion.edit',
      name: 'rueckfragen edit',
      usage: `<Kennung> <Nummer> <Text> ${organisationUsage}`,
      summary: 'Einen eigenen Beitrag bearbeiten, eine Stunde lang',
      options: organisationOption,
      arity: [3, 1000],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', nr = '', ...words] = input.positionals;
          const edited = await editBeitrag(deps, principal, { id, nr: Number(nr), text: words.join(' ') });
          return said(edited, ({ fassung }) => `Fassung ${fassung} gespeichert.`);
        }),
    },
  ];
}

function readingCommands(deps: DiscussionDeps): readonly Command[] {
  return [
    {
      capability: 'discussion.gelesen',
      name: 'rueckfragen read',
      usage: `[<Kennung> …] ${organisationUsage}`,
      summary: 'Rückfragen als gelesen markieren, ohne Angabe alle',
      options: organisationOption,
      arity: [0, 1000],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const ids = input.positionals.length > 0 ? input.positionals : null;
          return said(
            await markRead(deps, principal, ids),
            ({ anzahl }) => `${anzahl} als gelesen markiert.`,
          );
        }),
    },
    {
      capability: 'discussion.follow',
      name: 'rueckfragen follow',
      usage: `<Kennung> <ja|nein> ${organisationUsage}`,
      summary: 'Einer Rückfrage folgen oder sie stumm schalten',
      options: organisationOption,
      arity: [2, 2],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', answer] = input.positionals;
          return said(await follow(deps, principal, id, answer === 'ja'), ({ folgt }) =>
            folgt ? 'Folgt.' : 'Stumm.',
          );
        }),
    },
  ];
}

function answerCommands(deps: DiscussionDeps): readonly Command[] {
  return [
    {
      capability: 'discussion.publish',
      name: 'rueckfragen publish',
      usage: `<Kennung> <Antwort> --question <Frage> ${organisationUsage}`,
      summary: 'Eine beantwortete Rückfrage als Antwort für alle betreuten Kommunen veröffentlichen',
      options: { ...organisationOption, question: text },
      arity: [2, 1000],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const { zu, rest } = split(input);
          const answer = { frage: optionOf(input, 'question'), antwort: rest };
          return said(await publishAnswer(deps, principal, zu, answer), ({ id }) => `Veröffentlicht: ${id}`);
        }),
    },
    {
      capability: 'discussion.unpublish',
      name: 'rueckfragen unpublish',
      usage: `<Antwort> ${organisationUsage}`,
      summary: 'Eine veröffentlichte Antwort zurücknehmen',
      options: organisationOption,
      arity: [1, 1],
      run: (input) =>
        asOrganisation(deps, input, async (principal) =>
          said(await takeBack(deps, principal, input.positionals[0] ?? ''), () => 'Zurückgenommen.'),
        ),
    },
  ];
}

function split({ positionals }: CommandInput): { readonly zu: string; readonly rest: string } {
  const [zu = '', ...words] = positionals;
  return { zu, rest: words.join(' ') };
}

function optionOf({ values }: CommandInput, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

function said<T>(result: Result<T>, sentence: (value: T) => string): Result<CommandOutput> {
  return result.ok ? ok({ json: result.value, text: sentence(result.value) }) : refuse(result.refusal);
}
