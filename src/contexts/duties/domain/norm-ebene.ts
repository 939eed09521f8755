/** Words of norms that only spread a competence: they say nothing about who regulates the matter itself. */
const competenceOnly = /Zust|Ausführ|\bAG\b|AG[- ]|DVO|Durchführ|OBG|LOG|KrO|\bGO\b|VwVfG|POG|VO\b/;
const landLaw = /NRW|\bNW\b/;
const law = /§|\b[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*\b/;

/**
 * Whose law a rule's norm is, where its text says so beyond doubt: `Kommune` for a Satzung, `Land` where every law it names
 * is one of Nordrhein-Westfalen and one of them more than a competence ordinance. Null where it says neither.
 */
export function ebeneOfNorm(norm: string): 'Land' | 'Kommune' | null {
  if (/Satzung/.test(norm)) return 'Kommune';
  const parts = norm
    .split(/[;,]| i\. ?V\. ?m\. | und /)
    .map((part) => part.split(':')[0] ?? '')
    .filter((part) => law.test(part));
  const land = parts.filter((part) => landLaw.test(part));
  const whole = parts.length > 0 && land.length === parts.length;
  return whole && land.some((part) => !competenceOnly.test(part)) ? 'Land' : null;
}
