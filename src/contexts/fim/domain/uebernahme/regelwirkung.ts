import type { Bedingung, Satz, Wirkung } from '../regeln/satz.ts';
import { ausdruckOf, type ListeOf } from './ausdruck.ts';
import { zeilenUm } from './einordnung.ts';
import { kalenderPruefung } from './kalender.ts';
import type { Baum, Knoten } from './knoten.ts';
import { eineVon, type Pruefung, type Wahl } from './steuerung.ts';
import { findePlatz, nenne } from './verweis.ts';

/** What one rule does at one place; all of it, or nothing. */
export interface Regelwirkung {
  readonly erscheint: readonly (readonly [Knoten, string])[];
  readonly pflicht: readonly (readonly [Knoten, string])[];
  readonly pruefungen: readonly (readonly [Knoten, Pruefung])[];
  readonly wahlen: readonly Wahl[];
  /** Whether the form does exactly what the rule says. */
  readonly genau: boolean;
}

/** What a rule is read with. */
export interface Umgebung {
  readonly baum: Baum;
  readonly owner: Knoten | null;
  readonly gesteuert: ReadonlySet<Knoten>;
  readonly listeOf: ListeOf;
  readonly regelId: string;
}

const leer: Regelwirkung = { erscheint: [], pflicht: [], pruefungen: [], wahlen: [], genau: true };

/** What a rule that was understood does here; `null` where the form cannot say it at this place. */
export function wirkungAn(saetze: readonly Satz[], umgebung: Umgebung): Regelwirkung | null {
  const bedingte = saetze.filter((satz) => satz.art === 'wenn-dann');
  const parts: (Regelwirkung | null)[] = saetze
    .filter((satz) => satz.art !== 'wenn-dann')
    .map((satz) => {
      if (satz.art === 'mindestens-eines') return mindestensEines(satz.felder, umgebung);
      return satz.art === 'genau-eines'
        ? genauEines(satz.elemente, umgebung)
        : kalendertag(satz.felder, umgebung);
    });
  if (bedingte.length > 0) parts.push(bedingt(bedingte, umgebung));
  const known = parts.filter((part) => part !== null);
  return known.length < parts.length ? null : known.reduce(zusammen, leer);
}

function zusammen(a: Regelwirkung, b: Regelwirkung): Regelwirkung {
  return {
    erscheint: [...a.erscheint, ...b.erscheint],
    pflicht: [...a.pflicht, ...b.pflicht],
    pruefungen: [...a.pruefungen, ...b.pruefungen],
    wahlen: [...a.wahlen, ...b.wahlen],
    genau: a.genau && b.genau,
  };
}

/** Elements of a rule as places; `null` where one is not found. */
function plaetze({ baum, owner }: Umgebung, pfade: readonly (readonly string[])[]): readonly Knoten[] | null {
  const found = pfade.flatMap((pfad) => findePlatz(baum, owner, pfad) ?? []);
  return found.length === pfade.length ? found : null;
}

function mindestensEines(pfade: readonly (readonly string[])[], umgebung: Umgebung): Regelwirkung | null {
  const felder = plaetze(umgebung, pfade)?.toSorted((a, b) => a.nummer - b.nummer);
  const last = felder?.at(-1);
  if (!felder || !last || felder.some(({ quelle }) => quelle.art === 'gruppe')) return null;
  const names = felder.slice(0, -1).flatMap((feld) => nenne(last, feld, umgebung.gesteuert) ?? []);
  if (names.length < felder.length - 1) return null;
  const others = names.map((name) => `answered(${name})`).join(' or ');
  return { ...leer, pflicht: [[last, `not (${others})`]] };
}

function genauEines(pfade: readonly (readonly string[])[], umgebung: Umgebung): Regelwirkung | null {
  const elemente = plaetze(umgebung, pfade)?.toSorted((a, b) => a.nummer - b.nummer);
  const [first] = elemente ?? [];
  if (!elemente || !first || elemente.some(({ oben, anzahl }) => oben !== first.oben || anzahl.max !== 1))
    return null;
  const name = `${first.name}wahl`;
  const row = zeilenUm(first, umgebung.gesteuert, false).length > 0 ? `row.${name}` : name;
  return {
    ...leer,
    wahlen: [{ name, elemente, regelId: umgebung.regelId }],
    erscheint: elemente.map((element) => [element, `${row} = '${element.name}'`]),
  };
}

function kalendertag(pfade: readonly (readonly string[])[], umgebung: Umgebung): Regelwirkung | null {
  const [tag, monat, jahr] = plaetze(umgebung, pfade) ?? [];
  if (!tag || !monat || !jahr) return null;
  const pruefung = kalenderPruefung(tag, monat, jahr, umgebung.gesteuert);
  return pruefung && { ...leer, pruefungen: [pruefung] };
}

/** A condition that was found in the form. */
interface Fall {
  readonly art: Wirkung['art'];
  readonly ziel: Knoten;
  readonly ausdruck: string;
  /** The same for a condition and its opposite. */
  readonly schluessel: string;
  readonly positiv: boolean;
  readonly genau: boolean;
}

function bedingt(
  saetze: readonly (Satz & { readonly art: 'wenn-dann' })[],
  umgebung: Umgebung,
): Regelwirkung | null {
  const faelle: Fall[] = [];
  for (const { bedingung, wirkungen, sonst } of saetze) {
    const own = [
      ...wirkungen.map((wirkung) => faelleOf(bedingung, wirkung, umgebung)),
      ...sonst.map((wirkung) => faelleOf(gegenteil(bedingung), wirkung, umgebung)),
    ];
    for (const each of own) {
      if (each === null) return null;
      faelle.push(...each);
    }
  }
  const ziele = [...new Set(faelle.map(({ ziel }) => ziel))];
  if (faelle.some((fall) => widerspricht(fall, faelle))) return null;
  return ziele
    .map((ziel) =>
      wirkungAuf(
        ziel,
        faelle.filter((fall) => fall.ziel === ziel),
      ),
    )
    .reduce(zusammen, leer);
}

/** The same place shown and hidden in the same case: released schemas have such slips of the pen. */
function widerspricht(fall: Fall, faelle: readonly Fall[]): boolean {
  if (fall.art !== 'verbergen') return false;
  return faelle.some(
    ({ art, ziel, schluessel, positiv }) =>
      art !== 'verbergen' && ziel === fall.ziel && schluessel === fall.schluessel && positiv === fall.positiv,
  );
}

function gegenteil(bedingung: Bedingung): Bedingung | null {
  if (bedingung.art === 'beantwortet') return null;
  return { ...bedingung, art: bedingung.art === 'einer-von' ? 'keiner-von' : 'einer-von' };
}

function faelleOf(
  bedingung: Bedingung | null,
  { art, ziele }: Wirkung,
  umgebung: Umgebung,
): readonly Fall[] | null {
  const { baum, owner, gesteuert, listeOf } = umgebung;
  const feld = bedingung && findePlatz(baum, owner, bedingung.feld);
  const found = plaetze(umgebung, ziele);
  if (!bedingung || !feld || !found) return null;
  const faelle = found.map((ziel): Fall | null => {
    const name = nenne(ziel, feld, gesteuert);
    const ausdruck = name && ausdruckOf(bedingung, feld, name, listeOf);
    if (!ausdruck) return null;
    const negative = ausdruck.text.includes(' and not ');
    const schluessel = negative
      ? ausdruck.text.replace(/^answered\(.*?\) and not \(?(.*?)\)?$/, '$1')
      : ausdruck.text;
    return { art, ziel, ausdruck: ausdruck.text, schluessel, positiv: !negative, genau: ausdruck.genau };
  });
  return faelle.every((fall) => fall !== null) ? faelle : null;
}

/** All that one rule says about one place. */
function wirkungAuf(ziel: Knoten, faelle: readonly Fall[]): Regelwirkung {
  const of = (art: Fall['art']) => faelle.filter((fall) => fall.art === art);
  const [zeigen, pflicht, verbergen] = [of('zeigen'), of('pflicht'), of('verbergen')];
  const texts = (of: readonly Fall[]) => of.map(({ ausdruck }) => ausdruck);
  const worte = faelle.every(({ genau }) => genau);
  const gruppe = ziel.quelle.art === 'gruppe';
  const zeigt = zeigen.length > 0 ? zeigen : verbergen.length > 0 || gruppe ? pflicht : [];
  const ausgeschlossen = verbergen.every((fall) =>
    zeigt.some(({ schluessel, positiv }) => schluessel === fall.schluessel && positiv !== fall.positiv),
  );
  const erscheint = erscheintWenn(texts(zeigt), zeigt.length > 0 && ausgeschlossen ? [] : texts(verbergen));
  return {
    ...leer,
    erscheint: erscheint === '' ? [] : [[ziel, erscheint]],
    pflicht: pflicht.length > 0 ? [[ziel, eineVon(texts(pflicht))]] : [],
    // „Muss befüllt sein, wenn“ forbids a group in no other case; the form shows it in none.
    genau: worte && ausgeschlossen && !(gruppe && zeigen.length === 0 && verbergen.length === 0),
  };
}

/** Shown in one of some cases, hidden in each of others. */
function erscheintWenn(zeigt: readonly string[], verbirgt: readonly string[]): string {
  const nicht = verbirgt.length > 0 ? `not (${eineVon(verbirgt)})` : '';
  const da = zeigt.length > 0 ? eineVon(zeigt) : '';
  return da && nicht ? `(${da}) and ${nicht}` : da || nicht;
}
