import assert from 'node:assert/strict';
import type { PageState, PageTemplates } from './page-templates.ts';
import type { People } from './page-world.ts';

/** Questions in the states that their pages know. */
export type DiscussionWorld = Readonly<Record<'open' | 'answered' | 'published', string>>;

const long = `Donaudampfschifffahrtsgesellschaftskapitänsmütze ${'und noch ein langer Satz dazu, '.repeat(12)}

https://example.invalid/${'sehr-langer-pfad/'.repeat(12)}`;

/** Asks as Lemgo and answers as its IT-Dienstleister, as both would by hand. */
export async function furnishDiscussion(people: People): Promise<DiscussionWorld> {
  const ask = async (zu: string, betreff: string): Promise<string> => {
    const asked = await people.lemgo.post('/rueckfragen/neu', {
      zu,
      adressat: 'dienstleister',
      betreff,
      text: long,
    });
    const [, id] = /^\/rueckfragen\/([0-9a-f-]{36})/.exec(asked.headers.location ?? '') ?? [];
    assert.ok(id, String(asked.headers.location));
    return id;
  };
  const lead = people['ozg-leitung'];
  const answer = (id: string) => lead.post(`/rueckfragen/${id}/beitraege`, { art: 'antwort', text: long });
  const open = await ask('pflicht:05766044/L02950', 'Wer nimmt in Lemgo die Hundesteuer an?');
  const answered = await ask('regel:wohngeld', `Gilt die Regel auch ${'für uns und '.repeat(12)}alle?`);
  const published = await ask('leistung:L02950', 'Gibt es dafür einen Onlinedienst?');
  await answer(answered);
  await answer(published);
  await people.lemgo.post(`/rueckfragen/${published}/beitraege/1`, { text: `Genauer: ${long}` });
  await lead.post(`/rueckfragen/${published}/veroeffentlichen`, {
    frage: 'Gibt es einen Onlinedienst?',
    antwort: long,
  });
  return { open, answered, published };
}

/** The pages of the questions. */
export function discussionTemplates({ open, answered, published }: DiscussionWorld): PageTemplates {
  const as = 'lemgo';
  const unknownId = '00000000-0000-4000-8000-000000000009';
  const list: PageState[] = ['', '?suche=gibtesnichtxyz', '?seite=-1&sortierung=unsinn', '?anzahl=100'].map(
    (query) => ({ name: query || 'filled', address: `/rueckfragen${query}`, as }),
  );
  return {
    '/rueckfragen': [
      ...list,
      { name: 'of a record', address: '/rueckfragen?zu=leistung%3AL02950', as },
      { name: 'empty', address: '/rueckfragen', as: 'detmold' },
      { name: 'unread', address: '/rueckfragen', as: 'ozg-leitung' },
    ],
    '/rueckfragen/antworten': [
      { name: 'long', address: '/rueckfragen/antworten', as: 'detmold' },
      { name: 'empty', address: '/rueckfragen/antworten', as: 'betrieb' },
    ],
    '/rueckfragen/neu': [
      { name: 'empty', address: '/rueckfragen/neu?zu=leistung%3AL02950', as },
      { name: 'provider', address: '/rueckfragen/neu?zu=pflicht%3A05766044%2FL02950', as: 'ozg-leitung' },
      {
        name: 'error',
        address: '/rueckfragen/neu?zu=leistung%3AL02950',
        as,
        press: 'Rückfrage stellen',
        status: 422,
      },
      { name: 'about nothing', address: '/rueckfragen/neu', as, status: 404 },
      { name: 'forbidden', address: '/rueckfragen/neu', as: 'lemgo-admin', status: 403 },
    ],
    '/rueckfragen/:id': [
      { name: 'open', address: `/rueckfragen/${open}`, as },
      { name: 'to answer', address: `/rueckfragen/${open}`, as: 'ozg-leitung' },
      { name: 'reading only', address: `/rueckfragen/${open}`, as: 'lemgo-admin' },
      { name: 'long', address: `/rueckfragen/${published}`, as: 'ozg-leitung' },
      { name: 'answered', address: `/rueckfragen/${answered}`, as },
      { name: 'error', address: `/rueckfragen/${open}`, as, press: 'Antworten', status: 422 },
      { name: 'unknown', address: `/rueckfragen/${unknownId}`, as, status: 404 },
      { name: 'not theirs', address: `/rueckfragen/${open}`, as: 'detmold', status: 404 },
    ],
    '/rueckfragen/:id/veroeffentlichen': [
      { name: 'filled', address: `/rueckfragen/${answered}/veroeffentlichen`, as: 'ozg-leitung' },
      {
        name: 'not answered',
        address: `/rueckfragen/${open}/veroeffentlichen`,
        as: 'ozg-leitung',
        status: 409,
      },
      { name: 'not theirs', address: `/rueckfragen/${answered}/veroeffentlichen`, as, status: 403 },
      {
        name: 'error',
        address: `/rueckfragen/${answered}/veroeffentlichen`,
        as: 'ozg-leitung',
        fill: { 'Die Antwort für alle': '' },
        press: 'Für alle veröffentlichen',
        status: 422,
      },
    ],
    '/rueckfragen/:id/beitraege/:nr': [
      { name: 'filled', address: `/rueckfragen/${open}/beitraege/1`, as },
      {
        name: 'error',
        address: `/rueckfragen/${open}/beitraege/1`,
        as,
        press: 'Änderung speichern',
        status: 422,
      },
      { name: 'not theirs', address: `/rueckfragen/${open}/beitraege/1`, as: 'ozg-leitung', status: 403 },
    ],
  };
}
