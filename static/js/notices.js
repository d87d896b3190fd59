// What a person is told about a request: our own failures, a lost connection, and spoken news.
(() => {
  // What others change comes by itself, and a field asks by itself: neither is an answer, or takes a notice away.
  const streamed = ({ ctx }) => /none|Morph/.test(ctx.swap);
  const box = () => document.getElementById('notices');
  const { title } = document;

  function say(text) {
    const live = document.getElementById('live');
    if (live && text) live.textContent = text;
  }

  function fail(text) {
    const notice = document.createElement('div');
    notice.className = 'notice';
    notice.dataset.kind = 'error';
    notice.setAttribute('role', 'alert');
    notice.append(text);
    box()?.replaceChildren(notice);
    box()?.scrollIntoView({ block: 'nearest' });
  }

  // htmx does not swap failures of the server. Ours come as a notice for #notices; a proxy's page is not ours to show.
  // Signed out meanwhile: the form is sent once more as a plain one, and its answer keeps what was typed.
  function again({ request: { action, body } }) {
    const form = Object.assign(document.createElement('form'), { method: 'post', action, hidden: true });
    for (const [name, value] of body ?? []) {
      if (typeof value === 'string') form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    }
    document.body.append(form);
    form.submit();
  }

  document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
    if (ctx.response?.status !== 401 || ctx.request.method !== 'POST') return;
    ctx.hx.redirect = undefined;
    again(ctx);
  });

  document.addEventListener('htmx:response:error', ({ detail: { ctx } }) => {
    if (ctx.response.status < 500) return;
    if (ctx.hx.retarget === '#notices') {
      box()?.replaceChildren(...new DOMParser().parseFromString(ctx.text, 'text/html').body.childNodes);
      box()?.scrollIntoView({ block: 'nearest' });
    } else {
      fail('Kinlist did not answer as it should. Nothing was changed; please try again.');
    }
  });

  document.addEventListener('htmx:error', ({ detail }) => {
    if (detail.ctx && !detail.ctx.response && !streamed(detail)) fail('Kinlist cannot be reached. Check the connection and try again.');
  });

  // A notice of an earlier attempt goes when the next request starts.
  document.addEventListener('htmx:before:request', ({ detail }) => streamed(detail) || box()?.replaceChildren());

  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (streamed(detail)) return;
    document.querySelector('#notices > .notice')?.scrollIntoView({ block: 'nearest' });
    const news = document.querySelector('[data-announce]');
    say(news?.dataset.announce || news?.textContent.trim());
    news?.removeAttribute('data-announce'); // said once, however often other parts are swapped
    const wrong = document.getElementById('errors')?.dataset.title ?? '';
    document.title = title.startsWith(wrong) ? title : wrong + title;
  });

  // The server can have something read out with an HX-Trigger header: announce:{text:"…"}.
  document.addEventListener('announce', ({ detail }) => say(detail.text ?? detail.value));
})();
