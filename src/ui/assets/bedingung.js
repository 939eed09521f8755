// Conditions are put together by buttons that send the form. With script only the condition comes anew: when a question or a
// comparison is chosen, and when a button of its lines is pressed; the focus goes where the page would come back.
const shape = /\.(frage|vergleich|in)$/;
/** What was last asked for, by the condition it is about. */
const asked = new WeakMap();

// What only takes a choice over is not needed here.
for (const box of document.querySelectorAll('[data-bedingung]')) box.dataset.live = 'yes';

/** The form as it is, without what would put its entries into another order. */
function sent(form, name, value) {
  const data = new URLSearchParams(new FormData(form));
  for (const key of [...data.keys()]) if (/~(weg|platz)$/.test(key)) data.delete(key);
  data.set(name, value);
  return data;
}

async function fresh(box, name, value) {
  const { form } = box;
  const response = await fetch(form.action, { method: 'POST', body: sent(form, name, value) });
  if (!response.ok) throw new Error(String(response.status));
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const found = page.getElementById(box.id);
  if (!found) throw new Error('gone');
  return found;
}

function say(box, found) {
  const [now, next] = [box, found].map((each) => each.querySelector('[data-satz]'));
  if (now.textContent !== next.textContent) now.replaceChildren(...next.childNodes);
}

function show(box, found, pressed) {
  const here = document.activeElement;
  const name = box.contains(here) ? here.name : null;
  box.querySelector('[data-teile]').replaceChildren(...found.querySelector('[data-teile]').childNodes);
  const choice = box.form.elements.namedItem(box.dataset.wahl);
  if (choice && pressed) choice.value = 'ausdruck';
  const target = pressed
    ? box.querySelector('[autofocus]')
    : name && box.form.querySelector(`[name="${CSS.escape(name)}"]`);
  target?.focus();
}

async function refresh(box, { name, value }, pressed, shaped) {
  const before = asked.get(box);
  // What a pressed button does must not be overtaken by a choice.
  if (before?.pressed && !pressed) return;
  const own = { pressed, whole: shaped || pressed || before?.whole };
  asked.set(box, own);
  try {
    const found = await fresh(box, name, value);
    if (asked.get(box) !== own) return;
    say(box, found);
    if (own.whole) show(box, found, pressed);
  } catch {
    byButtons(box, pressed && box.querySelector(`button[name="${name}"][value="${CSS.escape(value)}"]`));
  }
  if (asked.get(box) === own) asked.delete(box);
}

/** Without an answer the buttons of the form do it. */
function byButtons(box, button) {
  delete box.dataset.live;
  if (!button) return;
  button.dataset.plain = 'yes';
  button.click();
}

addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-bedingung] button[name="_bedingung"]');
  if (!button || button.dataset.plain) return;
  event.preventDefault();
  refresh(button.closest('[data-bedingung]'), button, true, true);
});

addEventListener('change', (event) => {
  const box = event.target.closest?.('[data-bedingung]');
  const again = box?.querySelector('button[name="_bedingung"][value^="zeigen "]');
  if (!again) return;
  refresh(box, again, false, shape.test(event.target.name));
});
