import { ok } from '#kernel';
import { type Command, commandOutput, optionText, organisationOption } from '#platform';
import { acting, fileAt, forWhom, readerOf, text, written } from './cli-parts.ts';
import type { MarketplaceDeps } from './marketplace-deps.ts';
import { addDokument, openDokument, withdrawDokument } from './use-cases/dienstdokumente.ts';
import { anbietendeOf } from './use-cases/wer.ts';

/** The documents of an offer on the command line. */
export function documentCommands(deps: MarketplaceDeps): readonly Command[] {
  return [
    {
      capability: 'marketplace.document',
      name: 'marktplatz document',
      usage: `<Dienst> <Kennung> <Zieldatei> ${forWhom}`,
      summary: 'Ein Dokument eines Angebots in eine Datei schreiben',
      options: organisationOption,
      arity: [3, 3],
      run: async ({ principal, positionals: [dienst = '', id = '', path = ''], values }) => {
        const reader = await readerOf(deps, principal, optionText(values, 'organisation'));
        if (!reader.ok) return reader;
        const opened = await openDokument(deps, reader.value, dienst, id);
        return opened.ok ? ok(await written(path, opened.value.inhalt)) : opened;
      },
    },
    acting(
      deps,
      {
        capability: 'marketplace.document.add',
        name: 'marktplatz add-document',
        usage: '<Dienst> <Datei> --title <Was es ist>',
        summary: 'Ein Dokument zu einem Onlinedienst des Hauses, für alle lesbar',
        options: { title: text },
        arity: [2, 2],
      },
      async (principal, { positionals: [dienst = '', path = ''], values }) => {
        const wer = await anbietendeOf(deps, principal);
        const file = await fileAt(deps, path);
        if (!wer.ok) return wer;
        if (!file.ok) return file;
        const titel = optionText(values, 'title');
        const added = await addDokument(deps, wer.value, dienst, { titel, file: file.value });
        return commandOutput(added, ({ id }) => `Dokument ${id} gespeichert.`);
      },
    ),
    acting(
      deps,
      {
        capability: 'marketplace.document.withdraw',
        name: 'marktplatz withdraw-document',
        usage: '<Dienst> <Kennung> --reason <Warum>',
        summary: 'Ein Dokument zurücknehmen; wer bestellt hat, solange es galt, liest es weiter',
        options: { reason: text },
        arity: [2, 2],
      },
      async (principal, { positionals: [dienst = '', id = ''], values }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const gone = await withdrawDokument(deps, wer.value, dienst, {
          id,
          grund: optionText(values, 'reason'),
        });
        return commandOutput(gone, () => `Dokument ${id} zurückgenommen.`);
      },
    ),
  ];
}
