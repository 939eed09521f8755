import { foldGerman } from '#kernel';

/** Host names that belong to the installation and never to a Kommune. */
const reserved = new Set(
  'www api verwaltung suche portal admin mail smtp imap ftp ns autodiscover autoconfig status static assets localhost leitwerk'.split(
    ' ',
  ),
);

/**
 * The host names under which a Kommune's site may stand, best first. They follow from its name and key alone: nobody
 * can take the address of another Kommune.
 */
export function slugsOf(name: string, ags: string): readonly string[] {
  const folded = foldGerman(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const short = folded
    .replace(/^(stadt|gemeinde)-/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  if (!/^[a-z]/.test(short)) return [`kommune-${ags}`];
  return reserved.has(short) ? [`${short}-${ags}`] : [short, `${short}-${ags}`];
}
