import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PageAnswer, PageRequest, Principal, Upload } from '#platform';
import { surveysCommands } from '../cli.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import {
  answered,
  codeOf,
  dreiPflichten,
  opened,
  openSurveysWorld,
  type SurveysWorld,
  valueIn,
} from '../testing/surveys-world.ts';
import { surveysOperations } from './operations.ts';
import { surveysPages } from './pages.ts';

function request(path: string, principal: Principal, change: Partial<PageRequest>): PageRequest {
  return {
    method: 'GET',
    path,
    params: {},
    query: new URLSearchParams(),
    form: new URLSearchParams(),
    uploads: new Map(),
    principal,
    csrfToken: 'token',
    clientAddress: '127.0.0.1',
    userAgent: 'test',
    cookies: new Map(),
    origin: 'http://verwaltung.localhost',
    ...change,
  };
}

interface Sent {
  readonly params?: Record<string, string>;
  readonly query?: string;
  readonly form?: URLSearchParams | Record<string, string>;
  readonly datei?: Buffer;
}

describe('the doors of the Bedarfsabfragen', () => {
  let world: SurveysWorld;
  let umfrage: Umfrage;
  let a: string;
  let b: string;
  let c: string;
  before(async () => {
    world = await openSurveysWorld();
    [a, b, c] = await dreiPflichten(world);
    umfrage = await opened(world, { fragen: [{ id: 'was', text: 'Was noch?', art: 'text', optionen: [] }] });
  });
  after(() => world[Symbol.asyncDispose]());

  async function page(
    principal: Principal,
    route: string,
    { params = {}, query = '', form, datei }: Sent = {},
  ): Promise<PageAnswer> {
    const method = form === undefined && datei === undefined ? 'GET' : 'POST';
    const found = surveysPages(world.deps).find((one) => one.path === route && one.method === method);
    assert.ok(found, `${method} ${route}`);
    const upload: Upload | undefined = datei && {
      fileName: 'antworten.csv',
      bytes: datei.length,
      scanned: null,
      open: async function* () {
        yield datei;
      },
    };
    return found.handle(
      request(route, principal, {
        method,
        params,
        query: new URLSearchParams(query),
        form: new URLSearchParams(form ?? {}),
        uploads: new Map(upload ? [['datei', [upload]]] : []),
      }),
    );
  }

  async function html(answer: PageAnswer): Promise<string> {
    assert.equal(answer.kind, 'page', JSON.stringify(answer));
    return String(await (answer.kind === 'page' ? answer.content.main : ''));
  }

  async function api(principal: Principal, name: string, input: { params?: object; body?: object } = {}) {
    const [method, path] = name.split(' ');
    const found = surveysOperations(world.deps).find((one) => one.method === method && one.path === path);
    assert.ok(found, name);
    const { params = {}, body } = input;
    return found.invoke({ params, query: {}, body, principal, clientAddress: '127.0.0.1' });
  }

  const id = () => ({ id: umfrage.id });

  test('without script: a page is saved by its button, what cannot be stands again as it was typed', async () => {
    const { koordination } = world.lemgo;
    const shown = await html(await page(koordination, '/bedarf/:id/antworten', { params: id() }));
    for (const each of [a, b, c]) assert.match(shown, new RegExp(`name="${each}.bedarf"`));
    const fields = (typed: Record<string, string>) => {
      const form = new URLSearchParams({ wahl: 'modus=alle' });
      for (const each of [a, b, c]) {
        form.append('zeile', each);
        form.append(`${each}.grundlage`, '0');
        form.append(`${each}.gelesen`, '{}');
      }
      for (const [name, text] of Object.entries(typed)) form.append(name, text);
      return form;
    };
    const typed = { [`${a}.bedarf`]: 'ja', [`${b}.bedarf`]: 'ja', [`${b}.fallzahl`]: 'viele <b>' };
    const refused = await page(koordination, '/bedarf/:id/antworten', { params: id(), form: fields(typed) });
    assert.ok(refused.kind === 'page' && refused.status === 422);
    const again = await html(refused);
    assert.match(again, /viele &lt;b&gt;/);
    assert.match(again, /eine ganze Zahl/);
    const answers = valueIn(await api(koordination, 'get /bedarfsabfragen/{id}/antworten', { params: id() }));
    const lines = (answers as { leistungen: { leistung: string; felder: object; fassung: number }[] })
      .leistungen;
    assert.deepEqual(lines.find(({ leistung }) => leistung === a)?.felder, { bedarf: 'ja' });
    assert.equal(lines.find(({ leistung }) => leistung === b)?.fassung, 0);
  });

  test('while somebody types the script gets told what stands, also when two type at once', async () => {
    const { koordination } = world.detmold;
    const save = async (form: Record<string, string>) => {
      const params = { ...id(), leistung: a };
      const answer = await page(koordination, '/bedarf/:id/antwort/:leistung', { params, form });
      assert.ok(answer.kind === 'json');
      return answer.body as {
        ok: boolean;
        fassung?: number;
        gelesen?: object;
        konflikt?: boolean;
        text: string;
      };
    };
    const first = { [`${a}.grundlage`]: '0', [`${a}.gelesen`]: '{}', [`${a}.bedarf`]: 'ja' };
    const one = await save(first);
    assert.deepEqual([one.ok, one.fassung, one.konflikt], [true, 1, false]);
    const two = await save({ ...first, [`${a}.bedarf`]: 'nein', [`${a}.bemerkung`]: 'Später.' });
    assert.deepEqual([two.ok, two.fassung, two.konflikt], [true, 2, true]);
    assert.match(two.text, /Jemand anderes schrieb „ja“/);
    assert.deepEqual(two.gelesen, { bedarf: 'ja', bemerkung: 'Später.' });
    const wrong = await save({ ...first, [`${a}.wunschquartal`]: 'bald' });
    assert.deepEqual([wrong.ok, wrong.fassung], [false, undefined]);
    assert.match(await html(await page(koordination, '/bedarf/:id', { params: id() })), /Verwahrte Eingaben/);
  });

  test('a table that leaves comes back without loss, and tells what is wrong row by row', async () => {
    const { koordination } = world.blomberg;
    await answered(world, koordination, umfrage, a, {
      bedarf: 'spaeter',
      wunschquartal: '2027-Q2',
      fallzahl: '1234',
      vorarbeit: 'begonnen',
      bemerkung: '=2+2; "Zitat"\nzweite Zeile',
      'frei.was': 'ein, zwei',
    });
    for (const ending of ['csv', 'xlsx'] as const) {
      const file = await page(koordination, `/bedarf/:id/antworten.${ending}`, { params: id() });
      assert.ok(file.kind === 'download');
      const bytes = Buffer.from(await new Response(file.body).arrayBuffer());
      const sent = await page(koordination, '/bedarf/:id/einlesen', { params: id(), datei: bytes });
      assert.ok(sent.kind === 'redirect', JSON.stringify(sent));
      const einlesung = sent.to.split('/').at(-1) ?? '';
      const preview = await html(
        await page(koordination, '/bedarf/:id/einlesen/:einlesung', { params: { ...id(), einlesung } }),
      );
      assert.doesNotMatch(preview, /fehlerhaft[^<]*<\/[^>]+>[^<]*<[^>]+>[1-9]/);
      const rows = valueIn(
        await api(koordination, 'post /bedarfsabfragen/{id}/einlesungen', {
          params: id(),
          body: { name: `a.${ending}`, base64: bytes.toString('base64') },
        }),
      ) as { zeilen: { art: string; leistung: string; fehler: string[] }[] };
      assert.deepEqual(
        rows.zeilen.filter(({ art }) => art !== 'unveraendert'),
        [],
        ending,
      );
    }
    const table = `Nummer;Bedarf;Fassung\n${a};ja;1\n${b};nein;0\n${c};vielleicht;0\nL99999;ja;0\n${a};ja;0\n`;
    const base64 = Buffer.from(table).toString('base64');
    const post = 'post /bedarfsabfragen/{id}/einlesungen';
    const body = { name: 'a.csv', base64, uebernehmen: true };
    const taken = valueIn(await api(koordination, post, { params: id(), body })) as {
      zeilen: { art: string }[];
    };
    assert.deepEqual(
      taken.zeilen.map(({ art }) => art),
      ['geaendert', 'neu', 'fehler', 'fehler', 'fehler'],
    );
    const empty = { name: 'a.csv', base64: Buffer.from('A;B\n1;2\n').toString('base64') };
    assert.equal(
      codeOf(await api(koordination, post, { params: id(), body: empty })),
      'SURVEYS_TABLE_INVALID',
    );
  });

  test('nobody reads what is not theirs', async () => {
    const { koordination, leitung } = world.lemgo;
    const auswertung = await page(koordination, '/bedarf/:id/auswertung', { params: id() });
    assert.ok(auswertung.kind === 'refusal' && auswertung.refusal.code === 'SURVEYS_NOT_ALLOWED');
    const bogen = await page(world.lead, '/bedarf/:id/antworten', { params: id() });
    assert.ok(bogen.kind === 'refusal');
    assert.equal(
      codeOf(
        await api(leitung, 'put /bedarfsabfragen/{id}/antworten/{leistung}', {
          params: { ...id(), leistung: a },
          body: { grundlage: 0, felder: { bedarf: 'ja' } },
        }),
      ),
      'SURVEYS_NOT_ALLOWED',
    );
    assert.equal((await page(world.lead, '/bedarf/:id', { params: { id: 'unsinn' } })).kind, 'refusal');
  });

  test('a house runs its survey by pages: a draft with what is wrong, steps, live numbers, the published result', async () => {
    const bad = await page(world.lead, '/bedarf/neu', { form: { titel: 'x', frist: 'bald' } });
    assert.ok(bad.kind === 'page' && bad.status === 422);
    const form = new URLSearchParams({
      titel: 'Zweite',
      frist: '2026-12-20',
      quorum: '0',
      frage0: 'Warum?',
      nurPflichten: 'ja',
    });
    form.append('liste', `${a} ${b}`);
    form.append('zusatz', 'fallzahl');
    const made = await page(world.lead, '/bedarf/neu', { form });
    assert.ok(made.kind === 'redirect', JSON.stringify(made));
    const params = { id: /\/bedarf\/([0-9a-f-]{36})/.exec(made.to)?.[1] ?? '' };
    const edit = await page(world.lead, '/bedarf/:id/bearbeiten', { params });
    assert.match(await html(edit), /Warum\?/);
    const step = (art: string, fassung: string, more: Record<string, string> = {}) =>
      page(world.lead, '/bedarf/:id/schritt', { params, form: { art, fassung, ...more } });
    assert.equal((await step('oeffnen', '1')).kind, 'redirect');
    const twice = await step('oeffnen', '1');
    assert.ok(twice.kind === 'page' && twice.status === 409, 'a step that is sent twice');
    const live = await page(world.lead, '/bedarf/:id/beteiligung', { params });
    assert.ok(live.kind === 'json');
    assert.match(JSON.stringify(live.body), /0 von 3 Kommunen haben geantwortet/);
    const silent = await step('zurueck', '2');
    assert.ok(silent.kind === 'page' && silent.status === 422);
    assert.match(await html(silent), /Bitte sagen Sie in einem Satz, warum/);
    for (const [art, fassung] of [
      ['schliessen', '2'],
      ['auswerten', '3'],
      ['veroeffentlichen', '4'],
    ] as const)
      assert.equal((await step(art, fassung)).kind, 'redirect', art);
    const result = await page(world.blomberg.koordination, '/bedarf/:id/ergebnis', { params });
    assert.match(await html(result), /0 von 3/);
    for (const path of ['/bedarf.csv', '/bedarf/:id/auswertung.xlsx', '/bedarf/:id/ergebnis.csv'])
      assert.equal((await page(world.lead, path, { params })).kind, 'download', path);
  });

  test('the command line does the same', async () => {
    const operator = { ...world.lead, kind: 'betreiber', tenant: null } as const;
    const run = async (name: string, positionals: string[], values: Record<string, string> = {}) => {
      const command = surveysCommands(world.deps).find((each) => each.name === name);
      assert.ok(command, name);
      return command.run({
        positionals,
        values: { organisation: 'Lemgo', ...values },
        principal: operator,
        say: () => {},
      });
    };
    assert.match(valueIn(await run('bedarf', [])).text, /Runde 2026/);
    const said = await run('bedarf answer', [umfrage.id, c, 'bedarf=ja', 'bemerkung=per Befehl']);
    assert.match(valueIn(said).text, /steht in Fassung 1/);
    assert.match(valueIn(await run('bedarf answers', [umfrage.id])).text, /2 von 3/);
    const house = { organisation: 'IT-Verbund' };
    assert.match(
      valueIn(await run('bedarf participation', [umfrage.id], house)).text,
      /Blomberg: teilt nicht/,
    );
    assert.match(valueIn(await run('bedarf leistung', [umfrage.id, a], house)).text, /\w/);
    assert.equal(codeOf(await run('bedarf', [], { organisation: '' })), 'COMMAND_USAGE');
  });
});
