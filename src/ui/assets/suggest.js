// Suggestions below a search field while somebody types: a combobox by the ARIA practices. Without this script the form is
// a plain one, and with it Enter still sends what was typed.
const waitFor = 150;
const fewestLetters = 2;

for (const [number, box] of [...document.querySelectorAll('[data-suggest]')].entries()) improve(box, number);

function improve(box, number) {
  const input = box.querySelector('input[type="search"]');
  if (!input) return;
  const list = document.createElement('ul');
  list.className = 'lw-suggest__list';
  list.id = `vorschlaege-${number}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Vorschläge');
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'kern-sr-only';
  status.setAttribute('role', 'status');
  box.append(list, status);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value);
  wire({ box, input, list, status });
}

function wire({ box, input, list, status }) {
  let timer;
  let asking = new AbortController();
  let active = -1;

  const close = () => {
    clearTimeout(timer);
    asking.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (next) => {
    const options = [...list.children];
    active = next;
    for (const [index, option] of options.entries())
      option.setAttribute('aria-selected', String(index === active));
    const chosen = options[active];
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (text) => {
    input.value = text;
    close();
    input.form.requestSubmit();
  };
  const show = (texts) => {
    list.replaceChildren(...texts.map((text, index) => optionOf(list, text, index, choose)));
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = texts.length === 0;
    input.setAttribute('aria-expanded', String(texts.length > 0));
    status.textContent = texts.length === 1 ? '1 Vorschlag' : `${texts.length} Vorschläge`;
  };
  const ask = async () => {
    const words = input.value.trim();
    asking.abort();
    if (words.length < fewestLetters) return close();
    asking = new AbortController();
    const address = `${box.dataset.suggest}?q=${encodeURIComponent(words)}`;
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok && document.activeElement === input) show((await answer.json()).vorschlaege);
    } catch {
      // Without suggestions the form works all the same.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, waitFor);
  });
  const keys = {
    Escape: close,
    ArrowDown: () => mark(active >= list.children.length - 1 ? -1 : active + 1),
    ArrowUp: () => mark(active < 0 ? list.children.length - 1 : active - 1),
    Enter: () => choose(list.children[active].textContent),
  };
  input.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (!act || list.hidden || (event.key === 'Enter' && active < 0)) return;
    event.preventDefault();
    act();
  });
  input.addEventListener('blur', close);
  input.form?.addEventListener('submit', close);
}

function optionOf(list, text, index, choose) {
  const option = document.createElement('li');
  option.id = `${list.id}-${index}`;
  option.className = 'lw-suggest__option';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.textContent = text;
  // The field must keep the focus, else its blur would close the list before the click.
  option.addEventListener('mousedown', (event) => event.preventDefault());
  option.addEventListener('click', () => choose(text));
  return option;
}
