import { einordnungOf } from './einordnung.ts';
import type { Knoten } from './knoten.ts';
import type { Pruefung } from './steuerung.ts';
import { nenne } from './verweis.ts';

/** Day, month and year as three numbers must be a day of the calendar; checked at the last of them. */
export function kalenderPruefung(
  tag: Knoten,
  monat: Knoten,
  jahr: Knoten,
  gesteuert: ReadonlySet<Knoten>,
): readonly [Knoten, Pruefung] | null {
  const felder = [tag, monat, jahr];
  const whole = felder.every(
    ({ quelle, ...feld }) =>
      quelle.art === 'feld' &&
      quelle.datentyp.code === 'num_int' &&
      einordnungOf({ quelle, ...feld }, gesteuert) === 'feld',
  );
  if (!whole || jahr.nummer < monat.nummer || jahr.nummer < tag.nummer) return null;
  const [t, m] = [nenne(jahr, tag, gesteuert), nenne(jahr, monat, gesteuert)];
  if (t === null || m === null) return null;
  const j = m.slice(0, m.length - monat.name.length) + jahr.name;
  const schalt = `${j} = div(${j}, 4) * 4 and (${j} != div(${j}, 100) * 100 or ${j} = div(${j}, 400) * 400)`;
  const laenge = `if(${m} = 2, if(${schalt}, 29, 28), if(${m} in [4, 6, 9, 11], 30, 31))`;
  return [
    jahr,
    {
      holds: `not (answered(${t}) and answered(${m})) or ${t} <= ${laenge}`,
      message: 'Diesen Tag gibt es in diesem Monat nicht. Bitte prüfen Sie Tag, Monat und Jahr.',
    },
  ];
}
