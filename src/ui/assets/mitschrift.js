// Minutes are a plain form. With script a note is saved while it is typed, and what others write appears.
const box = document.querySelector('[data-mitschrift-form]');
const form = box?.querySelector('form');
const state = box?.querySelector('[data-mitschrift-stand]');
let saving = null;
let saved = form ? form.elements.text.value : '';
let timer = null;

async function save() {
  const text = form.elements.text.value;
  if (text.trim() === '' || text === saved) return;
  const data = new URLSearchParams(new FormData(form));
  data.set('antwort', 'json');
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: data,
      headers: { accept: 'application/json' },
    });
    const told = await answer.json();
    if (!told.ok) throw new Error(told.hinweis);
    saved = text;
    form.elements.notiz.value = told.id;
    form.elements.grundlage.value = told.fassung;
    const now = new Date().toLocaleTimeString('de', { hour: '2-digit', minute: '2-digit' });
    state.textContent = told.hinweis ?? `Gespeichert um ${now} Uhr.`;
  } catch (error) {
    state.textContent = `Noch nicht gespeichert. ${error.message ?? ''} Es wird gleich noch einmal versucht.`;
    later(5000);
  }
}

function later(ms) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    saving = (saving ?? Promise.resolve()).then(save);
  }, ms);
}

if (form) {
  form.addEventListener('input', () => later(900));
  // The button waits for a save that is on its way, so that its form names the newest version.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!saving) return;
    event.preventDefault();
    const pending = saving;
    saving = null;
    pending.finally(() => form.submit());
  });
}

// Parts that others change: fetched anew and exchanged as a whole while nobody works inside them.
for (const part of document.querySelectorAll('[data-mitschrift]')) {
  setInterval(async () => {
    if (document.hidden || part.contains(document.activeElement)) return;
    try {
      const page = await (await fetch(part.dataset.mitschrift)).text();
      const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector('[data-mitschrift]');
      if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
    } catch {
      // The next turn may find the server again.
    }
  }, 4000);
}
