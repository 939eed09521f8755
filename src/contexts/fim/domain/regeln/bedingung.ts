import {
  type Bedingung,
  type Leser,
  nimmElement,
  nimmFolge,
  nimmSatzzeichen,
  nimmWort,
  type Vergleichswert,
} from './satz.ts';

/** What stands between „wenn“ and „dann“; `null` where one word of it is not understood. */
export function liesBedingung(leser: Leser): Bedingung | null {
  const feld = nimmElement(leser);
  if (feld === null) return null;
  if (nimmFolge(leser, 'nicht', 'leer') || nimmWort(leser, 'befüllt', 'ausgefüllt')) {
    nimmWort(leser, 'ist');
    return { art: 'beantwortet', feld };
  }
  const gleich = nimmVergleich(leser);
  if (gleich === null) return null;
  const werte = nimmWerte(leser, gleich);
  return werte && { art: gleich ? 'einer-von' : 'keiner-von', feld, werte };
}

function nimmVergleich(leser: Leser): boolean | null {
  const next = leser.zeichen[leser.at];
  if (next?.art !== 'vergleich') return null;
  leser.at += 1;
  return next.gleich;
}

/** `001 "…" ODER = 005 "…"`, `(A "…" ODER B "…")`; of „ungleich“ the values are joined by „und“. */
function nimmWerte(leser: Leser, gleich: boolean): readonly Vergleichswert[] | null {
  const klammer = nimmSatzzeichen(leser, '(');
  const werte: Vergleichswert[] = [];
  do {
    const again = werte.length > 0 ? nimmVergleich(leser) : null;
    if (again !== null && again !== gleich) return null;
    const wert = nimmWert(leser);
    if (wert === null) return null;
    werte.push(wert);
  } while (nimmWort(leser, gleich ? 'oder' : 'und'));
  if (klammer && !nimmSatzzeichen(leser, ')')) return null;
  return werte;
}

const codeWort = /^[A-Za-z0-9][A-Za-z0-9_-]{0,19}$/;

function nimmWert(leser: Leser): Vergleichswert | null {
  const next = leser.zeichen[leser.at];
  if (next?.art === 'text') {
    leser.at += 1;
    return { code: null, label: next.text };
  }
  if (next?.art !== 'wort' || !codeWort.test(next.wort)) return null;
  leser.at += 1;
  const label = leser.zeichen[leser.at];
  if (label?.art !== 'text') return { code: next.wort, label: null };
  leser.at += 1;
  return { code: next.wort, label: label.text };
}
