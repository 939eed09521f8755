// The webfont comes after the first paint, and not at all where the person saves data.
const stylesheet = document.querySelector('script[data-fonts]')?.dataset.fonts;
if (stylesheet && !navigator.connection?.saveData) {
  const load = () => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = stylesheet;
    document.head.append(link);
  };
  const whenIdle = () =>
    window.requestIdleCallback ? requestIdleCallback(load, { timeout: 2000 }) : setTimeout(load, 200);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
