import { type evaluate, formIn, parseParameters } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import { beispielwerte, parseTestfaelle, type Testfall } from '#forms/testfaelle';
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#platform';
import { dienstVon } from '../use-cases/pruefstand.ts';
import { standNamens } from '../use-cases/staende.ts';
import { adresse, type Offen } from './answers.ts';
import { felder, mitgetragen } from './vorschau-felder.ts';

/** The page from which a form is tried that is not one's own to change. */
export interface Herkunft {
  readonly href: string;
  /** On the way back. */
  readonly label: string;
  readonly krume: { readonly label: string; readonly href: string };
  /** With which values it is shown. */
  readonly werte: string;
}

/** What the preview runs on. */
export interface Lauf {
  readonly request: PageRequest;
  /** Where its forms are sent. */
  readonly aktion: string;
  /** Where what was typed becomes a test case; `null` where it cannot. */
  readonly behalten: string | null;
  /** From where it is tried, where it stands in no frame. */
  readonly zurueck?: Herkunft;
  readonly dienst: Onlinedienst;
  readonly form: Onlinedienst['form'];
  readonly kommune: string;
  readonly context: Parameters<typeof evaluate>[2];
  /** The cases of its author, whose answers lead to pages that one does not come to without. */
  readonly faelle: readonly Testfall[];
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
  const faelle = parseTestfaelle(stand.value.testfaelle);
  const inLanguage = formIn(compiled, request.form.get(felder.sprache) ?? query.get('sprache') ?? '');
  const context = { parameters: parameters.value, today: deps.clock.today() };
  return ok({
    ...wege(offen),
    request,
    dienst: dienst.value,
    form: inLanguage,
    kommune: kommune?.name ?? 'Musterstadt',
    context,
    faelle: faelle.ok ? faelle.value : [],
  });
}

/** The addresses of the preview, with what was chosen for it. */
function wege({ entwurf: { dienst }, request: { query } }: Offen): Pick<Lauf, 'aktion' | 'behalten'> {
  const chosen = mitgetragen.flatMap((name) => {
    const value = query.get(name) ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const testfall = query.get('testfall') ?? '';
  return {
    aktion: adresse(dienst, 'vorschau/formular', Object.fromEntries(chosen)),
    behalten: adresse(dienst, 'testfall/aus-vorschau', testfall === '' ? {} : { testfall }),
  };
}
