// Liest ein Paket (leitwerk/paket@2), prüft es und spielt seine Testfälle nach; geschrieben allein nach docs/paketformat.md.
// Aufruf: node docs/paket-leser.mjs <Paket.json> <Schlüssel.json>
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const own = (object, name) => (object && Object.hasOwn(object, name) ? object[name] : undefined);
const fail = (message) => {
  throw new Error(message);
};

// --- Das Paket: kanonisches JSON, Prüfsummen, Unterschrift ---
const hash = (text, as) => createHash('sha256').update(text, 'utf8').digest(as);
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}
function bytesOf(text) {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : fail('base64url ist nicht eindeutig geschrieben');
}

/** Prüft den Text eines Pakets gegen einen Schlüssel (leitwerk/paketschluessel@1). */
export function openPaket(text, { jwk: { kty, crv, x } }) {
  const paket = JSON.parse(text);
  if (paket.format !== 'leitwerk/paket@2') fail(`Das Format ${paket.format} kennt dieser Leser nicht`);
  if (canonical(paket) !== text) fail('Die Datei ist nicht kanonisch geschrieben');
  const { inhalt, teile, unterschrift } = paket;
  for (const name of new Set([...Object.keys(inhalt.teile), ...Object.keys(teile)])) {
    const part = canonical(own(teile, name) ?? null);
    const entry = { bytes: Buffer.byteLength(part), sha256: hash(part, 'hex') };
    if (canonical(entry) !== canonical(own(inhalt.teile, name) ?? null)) fail(`Verändert: ${name}`);
  }
  if (!unterschrift) fail('Das Paket ist nicht unterschrieben');
  const { alg, kid, typ } = JSON.parse(bytesOf(unterschrift.protected).toString());
  const thumbprint = hash(canonical({ crv, kty, x }), 'base64url');
  if (alg !== 'EdDSA' || typ !== paket.format || kid !== thumbprint) fail('Das ist ein anderer Schlüssel');
  const signed = `${unterschrift.protected}.${Buffer.from(canonical(inhalt)).toString('base64url')}`;
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  if (!verify(null, Buffer.from(signed), key, bytesOf(unterschrift.signature))) fail('Falsche Unterschrift');
  return paket;
}

// --- Ausdrücke: Funktionen der Umgebung {root, rows, entry, params, today}; `undefined` heißt „kein Wert“ ---
const token = /\d{4}-\d\d-\d\d|\d+(?:\.\d+)?|'(?:[^']|'')*'|[A-Za-z_]\w*|<=|>=|!=|\S/g;
const exact = (number) => Math.round(number * 1000) / 1000;
const operators = {
  or: [1, (a, b) => a === true || b === true],
  and: [2, (a, b) => a === true && b === true],
  '=': [4, (a, b) => a === b],
  '!=': [4, (a, b) => a !== b],
  '<': [4, (a, b) => a < b],
  '<=': [4, (a, b) => a <= b],
  '>': [4, (a, b) => a > b],
  '>=': [4, (a, b) => a >= b],
  in: [4, (a, b) => b.includes(a)],
  '+': [5, (a, b) => exact(a + b)],
  '-': [5, (a, b) => exact(a - b)],
  '*': [6, (a, b) => exact(a * b)],
};
function operate(operator, a, b) {
  const [strength, run] = operators[operator];
  if (strength > 2 && (a === undefined || b === undefined)) return strength === 4 ? false : undefined;
  return run(a, b);
}
const takes = (tokens, wanted) => tokens[0] === wanted && tokens.shift() !== undefined;
function list(tokens, end) {
  const items = [];
  for (; !takes(tokens, end); takes(tokens, ',')) items.push(binary(tokens));
  return items;
}
function unary(tokens) {
  if (takes(tokens, '(')) return list(tokens, ')')[0];
  if (takes(tokens, 'not') || tokens[0] === '-') {
    const minus = takes(tokens, '-');
    const inner = binary(tokens, minus ? 7 : 3);
    return (env) => (minus ? operate('-', 0, inner(env)) : inner(env) !== true);
  }
  if (takes(tokens, '[')) {
    const items = list(tokens, ']');
    return (env) => items.map((item) => item(env));
  }
  const text = tokens.shift() ?? fail('Der Ausdruck bricht ab');
  if (/^[A-Za-z_]/.test(text)) return named(tokens, text);
  if (text.startsWith("'")) return () => text.slice(1, -1).replaceAll("''", "'");
  const number = takes(tokens, 'EUR') ? Math.round(Number(text) * 100) : Number(text);
  return () => (text.includes('-') ? text : number);
}
function named(tokens, name) {
  if (name === 'true' || name === 'false') return () => name === 'true';
  if (takes(tokens, '(')) return call(name, list(tokens, ')'));
  const path = [name];
  while (takes(tokens, '.')) path.push(tokens.shift());
  return Object.assign((env) => resolve(env, path).value, { path });
}
function binary(tokens, weakest = 0) {
  let left = unary(tokens);
  while (own(operators, tokens[0])?.[0] > weakest) {
    const operator = tokens.shift();
    const [a, b] = [left, binary(tokens, operators[operator][0])];
    left = (env) => operate(operator, a(env), b(env));
  }
  return left;
}

/** Worauf ein Name zeigt: ein Wert, die Zeilen einer Gruppe oder die einer Tabelle der Parameter. */
function resolve({ params, entry, rows, root, today }, path) {
  const [first, second] = path;
  if (path.length === 1 && first === 'today') return { value: today };
  if (first === 'param') return { value: own(params, second) ?? undefined, entries: own(params, second) };
  if (first === 'entry') return { value: own(entry, second) ?? undefined };
  const names = path.filter((name) => name !== 'row' && name !== 'outer');
  const outwards = path.length - names.length + (first === 'outer' ? 1 : 0);
  const scope = outwards > 0 ? rows.at(-outwards) : root;
  return { value: own(scope?.values, names.join('.')), rows: own(scope?.groups, names[0]) };
}
const each = (env, { path }, visit) => {
  const { rows, entries = [] } = resolve(env, path);
  if (rows) return rows.map((row) => visit({ ...env, rows: [...env.rows, row] }));
  return entries.map((entry) => visit({ ...env, entry }));
};
const readers = {
  answered: (env, [read]) => !['', undefined].includes(read(env)) && read(env).length !== 0,
  default: (env, [read, instead]) => read(env) ?? instead(env),
  if: (env, [test, yes, no]) => (test(env) === true ? yes(env) : no(env)),
  count: (env, [over, test = () => true]) => each(env, over, test).filter((found) => found === true).length,
  any: (env, [over, test]) => each(env, over, test).includes(true),
  lookup: (env, [over, test, read]) =>
    each(env, over, (row) => test(row) === true && { value: read(row) }).find(Boolean)?.value,
};
const iso = (time) => new Date(time).toISOString().slice(0, 10);
const dayOf = (...parts) => {
  const text = parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  return !Number.isNaN(Date.parse(text)) && iso(Date.parse(text)) === text ? text : undefined;
};
const umlauts = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const fold = (street) => {
  const written = street.toLowerCase().replace(/[äöüß]/g, (letter) => umlauts[letter]);
  return written.replace(/[^a-z0-9]+/g, '').replace(/str$/, 'strasse');
};
/** Diese haben keinen Wert, sobald eine ihrer Angaben keinen hat. */
const functions = {
  age: (born, on) => on.slice(0, 4) - born.slice(0, 4) - (on.slice(5) < born.slice(5) ? 1 : 0),
  year: (date) => Number(date.slice(0, 4)),
  month: (date) => Number(date.slice(5, 7)),
  date: dayOf,
  add_days: (date, days) => iso(Date.parse(date) + days * 86_400_000),
  max: (a, b) => (a < b ? b : a),
  street_in: (street, list) => fold(street) !== '' && list.map(fold).includes(fold(street)),
};
function call(name, args) {
  if (own(readers, name)) return (env) => readers[name](env, args);
  const run = own(functions, name) ?? fail(`Die Funktion „${name}“ kennt dieser Leser nicht`);
  return (env) => {
    const values = args.map((arg) => arg(env));
    if (name === 'age' && values.length === 1) values.push(env.today);
    return values.includes(undefined) ? undefined : run(...values);
  };
}
const value = (source, env) => binary(source.match(token))(env);
const holds = (source, env) => source === undefined || value(source, env) === true;

// --- Antworten prüfen: {value, parts} oder {wrong}, wo etwas nicht passt (true oder der Teil der Antwort) ---
const when = (fits, value) => (fits ? { value } : { wrong: true });
const like = (pattern) => (answer) => when(pattern.test(answer), answer);
const isIban = (text) => {
  const digits = [...text.slice(4), ...text.slice(0, 4)]
    .map((letter) => Number.parseInt(letter, 36))
    .join('');
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text) && BigInt(digits) % 97n === 1n;
};
const texts = (answer, { minLength = 1, maxLength = 200, characters, pattern = '[^]*' }) => {
  const fits = answer.length >= minLength && answer.length <= maxLength;
  const digits = characters !== 'digits' || /^\d*$/.test(answer);
  return when(fits && digits && new RegExp(`^(?:${pattern})$`, 'u').test(answer), answer);
};
const kinds = {
  text: texts,
  multiline: (answer, { maxLength = 2000 }) => texts(answer, { maxLength }),
  email: like(/^[^\s@]{1,64}@[^\s@]+\.[a-zäöü]{2,24}$/i),
  phone: (answer) => when(/^\+?\d{4,18}$/.test(answer.replace(/[\s()/.-]/g, '')), answer),
  plate: like(/^[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9]\d{0,3}[EH]?$/),
  iban: (answer) => when(isIban(answer.replaceAll(' ', '').toUpperCase()), answer),
  country: like(/^[A-Z]{2}$/),
  nationality: (answer) => when(/^[A-Z]{2,3}(,[A-Z]{2,3})*$/.test(answer.join()), answer),
  yesno: (answer) => when(typeof answer === 'boolean', answer),
  calculated: (_, { value: source }, env) => ({ value: value(source, env) }),
  declaration: (answer) => ({ value: answer === true ? true : undefined }),
  number: (answer, { min = answer, max = answer, decimals = 0 }) =>
    when(answer >= min && answer <= max && Number(answer.toFixed(decimals)) === answer, answer),
  date: (answer, { from, to }, env) => {
    const [first, last] = [from, to].map((bound) => bound && value(bound, env));
    return when(dayOf(...answer.split('-')) === answer && !(answer < first) && !(answer > last), answer);
  },
  partialDate: (answer) => {
    const [year, month, day] = answer.split('-').map(Number);
    const end = iso(Date.UTC(year, month || 12, 0));
    const [earliest, latest] = day > 0 ? [answer, answer] : [dayOf(year, month || 1, 1), end];
    return { ...when(dayOf(...earliest.split('-')), answer), parts: { year, earliest, latest } };
  },
  address: (answer, { country }) => {
    const abroad = country && answer.country !== 'DE';
    const [number, plz] = abroad ? [/./, /./] : [/^\d/, /^(?!00)\d{5}$/];
    const shapes = { street: /./, number, plz, city: /./ };
    const part = Object.keys(shapes).find((name) => !shapes[name].test(answer[name] ?? ''));
    return part ? { wrong: part } : { value: Object.values(answer).join(' '), parts: answer };
  },
  file: (answer, { types, maxBytes = 10_000_000, maxCount = 1 }) => {
    const fits = ({ type, bytes }) => types.includes(type) && bytes > 0 && bytes <= maxBytes;
    return when(answer.length <= maxCount && answer.every(fits), answer.length);
  },
  choice: (answer, { options }, env) => {
    const { list: name, from, value: column = 'value', condition } = options;
    const entries = name ? env.lists[name].entries : from ? own(env.params, from) : options;
    const fits = (entry) =>
      entry[column] === answer && holds(condition ?? entry.condition, { ...env, entry });
    return when(entries.some(fits), answer);
  },
};

// --- Einen Testfall spielen ---
const scopeOf = ({ rows, root }) => rows.at(-1) ?? root;
const containers = {
  info: () => undefined,
  summary: () => undefined,
  section: ({ fields }, answers, env, at, visible) => visit(fields, answers, env, at, visible),
  group: ({ id, fields, min = 1 }, answers, env, at, visible) => {
    const given = own(answers, id) ?? [];
    const rows = Array.from({ length: visible ? Math.max(given.length, min) : 0 }, (_, index) => {
      const row = { values: {}, groups: {} };
      visit(fields, given[index] ?? {}, { ...env, rows: [...env.rows, row] }, `${at}${id}.${index}.`);
      return row;
    });
    scopeOf(env).groups[id] = rows.slice(0, given.length);
  },
};
function visit(fields, answers, env, at = '', shown = true) {
  for (const field of fields)
    (own(containers, field.type) ?? ask)(field, answers, env, at, shown && holds(field.condition, env));
}
function ask(field, answers, env, at, visible) {
  const { id, type, required = type !== 'calculated', checks = [] } = field;
  if (!visible) return;
  const answer = type === 'calculated' ? null : (own(answers, id) ?? '');
  const check = own(kinds, type) ?? fail(`Die Feldart „${type}“ kennt dieser Leser nicht`);
  const found = answer?.length === 0 ? {} : check(answer, field, env);
  const isMissing = found.value === undefined && !found.wrong && holds(String(required), env);
  const part = typeof found.wrong === 'string' ? `.${found.wrong}` : '';
  if (isMissing || found.wrong) env.problems.push(at + id + part);
  if (found.value === undefined) return;
  const { values } = scopeOf(env);
  values[id] = found.value;
  for (const [name, inner] of Object.entries(found.parts ?? {})) values[`${id}.${name}`] = inner;
  const rules = env.rules.filter((rule) => rule.holds && rule.field === (at + id).replace(/\.\d+/g, ''));
  if (![...checks, ...rules].every((rule) => holds(rule.holds, env))) env.problems.push(at + id);
}
function feeOf({ lines = [] }, env) {
  const amounts = lines.flatMap(({ forEach, condition, amount }) => {
    const rows = forEach ? (env.root.groups[forEach] ?? []) : [null];
    const places = rows.map((row) => ({ ...env, rows: [row] }));
    return places.filter((place) => holds(condition, place)).map((place) => value(amount, place));
  });
  return amounts.includes(undefined) ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Was bei einem Testfall anders kommt, als er verlangt; leer, wenn er besteht. */
function play({ dienst, formular, rules, lists }, { today, parameters: params, answers, expect }) {
  const env = { root: { values: {}, groups: {} }, rows: [], params, today, rules, lists, problems: [] };
  const way = [];
  for (const page of formular.pages) {
    if (way.at(-1)?.exit || !holds(page.condition, env)) continue;
    way.push(page);
    visit(page.fields, answers, env);
  }
  const end = way.at(-1)?.exit ? 'end' : 'summary';
  const concerned = dienst.covers.filter(({ when: test }) => end === 'summary' && holds(test, env));
  const offices = [...new Set(concerned.map(({ office }) => office))].sort();
  const feeCents = feeOf(formular.fee ?? {}, env);
  const came = { pages: way.map(({ id }) => id), end, problems: env.problems.sort(), feeCents, offices };
  const wanted = { ...expect, problems: expect.problems.toSorted(), offices: expect.offices?.toSorted() };
  const differs = (name) => canonical(wanted[name] ?? came[name]) !== canonical(came[name]);
  return Object.keys(came).flatMap((name) => (differs(name) ? `${name}: ${JSON.stringify(came[name])}` : []));
}

/** Spielt alle Testfälle eines geöffneten Pakets: je Fall sein Name und was anders kam. */
export function playPaket({ teile }) {
  const lists = Object.fromEntries(Object.entries(teile).map(([name, part]) => [name.slice(11, -5), part]));
  const rules = teile['regeln.json']?.rules ?? [];
  const service = { dienst: teile['dienst.json'], formular: teile['formular.json'], rules, lists };
  return teile['testfaelle.json'].cases.map((each) => ({ id: each.id, differences: play(service, each) }));
}

if (process.argv[1] === import.meta.filename) {
  const [paket, key] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
  const played = playPaket(openPaket(paket, JSON.parse(key)));
  for (const { id, differences } of played)
    process.stdout.write(`${id}: ${differences.join('; ') || 'besteht'}\n`);
  process.exitCode = played.every(({ differences }) => differences.length === 0) ? 0 : 1;
}
