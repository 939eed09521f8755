import type { XdfDatenfeld, XdfNachricht, XdfRegel, XdfStruktur } from '#standards/xdatenfelder';

/** One element that two versions of a schema do not have alike. */
export interface Unterschied {
  readonly art: 'neu' | 'geaendert' | 'entfaellt';
  readonly element: 'Schema' | 'Gruppe' | 'Feld' | 'Regel';
  readonly fimId: string;
  readonly bezeichnung: string;
  /** Where it stands in the newer file, in the older one where it is gone. */
  readonly zeile: number;
  readonly aenderungen: readonly {
    readonly feld: string;
    readonly vorher: string;
    readonly nachher: string;
  }[];
}

export interface Vergleich {
  readonly unterschiede: readonly Unterschied[];
  readonly unveraendert: number;
}

interface Steckbrief {
  readonly element: Unterschied['element'];
  readonly bezeichnung: string;
  readonly zeile: number;
  readonly angaben: Readonly<Record<string, string>>;
}

/** What is new, changed or gone from one version of a schema to another; without a former one everything is new. */
export function vergleiche(vorher: XdfNachricht | null, nachher: XdfNachricht): Vergleich {
  const [before, after] = [
    vorher ? steckbriefe(vorher) : new Map<string, Steckbrief>(),
    steckbriefe(nachher),
  ];
  const unterschiede: Unterschied[] = [];
  let unveraendert = 0;
  for (const [fimId, neu] of after) {
    const alt = before.get(fimId);
    const aenderungen = aenderungenOf(alt, neu);
    if (alt && aenderungen.length === 0) unveraendert += 1;
    else
      unterschiede.push(
        unterschiedOf(
          alt ? 'geaendert' : 'neu',
          fimId,
          neu,
          alt ? aenderungen : aenderungen.filter(({ feld }) => wesentlich.has(feld)),
        ),
      );
  }
  for (const [fimId, alt] of before)
    if (!after.has(fimId)) unterschiede.push(unterschiedOf('entfaellt', fimId, alt, []));
  return { unterschiede, unveraendert };
}

function unterschiedOf(
  art: Unterschied['art'],
  fimId: string,
  { element, bezeichnung, zeile }: Steckbrief,
  aenderungen: Unterschied['aenderungen'],
): Unterschied {
  return { art, element, fimId, bezeichnung, zeile, aenderungen };
}

function aenderungenOf(alt: Steckbrief | undefined, neu: Steckbrief): Unterschied['aenderungen'] {
  const names = new Set([...Object.keys(alt?.angaben ?? {}), ...Object.keys(neu.angaben)]);
  return [...names].flatMap((feld) => {
    const [vorher, nachher] = [alt?.angaben[feld] ?? '', neu.angaben[feld] ?? ''];
    return vorher === nachher ? [] : [{ feld, vorher: kurz(vorher), nachher: kurz(nachher) }];
  });
}

/** What tells a new element apart at a glance. */
const wesentlich = new Set(['Datentyp', 'Text', 'Werte', 'Codeliste']);

const kurz = (text: string) => (text.length > 300 ? `${text.slice(0, 300)} …` : text);

const glatt = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

function steckbriefe({ inhalt }: XdfNachricht): ReadonlyMap<string, Steckbrief> {
  const found = new Map<string, Steckbrief>();
  const rules = (regeln: readonly XdfRegel[]) => {
    for (const regel of regeln) found.set(regel.kennung.id, regelbrief(regel));
  };
  const walk = ({ enthaelt }: XdfStruktur): void => {
    rules(enthaelt.regeln);
    found.set(enthaelt.kennung.id, enthaelt.art === 'feld' ? feldbrief(enthaelt) : gruppenbrief(enthaelt));
    if (enthaelt.art === 'gruppe') enthaelt.strukturen.forEach(walk);
  };
  const titel = inhalt.art === 'schema' ? inhalt.bezeichnung : inhalt.bezeichnungEingabe;
  found.set(inhalt.kennung.id, {
    element: inhalt.art === 'schema' ? 'Schema' : 'Gruppe',
    bezeichnung: glatt(titel) || glatt(inhalt.name),
    zeile: inhalt.stelle.zeile,
    angaben: {
      Version: inhalt.kennung.version ?? '',
      Bezeichnung: glatt(titel),
      Handlungsgrundlagen: inhalt.bezuege.map(({ text }) => glatt(text)).join('; '),
      Freigabestatus: inhalt.freigabestatus.code,
      Inhalt: inhaltOf(inhalt.strukturen),
    },
  });
  rules(inhalt.regeln);
  inhalt.strukturen.forEach(walk);
  return found;
}

function inhaltOf(strukturen: readonly XdfStruktur[]): string {
  return strukturen
    .map(({ anzahl, enthaelt }) => `${enthaelt.kennung.id} (${anzahl.min}:${anzahl.max ?? '*'})`)
    .join(', ');
}

function gruppenbrief(gruppe: XdfStruktur['enthaelt'] & { readonly art: 'gruppe' }): Steckbrief {
  return {
    element: 'Gruppe',
    bezeichnung: glatt(gruppe.bezeichnungEingabe) || glatt(gruppe.name),
    zeile: gruppe.stelle.zeile,
    angaben: {
      Version: gruppe.kennung.version ?? '',
      Bezeichnung: glatt(gruppe.bezeichnungEingabe),
      Hilfetext: glatt(gruppe.hilfetextEingabe),
      Inhalt: inhaltOf(gruppe.strukturen),
    },
  };
}

function feldbrief(feld: XdfDatenfeld): Steckbrief {
  const { text: _, ...schranken } = feld.praezisierung ?? { text: '' };
  const grenzen = Object.entries(schranken).flatMap(([name, value]) =>
    value === null ? [] : [`${name} ${value}`],
  );
  return {
    element: 'Feld',
    bezeichnung: glatt(feld.bezeichnungEingabe) || glatt(feld.name),
    zeile: feld.stelle.zeile,
    angaben: {
      Version: feld.kennung.version ?? '',
      Bezeichnung: glatt(feld.bezeichnungEingabe),
      Hilfetext: glatt(feld.hilfetextEingabe),
      Feldart: feld.feldart.code,
      Datentyp: feld.datentyp.code,
      Präzisierung: grenzen.join(', '),
      Inhalt: glatt(feld.inhalt),
      Werte: (feld.werte ?? []).map(({ code, name }) => `${code} ${glatt(name)}`).join('; '),
      Codeliste: [feld.codelisteReferenz?.canonicalIdentification, feld.codelisteReferenz?.version]
        .filter(Boolean)
        .join(' '),
    },
  };
}

function regelbrief(regel: XdfRegel): Steckbrief {
  return {
    element: 'Regel',
    bezeichnung: glatt(regel.name),
    zeile: regel.stelle.zeile,
    angaben: {
      Version: regel.kennung.version ?? '',
      Name: glatt(regel.name),
      Text: glatt(regel.freitextRegel),
      Skript: glatt(regel.skript),
    },
  };
}
