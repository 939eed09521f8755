import { formIn } from '#forms';
import type { Result } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import type { Probe, WorkshopDeps } from '../deps.ts';
import { probeUnknown } from '../errors.ts';
import { angebotsprobe } from '../use-cases/angebotsprobe.ts';
import { felder } from './vorschau-felder.ts';
import { formularAntwort, uploadLimit } from './vorschau-formular.ts';
import type { Herkunft } from './vorschau-lauf.ts';

/** A form to be tried before citizens see it, by those who connect it or look at its offer: nothing is kept or sent. */
export function probeRoutes(
  deps: Pick<WorkshopDeps, 'db' | 'clock' | 'onlinedienste' | 'probe'>,
): readonly PageRoute[] {
  return [
    ...tryOut('/anbindungen/:dienst/formular', anbindung, async ({ principal, params }) => {
      const found = await deps.probe(principal, params.dienst ?? '');
      return found ?? { ok: false, refusal: probeUnknown };
    }),
    ...tryOut('/marktplatz/:dienst/formular', angebot, ({ params }) =>
      angebotsprobe(deps, params.dienst ?? ''),
    ),
  ];
}

function anbindung(dienst: string): Herkunft {
  return {
    href: `/anbindungen/${dienst}`,
    label: 'Zurück zur Anbindung',
    krume: { label: 'Anbindungen', href: '/anbindungen' },
    werte: '',
  };
}

function angebot(dienst: string): Herkunft {
  return {
    href: `/marktplatz/${dienst}`,
    label: 'Zurück zum Angebot',
    krume: { label: 'Marktplatz', href: '/marktplatz' },
    werte: ', mit Beispielwerten: Gebühren, Anschriften und Texte einer Kommune sind darin erfunden',
  };
}

function tryOut(
  path: string,
  herkunft: (dienst: string) => Herkunft,
  find: (request: PageRequest) => Promise<Result<Probe>>,
): readonly PageRoute[] {
  const door = { capability: 'workshop.probe', path, access: 'signed-in' } as const;
  const handle = async (request: PageRequest): Promise<PageAnswer> => {
    const found = await find(request);
    if (!found.ok) return refusal(found.refusal);
    const { kommune, dienst, context } = found.value;
    const zurueck = herkunft(encodeURIComponent(request.params.dienst ?? ''));
    return formularAntwort({
      request,
      aktion: `${zurueck.href}/formular`,
      behalten: null,
      zurueck,
      dienst,
      form: formIn(dienst.form, request.form.get(felder.sprache) ?? ''),
      kommune,
      context,
      faelle: [],
    });
  };
  return [
    { ...door, method: 'GET', handle },
    { ...door, method: 'POST', handle, uploadLimit },
  ];
}
