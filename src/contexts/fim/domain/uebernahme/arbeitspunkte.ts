import type { Arbeitspunkt, Befund, Maschinenregel } from '../bericht.ts';
import { formularText } from '../text.ts';
import type { Entwurf } from './entwurf.ts';
import type { Regelplatz } from './regeln-anwenden.ts';

export interface Arbeit {
  readonly punkte: readonly Arbeitspunkt[];
  /** The rules as the definition keeps them, each open until somebody ticks it off. */
  readonly regeln: readonly Entwurf[];
  readonly befunde: readonly Befund[];
}

/** What a person has to look at: each rule once, wherever it stands, and each finding that asks for a decision. */
export function arbeitspunkteOf(regeln: readonly Regelplatz[], befunde: readonly Befund[]): Arbeit {
  const each = Map.groupBy(regeln, ({ regel }) => regel.kennung.id);
  const punkte = [...each.values()].map(regelPunkt);
  return {
    punkte: [...punkte, ...listenPunkte(befunde), ...feldPunkte(befunde)],
    regeln: [...each.values()].map(regelEntwurf),
    befunde: [...each.values()].flatMap((plaetze, index) => regelBefund(plaetze, punkte[index])),
  };
}

const schemaOrt = 'Ganzes Schema';

function regelPunkt(plaetze: readonly Regelplatz[]): Arbeitspunkt {
  const [first] = plaetze;
  const id = first?.regel.kennung.id ?? '';
  return {
    schluessel: `regel ${id}`,
    art: 'regel',
    fimId: id,
    titel: first?.regel.name.trim() || id,
    text: (first?.regel.freitextRegel ?? first?.regel.beschreibung ?? '').trim(),
    verstanden: verstandenVon(plaetze),
    maschinenregeln: plaetze.flatMap(maschinenregeln),
    orte: [...new Set(plaetze.map(({ owner }) => owner?.ort ?? schemaOrt))],
  };
}

function verstandenVon(plaetze: readonly Regelplatz[]): Arbeitspunkt['verstanden'] {
  const done = plaetze.flatMap(({ wirkung }) => wirkung ?? []);
  if (done.length === 0) return 'nicht';
  if (done.length < plaetze.length) return 'teilweise';
  return done.every(({ genau }) => genau) ? 'ganz' : 'angenaehert';
}

function maschinenregeln({ wirkung }: Regelplatz): readonly Maschinenregel[] {
  if (wirkung === null) return [];
  const { erscheint, pflicht, pruefungen, wahlen } = wirkung;
  return [
    ...wahlen.map(({ name, elemente }) => ({
      ort: elemente[0]?.ort ?? '',
      feld: name,
      wirkung: 'Auswahl' as const,
      ausdruck: elemente.map((element) => element.name).join(' | '),
    })),
    ...erscheint.map(([{ ort, name }, ausdruck]) => ({
      ort,
      feld: name,
      wirkung: 'erscheint wenn' as const,
      ausdruck,
    })),
    ...pflicht.map(([{ ort, name }, ausdruck]) => ({
      ort,
      feld: name,
      wirkung: 'ist Pflicht wenn' as const,
      ausdruck,
    })),
    ...pruefungen.map(([{ ort, name }, { holds }]) => ({
      ort,
      feld: name,
      wirkung: 'gilt wenn' as const,
      ausdruck: holds,
    })),
  ];
}

function regelEntwurf(plaetze: readonly Regelplatz[]): Entwurf {
  const [first] = plaetze;
  const id = first?.regel.kennung.id ?? '';
  const version = first?.regel.kennung.version;
  const text = formularText(first?.regel.freitextRegel ?? '') || formularText(first?.regel.name ?? '') || id;
  return {
    id: id.toLowerCase(),
    text,
    state: 'open',
    source: {
      standard: 'xdatenfelder-3',
      id,
      ...(version ? { version } : {}),
      name: (first?.regel.name.trim() || id).slice(0, 500),
    },
  };
}

const saetze: Readonly<Record<Exclude<Arbeitspunkt['verstanden'], 'ganz'>, string>> = {
  nicht: 'Die Regel steht nur in Worten da. Das Formular prüft sie nicht, bis jemand sie umsetzt und abhakt.',
  teilweise: 'Die Regel ist nur an einem Teil ihrer Stellen umgesetzt. Bitte ergänzen Sie die anderen.',
  angenaehert:
    'Die Regel ist umgesetzt, aber nicht in jedem Fall so, wie sie dasteht. Bitte prüfen Sie die Maschinenregel.',
};

function regelBefund(plaetze: readonly Regelplatz[], punkt: Arbeitspunkt | undefined): readonly Befund[] {
  const [first] = plaetze;
  if (!first || !punkt || punkt.verstanden === 'ganz') return [];
  const { stelle, skript } = first.regel;
  const nur = punkt.verstanden === 'angenaehert' ? 'regel-angenaehert' : 'regel-offen';
  const more =
    skript && !/^\s*function script\(\)\s*\{\s*\}\s*$/.test(skript)
      ? ' Ihr Skript wird nicht ausgeführt; es bleibt im Schema.'
      : '';
  const ort = punkt.orte.join('; ');
  return [
    {
      art: nur,
      gewicht: 'arbeit',
      fimId: punkt.fimId,
      ort,
      zeile: stelle.zeile,
      text: saetze[punkt.verstanden] + more,
    },
  ];
}

/** Each list that is missing once, with the fields that need it. */
function listenPunkte(befunde: readonly Befund[]): readonly Arbeitspunkt[] {
  const missing = Map.groupBy(
    befunde.filter(({ art }) => art === 'codeliste-fehlt'),
    ({ text }) => /„([^“]+)“/.exec(text)?.[1] ?? 'ohne Kennung',
  );
  return [...missing].map(([urn, found]) => ({
    schluessel: `codeliste ${urn}`,
    art: 'codeliste',
    fimId: found[0]?.fimId ?? '',
    titel: `Codeliste ${urn}`,
    text: found[0]?.text ?? '',
    verstanden: 'nicht',
    maschinenregeln: [],
    orte: [...new Set(found.map(({ ort }) => ort))],
  }));
}

/** Each other finding that asks for a decision, once per field. */
export function feldPunkte(befunde: readonly Befund[]): readonly Arbeitspunkt[] {
  const asked = befunde.filter(({ art, gewicht }) => gewicht === 'arbeit' && art !== 'codeliste-fehlt');
  const each = Map.groupBy(asked, ({ art, fimId }) => `${art} ${fimId}`);
  return [...each].map(([schluessel, found]) => ({
    schluessel,
    art: 'feld',
    fimId: found[0]?.fimId ?? '',
    titel: found[0]?.ort.split(' › ').at(-1) ?? schluessel,
    text: found[0]?.text ?? '',
    verstanden: 'nicht',
    maschinenregeln: [],
    orte: [...new Set(found.map(({ ort }) => ort))],
  }));
}
