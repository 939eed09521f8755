import { einzeilig } from '../text.ts';
import { einordnungOf, istZuTief } from './einordnung.ts';
import { type Entwurf, quelleOf, type Werkbank } from './entwurf.ts';
import { feldEntwurf, hilfe } from './feld.ts';
import { lengthLimits } from './grenzen.ts';
import { bezeichnungOf, type Knoten } from './knoten.ts';
import { eineVon, type Wahl } from './steuerung.ts';

/** Places as parts of a page, in their order, with the questions that rules add. */
export function teileOf(knoten: readonly Knoten[], bank: Werkbank): readonly Entwurf[] {
  return knoten.flatMap((each) => [...wahlVor(each, bank), teilOf(each, bank)]);
}

function teilOf(knoten: Knoten, bank: Werkbank): Entwurf {
  const { quelle } = knoten;
  const art = einordnungOf(knoten, bank.steuerung.gesteuert);
  if (istZuTief(knoten, bank.steuerung.gesteuert))
    bank.befund(
      'tiefe',
      'luecke',
      knoten,
      'Zeilen in Zeilen in Zeilen: Hier fragt das Formular nur einmal, ohne weitere Zeilen.',
    );
  if (quelle.art === 'feld') {
    const feld = feldEntwurf(art === 'zeilen' ? einzeln(knoten) : knoten, quelle, bank);
    return art === 'zeilen' ? zeilen(knoten, [feld], bank) : feld;
  }
  return art === 'zeilen' ? zeilen(knoten, teileOf(knoten.kinder, bank), bank) : abschnitt(knoten, bank);
}

/** A field in rows of its own is asked for once in each; its rule steers the rows. */
function einzeln(knoten: Knoten): Knoten {
  return { ...knoten, anzahl: { min: 1, max: 1 } };
}

function rahmen(knoten: Knoten, bank: Werkbank): Entwurf {
  const erscheint = bank.steuerung.erscheint.get(knoten);
  return {
    id: knoten.quelle.art === 'feld' ? `${knoten.name}zeilen` : knoten.name,
    label: einzeilig(bezeichnungOf(knoten.quelle)),
    ...hilfe(knoten.quelle.art === 'feld' ? null : knoten.quelle.hilfetextEingabe),
    ...(erscheint ? { condition: eineVon(erscheint) } : {}),
    source: quelleOf(knoten, bank.standard),
  };
}

function zeilen(knoten: Knoten, fields: readonly Entwurf[], bank: Werkbank): Entwurf {
  const { min, max } = knoten.anzahl;
  const verlangt = Math.max(min, bank.steuerung.pflicht.has(knoten) ? 1 : 0);
  const most = Math.min(max ?? lengthLimits.zeilen, lengthLimits.zeilen);
  if (max === null || max > lengthLimits.zeilen)
    bank.befund(
      'wiederholung',
      'hinweis',
      knoten,
      `Das Schema kennt kein Ende, das Formular nimmt höchstens ${most} Einträge.`,
    );
  return {
    type: 'group',
    ...rahmen(knoten, bank),
    item: einzeilig(bezeichnungOf(knoten.quelle)).slice(0, 60).trim(),
    min: Math.min(verlangt, most),
    max: most,
    fields: gefuellt(knoten, fields, bank),
  };
}

function abschnitt(knoten: Knoten, bank: Werkbank): Entwurf {
  return {
    type: 'section',
    ...rahmen(knoten, bank),
    fields: gefuellt(knoten, teileOf(knoten.kinder, bank), bank),
  };
}

/** A group without elements asks for nothing; the form says so instead of leaving it out. */
export function gefuellt(knoten: Knoten, fields: readonly Entwurf[], bank: Werkbank): readonly Entwurf[] {
  if (fields.length > 0) return fields;
  bank.befund(
    'ohne-inhalt',
    'arbeit',
    knoten,
    'Die Gruppe hat keine Elemente. Bitte ergänzen Sie, was gefragt wird.',
  );
  return [{ type: 'info', id: `${knoten.name}leer`, label: einzeilig(bezeichnungOf(knoten.quelle)) }];
}

/** The question which one of several elements somebody wants to fill in, before the first of them. */
export function wahlVor(knoten: Knoten, { steuerung, standard }: Werkbank): readonly Entwurf[] {
  const wahlen = steuerung.wahlen.filter(({ elemente }) => elemente[0] === knoten);
  return wahlen.map((wahl: Wahl) => ({
    type: 'choice',
    id: wahl.name,
    label: 'Was möchten Sie angeben?',
    options: wahl.elemente.map(({ name, quelle }) => ({
      value: name,
      label: einzeilig(bezeichnungOf(quelle)),
    })),
    source: { standard, id: wahl.regelId },
  }));
}
