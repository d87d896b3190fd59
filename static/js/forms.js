// Small helps for plain forms, by delegation: nothing to install again after a swap.
(() => {
  const patience = 10_000; // milliseconds; after that somebody may want to try again
  const sent = new WeakMap();

  // A plain form is sent once, however often Enter is pressed. htmx has its own way (hx-sync), and says so by
  // preventing the default.
  addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method === 'get') return;
    if (event.timeStamp - sent.get(event.target) < patience) event.preventDefault();
    else sent.set(event.target, event.timeStamp);
  });

  // hx-sync ends with the answer. When that leads to another page, nothing is sent until the page has come. A field does
  // not ask about itself while its form is being sent.
  let left;
  document.addEventListener('htmx:after:request', ({ timeStamp, detail: { ctx } }) => {
    if (ctx.hx.redirect) left = timeStamp;
  });
  document.addEventListener('htmx:before:request', (event) => {
    const { form } = event.target;
    if (event.timeStamp - left < patience || sent.has(form) || form?.matches('.htmx-request')) event.preventDefault();
  });

  // A page that comes back from memory may be sent again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      document.querySelectorAll('form').forEach((form) => sent.delete(form));
      left = undefined;
    } else {
      document.getElementById('errors')?.focus();
      if (document.querySelector('[data-print-now]')) print();
    }
    reveal();
  });
  document.addEventListener('htmx:after:swap', reveal);

  // Buttons that only a script can serve.
  function reveal() {
    document.querySelectorAll('[data-print], [data-copy]').forEach((button) => { button.hidden = false; });
  }

  addEventListener('click', (event) => {
    if (event.target.closest('[data-print]')) print();
    const paste = event.target.closest('[data-paste]');
    if (paste) take(document.getElementById(paste.dataset.paste));
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      document.getElementById(copy.dataset.copy).select();
      // Works on http too, where there is no navigator.clipboard.
      if (document.execCommand('copy')) copy.textContent = copy.dataset.copied;
    }
  });

  // A phone's clipboard often holds a link with words around it.
  async function take(field) {
    const text = await navigator.clipboard?.readText().catch(() => '');
    const [link] = text?.match(/https?:\/\/\S+/) ?? [];
    if (!link) return field.focus();
    field.value = link;
    field.form.requestSubmit();
  }

  // Escape asks before it leaves a form in which something was typed.
  addEventListener('input', (event) => {
    if (event.target.form) event.target.form.dataset.typed = 'yes';
  });
})();
