// Shows and hides parts of a form's page and works out values while somebody fills it in. Without this script the page does
// the same when it is sent; the server always decides again.
const kit = document.querySelector('[data-lw-kit]');
const live = kit ? engine.openLive(JSON.parse(kit.dataset.lwKit)) : null;

if (live) improve(kit.closest('form'), live);

function improve(form, work) {
  const fields = form.querySelector('input[name="_fields"]');
  const all = kit.dataset.lwNames.split(' ').filter(Boolean);
  const update = () => {
    const typed = typedIn(form);
    typed.set('_fields', all.join(' '));
    const { shown, hidden, values } = work(typed);
    for (const name of shown) show(partOf(form, name), true);
    for (const name of hidden) show(partOf(form, name), false);
    for (const [name, text] of Object.entries(values)) {
      const output = form.querySelector(`[data-lw-value="${CSS.escape(name)}"]`);
      if (output && output.textContent !== text) output.textContent = text;
    }
    const seen = new Set(shown);
    fields.value = all.filter((name) => seen.has(name)).join(' ');
  };
  form.addEventListener('input', update);
  form.addEventListener('change', update);
  update();
}

// Fields that are hidden now are read too: they may be shown by what is typed.
function typedIn(form) {
  const typed = new URLSearchParams();
  for (const control of form.elements) {
    if (!control.name || control.type === 'file' || control.name === 'csrf') continue;
    if ((control.type === 'radio' || control.type === 'checkbox') && !control.checked) continue;
    if (control.tagName !== 'BUTTON' && control.tagName !== 'FIELDSET')
      typed.append(control.name, control.value);
  }
  return typed;
}

function partOf(form, name) {
  return form.querySelector(`[data-lw-part="${CSS.escape(name)}"]`);
}

function show(part, wanted) {
  if (!part || part.hidden === !wanted) return;
  part.hidden = !wanted;
  if (part.tagName === 'FIELDSET') part.disabled = !wanted;
}

for (const button of document.querySelectorAll('button[data-lw-locate]')) {
  const field = button.form?.elements.namedItem(button.dataset.lwLocate);
  const status = button.parentElement?.querySelector('[role="status"]');
  if (!field || !status || !navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener('click', () => locate(button, field, status));
}

function locate(button, field, status) {
  status.textContent = button.dataset.waiting;
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      // Five places are about a metre: enough for a lamp, and somebody sees and may change what is sent.
      field.value = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
      status.textContent = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    () => {
      status.textContent = button.dataset.failed;
    },
    { timeout: 10_000, maximumAge: 60_000, enableHighAccuracy: true },
  );
}
