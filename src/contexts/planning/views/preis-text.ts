import type { Preis } from '../domain/preis.ts';
import { ohnePlatz, type Planungsproblem } from '../domain/problem.ts';
import { dieseZahl, einheitText, hindernisText, quartaleFrueher } from '../messages.ts';

/** A price in a sentence: who would have to yield, and by how much. */
export function preisText(problem: Planungsproblem, preis: Preis): string {
  if (!preis.moeglich) return `Geht nicht: ${hindernisText(problem, preis.hindernis)}`;
  const { weicht } = preis;
  if (weicht.length === 0) return 'Dafür müsste niemand weichen.';
  const named = weicht
    .slice(0, 3)
    .map(({ einheit, von, nach }) => {
      const text = einheitText(problem, einheit);
      if (nach === ohnePlatz) return `${text} (findet keinen Platz mehr)`;
      return von === ohnePlatz ? `${text} (bekommt einen Platz)` : `${text} (${quartaleFrueher(von - nach)})`;
    })
    .join('; ');
  const head = `Dann ${weicht.length === 1 ? 'verschiebt sich' : 'verschieben sich'} ${dieseZahl(weicht.length)}: ${named}`;
  return weicht.length > 3 ? `${head} und ${weicht.length - 3} weitere.` : `${head}.`;
}
