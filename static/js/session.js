// Back after sign-out must not show another's page: the browser may bring a page back from memory or from its cache as
// it was. Each page carries an opaque marker of its session; the newest stands in the browser's store.
(() => {
  const key = 'kinlist-session';
  const marker = document.querySelector('meta[name="kinlist-session"]')?.content;

  function known() {
    try { return localStorage.getItem(key); } catch { return undefined; }
  }

  function remember() {
    try { localStorage.setItem(key, marker); } catch { /* no store: pages that come back are loaded again */ }
  }

  addEventListener('pageshow', (event) => {
    const [entry] = performance.getEntriesByType('navigation');
    const back = event.persisted || entry?.type === 'back_forward';
    if (!back) {
      if (marker !== undefined) setTimeout(remember);
    } else if (marker === undefined || known() !== marker) {
      document.documentElement.hidden = true;
      location.reload();
    }
  });
})();
