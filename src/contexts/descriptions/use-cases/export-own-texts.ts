import { buildLeistung, type XmlNode, type XzufiFassung } from '#standards/xzufi';
import type { FeedDeps } from '../deps.ts';
import type { EigenerText } from '../domain/eigener-text.ts';
import { readAlleTexte } from '../store-text.ts';
import { prefixOfArea } from './area-of-text.ts';

/** Own texts as Leistungen, all languages of one text together. */
export async function ownObjects(
  { db, catalogue }: Pick<FeedDeps, 'db' | 'catalogue'>,
  { ars, fassung }: { readonly ars: string | null; readonly fassung: XzufiFassung },
): Promise<XmlNode[]> {
  const [{ leistungById }, texts] = await Promise.all([
    catalogue(),
    db.withPublic((tx) => readAlleTexte(tx, ars === null ? '' : prefixOfArea(ars))),
  ]);
  const byId = Map.groupBy(texts, ({ ars: area, leistungId }) => `eigen.${area}.${leistungId}`);
  return [...byId].map(([id, list]) =>
    ownObject(id, list, fassung, leistungById.get(list[0]?.leistungId ?? '')?.leika ?? null),
  );
}

function ownObject(
  id: string,
  texts: readonly EigenerText[],
  fassung: XzufiFassung,
  leika: string | null,
): XmlNode {
  const newest = texts.reduce((a, b) => (a.veroeffentlichtAm > b.veroeffentlichtAm ? a : b));
  return buildLeistung(fassung, {
    agentur: 'leitwerk',
    id,
    leika: leika === null ? [] : [leika],
    leistungId: null,
    texte: texts.flatMap(({ inhalt, sprache }) => [
      ...(inhalt ? [{ modul: '02', sprache, text: htmlText(inhalt.name) }] : []),
      ...(inhalt?.abschnitte ?? []).map((each) => ({
        modul: each.modul,
        sprache: each.sprache,
        text: htmlText(each.inhalt),
      })),
    ]),
    begriffe: texts.flatMap(({ inhalt, sprache }) =>
      (inhalt?.suchbegriffe ?? []).map((text) => ({ sprache, text })),
    ),
    gebiete: [newest.ars],
    herausgeber: newest.redaktion,
    geaendertAm: newest.veroeffentlichtAm.toISOString(),
    beginn: null,
    ende: null,
  });
}

/** Plain text as XZuFi's HTML: it keeps its lines where a reader knows no markup either. */
function htmlText(text: string): string {
  return /[<&]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}
