import { pinnedOnlinedienst } from '#efa';
import { allParameters, parameterTopic, readableText, wirksamAt } from '#efa/parameter';
import { evaluate, pageModel, reachablePages, uploadsOf } from '#forms';
import { type Onlinedienst, serviceTexts } from '#forms/onlinedienst';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import { type Feiertag, feiertageIn, type Schliesstag, schliesstageIn } from '../domain/feiertage.ts';
import { tooFew } from '../errors.ts';
import type { Asker } from './asker.ts';
import { type DienstMitParametern, dienstOf } from './read-dienst.ts';
import { type Sicht, sichtenOf } from './sichten.ts';

/** The citizen page of a service as one Kommune offers it on a day. */
export interface Bild {
  readonly ags: string;
  readonly name: string;
  /** Null where the values do not work, with the reason. */
  readonly seite: Seitenbild | null;
  readonly problem: string | null;
}

export interface Seitenbild {
  readonly hash: string;
  readonly dienst: Onlinedienst;
  readonly context: Parameters<typeof evaluate>[2];
  readonly texte: ReturnType<typeof serviceTexts>;
  readonly stelle: string;
  readonly oeffnungszeiten: string;
  readonly gebuehren: readonly { readonly label: string; readonly text: string }[];
  readonly unterlagen: readonly string[];
  /** Files that the first way through the form asks for, by their labels. */
  readonly dateien: readonly string[];
  readonly schliesstage: readonly Schliesstag[];
  readonly feiertage: readonly Feiertag[];
}

export interface Nebeneinander {
  readonly dienst: string;
  readonly titel: string;
  readonly tag: LocalDate;
  /** Whom one may choose. */
  readonly waehlbar: readonly { readonly ags: string; readonly name: string }[];
  readonly bilder: readonly Bild[];
  readonly unterschiede: readonly Unterschied[];
}

/** What differs, with what stands at each; `gleich` where all say the same. */
export interface Unterschied {
  readonly art: 'text' | 'gebuehr' | 'unterlage' | 'frist' | 'stelle' | 'schliesstage';
  readonly label: string;
  readonly texte: readonly string[];
  readonly gleich: boolean;
}

type Deps = Pick<ParametersDeps, 'efa' | 'betreute' | 'serve' | 'feiertage'>;

/** The same page as two to four Kommunen show it on a day, and what differs. Without a choice only whom one may choose. */
export async function nebeneinander(
  deps: Deps,
  asker: Asker,
  dienst: string,
  asked: { readonly kommunen: readonly string[]; readonly tag: LocalDate; readonly einzeln?: boolean },
): Promise<Result<Nebeneinander>> {
  const found = await dienstOf(deps, dienst);
  if (!found.ok) return found;
  const { angebot, definitions } = found.value;
  const all = await sichtenOf(deps, asker, angebot.dienst, definitions);
  const chosen = [...new Set(asked.kommunen)].map((key) =>
    all.find(({ ags, name }) => ags === key || name.toLowerCase() === key.toLowerCase()),
  );
  const head = {
    dienst: angebot.dienst,
    titel: angebot.data.title,
    tag: asked.tag,
    waehlbar: all.map(({ ags, name }) => ({ ags, name })),
  };
  if (chosen.length === 0) return ok({ ...head, bilder: [], unterschiede: [] });
  if (chosen.length < (asked.einzeln ? 1 : 2) || chosen.length > 4)
    return refuse(
      tooFew([
        {
          field: 'kommune',
          message: `Bitte wählen Sie zwei bis vier Kommunen; gewählt sind ${chosen.length}.`,
        },
      ]),
    );
  if (chosen.includes(undefined))
    return refuse(
      tooFew([
        {
          field: 'kommune',
          message: 'Eine der Kommunen ist nicht angebunden oder teilt ihre Werte nicht mit Ihnen.',
        },
      ]),
    );
  const bilder: Bild[] = [];
  for (const sicht of chosen) if (sicht) bilder.push(await bildOf(deps, found.value, sicht, asked.tag));
  return ok({ ...head, bilder, unterschiede: unterschiede(bilder) });
}

async function bildOf(
  { efa, serve, feiertage }: Deps,
  { angebot }: DienstMitParametern,
  { ags, name, facts, fassung }: Sicht,
  tag: LocalDate,
): Promise<Bild> {
  const values = Object.fromEntries([...wirksamAt(facts, { date: tag })].map(([id, { wert }]) => [id, wert]));
  const served = await efa.db.withPublic(async (tx) => {
    const base = await pinnedOnlinedienst(tx, angebot.dienst, fassung);
    return base && (await serve(tx, base, { ags, name, values }));
  });
  if (served === null)
    return { ags, name, seite: null, problem: `Die Fassung ${fassung} wird nicht mehr angeboten.` };
  if (!served.ok) return { ags, name, seite: null, problem: served.refusal.message };
  const { dienst, values: parameters, hash } = served.value;
  const context = { parameters, today: tag };
  const text = (id: string) => (typeof values[id] === 'string' ? values[id] : '');
  const texte = serviceTexts(dienst, parameters, tag);
  const money = allParameters(angebot.data).filter(
    (each) =>
      parameterTopic(each) === 'dienst' &&
      (each.kind === 'money' || each.columns.some(({ kind }) => kind === 'money')),
  );
  const seite: Seitenbild = {
    hash,
    dienst,
    context,
    texte,
    stelle: text('stelleName'),
    oeffnungszeiten: text('stelleOeffnungszeiten'),
    gebuehren: money.map((each) => ({ label: each.label, text: readableText(each, values[each.id]) })),
    unterlagen: texte.need,
    dateien: uploadNames(dienst, context),
    schliesstage: schliesstageIn(values.stelleSchliesstage).filter(({ bis }) => bis >= tag),
    feiertage: feiertageIn(feiertage, ags.slice(0, 2), Number(tag.slice(0, 4))).filter(
      (each) => each.tag >= tag,
    ),
  };
  return { ags, name, seite, problem: null };
}

/** The files that the first way through the form asks for, by their labels. */
function uploadNames(dienst: Onlinedienst, context: Seitenbild['context']): readonly string[] {
  const evaluation = evaluate(dienst.form, {}, context);
  return reachablePages(evaluation).flatMap((page) => {
    const model = pageModel(evaluation, page);
    if (!model.ok) return [];
    const asked = uploadsOf(model.value);
    return model.value.fields.flatMap((field) =>
      'name' in field && asked.has(field.name) ? [field.label] : [],
    );
  });
}

/** Pure: what differs between pages, in the order in which people read them. */
export function unterschiede(bilder: readonly Bild[]): readonly Unterschied[] {
  const seiten = bilder.map(({ seite }) => seite);
  const row = (art: Unterschied['art'], label: string, take: (seite: Seitenbild) => string): Unterschied => {
    const texte = seiten.map((seite) => (seite === null ? '–' : take(seite)));
    return { art, label, texte, gleich: new Set(texte).size === 1 };
  };
  const labels = [...new Set(seiten.flatMap((seite) => seite?.gebuehren.map(({ label }) => label) ?? []))];
  return [
    row('text', 'Worum es geht', ({ texte }) => texte.what),
    row('text', 'Für wen', ({ texte }) => texte.forWhom),
    row('unterlage', 'Unterlagen', ({ unterlagen }) => unterlagen.join('; ')),
    row('unterlage', 'Dateien im Formular', ({ dateien }) => dateien.join('; ') || 'keine'),
    row('gebuehr', 'Kosten', ({ texte }) => texte.cost),
    ...labels.map((label) =>
      row(
        'gebuehr',
        label,
        ({ gebuehren }) => gebuehren.find((each) => each.label === label)?.text ?? 'ohne Angabe',
      ),
    ),
    row('frist', 'Frist', ({ texte }) => texte.deadline),
    row('frist', 'Wie lange es dauert', ({ texte }) => texte.time),
    row('text', 'Rechtsgrundlage', ({ texte }) => texte.law),
    row('stelle', 'Zuständige Stelle', ({ stelle }) => stelle),
    row('stelle', 'Öffnungszeiten', ({ oeffnungszeiten }) => oeffnungszeiten),
    row(
      'schliesstage',
      'Eigene Schließtage',
      ({ schliesstage }) =>
        schliesstage
          .map(({ von, bis, anlass }) => `${von}${bis === von ? '' : ` bis ${bis}`} ${anlass}`)
          .join('; ') || 'keine',
    ),
  ];
}
