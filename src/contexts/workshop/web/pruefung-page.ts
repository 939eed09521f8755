import { html } from 'hono/html';
import { numberIn, type PageAnswer, type PageRoute, page } from '#platform';
import { alert, type Html, section, textLink } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { bestaetige } from '../use-cases/bestaetige.ts';
import { hindernisse, type Pruefstand, pruefung } from '../use-cases/pruefstand.ts';
import { adresse, entwurfSeite, getan, type Offen, orRefusal, route, withEntwurf } from './answers.ts';
import { befundTabelle, type Geprueft } from './befund-tabelle.ts';

/** Everything that is wrong or could be better with a draft. */
export function pruefungRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.check', '/:dienst/pruefung', (request) => withEntwurf(deps, request, show)),
    route('POST', 'workshop.edit', '/:dienst/bestaetigen', (request) => withEntwurf(deps, request, confirm)),
  ];
}

async function show(offen: Offen): Promise<PageAnswer> {
  const { deps, entwurf } = offen;
  const stand = await pruefung(deps, entwurf.dokumente);
  const main = html`${urteil(stand)}${befunde({ offen, dokumente: entwurf.dokumente, aenderbar: true }, stand)}${section(
    'Testfälle',
    html`<p class="kern-body">${stand.durchlauf === null ? 'Die Testfälle laufen erst, wenn die Fehler behoben sind.' : textLink(adresse(entwurf.dienst, 'testfaelle'), testWort(stand.durchlauf.ergebnisse))}</p>`,
    { id: 'testfaelle' },
  )}`;
  return page(entwurfSeite(offen, 'pruefung', { title: 'Prüfung', main, wide: true }));
}

async function confirm(offen: Offen): Promise<PageAnswer> {
  const { deps, autor, entwurf, request } = offen;
  const { form: sent } = request;
  const done = await bestaetige(deps, autor, entwurf.dienst, {
    dokument: sent.get('dokument') === 'formular' ? 'formular' : 'dienst',
    stelle: sent.get('stelle') ?? '',
    grundlage: numberIn(sent.get('grundlage')),
  });
  return orRefusal(done, () => getan(adresse(entwurf.dienst, 'pruefung'), 'bestaetigt'));
}

/** Whether a state can be published, in one sentence. */
export function urteil(stand: Pruefstand): Html {
  const stops = hindernisse(stand).length;
  return stops === 0
    ? alert({ kind: 'success', title: 'Der Entwurf kann veröffentlicht werden.' })
    : alert({ kind: 'danger', title: hindernisWort(stops) });
}

export function hindernisWort(stops: number): string {
  return stops === 1
    ? 'Eine Stelle verhindert die Veröffentlichung.'
    : `${stops} Stellen verhindern die Veröffentlichung.`;
}

/** Errors, texts that nobody has written yet, and hints: each under a heading of its own. */
export function befunde(geprueft: Geprueft, { befunde: all }: Pruefstand): Html {
  const offen = all.filter(({ art }) => art === 'Platzhalter');
  const rest = all.filter(({ art }) => art !== 'Platzhalter');
  const errors = rest.filter(({ schwere }) => schwere === 'fehler');
  const hints = rest.filter(({ schwere }) => schwere === 'hinweis');
  const texts =
    offen.length === 0
      ? ''
      : section('Noch zu schreiben oder zu bestätigen', befundTabelle(geprueft, offen, 'Platzhalter'), {
          id: 'platzhalter',
          lead: 'Diese Texte hat noch niemand geprüft. Solange sie so dastehen, lässt sich nichts veröffentlichen.',
        });
  // Whoever mends sees that nothing was found, too; whoever only decides need not.
  const shown = (found: readonly unknown[]) => geprueft.aenderbar || found.length > 0;
  return html`${shown(errors) ? section('Fehler', befundTabelle(geprueft, errors, 'Fehler'), { id: 'fehlerliste' }) : ''}${texts}${shown(hints) ? section('Hinweise', befundTabelle(geprueft, hints, 'Hinweise'), { id: 'hinweise' }) : ''}`;
}

export function testWort(results: readonly { readonly bestanden: boolean }[]): string {
  if (results.length === 0) return 'Noch kein Testfall';
  const failed = results.filter(({ bestanden }) => !bestanden).length;
  if (results.length === 1) return `Der Testfall ist ${failed === 0 ? 'bestanden' : 'nicht bestanden'}`;
  return failed === 0
    ? `Alle ${results.length} Testfälle bestanden`
    : `${failed} von ${results.length} Testfällen nicht bestanden`;
}
