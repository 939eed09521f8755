import { type LocalDate, ok, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  commandOutput,
  commandUsage,
  dayOfOption,
  optionText,
} from '#platform';
import { acting, dayNamed, optionalFile, text } from './cli-parts.ts';
import { befugnisarten } from './domain/befugnis.ts';
import { centOfText, euro } from './geld.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { befugnisLabel } from './messages.ts';
import { addBefugnis, type Befugniswunsch, readBefugnisse, revokeSigner } from './use-cases/befugnisse.ts';
import { addRahmen, giveNotice, listRahmen, readHaeuser } from './use-cases/rahmen.ts';
import { betrachtendeOf } from './use-cases/read-bestellungen.ts';
import { type Bestellende, bestellendeOf } from './use-cases/wer.ts';
import { befugnisAnswer, rahmenAnswer } from './views/answers.ts';

/** Rahmenvereinbarungen and Zeichnungsbefugnisse on the command line. */
export function contractCommands(deps: MarketplaceDeps): readonly Command[] {
  return [
    listFrameworks(deps),
    addFramework(deps),
    endFramework(deps),
    listSigners(deps),
    addSigner(deps),
    revokeCommand(deps),
  ];
}

function listFrameworks(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.frameworks',
      name: 'rahmenvereinbarungen',
      usage: '',
      summary: 'Die Rahmenvereinbarungen einer Kommune, oder die eines IT-Dienstleisters',
      arity: [0, 0],
    },
    async (principal) => {
      const who = await betrachtendeOf(deps, principal);
      if (!who.ok) return who;
      const all = await listRahmen(deps, who.value.wer);
      const lines = all.map(
        ({ id, kommune, anbieter, titel, gueltigVon }) =>
          `${id}  ${kommune} – ${anbieter}: ${titel}, ab ${gueltigVon}`,
      );
      return ok({
        json: { rahmenvereinbarungen: all.map(rahmenAnswer) },
        text: lines.join('\n') || 'Noch keine Rahmenvereinbarung.',
      });
    },
  );
}

function addFramework(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.framework.add',
      name: 'rahmenvereinbarung add',
      usage:
        '<Anbieter> --title <Titel> --from JJJJ-MM-TT [--to JJJJ-MM-TT] --notice <Monate> --signer <Name> [--file <Datei>]',
      summary: 'Eine Rahmenvereinbarung mit einem Anbieter eintragen',
      options: { title: text, from: text, to: text, notice: text, signer: text, file: text },
      arity: [1, 8],
    },
    async (principal, { positionals, values }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const name = positionals.join(' ');
      const haus = (await deps.db.withPublic(readHaeuser)).find((each) => each.name === name);
      if (!haus) return refuse(commandUsage(`Ein Haus „${name}“ bietet hier nichts an.`));
      const von = dayNamed(values, 'from');
      if (!von.ok) return von;
      const bis = dayOfOption(values, 'to', null);
      if (!bis.ok) return bis;
      const file = await optionalFile(deps, values.file);
      if (!file.ok) return file;
      const wunsch = {
        anbieterId: haus.id,
        titel: optionText(values, 'title'),
        gueltigVon: von.value,
        gueltigBis: bis.value,
        kuendigungMonate: Number(optionText(values, 'notice') || '-1'),
        gezeichnetVon: optionText(values, 'signer'),
      };
      return commandOutput(
        await addRahmen(deps, wer.value, wunsch, file.value),
        ({ id }) => `Rahmenvereinbarung ${id} eingetragen.`,
      );
    },
  );
}

function endFramework(deps: MarketplaceDeps): Command {
  return ending(
    deps,
    {
      capability: 'marketplace.framework.end',
      name: 'rahmenvereinbarung end',
      summary: 'Die Kündigung einer Rahmenvereinbarung eintragen',
    },
    (wer, id, zum) => giveNotice(deps, wer, id, zum),
    { said: 'Gekündigt', key: 'gekuendigtZum' },
  );
}

function listSigners(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.signers',
      name: 'befugnisse',
      usage: '',
      summary: 'Wer eine Kommune binden darf',
      arity: [0, 0],
    },
    async (principal) => {
      const wer = await bestellendeOf(deps, principal, 'lesen');
      if (!wer.ok) return wer;
      const all = await readBefugnisse(deps, wer.value);
      const lines = all.map(
        ({ id, name, art, grenzeCent, gueltigVon }) =>
          `${id}  ${name}, ${befugnisLabel[art]}, ${grenzeCent === null ? 'ohne Grenze' : `bis ${euro(grenzeCent)}`}, ab ${gueltigVon}`,
      );
      return ok({
        json: { befugnisse: all.map(befugnisAnswer) },
        text: lines.join('\n') || 'Noch niemand eingetragen.',
      });
    },
  );
}

function addSigner(deps: MarketplaceDeps): Command {
  return acting(
    deps,
    {
      capability: 'marketplace.signer.add',
      name: 'befugnis add',
      usage: `<Name> --as <${befugnisarten.join('|')}> --from JJJJ-MM-TT [--to JJJJ-MM-TT] [--limit <Euro>] --basis <Grundlage> [--file <Vollmacht>] [--member <Kennung>]`,
      summary: 'Eintragen, wer eine Kommune binden darf',
      options: { as: text, from: text, to: text, limit: text, basis: text, file: text, member: text },
      arity: [1, 6],
    },
    async (principal, { positionals, values }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const wunsch = signerOf(positionals.join(' '), values);
      if (!wunsch.ok) return wunsch;
      const file = await optionalFile(deps, values.file);
      if (!file.ok) return file;
      return commandOutput(
        await addBefugnis(deps, wer.value, wunsch.value, file.value),
        ({ id, name }) => `${name} eingetragen: ${id}`,
        befugnisAnswer,
      );
    },
  );
}

function signerOf(name: string, values: CommandInput['values']): Result<Befugniswunsch> {
  const art = befugnisarten.find((each) => each === values.as);
  if (!art) return refuse(commandUsage(`Bitte nennen Sie, als wer: --as ${befugnisarten.join('|')}.`));
  const von = dayNamed(values, 'from');
  if (!von.ok) return von;
  const bis = dayOfOption(values, 'to', null);
  if (!bis.ok) return bis;
  const limit = optionText(values, 'limit');
  const grenzeCent = limit === '' ? null : centOfText(limit);
  if (limit !== '' && grenzeCent === null) return refuse(commandUsage(`„${limit}“ ist kein Betrag.`));
  return ok({
    name,
    mitglied: optionText(values, 'member') || null,
    art,
    grenzeCent,
    gueltigVon: von.value,
    gueltigBis: bis.value,
    grundlage: optionText(values, 'basis'),
  });
}

function revokeCommand(deps: MarketplaceDeps): Command {
  return ending(
    deps,
    {
      capability: 'marketplace.signer.revoke',
      name: 'befugnis revoke',
      summary: 'Eine Zeichnungsbefugnis ab einem Tag widerrufen',
    },
    (wer, id, zum) => revokeSigner(deps, wer, id, zum),
    { said: 'Widerrufen', key: 'widerrufenZum' },
  );
}

/** A command that ends an entry of one of the Kommune's registers on a day. */
function ending(
  deps: MarketplaceDeps,
  command: Pick<Command, 'capability' | 'name' | 'summary'>,
  end: (wer: Bestellende, id: string, zum: LocalDate) => Promise<Result<unknown>>,
  { said, key }: { readonly said: string; readonly key: string },
): Command {
  return acting(
    deps,
    { ...command, usage: '<Kennung> --on JJJJ-MM-TT', options: { on: text }, arity: [1, 1] },
    async (principal, { positionals, values }) => {
      const wer = await bestellendeOf(deps, principal, 'vorbereiten');
      if (!wer.ok) return wer;
      const zum = dayNamed(values, 'on');
      if (!zum.ok) return zum;
      const ended = await end(wer.value, positionals[0] ?? '', zum.value);
      return commandOutput(
        ended,
        () => `${said} zum ${zum.value}.`,
        () => ({ [key]: zum.value }),
      );
    },
  );
}
