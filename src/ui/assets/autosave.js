// A part of a form that saves itself while somebody types. Without script the form works by its button. What is typed is
// kept in this browser until the server has it, so a closed window, a lost line or an ended session loses nothing.
const pause = 700;
const retry = 5000;
const keyOf = (part) => `leitwerk-autosave:${part.dataset.autosave}`;
const fieldsOf = (part) => [...part.elements].filter((field) => field.name && field.type !== 'hidden');
const states = new WeakMap();

function valuesOf(part) {
  const values = {};
  for (const field of fieldsOf(part)) {
    if (field.type === 'radio') {
      if (field.checked) values[field.name] = field.value;
      else values[field.name] ??= '';
    } else if (field.type === 'checkbox') {
      if (field.checked) values[field.name] = field.value;
    } else values[field.name] = field.value;
  }
  return values;
}

function put(part, values) {
  for (const field of fieldsOf(part)) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (field.type === 'radio') field.checked = field.value === value;
    else if (field.type === 'checkbox') field.checked = true;
    else field.value = value;
  }
}

function say(part, text) {
  part.querySelector('[data-autosave-state]').textContent = text;
}

function remember(part) {
  const base = part.querySelector('[data-autosave-base]').value;
  const seen = part.querySelector('[data-autosave-seen]').value;
  try {
    localStorage.setItem(keyOf(part), JSON.stringify({ base, seen, values: valuesOf(part) }));
  } catch {
    // A browser that keeps nothing still saves over the line.
  }
}

function forget(part) {
  try {
    localStorage.removeItem(keyOf(part));
  } catch {
    // Nothing was kept.
  }
}

function bodyOf(part) {
  const body = new URLSearchParams();
  for (const hidden of part.form.querySelectorAll('input[type=hidden]'))
    if (part.contains(hidden) || hidden.name === 'csrf') body.append(hidden.name, hidden.value);
  for (const [name, value] of Object.entries(valuesOf(part))) body.append(name, value);
  return body;
}

async function save(part) {
  const state = states.get(part);
  clearTimeout(state.timer);
  if (state.busy) {
    state.again = true;
    return;
  }
  state.busy = true;
  const sent = JSON.stringify(valuesOf(part));
  say(part, 'Wird gespeichert …');
  try {
    const response = await fetch(part.dataset.autosave, {
      method: 'POST',
      body: bodyOf(part),
      headers: { accept: 'application/json' },
    });
    const answer = await response.json();
    if (typeof answer.ok !== 'boolean') throw new Error('no answer');
    const settled = settle(part, answer);
    if (settled && sent === JSON.stringify(valuesOf(part))) forget(part);
  } catch {
    say(part, 'Noch nicht gespeichert. Ihre Eingabe bleibt in diesem Browser, bis es gelingt.');
    state.timer = setTimeout(() => save(part), retry);
  }
  state.busy = false;
  if (state.again) {
    state.again = false;
    save(part);
  }
}

// Takes over what the server says; true where it has what was typed.
function settle(part, answer) {
  const kept = answer.ok || answer.verwahrt === true;
  if (answer.fassung !== undefined) {
    part.querySelector('[data-autosave-base]').value = answer.fassung;
    part.querySelector('[data-autosave-seen]').value = JSON.stringify(answer.gelesen);
  }
  part.classList.toggle('lw-answer--open', !answer.ok || answer.konflikt === true);
  if (answer.text) say(part, answer.text);
  else if (answer.ok) say(part, 'Gespeichert.');
  return kept;
}

function restore(part) {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(keyOf(part)) ?? 'null');
  } catch {
    // Unreadable: as if nothing was kept.
  }
  if (!kept?.values) return;
  put(part, kept.values);
  part.querySelector('[data-autosave-base]').value = kept.base;
  part.querySelector('[data-autosave-seen]').value = kept.seen;
  save(part);
}

for (const part of document.querySelectorAll('[data-autosave]')) {
  states.set(part, { timer: 0, busy: false, again: false });
  restore(part);
  const later = (delay) => {
    const state = states.get(part);
    remember(part);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => save(part), delay);
  };
  part.addEventListener('input', () => later(pause));
  part.addEventListener('change', () => later(0));
}

// What is still waiting goes out with the window; the browser finishes the request.
addEventListener('pagehide', () => {
  for (const part of document.querySelectorAll('[data-autosave]'))
    if (localStorage.getItem(keyOf(part)) !== null)
      fetch(part.dataset.autosave, { method: 'POST', body: bodyOf(part), keepalive: true }).catch(() => {});
});
