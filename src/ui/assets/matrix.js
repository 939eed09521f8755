// A matrix is a plain form. With script it is filled like a sheet; its answer replaces it, so nothing typed is lost.
const history = { done: [], undone: [] };
const last = new WeakMap();
let editing = null;

const matrixOf = (node) => (node instanceof Element ? node.closest('[data-matrix]') : null);
const cellOf = (node) => (node instanceof Element ? node.closest('[data-cell]') : null);
const cellsOf = (form) => [...form.querySelectorAll('[data-cell]')];
const gridOf = (form) => [...form.querySelectorAll('[data-row]')].map((row) => cellsOf(row));
const textsOf = (form) => JSON.parse(form.dataset.texts);
const fixed = (cell) => cell.readOnly || cell.disabled;
const savedOf = (cell) =>
  cell.dataset.saved ??
  (cell.options
    ? ([...cell.options].find((option) => option.defaultSelected)?.value ?? '')
    : cell.defaultValue);

function say(form, text) {
  form.querySelector('[data-matrix-status]').textContent = text;
}

function mark(form, said) {
  const texts = textsOf(form);
  let count = 0;
  for (const cell of cellsOf(form)) {
    const changed = cell.value !== savedOf(cell);
    cell.parentElement.classList.toggle('lw-matrix__cell--changed', changed);
    if (changed) count += 1;
  }
  form.querySelector('[data-matrix-undo]').disabled = history.done.length === 0;
  const open = count === 0 ? '' : (count === 1 ? texts.one : texts.many).replace('#', count);
  say(form, [said, open].filter(Boolean).join(' '));
}

function commit(cell) {
  const before = last.get(cell) ?? savedOf(cell);
  if (cell.value === before) return;
  history.done.push([{ name: cell.name, before, after: cell.value }]);
  history.undone.length = 0;
  last.set(cell, cell.value);
}

function put(cell, value) {
  cell.value = value;
  last.set(cell, value);
}

function travel(form, from, to, side) {
  const group = from.pop();
  if (!group) return;
  to.push(group);
  let focus = null;
  for (const step of group) {
    const cell = form.elements.namedItem(step.name);
    if (!cell) continue;
    put(cell, step[side]);
    focus ??= cell;
  }
  focus?.focus();
  mark(form, textsOf(form)[side === 'before' ? 'undone' : 'redone']);
}

function undo(form) {
  travel(form, history.done, history.undone, 'before');
}

function beside(cell, down, right) {
  const grid = gridOf(cell.form);
  const row = grid.findIndex((cells) => cells.includes(cell));
  return grid[row + down]?.[grid[row].indexOf(cell) + right];
}

function move(cell, down, right) {
  const target = beside(cell, down, right);
  if (target) return target.focus();
  commit(cell);
  mark(cell.form);
}

function edit(cell) {
  editing = cell;
  if (cell.options) {
    try {
      cell.showPicker();
    } catch {
      // Without a picker the arrow keys choose.
    }
  } else if (cell.type === 'text') cell.setSelectionRange(cell.value.length, cell.value.length);
}

// What a cell can take of a pasted text; null where it cannot.
function fit(cell, given) {
  const text = given.trim();
  if (fixed(cell)) return null;
  if (cell.options) {
    const same = (word) => word.trim().toLowerCase() === text.toLowerCase();
    return [...cell.options].find((option) => same(option.value) || same(option.text))?.value ?? null;
  }
  if (cell.type === 'date') {
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
    const iso = day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
    return text === '' || (/^\d{4}-\d\d-\d\d$/.test(iso) && !Number.isNaN(Date.parse(iso))) ? iso : null;
  }
  return cell.maxLength > 0 && text.length > cell.maxLength ? null : text;
}

function block(text) {
  const rows = [[]];
  for (const [, field, end] of text.matchAll(/("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/g)) {
    rows.at(-1).push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  if (rows.at(-1).join('') === '') rows.pop();
  return rows;
}

function fill(cell, rows) {
  const group = [];
  let refused = 0;
  for (const [down, fields] of rows.entries())
    for (const [right, text] of fields.entries()) {
      const target = beside(cell, down, right);
      const value = target ? fit(target, text) : null;
      target?.parentElement.classList.toggle('lw-matrix__cell--refused', value === null);
      if (value === null) refused += 1;
      else if (value !== target.value) {
        group.push({ name: target.name, before: target.value, after: value });
        put(target, value);
      }
    }
  if (group.length > 0) history.done.push(group);
  const texts = textsOf(cell.form);
  const said = texts.pasted.replace('#', group.length);
  mark(cell.form, refused ? `${said} ${texts.refused.replace('#', refused)}` : said);
}

async function save(form) {
  if (document.activeElement && cellOf(document.activeElement)) commit(document.activeElement);
  const texts = textsOf(form);
  const focused = document.activeElement?.name;
  const body = new URLSearchParams(new FormData(form));
  form.inert = true;
  say(form, texts.saving);
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } });
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = answer.getElementById(form.id);
    if (!fresh) throw new Error(String(response.status));
    const said =
      answer.querySelector('.lw-flash')?.textContent ??
      answer.querySelector('[data-matrix-status]').textContent;
    form.replaceWith(fresh);
    start(fresh, said.replaceAll(/\s+/g, ' ').trim());
    (fresh.querySelector('#fehler') ?? fresh.elements.namedItem(focused) ?? fresh).focus();
  } catch {
    form.inert = false;
    form.elements.namedItem(focused)?.focus();
    mark(form, texts.failed);
  }
}

function start(form, said = '') {
  for (const hidden of form.querySelectorAll('.lw-matrix__help, [data-matrix-undo]')) hidden.hidden = false;
  mark(form, said);
}

const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

// The keys together with Ctrl; true where one was meant.
function command(key, form, cell, shift) {
  if (key === 's') form.requestSubmit();
  else if (key === 'z' || key === 'y') {
    if (cell) commit(cell);
    if (key === 'z' && !shift) undo(form);
    else travel(form, history.undone, history.done, 'after');
  } else if (key === 'd' && cell) {
    const above = beside(cell, -1, 0);
    if (above) fill(cell, [[above.value]]);
  } else return false;
  return true;
}

function plainKey(key, cell) {
  if (key === 'Escape') {
    put(cell, last.get(cell) ?? savedOf(cell));
    editing = null;
    mark(cell.form);
  } else if (key === 'Enter' && (editing === cell || cell.value !== last.get(cell))) move(cell, 1, 0);
  else if (key === 'Enter' || key === 'F2') edit(cell);
  else if (editing === cell || !steps[key]) return false;
  else move(cell, ...steps[key]);
  return true;
}

addEventListener('keydown', (event) => {
  const form = matrixOf(event.target);
  if (!form || event.altKey) return;
  const cell = cellOf(event.target);
  const ctrl = event.ctrlKey || event.metaKey;
  const meant = ctrl
    ? command(event.key.toLowerCase(), form, cell, event.shiftKey)
    : cell && !event.shiftKey && plainKey(event.key, cell);
  if (meant) event.preventDefault();
});
addEventListener('focusin', (event) => {
  const cell = cellOf(event.target);
  if (!cell) return;
  editing = null;
  last.set(cell, cell.value);
  if (cell.type === 'text') cell.select();
});
addEventListener('pointerdown', (event) => {
  if (cellOf(event.target) === document.activeElement) editing = cellOf(event.target);
});
addEventListener('change', (event) => {
  const cell = cellOf(event.target);
  if (!cell) return;
  commit(cell);
  if (cell.options) editing = null;
  mark(cell.form);
});
addEventListener('paste', (event) => {
  const cell = cellOf(event.target);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!cell || (cell.type === 'text' && !/[\t\n]/.test(text))) return;
  event.preventDefault();
  commit(cell);
  fill(cell, block(text));
});
addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('[data-matrix-undo]'))
    undo(matrixOf(event.target));
});
addEventListener('submit', (event) => {
  const form = matrixOf(event.target);
  if (!form) return;
  event.preventDefault();
  save(form);
});
addEventListener('beforeunload', (event) => {
  const cells = [...document.querySelectorAll('[data-matrix] [data-cell]')];
  if (cells.some((cell) => cell.value !== savedOf(cell))) event.preventDefault();
});
for (const form of document.querySelectorAll('[data-matrix]'))
  start(form, form.querySelector('[data-matrix-status]').textContent);
