import type { XdfDatenfeld, XdfNachricht } from '#standards/xdatenfelder';
import type { Arbeitspunkt, Befund } from '../bericht.ts';
import { einzeilig } from '../text.ts';
import { codelisten, befundOf, type Entwurf, type Werkbank } from './entwurf.ts';
import { arbeitspunkteOf } from './arbeitspunkte.ts';
import { baumVon, bezeichnungOf } from './knoten.ts';
import { wendeRegelnAn } from './regeln-anwenden.ts';
import { befundeDesSchemas } from './schema-befunde.ts';
import { seitenOf } from './seiten.ts';

/** The entries of a code list that stands outside of schemas. */
export type Codeliste = readonly { readonly code: string; readonly name: string; readonly hilfe: string | null }[];

/** What a schema becomes: a definition that is not proven yet, what a person has to do, and what could not be carried over. */
export interface Uebernahme {
  readonly definition: Entwurf;
  readonly arbeitspunkte: readonly Arbeitspunkt[];
  readonly befunde: readonly Befund[];
}

/**
 * Turns a schema into a definition of `leitwerk/formular@1`. Ids of FIM are names (`F60000000227` → `f60000000227`) and stand
 * in `source`. `codelisteOf` gives the lists that are loaded here. Pure: the same schema gives the same definition.
 */
export function uebernehme(
  nachricht: XdfNachricht,
  codelisteOf: (urn: string, version: string | null) => Codeliste | null,
): Uebernahme {
  const baum = baumVon(nachricht);
  const listeOf = (feld: XdfDatenfeld): Codeliste | null => {
    if (feld.werte) return feld.werte;
    const list = feld.codelisteReferenz;
    return list ? codelisteOf(list.canonicalIdentification.trim(), list.version) : null;
  };
  const { regeln, steuerung } = wendeRegelnAn(nachricht, baum, listeOf);
  const befunde: Befund[] = [...befundeDesSchemas(nachricht, baum)];
  const bank: Werkbank = {
    steuerung,
    listeOf,
    codelisten: codelisten(),
    standard: `xdatenfelder-${nachricht.fassung === '2' ? '2' : '3'}`,
    befund: (...found) => {
      befunde.push(befundOf(...found));
    },
  };
  const pages = seitenOf(baum.kinder, bank);
  const arbeit = arbeitspunkteOf(regeln, befunde, baum);
  const { inhalt } = nachricht;
  const lists = bank.codelisten.alle();
  const { id, version } = inhalt.kennung;
  const definition: Entwurf = {
    format: 'leitwerk/formular@1',
    id: id.toLowerCase(),
    version: 1,
    title: einzeilig(inhalt.art === 'schema' ? inhalt.bezeichnung || inhalt.name : bezeichnungOf(inhalt)),
    source: { standard: bank.standard, id, ...(version ? { version } : {}), name: inhalt.name.trim().slice(0, 500) || id },
    ...(Object.keys(lists).length > 0 ? { codeLists: lists } : {}),
    pages: pages.length > 0 ? pages : [{ id: 'angaben', title: 'Angaben', fields: [] }],
    ...(arbeit.regeln.length > 0 ? { rules: arbeit.regeln } : {}),
  };
  return { definition, arbeitspunkte: arbeit.punkte, befunde: [...befunde, ...arbeit.befunde] };
}
