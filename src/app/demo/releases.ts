import { type EfaDeps, offerOnlinedienst } from '#efa';
import { readLiveOfDienst } from '#efa/fassungen';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { addDays } from '#kernel';
import { actorOf } from '#platform';
import { publishAussehen, saveAussehen } from '#portal';
import { advance, type Lead, planAusrollung, saveMeldung, takeStep, writeNote } from '#releases';
import type { Contexts } from '../contexts.ts';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const dienst = 'kindertagespflege';
const pilot = '05766044';

/** A version half way to its Kommunen, a maintenance window, and a site with a look of its own. Once. */
export async function makeDemoReleases(contexts: Contexts, providerName: string): Promise<void> {
  await makeLook(contexts);
  const { efa } = contexts;
  const anbieter = await efa.anbieterNamed(providerName);
  if (anbieter === null) return;
  const lead = { actor, anbieter };
  // A demo that was made earlier may have no pilot: it stays as it is.
  const live = await efa.db.withPublic((tx) => readLiveOfDienst(tx, dienst));
  if (!live.some(({ ags }) => ags === pilot) || !(await offerNext(efa, lead))) return;
  await rollOut(contexts, lead);
  await announce(contexts, lead);
}

/** Offers the shipped service again with one more hint and question; `false` where the demo has done so before. */
async function offerNext(efa: EfaDeps, lead: Lead): Promise<boolean> {
  const shipped = (await efa.onlinedienste()).find(({ id }) => id === dienst);
  if (shipped === undefined || shipped.version !== 1) return false;
  const offered = await offerOnlinedienst(
    { ...efa, onlinedienste: async () => [nextOf(shipped)] },
    lead,
    dienst,
  );
  return offered.ok && offered.value.neu;
}

function nextOf({ definition, form }: Onlinedienst): Onlinedienst {
  const { pages, ...formular } = form.definition;
  const question = {
    type: 'text',
    id: 'erreichbarkeit',
    label: 'Wann erreichen wir Sie am besten?',
    required: false,
    maxLength: 200,
  };
  const asked = pages.map((page) =>
    page.id === 'person' ? { ...page, fields: [...page.fields, question] } : page,
  );
  const parsed = parseOnlinedienst(
    JSON.stringify({ ...definition, version: 2 }),
    JSON.stringify({ ...formular, version: 2, pages: asked }),
  );
  return need(parsed);
}

/** The pilot has it, the others wait for their day. */
async function rollOut({ releases }: Contexts, lead: Lead): Promise<void> {
  const today = releases.clock.today();
  need(
    await writeNote(releases, lead, {
      ...{ dienst, fassung: '2', sicherheit: false, festhaltenBis: '' },
      text: 'Eltern und Tagespflegepersonen können jetzt sagen, wann sie am besten zu erreichen sind. Das Jugendamt muss seltener ein zweites Mal anrufen (erfunden).',
    }),
  );
  const { id } = need(
    await planAusrollung(releases, lead, {
      ...{ dienst, fassung: '2', wellen: [] },
      pilot: { name: 'Pilotkommunen', ab: today, kommunen: [pilot] },
      alleAb: addDays(today, 7),
    }),
  );
  need(await takeStep(releases, lead, { dienst, schritt: 'beginnen', version: 1, grund: '' }));
  // On the spot: the worker, which is not there yet, will find it done.
  await advance(releases, lead.anbieter.tenant, id);
}

async function announce({ releases }: Contexts, lead: Lead): Promise<void> {
  const tag = addDays(releases.clock.today(), 3);
  need(
    await saveMeldung(releases, lead, {
      ...{ id: null, fassung: 0, art: 'wartung', sichtbarAb: '', dienste: [dienst], kommunen: [] },
      titel: 'Wartung von „Kindertagespflege“ (erfunden)',
      text: 'In dieser Zeit ist der Onlinedienst nicht erreichbar.',
      ...{ vonTag: tag, vonZeit: '22:00', bisTag: tag, bisZeit: '23:30' },
    }),
  );
}

// An emblem drawn for this demo: a shield with a river and three leaves. It is nobody's Wappen.
const emblem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56"><path fill="#1f5c4d" d="M2 2h44v28c0 13-10 20-22 24C12 50 2 43 2 30z"/><path fill="#f4f1e6" d="M2 30c7-5 15-5 22 0s15 5 22 0v6c-7 5-15 5-22 0s-15-5-22 0z"/><path fill="#e3b341" d="M12 10c6 1 8 5 7 11-6-1-8-5-7-11zM36 10c-6 1-8 5-7 11 6-1 8-5 7-11zM24 6c4 5 4 9 0 13-4-4-4-8 0-13z"/></svg>`;

async function makeLook({ portal }: Contexts): Promise<void> {
  const kommune = await portal.kommuneOf('05766044');
  if (kommune === null) return;
  const editor = { actor, kommune };
  const saved = await saveAussehen(portal, editor, {
    felder: {
      ...{ akzent: '#1f5c4d', akzentDunkel: '', linie: '#8a6d1a', anzeigename: '' },
      impressum: 'Farben und Zeichen dieser Seite sind für die Vorführung erfunden.',
      ...{ datenschutz: '', barrierefreiheit: '' },
    },
    nummer: 0,
    wappen: { bytes: Buffer.from(emblem), scanned: null },
  });
  // Whoever has changed the look already goes on with theirs.
  if (saved.ok) need(await publishAussehen(portal, editor, saved.value.nummer));
}
