import { type evaluate, formIn, parseParameters } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { beispielwerte } from '#forms/testfaelle';
import { ok, type Result } from '#kernel';
import { dienstVon } from '../use-cases/pruefstand.ts';
import { standNamens } from '../use-cases/staende.ts';
import type { Offen } from './answers.ts';

/** Fields of the preview's forms: the answers so far travel with the page, because nothing is kept. */
export const felder = {
  antworten: '~antworten',
  seite: '~seite',
  gehe: '~gehe',
  sprache: '~sprache',
} as const;

/** What the preview runs on. */
export interface Lauf {
  readonly offen: Offen;
  readonly dienst: Onlinedienst;
  readonly form: Onlinedienst['form'];
  readonly kommune: string;
  readonly context: Parameters<typeof evaluate>[2];
}

export async function laufVon(offen: Offen): Promise<Result<Lauf>> {
  const { deps, autor, entwurf, request } = offen;
  const { query, principal } = request;
  const stand = await standNamens(deps, autor, entwurf.dienst, query.get('stand') || 'jetzt');
  if (!stand.ok) return stand;
  const dienst = dienstVon(stand.value);
  if (!dienst.ok) return dienst;
  const ags = query.get('kommune') ?? '';
  const kommunen = principal === null || ags === '' ? [] : await deps.kommunen(principal, entwurf.dienst);
  const kommune = kommunen.find((each) => each.ags === ags);
  const { parameters: definitions } = dienst.value.definition;
  const known = Object.entries(kommune?.werte ?? {}).filter(([name]) => Object.hasOwn(definitions, name));
  const werte = { ...beispielwerte(definitions), ...Object.fromEntries(known) };
  const parameters = parseParameters(definitions, werte);
  if (!parameters.ok) return parameters;
  const { form: compiled } = dienst.value;
  const inLanguage = formIn(compiled, request.form.get(felder.sprache) ?? query.get('sprache') ?? '');
  const context = { parameters: parameters.value, today: deps.clock.today() };
  return ok({
    offen,
    dienst: dienst.value,
    form: inLanguage,
    kommune: kommune?.name ?? 'Musterstadt',
    context,
  });
}
