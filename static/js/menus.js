// Menus and dialogs. A menu is a popover: it opens with the focus on its first choice, arrows, Home, End and letters move
// it, Escape is the browser's. A dialog that a link brought into #dialogs opens by itself and goes when it closes.
(() => {
  const choices = (menu) => [...menu.querySelectorAll('a, button, input:not([type=hidden]), select')].filter((el) => !el.disabled && el.checkVisibility());

  function move(event, list, now) {
    const by = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: list.length - 1 }[event.key];
    if (by !== undefined) return list[(by + list.length) % list.length];
    if (event.key.length > 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const begins = (el) => el.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase());
    return [...list.slice(now + 1), ...list.slice(0, now + 1)].find(begins);
  }

  // Before the keys of the page, so that a letter in a menu jumps there.
  addEventListener('keydown', (event) => {
    const menu = event.target.closest?.('.menu[popover]');
    if (!menu || event.target.matches('input, select, textarea') || event.isComposing) return;
    const list = choices(menu);
    const next = move(event, list, list.indexOf(event.target));
    if (!next) return;
    next.focus();
    event.preventDefault();
    event.stopPropagation();
  }, true);

  addEventListener('toggle', (event) => {
    if (event.newState === 'open' && event.target.matches('.menu')) choices(event.target)[0]?.focus();
  }, true);

  document.addEventListener('htmx:after:swap', () => {
    document.querySelectorAll('#dialogs > dialog:not([open])').forEach((dialog) => {
      dialog.querySelectorAll('[data-for]').forEach((line) => { line.hidden = !shown(line.dataset.for); });
      dialog.showModal();
    });
  });

  // shown reports whether something on the page carries a key.
  const shown = (key) => [...document.querySelectorAll('[data-key]')].some((el) => el.dataset.key === key);

  addEventListener('close', (event) => {
    if (event.target.matches('#dialogs > dialog')) event.target.remove();
  }, true);

  addEventListener('click', (event) => {
    const dialog = event.target.closest('dialog');
    if (dialog && (event.target === dialog || event.target.closest('[data-close]'))) dialog.close();
  });
})();
