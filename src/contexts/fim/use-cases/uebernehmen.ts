import type { XdfDatenfeld, XdfNachricht, XdfWert } from '#standards/xdatenfelder';
import type { Arbeitspunkt, Befund } from '../domain/bericht.ts';
import { einzeilig } from '../domain/text.ts';
import { arbeitspunkteOf, feldPunkte } from '../domain/uebernahme/arbeitspunkte.ts';
import { befundOf, codelisten, type Entwurf, type Werkbank } from '../domain/uebernahme/entwurf.ts';
import { baumVon, bezeichnungOf } from '../domain/uebernahme/knoten.ts';
import { wendeRegelnAn } from '../domain/uebernahme/regeln-anwenden.ts';
import { befundeDesSchemas } from '../domain/uebernahme/schema-befunde.ts';
import { seitenOf } from '../domain/uebernahme/seiten.ts';
import { type Beweis, beweise } from './beweisen.ts';

/** The entries of a code list that stands outside of schemas. */
export type Codeliste = readonly XdfWert[];

/** What a schema becomes: a proven definition, what a person has to do, and what could not be carried over. */
export interface Uebernahme {
  /** `null` where no form could be proven; then `hindernisse` say why. */
  readonly definition: Beweis['definition'];
  readonly hindernisse: Beweis['hindernisse'];
  readonly arbeitspunkte: readonly Arbeitspunkt[];
  readonly befunde: readonly Befund[];
}

/**
 * Turns a schema into a proven definition of `leitwerk/formular@1`. Ids of FIM are names (`F60000000227` → `f60000000227`) and stand
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
  const arbeit = arbeitspunkteOf(regeln, befunde);
  const entwurf = entwurfOf(nachricht, bank, pages, arbeit.regeln);
  const beweis = beweise(entwurf, nachricht.inhalt.kennung.id);
  return {
    definition: beweis.definition,
    hindernisse: beweis.hindernisse,
    arbeitspunkte: [...arbeit.punkte, ...feldPunkte(beweis.befunde)],
    befunde: [...befunde, ...arbeit.befunde, ...beweis.befunde],
  };
}

function entwurfOf(
  { inhalt }: XdfNachricht,
  bank: Werkbank,
  pages: readonly Entwurf[],
  rules: readonly Entwurf[],
): Entwurf {
  const lists = bank.codelisten.alle();
  const { id, version } = inhalt.kennung;
  const title = inhalt.art === 'schema' ? inhalt.bezeichnung : bezeichnungOf(inhalt);
  return {
    format: 'leitwerk/formular@1',
    id: id.toLowerCase(),
    version: 1,
    title: einzeilig(title) || einzeilig(inhalt.name) || id,
    source: {
      standard: bank.standard,
      id,
      ...(version ? { version } : {}),
      name: inhalt.name.trim().slice(0, 500) || id,
    },
    ...(Object.keys(lists).length > 0 ? { codeLists: lists } : {}),
    pages: pages.length > 0 ? pages : [{ id: 'angaben', title: 'Angaben', fields: [] }],
    ...(rules.length > 0 ? { rules } : {}),
  };
}
