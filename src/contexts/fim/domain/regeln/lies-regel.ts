import { liesBedingung } from './bedingung.ts';
import {
  amEnde,
  type Leser,
  leserVon,
  nimmElemente,
  nimmFolge,
  nimmSatzzeichen,
  nimmWort,
  type Satz,
} from './satz.ts';
import { liesSonst, liesWirkungen } from './wirkung.ts';
import { zeichenVon } from './zeichen.ts';

/**
 * What a free-text rule says, sentence by sentence, or `null` where one word of it is not understood: a rule that was
 * understood in part would be a wrong rule. `namen` gives the names that an element has in the schema.
 */
export function liesRegel(text: string, namen: (id: string) => readonly string[]): readonly Satz[] | null {
  const zeichen = zeichenVon(text, namen);
  if (zeichen === null) return null;
  const leser = leserVon(zeichen);
  const saetze: Satz[] = [];
  while (!amEnde(leser)) {
    const satz = liesSatz(leser);
    if (satz === null) return null;
    saetze.push(satz);
    while (nimmSatzzeichen(leser, '.') || nimmSatzzeichen(leser, ','));
  }
  return saetze.length > 0 ? saetze : null;
}

function liesSatz(leser: Leser): Satz | null {
  if (nimmWort(leser, 'es')) return liesForderung(leser);
  if (!nimmWort(leser, 'wenn')) return null;
  const datum = liesKalender(leser);
  if (datum) return datum;
  const bedingung = liesBedingung(leser);
  if (bedingung === null) return null;
  nimmSatzzeichen(leser, ',');
  if (!nimmWort(leser, 'dann')) return null;
  const wirkungen = liesWirkungen(leser);
  const sonst = wirkungen && liesSonst(leser);
  return sonst && { art: 'wenn-dann', bedingung, wirkungen, sonst };
}

/** `Es muss mindestens eines der Felder A, B oder C befüllt sein`; `Es muss entweder A oder B befüllt werden`. */
function liesForderung(leser: Leser): Satz | null {
  if (!nimmWort(leser, 'muss')) return null;
  const either = nimmWort(leser, 'entweder') !== null;
  if (!either && !(nimmWort(leser, 'mindestens') && nimmWort(leser, 'eines', 'ein', 'eine'))) return null;
  const elemente = nimmElemente(leser, 'oder');
  const ends = nimmWort(leser, 'befüllt', 'ausgefüllt') && nimmWort(leser, 'sein', 'werden');
  if (!ends || elemente.length < 2) return null;
  return either ? { art: 'genau-eines', elemente } : { art: 'mindestens-eines', felder: elemente };
}

const kalender =
  'muss validität sich ergebenden kalenderdatums sichergestellt werden . d.h . es muss z.b . 30.02.2019 oder 31.11.1968 verhindert werden , da diese keine korrekten datumsangaben sind'.split(
    ' ',
  );

/** The one sentence on calendar days that the federal editors' parts have. */
function liesKalender(leser: Leser): Satz | null {
  const start = leser.at;
  if (nimmFolge(leser, 'alle', 'drei')) {
    const felder = nimmElemente(leser, 'und');
    const filled = nimmWort(leser, 'befüllt') && nimmWort(leser, 'sind');
    nimmSatzzeichen(leser, ',');
    if (felder.length === 3 && filled && kalender.every((wort) => nimmBeliebig(leser, wort)))
      return { art: 'tag-im-kalender', felder };
  }
  leser.at = start;
  return null;
}

function nimmBeliebig(leser: Leser, wort: string): boolean {
  return /^[.,]$/.test(wort) ? nimmSatzzeichen(leser, wort) : nimmWort(leser, wort) !== null;
}
