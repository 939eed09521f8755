import { type Leser, nimmElemente, nimmFolge, nimmSatzzeichen, nimmWort, type Wirkung } from './satz.ts';

/** What stands after „dann“; `null` where one word of it is not understood. */
export function liesWirkungen(leser: Leser): readonly Wirkung[] | null {
  const found: Wirkung[] = [];
  do {
    const wirkung = liesWirkung(leser);
    if (wirkung === null) return null;
    found.push(wirkung);
  } while (nimmWort(leser, 'und'));
  return found;
}

function liesWirkung(leser: Leser): Wirkung | null {
  if (nimmWort(leser, 'aktiviere')) return ziele(leser, 'zeigen');
  if (nimmWort(leser, 'deaktiviere')) return ziele(leser, 'verbergen');
  if (nimmWort(leser, 'erscheint', 'erscheinen')) return erscheint(leser);
  if (nimmWort(leser, 'zeige')) return zeige(leser);
  if (nimmWort(leser, 'muss', 'müssen')) return muss(leser);
  return nimmWort(leser, 'darf', 'dürfen') ? darf(leser) : null;
}

function ziele(leser: Leser, art: Wirkung['art']): Wirkung | null {
  const found = nimmElemente(leser, 'und');
  return found.length > 0 ? { art, ziele: found } : null;
}

/** `erscheint X und muss ausgefüllt werden`. */
function erscheint(leser: Leser): Wirkung | null {
  const shown = ziele(leser, 'zeigen');
  if (shown === null) return null;
  const start = leser.at;
  const also = nimmWort(leser, 'und') && nimmWort(leser, 'muss', 'müssen') && fuellen(leser);
  if (!also) leser.at = start;
  return also ? { ...shown, art: 'zeigen' } : shown;
}

function fuellen(leser: Leser): boolean {
  return (
    nimmWort(leser, 'befüllt', 'ausgefüllt', 'angezeigt') !== null &&
    nimmWort(leser, 'sein', 'werden') !== null
  );
}

/** `zeige als Pflicht X an`, `zeige X nicht an`. */
function zeige(leser: Leser): Wirkung | null {
  const pflicht = nimmWort(leser, 'pflicht', 'pflichtfeld') !== null;
  const found = ziele(leser, pflicht ? 'pflicht' : 'zeigen');
  if (found === null) return null;
  if (nimmFolge(leser, 'nicht', 'an')) return pflicht ? null : { ...found, art: 'verbergen' };
  nimmWort(leser, 'an');
  return found;
}

/** `muss X befüllt sein`; what must be shown is not yet a duty. */
function muss(leser: Leser): Wirkung | null {
  const found = ziele(leser, 'pflicht');
  if (found === null) return null;
  if (nimmWort(leser, 'angezeigt'))
    return nimmWort(leser, 'sein', 'werden') ? { ...found, art: 'zeigen' } : null;
  return fuellen(leser) ? found : null;
}

/** `darf X nicht befüllt sein`; „darf nicht leer sein“ is a duty. */
function darf(leser: Leser): Wirkung | null {
  const found = ziele(leser, 'verbergen');
  if (found === null || !nimmWort(leser, 'nicht')) return null;
  const leer = nimmWort(leser, 'leer') !== null;
  if (!leer && !nimmWort(leser, 'befüllt', 'ausgefüllt', 'angezeigt')) return null;
  if (!nimmWort(leser, 'sein', 'werden')) return null;
  return leer ? { ...found, art: 'pflicht' } : found;
}

/** `, SONST …`. */
export function liesSonst(leser: Leser): readonly Wirkung[] | null {
  const start = leser.at;
  nimmSatzzeichen(leser, ',');
  if (nimmWort(leser, 'sonst', 'ansonsten')) return liesWirkungen(leser);
  leser.at = start;
  return [];
}
