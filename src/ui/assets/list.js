// A list's form works by its button. With script the result follows while one chooses or types; the focus stays.
const pause = 350;

for (const form of document.querySelectorAll('form[data-list]')) {
  let timer = 0;
  let latest = 0;

  const address = () => {
    const parameters = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name, value);
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
