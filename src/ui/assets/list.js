// A list's form works by its button. With script the result follows while one chooses or types; the focus stays.
const pause = 350;

for (const form of document.querySelectorAll('form[data-list]')) {
  let timer = 0;
  let latest = 0;

  const address = () => {
    const parameters = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name, value);
    const usual = form.querySelector('[data-usual]')?.dataset.usual;
    if (parameters.getAll('spalte').join(' ') === usual) parameters.delete('spalte');
    const text = parameters.toString();
    return text ? `${form.getAttribute('action')}?${text}` : form.getAttribute('action');
  };

  const show = (answer) => {
    const list = form.closest('.lw-list');
    const fresh = answer.querySelector('.lw-list');
    list.querySelector('.lw-list__result').replaceWith(fresh.querySelector('.lw-list__result'));
    for (const selector of ['.lw-filter__choice label', '.lw-filter__summary']) {
      const now = form.querySelectorAll(selector);
      const next = fresh.querySelectorAll(selector);
      if (now.length === next.length)
        for (const [index, element] of now.entries()) element.innerHTML = next[index].innerHTML;
    }
    startSelection();
    form.querySelector('[role=status]').textContent = list.querySelector('.lw-list__count').textContent;
  };

  const load = async () => {
    const own = ++latest;
    const target = address();
    try {
      const response = await fetch(target, { headers: { accept: 'text/html' } });
      if (!response.ok) throw new Error(String(response.status));
      const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (own !== latest) return;
      show(answer);
      history.replaceState(null, '', target);
    } catch {
      if (own === latest) form.submit();
    }
  };

  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(load, pause);
  };
  form.addEventListener('input', (event) => {
    if (event.target.matches('[data-sends]')) plan();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    load();
  });
}

// An open filter closes by Escape and when one goes elsewhere.
const close = (box) => {
  box.open = false;
};
addEventListener('keydown', (event) => {
  const box = event.key === 'Escape' && document.activeElement?.closest('.lw-filter[open]');
  if (!box) return;
  close(box);
  box.querySelector('summary').focus();
});
addEventListener('click', (event) => {
  for (const box of document.querySelectorAll('.lw-filter[open]'))
    if (!box.contains(event.target)) close(box);
});
addEventListener('focusin', (event) => {
  for (const box of document.querySelectorAll('.lw-filter[open]'))
    if (!box.contains(event.target)) close(box);
});

// Ticked rows: the head's box ticks the page, Shift ticks all between, and the count is said.
function startSelection() {
  for (const box of document.querySelectorAll('[data-tick-page]')) box.hidden = false;
  for (const form of document.querySelectorAll('[data-selection]')) count(form);
}

function count(form) {
  const ticks = [...form.querySelectorAll('[data-tick]')];
  const chosen = ticks.filter((tick) => tick.checked).length;
  const page = form.querySelector('[data-tick-page]');
  page.checked = chosen === ticks.length;
  page.indeterminate = chosen > 0 && chosen < ticks.length;
  const said = form.querySelector('[data-selection-count]');
  const all = form.elements.namedItem('alle');
  said.textContent = all?.checked
    ? all.labels[0].textContent
    : chosen
      ? said.dataset.some.replace('#', chosen)
      : said.dataset.none;
}

let lastTick = null;
addEventListener('click', (event) => {
  const tick = event.target;
  const form = tick instanceof HTMLInputElement && tick.form?.matches('[data-selection]') ? tick.form : null;
  if (!form) return;
  const ticks = [...form.querySelectorAll('[data-tick]')];
  if (tick.matches('[data-tick-page]')) for (const one of ticks) one.checked = tick.checked;
  const [from, to] = [ticks.indexOf(lastTick), ticks.indexOf(tick)].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) for (const one of ticks.slice(from, to + 1)) one.checked = tick.checked;
  if (tick.matches('[data-tick]')) lastTick = tick;
  count(form);
});
startSelection();
