// Focus after a swap. htmx gives it back to the element of the same id; when that is gone or cannot be focused (a menu
// that closed), it goes to the button that opened the menu, the row's link, the next row's link, the heading of the part,
// that of the page.
(() => {
  let wanted = [];
  let swaps = 0; // under way: what others change may come in between

  const rowLink = (row) => row?.id ? `#${CSS.escape(row.id)} a.item` : '';

  function candidates(from) {
    const id = from.id ? '#' + CSS.escape(from.id) : '';
    const menu = from.closest('[popover]');
    const row = from.closest('[data-row]');
    const rows = row ? [...document.querySelectorAll('[data-row]')] : [];
    const next = rows.slice(rows.indexOf(row) + 1).map(rowLink);
    const opener = menu ? menu.dataset.opener ? '#' + CSS.escape(menu.dataset.opener) : `[popovertarget="${CSS.escape(menu.id)}"]` : '';
    const back = from.closest('[data-back]')?.dataset.back;
    const part = from.closest('section[id]');
    const heading = part ? `#${CSS.escape(part.id)} > h2` : '';
    return [id, back && '#' + CSS.escape(back), opener, rowLink(row), ...next, heading, 'main h1'].filter(Boolean);
  }

  function focus(selector) {
    const found = document.querySelector(selector);
    if (!found) return false;
    if (found.matches('h1, h2')) found.tabIndex = -1;
    found.focus({ preventScroll: true });
    return document.activeElement === found;
  }

  // What others change and what a field asks comes by itself: it closes no menu, and moves no page.
  const own = ({ swap }) => !/none|Morph/.test(swap);
  const lost = () => !document.activeElement || document.activeElement === document.body;

  document.addEventListener('htmx:before:swap', ({ detail: { ctx } }) => {
    // A key may send a form from nowhere.
    const from = lost() ? own(ctx) && ctx.sourceElement.closest('form') : document.activeElement;
    if (from) wanted = candidates(from);
    swaps += 1;
  });
  document.addEventListener('htmx:finally:swap', () => {
    swaps -= 1;
    if (swaps < 1) [wanted, swaps] = [[], 0];
  });

  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    if (own(ctx)) document.querySelectorAll(':popover-open').forEach((menu) => menu.hidePopover());
    if (lost()) wanted.some(focus);
    // A row that went elsewhere is followed by who works with keys.
    const at = document.activeElement;
    if (own(ctx) && wanted.length && at.matches(':focus-visible')) at.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
  });
})();
