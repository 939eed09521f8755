// Two minutes before the session ends a warning appears; until then its line is hidden.
const notice = document.querySelector('[data-session-ends]');
if (notice) {
  const warnBefore = 120_000;
  const longest = 2_000_000_000;
  const button = notice.querySelector('button');
  const text = notice.querySelector('[data-session-text]');
  let ends = Date.parse(notice.dataset.sessionEnds);
  let timer = 0;
  let previousFocus = null;

  const warn = () => {
    notice.classList.add('lw-session--warning');
    notice.setAttribute('role', 'alertdialog');
    notice.setAttribute('aria-describedby', 'sitzung-text');
    text.id = 'sitzung-text';
    notice.hidden = false;
    previousFocus = document.activeElement;
    button.focus();
  };
  const plan = () => {
    clearTimeout(timer);
    notice.hidden = true;
    notice.classList.remove('lw-session--warning');
    const wait = Math.max(0, ends - Date.now() - warnBefore);
    // Timers hold no more than 24 days; a longer wait is cut into steps.
    timer = wait > longest ? setTimeout(plan, longest) : setTimeout(warn, wait);
  };
  // The server answers with JSON, or leads to a page that says the new end; the sign-in page says none.
  const endOf = async (answer) => {
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    const end = json
      ? JSON.parse(text).expiresAt
      : new DOMParser().parseFromString(text, 'text/html').querySelector('[data-session-ends]')?.dataset
          .sessionEnds;
    const time = Date.parse(end);
    if (!answer.ok || !(time > Date.now())) throw new Error('The session was not prolonged.');
    return time;
  };
  notice.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: 'application/json' },
      });
      ends = await endOf(answer);
      plan();
      if (previousFocus instanceof HTMLElement) previousFocus.focus();
    } catch {
      text.textContent = notice.dataset.sessionLost;
    }
  });
  plan();
}
