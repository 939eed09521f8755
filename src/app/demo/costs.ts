import {
  abrechnungenOf,
  entwerfe,
  gehe,
  type Manager,
  monat,
  type PlanInhalt,
  saveAngaben,
  savePlan,
  stelle,
  uebernimmFertigen,
  veroeffentlichePreis,
} from '#costs';
import { localDate } from '#kernel';
import { actorOf } from '#platform';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const dienst = 'hund-anmelden';
const einwohner = 'einwohner-05';

/** What one Onlinedienst of the demo costs, a bill over its Kommunen, and the price label of the next year. Once. */
export async function makeDemoCosts(
  { costs, efa }: Contexts,
  providerName: string,
  circle: readonly { readonly key: string; readonly name: string }[],
): Promise<void> {
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const manager: Manager = { actor, anbieter };
  if ((await abrechnungenOf(costs, manager)).length > 0) return;
  need(await uebernimmFertigen(costs, manager, einwohner));
  const jahr = Number(costs.clock.today().slice(0, 4));
  const gemeinden = circle.filter(({ key }) => key.length === 8);
  for (const year of [jahr, jahr + 1]) {
    const where = { dienst, jahr: year, art: 'plan' } as const;
    need(await savePlan(costs, manager, { ...where, grundlage: 0, inhalt: planFor(costs, year, gemeinden) }));
  }
  need(await veroeffentlichePreis(costs, manager, { dienst, jahr: jahr + 1, art: 'plan' }));
  const id = need(await entwerfe(costs, manager, { dienst, jahr, art: 'plan' }));
  need(await gehe(costs, manager, id, 'pruefen', 'Geprüft für die Vorführung (erfunden)'));
  need(await stelle(costs, manager, id));
  for (const [kennung, angaben] of Object.entries(rechnungsangaben))
    need(await saveAngaben(costs, manager, { kennung, grundlage: 0, angaben }));
}

/** Invented, but for the check digits; Leitweg-IDs with „ERFUNDEN“ are nobody's. */
const rechnungsangaben = {
  HAUS: {
    ...{ name: 'IT-Verbund Musterland (erfunden)', strasse: 'Musterweg 1', plz: '32657', ort: 'Lemgo' },
    ...{ email: 'rechnungswesen@it-verbund.example', ansprechstelle: 'Rechnungswesen', telefon: '05261 000' },
    ...{ iban: 'DE89370400440532013000', steuernummer: '313/0000/0000', kennnummer: 'L-0001 (erfunden)' },
    ustId: 'DE136695976',
  },
  '05766044': {
    ...{ name: 'Alte Hansestadt Lemgo', strasse: 'Marktplatz 1', plz: '32657', ort: 'Lemgo' },
    ...{ email: 'rechnung@lemgo.example', leitwegId: '05766044-ERFUNDEN-59' },
  },
  '05766020': {
    ...{ name: 'Stadt Detmold', strasse: 'Marktplatz 5', plz: '32756', ort: 'Detmold' },
    ...{ email: 'rechnung@detmold.example', leitwegId: '05766020-ERFUNDEN-61' },
  },
};

function planFor(
  { clock }: Contexts['costs'],
  jahr: number,
  gemeinden: readonly { readonly key: string; readonly name: string }[],
): PlanInhalt {
  const frei = [{ ab: null, regel: 'nicht-steuerbar-2b' }];
  const voll = [{ ab: null, regel: 'regelsatz' }];
  const position = (
    id: string,
    titel: string,
    art: PlanInhalt['positionen'][number]['art'],
    cent: bigint,
    steuer: PlanInhalt['positionen'][number]['steuer'],
    schluessel: string,
  ) => ({ id, titel, art, steuer, schluessel, betrag: { art: 'fest' as const, cent } });
  return {
    titel: 'Hund anmelden (Kosten erfunden)',
    von: monat(`${jahr}-01`),
    bis: monat(`${jahr}-12`),
    positionen: [
      position('betrieb', 'Betrieb im Rechenzentrum', 'a', 1_860_000n, frei, einwohner),
      position('weiterentwicklung', 'Fachliche Weiterentwicklung', 'b', 1_240_000n, frei, 'kombination'),
      position('support', 'Wartung und Support', 'd', 735_050n, voll, 'gleich'),
    ],
    schluessel: [
      { art: 'gleich', id: 'gleich' },
      { art: 'tabelle', id: einwohner, tabelle: einwohner, angepasst: false },
      {
        art: 'kombination',
        id: 'kombination',
        titel: 'Sieben Zehntel nach Einwohnern, drei Zehntel gleich',
        teile: [
          { schluessel: einwohner, gewicht: '0.7' },
          { schluessel: 'gleich', gewicht: '0.3' },
        ],
      },
    ],
    finanzierung: {
      modell: 'eigen',
      titel: 'Alle Teilnehmenden gemeinsam',
      vorab: [],
      schichten: [
        { id: 'alle', titel: 'Alle Teilnehmenden', anteil: '1', gruppen: ['teilnehmende'], schluessel: null },
      ],
    },
    zahler: gemeinden.map(({ key, name }, index) => ({
      kennung: key,
      name,
      gruppen: ['teilnehmende'],
      // One joined during the year, so that the months show.
      ...(index === 1 && jahr <= Number(clock.today().slice(0, 4))
        ? { von: localDate(`${jahr}-07-01`) }
        : {}),
    })),
    uebertraege: [],
    rundung: 'groesster-rest',
    beitritt: 'monatsgenau',
    anbindungCent: 180_000,
    anbindungText: 'Einrichten, Testen und eine Schulung (erfunden).',
  };
}
