// While a job runs the page asks how far it is and says it aloud; without script the page reloads itself.
for (const box of document.querySelectorAll('[data-progress-url]')) {
  const bar = box.querySelector('progress');
  const text = box.querySelector('[data-progress-text]');
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progressUrl, { headers: { accept: 'application/json' } });
      const state = await answer.json();
      if (state.done) return location.assign(box.dataset.progressDone || location.href);
      if (typeof state.value === 'number') bar.value = state.value;
      if (typeof state.max === 'number') bar.max = state.max;
      for (const [name, value] of Object.entries(state.facts ?? {})) {
        const fact = box.querySelector(`[data-progress-fact="${CSS.escape(name)}"]`);
        if (fact) fact.textContent = value;
      }
      if (state.text && text.textContent !== state.text) text.textContent = state.text;
    } catch {
      // The next question may find the server again.
    }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 1000);
}
