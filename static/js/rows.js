// The rows of a list share their forms and menus: a row's button says by "formaction" where it sends a form, and by
// "data-menu" which menu it opens. Without this script status and buyer are links to the item's page, which has all of it.
(() => {
  // htmx knows a form's address, but not that of the button that sent it.
  document.addEventListener('htmx:config:request', ({ detail: { ctx: { request } } }) => {
    const at = request.submitter?.getAttribute('formaction');
    if (at) request.action = at;
  });

  const is = (menu) => menu.matches(':popover-open');

  // point lets a menu speak of a row: of the one whose button opens it.
  function point(menu, button) {
    const row = button.closest('[data-row]');
    const may = (button.dataset.is ?? button.dataset.s ?? 'assign ours').split(' ');
    for (const part of menu.querySelectorAll('[data-at]')) {
      for (const name of ['action', 'hx-post', 'formaction', 'href']) {
        if (part.hasAttribute(name)) part.setAttribute(name, part.dataset.at.replace(':id', row.id.slice(4)));
      }
    }
    for (const part of menu.querySelectorAll('[data-if]')) part.hidden = !part.dataset.if.split(' ').some((word) => may.includes(word));
    for (const version of menu.querySelectorAll('[name=version]')) version.value = row.dataset.v;
    menu.dataset.opener = button.id;
  }

  function open(button) {
    const menu = document.getElementById(button.dataset.menu);
    if (is(menu) && menu.dataset.opener === button.id) return menu.hidePopover();
    point(menu, button);
    menu.showPopover({ source: button });
  }

  // A key presses what a closed menu holds: for the row that has the focus.
  function within(event) {
    const part = event.target.closest('[data-shared] .menu-item');
    const menu = part?.closest('[popover]');
    if (!menu || is(menu)) return;
    const button = document.activeElement.closest('[data-row]')?.querySelector(`[data-menu="${menu.id}"]`);
    if (button) point(menu, button);
    if (!button || part.hidden) event.preventDefault();
  }

  // The bar stands there as soon as something is selected, and says how much.
  function count() {
    const picked = document.querySelectorAll('[form=bulk]:checked').length;
    const bar = document.getElementById('bar');
    if (!bar) return;
    const moves = bar.querySelector('.form'), was = bar.hidden;
    bar.hidden = !picked && !moves;
    if (was) moves?.querySelector('[autofocus]')?.focus(); // hidden it could not take the focus
    const said = document.getElementById('picked');
    if (said) said.value = said.dataset.said.replace('%d', picked);
  }

  function pick(on) {
    for (const box of document.querySelectorAll('[form=bulk], #pick-all')) box.checked = on;
    count();
  }

  addEventListener('click', (event) => {
    const button = event.target.closest('[data-menu]');
    if (button && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(button);
    } else within(event);
    if (event.target.closest('[data-none]')) pick(false);
  }, true);

  // What opens a menu is pressed like a button, a link too.
  addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !event.target.matches?.('a[data-menu]')) return;
    event.preventDefault();
    event.target.click();
  });

  addEventListener('change', ({ target }) => {
    if (target.id === 'pick-all') pick(target.checked);
    else if (target.matches('[form=bulk]')) count();
  });

  addEventListener('pageshow', count);
  document.addEventListener('htmx:after:swap', count);
})();
