import { type Editor, readAngebote, readLive } from '#efa';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { ReleasesDeps } from '../deps.ts';
import type { Zug } from '../domain/ausrollung.ts';
import type { Notiz } from '../domain/festhalten.ts';
import { zeitraumText } from '../domain/meldung.ts';
import { istUnterwegs } from '../domain/zustand.ts';
import { readAusrollungen } from '../store-ausrollung.ts';
import { readNotizen } from '../store-meldung.ts';
import { readOwnZuege } from '../store-zug.ts';
import { listMeldungen } from './meldungen.ts';

/** What is new for the coordination of a Kommune since an instant, as sentences. */
export async function neuigkeitenSeit(
  deps: Pick<ReleasesDeps, 'db' | 'clock'>,
  editor: Editor,
  since: Date,
): Promise<readonly string[]> {
  const zuege = await deps.db.withTenant(editor.kommune.tenant, editor.actor, (tx) => readOwnZuege(tx));
  const viewer = { art: 'kommune', editor, darfFesthalten: false } as const;
  const meldungen = await listMeldungen(deps, viewer);
  const { titles, underWay, notizen, own } = await deps.db.withPublic(async (tx) => ({
    notizen: (await readNotizen(tx)).filter(({ geschriebenAm }) => geschriebenAm > since),
    own: new Set((await readLive(tx, editor.kommune.ags)).map(({ dienst }) => dienst)),
    titles: new Map((await readAngebote(tx)).map(({ dienst, data }) => [dienst, data.title])),
    underWay: new Set(
      (await readAusrollungen(tx)).filter(({ zustand }) => istUnterwegs(zustand)).map(({ id }) => id),
    ),
  }));
  const isNews = ({ geaendertAm, zustand, ausrollung }: Zug) =>
    geaendertAm > since && (zustand !== 'wartet' || underWay.has(ausrollung));
  return [
    ...zuege.filter(isNews).map((zug) => zugText(zug, titles.get(zug.dienst) ?? zug.dienst)),
    ...notizen
      .filter(({ dienst }) => own.has(dienst))
      .map((notiz) => notizText(notiz, titles.get(notiz.dienst) ?? notiz.dienst)),
    ...meldungen
      .filter(({ geschriebenAm }) => geschriebenAm > since)
      .map((one) => `${one.entfallen ? 'Entfallen: ' : ''}${one.titel}, ${zeitraumText(one)}`),
  ];
}

const mostWords = 300;

/** What the provider says of a version, as a sentence to the coordination. */
function notizText({ fassung, text, sicherheit }: Notiz, titel: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > mostWords ? `${line.slice(0, mostWords - 1)}…` : line;
  return `„${titel}“, Fassung ${fassung}${sicherheit ? ', behebt eine Sicherheitslücke' : ''}: ${short}`;
}

/** What became of a Kommune, as a sentence to its coordination; one that is due holds on to its version until a day, or not. */
export function zugText(
  { fassung, zustand, ab, fehlt, vonFassung }: Zug,
  titel: string,
  festBis?: LocalDate,
): string {
  const what = `„${titel}“, Fassung ${fassung}`;
  switch (zustand) {
    case 'wartet':
      return festBis === undefined || festBis < ab
        ? `${what}: Ihre Kommune ist ab dem ${formatLocalDate(ab)} an der Reihe.`
        : `${what}: Ihre Kommune wäre ab dem ${formatLocalDate(ab)} an der Reihe, hält aber bis zum ${formatLocalDate(festBis)} an ihrer Fassung fest und kommt danach mit.`;
    case 'umgestellt':
      return `${what}: Ihre Kommune ist umgestellt.`;
    case 'zurueckgeblieben':
      return `${what}: Ihre Kommune bleibt vorerst bei Fassung ${vonFassung}. Es fehlt: ${fehlt.join(' ')}`;
    case 'festgehalten':
      return `${what}: Ihre Kommune hält an Fassung ${vonFassung} fest.`;
    case 'entfallen':
      return `${what}: Ihre Kommune nutzt den Onlinedienst nicht mehr.`;
    case 'zurueckgestellt':
      return `${what} ist zurückgenommen: Ihre Kommune hat wieder Fassung ${vonFassung}.`;
  }
}
