// Weights stand in number fields. With script each gets a slider, and the ranking follows while one moves it.
const pause = 120;
const form = document.getElementById('gewichte');

function addSliders() {
  for (const field of form.querySelectorAll('[data-weights] input[type=number]')) {
    const slider = document.createElement('input');
    slider.type = 'range';
    slider.className = 'lw-weights__slider';
    slider.min = field.min;
    slider.max = field.max;
    slider.value = field.value;
    slider.setAttribute('aria-label', `${field.labels[0].textContent.trim()}, Schieberegler`);
    slider.addEventListener('input', () => {
      field.value = slider.value;
    });
    field.addEventListener('input', () => {
      slider.value = field.value;
    });
    field.after(slider);
  }
}

if (form) {
  addSliders();
  const live = document.getElementById('rang-spitze') !== null;
  const said = form.querySelector('[role=status]');
  let timer = 0;
  let latest = 0;

  const show = (answer) => {
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = answer.getElementById(part.id);
      if (fresh) part.replaceWith(fresh);
    }
    const list = document.querySelector('.lw-list');
    const fresh = answer.querySelector('.lw-list');
    if (list && fresh) {
      list.querySelector('.lw-list__result').replaceWith(fresh.querySelector('.lw-list__result'));
      const listForm = list.querySelector('form[data-list]');
      for (const hidden of listForm.querySelectorAll(':scope > input[type=hidden]')) hidden.remove();
      listForm.prepend(...fresh.querySelectorAll('form[data-list] > input[type=hidden]'));
    }
  };

  // What the list is asked now goes along, not what it was asked when the page came.
  const address = () => {
    const parameters = new URLSearchParams(new FormData(form));
    const listForm = document.querySelector('form[data-list]');
    for (const hidden of form.querySelectorAll(':scope > input[type=hidden]'))
      if (hidden.name !== 'schema') parameters.delete(hidden.name);
    const own = new Set(parameters.keys());
    for (const [name, value] of listForm ? new FormData(listForm) : [])
      if (value !== '' && !own.has(name)) parameters.append(name, value);
    const usual = listForm?.querySelector('[data-usual]')?.dataset.usual;
    if (parameters.getAll('spalte').join(' ') === usual) parameters.delete('spalte');
    return `${form.getAttribute('action')}?${parameters}`;
  };

  const load = async () => {
    const own = ++latest;
    const target = address();
    try {
      const response = await fetch(target, { headers: { accept: 'text/html' } });
      const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
      if (own !== latest) return;
      if (!response.ok) {
        said.textContent = answer.querySelector('.lw-error-summary, .kern-alert')?.textContent ?? '';
        form.submit();
        return;
      }
      show(answer);
      history.replaceState(null, '', target);
      said.textContent = 'Die Rangfolge ist neu berechnet.';
    } catch {
      if (own === latest) form.submit();
    }
  };

  if (live) {
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(load, pause);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(timer);
      load();
    });
  }
}
