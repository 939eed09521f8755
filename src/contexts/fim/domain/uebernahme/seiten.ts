import { einzeilig, formularText } from '../text.ts';
import { einordnungOf } from './einordnung.ts';
import { type Entwurf, quelleOf, type Werkbank } from './entwurf.ts';
import { lengthLimits } from './grenzen.ts';
import { bezeichnungOf, type Knoten } from './knoten.ts';
import { eineVon } from './steuerung.ts';
import { gefuellt, teileOf } from './teile.ts';

/** A page while it is cut out of the schema. */
interface Schnitt {
  readonly titel: string;
  readonly lead: string | null;
  readonly bedingungen: readonly string[];
  readonly gruppe: Knoten | null;
  readonly knoten: readonly Knoten[];
}

/**
 * Pages of at most a dozen questions where the schema allows: each group at the top begins one, and a large group is cut
 * along its own groups. What repeats or may be left out stays whole.
 */
export function seitenOf(oben: readonly Knoten[], bank: Werkbank): readonly Entwurf[] {
  const schnitte = schneide(
    oben,
    { titel: 'Allgemeine Angaben', lead: null, bedingungen: [], gruppe: null, knoten: [] },
    bank,
    0,
  );
  const seen = new Map<string, number>();
  return schnitte.map((schnitt) => seite(schnitt, seen, bank));
}

function schneide(
  knoten: readonly Knoten[],
  rahmen: Schnitt,
  bank: Werkbank,
  tiefe: number,
): readonly Schnitt[] {
  const schnitte: Schnitt[] = [];
  let offen: Knoten[] = [];
  let seite = 1;
  const abschluss = () => {
    if (offen.length === 0) return;
    const weiter = seite > 1 && rahmen.gruppe !== null;
    const titel = weiter ? `${rahmen.titel} (Teil ${seite})` : rahmen.titel;
    schnitte.push({ ...rahmen, titel, lead: seite === 1 ? rahmen.lead : null, knoten: offen });
    seite += 1;
    offen = [];
  };
  for (const each of knoten) {
    if (istSeite(each, rahmen, bank)) {
      abschluss();
      schnitte.push(...gruppenSeiten(each, rahmen, bank, tiefe));
      continue;
    }
    const zuViel = rahmen.gruppe !== null && fragenAller([...offen, each]) > lengthLimits.felderJeSeite;
    if (zuViel && !gewaehlt(each, bank)) abschluss();
    offen.push(each);
  }
  abschluss();
  return schnitte;
}

/** A group begins a page of its own at the top, and further in where it is large or repeats. */
function istSeite(knoten: Knoten, rahmen: Schnitt, bank: Werkbank): boolean {
  if (knoten.quelle.art === 'feld' || gewaehlt(knoten, bank)) return false;
  if (rahmen.gruppe === null) return true;
  const rows = einordnungOf(knoten, bank.steuerung.gesteuert) === 'zeilen' && knoten.anzahl.max !== 1;
  return rows || fragen(knoten) > lengthLimits.felderJeAbschnitt;
}

/** A question that a rule adds stands right before what it chooses, on the same page. */
function gewaehlt(knoten: Knoten, { steuerung }: Werkbank): boolean {
  return steuerung.wahlen.some(({ elemente }) => elemente.includes(knoten));
}

function gruppenSeiten(knoten: Knoten, rahmen: Schnitt, bank: Werkbank, tiefe: number): readonly Schnitt[] {
  const label = einzeilig(bezeichnungOf(knoten.quelle));
  const titel = rahmen.gruppe ? `${rahmen.titel}: ${label}` : label;
  const hilfe = knoten.quelle.art === 'gruppe' ? formularText(knoten.quelle.hilfetextEingabe ?? '') : '';
  const lead = hilfe === '' ? null : hilfe;
  const eigene = bank.steuerung.erscheint.get(knoten);
  const bedingungen = [...rahmen.bedingungen, ...(eigene ? [eineVon(eigene)] : [])];
  if (einordnungOf(knoten, bank.steuerung.gesteuert) === 'zeilen')
    return [{ titel, lead: null, bedingungen: rahmen.bedingungen, gruppe: knoten, knoten: [knoten] }];
  const inner = { titel, lead, bedingungen, gruppe: knoten, knoten: knoten.kinder };
  const klein = fragen(knoten) <= lengthLimits.felderJeSeite || tiefe >= 2;
  return klein || !knoten.kinder.some((kind) => kind.quelle.art === 'gruppe')
    ? [inner]
    : schneide(knoten.kinder, inner, bank, tiefe + 1);
}

function fragen({ quelle, kinder }: Knoten): number {
  return quelle.art === 'feld' ? 1 : fragenAller(kinder);
}

function fragenAller(knoten: readonly Knoten[]): number {
  return knoten.reduce((sum, each) => sum + fragen(each), 0);
}

function seite(
  { titel, lead, bedingungen, gruppe, knoten }: Schnitt,
  seen: Map<string, number>,
  bank: Werkbank,
): Entwurf {
  const base = gruppe?.name ?? 'angaben';
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  const fields = teileOf(knoten, bank);
  return {
    id: count === 1 ? base : `${base}-${count}`,
    title: titel,
    ...(lead ? { lead } : {}),
    ...(bedingungen.length > 0
      ? { condition: bedingungen.map((each) => (bedingungen.length > 1 ? `(${each})` : each)).join(' and ') }
      : {}),
    ...(gruppe ? { source: { ...quelleOf(gruppe, bank.standard), ...aussen(gruppe) } } : {}),
    fields: gruppe ? gefuellt(gruppe, fields, bank) : fields,
  };
}

/** The groups around the one of a page: where a large group is cut into pages, none of them is its own. */
function aussen(gruppe: Knoten): Entwurf {
  const around: Entwurf[] = [];
  for (let at = gruppe.oben; at !== null; at = at.oben)
    around.unshift({
      id: at.quelle.kennung.id,
      version: at.quelle.kennung.version,
      name: bezeichnungOf(at.quelle),
    });
  return around.length > 0 ? { data: { innerhalb: around } } : {};
}
