// Keys. Each presses a control that is on the page: the one whose data-key names it, in the open dialog or menu, else in
// the row that has the focus, else on the page. Delegated: nothing to install again after a swap.
(() => {
  const patience = 1500; // milliseconds between the keys of a sequence
  const typing = 'input:not([type=checkbox],[type=radio],[type=submit],[type=button]), textarea, select, [contenteditable]';
  const all = (css, within = document) => [...within.querySelectorAll(css)];
  let begun = '', since = -Infinity, row; // row is the one that had the focus last

  const off = () => document.documentElement.dataset.keys === 'off';
  const modal = () => document.querySelector('dialog[open]');
  const rows = () => all('main [data-row]').filter((r) => r.checkVisibility());
  const at = () => document.activeElement?.closest('[data-row]') ?? (row?.isConnected ? row : document.getElementById(row?.id));

  // press is the key's name as in the registry; "" for one that is not ours. Letters go by what they write. Where digits
  // need Shift (Czech, French), the same keys without it are meant, whatever they write.
  function press(event) {
    const { key, code, shiftKey: shift } = event;
    if (event.isComposing || event.keyCode === 229 || event.altKey) return '';
    const mod = event.ctrlKey || event.metaKey;
    if (mod && key === 'Enter') return shift ? 'Mod+Shift+Enter' : 'Mod+Enter';
    if (mod) return key.toLowerCase() === 'k' && !shift ? 'Mod+K' : '';
    if (key.length > 1) return ['Escape', 'Delete'].includes(key) ? key : '';
    const digit = !/\d/.test(key) && !shift && /^Digit(\d)$/.exec(code);
    if (digit) return digit[1];
    if (key.toLowerCase() !== key.toUpperCase()) return shift ? 'Shift+' + key.toUpperCase() : key.toLowerCase();
    return key;
  }

  const carries = (name) => (el) => el.dataset.key.split('|').includes(name) && !el.disabled;

  // control is what a key presses here. What another row's menu holds is not meant.
  function control(name) {
    const found = all('[data-key]', modal() ?? document).filter(carries(name));
    const menu = document.querySelector(':popover-open');
    if (menu?.contains(document.activeElement)) return found.find((el) => menu.contains(el));
    const here = at(), chosen = document.querySelector('[form=bulk]:checked') && document.querySelector('[data-chosen]');
    const loose = (el) => !el.closest('[data-row], [data-shared]') && (el.closest('[popover]')?.parentElement ?? el).checkVisibility();
    return (chosen && found.find((el) => chosen.contains(el))) ??
      (here && found.find((el) => here.contains(el) || el.closest('[data-shared]'))) ??
      found.find((el) => el.closest('main') && loose(el)) ?? found.find(loose);
  }

  function use(el) {
    // What a row has is for one: with others selected it says so.
    const picked = el.closest('[data-row], [data-shared]') && el.type !== 'checkbox' && all('[form=bulk]:checked');
    if (picked && picked.some((box) => !at().contains(box))) {
      const said = document.getElementById('picked');
      said.value = said.dataset.one.replace('%d', picked.length);
      return;
    }
    if (el.closest('[data-shared]')) at().querySelector('a.item').focus(); // the rows' menu acts on the row with the focus
    if (el.matches(typing)) {
      el.focus();
      el.select?.();
      return;
    }
    // What leads to the page anew comes back to the same row.
    if (el.form?.method === 'post' && row) sessionStorage.setItem('kinlist-row', location.pathname + '#' + row.id);
    el.click();
  }

  // The first word with a store waits for the browser for milliseconds: it gets a task of its own, here as in session.js.
  addEventListener('pageshow', () => setTimeout(() => {
    const [path, id] = sessionStorage.getItem('kinlist-row')?.split('#') ?? [];
    sessionStorage.removeItem('kinlist-row');
    if (path === location.pathname) document.getElementById(id)?.querySelector('a.item')?.focus();
  }));

  function go(to) {
    const list = rows();
    const now = list.indexOf(at());
    const next = list[to(now, list.length)];
    if (!next) return false;
    row = next;
    const link = next.querySelector('a.item') ?? next.querySelector('a, button');
    link?.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  }

  const tick = (on) => {
    const box = at()?.querySelector('[type=checkbox]');
    if (box && box.checked !== on) box.click();
  };
  const extend = (to) => { tick(true); const moved = go(to); tick(true); return moved; };
  const down = (i, n) => Math.min(i + 1, n - 1), up = (i) => Math.max(i - 1, 0);

  // What no control stands for: the focus moves, or something closes.
  const native = {
    j: () => go(down), k: () => go(up),
    'g g': () => go(() => 0), 'Shift+G': () => go((i, n) => n - 1),
    'Shift+J': () => extend(down), 'Shift+K': () => extend(up),
    o: () => { const link = at()?.querySelector('a.item'); link?.click(); return !!link; },
  };

  // Escape goes one step: an open menu and dialog are the browser's, then the field, then the selection.
  function escape(target) {
    if (modal() || document.querySelector(':popover-open')) return false;
    const place = target === document.body ? document.getElementById('main') : target.closest('form');
    const cancel = place && all('[data-key]', place).find(carries('Escape'));
    if (cancel) {
      const form = cancel.closest('form');
      if (!form.dataset.typed && !form.querySelector('#errors') || confirm(cancel.dataset.sure)) cancel.click();
      return true;
    }
    if (target.matches(typing)) {
      target.blur();
      (at()?.querySelector('a.item') ?? document.getElementById('main'))?.focus();
      return true;
    }
    const box = document.querySelector('[data-chosen]:not([hidden]) [data-none]');
    box?.click();
    return !!box;
  }

  function act(name, event) {
    if (name === 'Escape') return escape(event.target);
    if (name.endsWith('Enter')) {
      const form = event.target.closest('form') ?? modal() ?? document.getElementById('main');
      const found = form && all('[data-key]', form).find(carries(name));
      if (found) found.click();
      return !!found;
    }
    if (event.target.matches(typing) && name !== 'Mod+K') return false;
    const soon = event.timeStamp - since < patience;
    const full = soon && begun ? begun + ' ' + name : name;
    begun = '';
    if (native[full] && !document.querySelector(':popover-open') && (!modal() || document.querySelector('dialog[open] [data-row]')) && native[full]()) return true;
    const found = control(full);
    if (found) {
      use(found);
      return true;
    }
    if (full !== 'g') return false;
    begun = full;
    since = event.timeStamp;
    return true;
  }

  addEventListener('keydown', (event) => {
    if (off() || event.defaultPrevented) return;
    const name = press(event);
    if (!name || event.repeat && !['j', 'k'].includes(name)) return;
    if (act(name, event)) event.preventDefault();
  });

  addEventListener('focusin', ({ target }) => {
    row = target.closest('[data-row]') ?? row;
    target.autofocus = false; // or each swap around it, as of what others change, would bring the focus back
  });
})();
