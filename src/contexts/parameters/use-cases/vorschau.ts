import { pinnedOnlinedienst } from '#efa';
import { allParameters, parameterTopic, readableText, wirksamAt } from '#efa/parameter';
import { evaluate, pageModel, reachablePages, uploadsOf } from '#forms';
import { type Onlinedienst, serviceTexts } from '#forms/onlinedienst';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { ParametersDeps } from '../deps.ts';
import { feiertageIn, schliesstageIn } from '../domain/feiertage.ts';
import { tooFew } from '../errors.ts';
import type { Asker } from './asker.ts';
import type { Bild, Seitenbild } from './bild.ts';
import { type DienstMitParametern, dienstOf } from './read-dienst.ts';
import { type Sicht, sichtenOf } from './sichten.ts';
import { type Unterschied, unterschiede } from './unterschiede.ts';

export interface Nebeneinander {
  readonly dienst: string;
  readonly titel: string;
  readonly tag: LocalDate;
  /** Whom one may choose. */
  readonly waehlbar: readonly { readonly ags: string; readonly name: string }[];
  readonly bilder: readonly Bild[];
  readonly unterschiede: readonly Unterschied[];
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
