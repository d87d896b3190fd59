// The rows of a list share their forms and menus: a row's button says by "formaction" where it sends a form, and by
// "data-menu" which menu it opens. Without this script it leads to the item's page.
(() => {
  // htmx knows a form's address, but not that of the button that sent it.
  document.addEventListener('htmx:config:request', ({ detail: { ctx: { request } } }) => {
    const at = request.submitter?.getAttribute('formaction');
    if (at) request.action = at;
  });

  function open(button) {
    const menu = document.getElementById(button.dataset.menu);
    if (menu.dataset.opener === button.id && menu.matches(':popover-open')) return menu.hidePopover();
    const row = button.closest('[data-row]');
    const is = (button.dataset.is ?? button.dataset.s).split(' ');
    for (const part of menu.querySelectorAll('[data-at]')) {
      for (const name of ['action', 'hx-post', 'formaction', 'href']) {
        if (part.hasAttribute(name)) part.setAttribute(name, part.dataset.at.replace(':id', row.id.slice(4)));
      }
    }
    for (const part of menu.querySelectorAll('[data-if]')) part.hidden = !part.dataset.if.split(' ').some((word) => is.includes(word));
    for (const version of menu.querySelectorAll('[name=version]')) version.value = row.dataset.v;
    menu.dataset.opener = button.id;
    menu.showPopover({ source: button });
    menu.querySelector('.menu-item:not([hidden])')?.focus();
  }

  // The bar stands there as soon as something is selected, and says how much.
  function count() {
    const picked = document.querySelectorAll('[form=bulk]:checked').length;
    const said = document.getElementById('picked');
    if (said) said.value = said.dataset.said.replace('%d', picked);
  }

  addEventListener('click', (event) => {
    const button = event.target.closest('[data-menu]');
    if (!button) return;
    event.preventDefault();
    open(button);
  });

  addEventListener('change', ({ target }) => {
    if (target.id === 'pick-all') document.querySelectorAll('[form=bulk]').forEach((box) => { box.checked = target.checked; });
    if (target.id === 'pick-all' || target.matches('[form=bulk]')) count();
  });
})();
