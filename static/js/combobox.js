// A combobox: the focus stays in the field, arrows move what is chosen in the list that aria-controls names, Enter takes
// it. The list comes from the server; the palette adds what can be done on the page.
(() => {
  const listOf = (field) => document.getElementById(field.getAttribute('aria-controls'));
  const options = (list) => [...(list?.querySelectorAll('[role=option]') ?? [])];

  function choose(field, option) {
    options(listOf(field)).forEach((o) => o.setAttribute('aria-selected', o === option));
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  addEventListener('keydown', (event) => {
    const field = event.target.closest?.('[role=combobox]');
    if (!field || event.isComposing) return;
    const all = options(listOf(field)), now = all.findIndex((o) => o.ariaSelected === 'true');
    const by = { ArrowDown: now + 1, ArrowUp: now - 1 }[event.key];
    if (by !== undefined && all.length) choose(field, all[(by + all.length) % all.length]);
    else if (event.key === 'Enter' && all[now] && !event.ctrlKey && !event.metaKey) all[now].click();
    else return;
    event.preventDefault();
  }, true);

  // here are the page's buttons, and what else a key presses, as options of the palette.
  function here(list, typed) {
    document.querySelectorAll('main :is([data-key], .btn)').forEach((el, i) => {
      const [label] = (el.getAttribute('aria-label') ?? el.innerText).split('\n'); // its key is a line of its own
      if (el.closest('[data-row]') || !el.checkVisibility() || !label || !label.toLowerCase().includes(typed)) return;
      const option = document.createElement('button');
      const cap = document.createElement('kbd');
      cap.className = 'cap';
      cap.textContent = el.dataset.key?.split('|')[0] ?? '';
      Object.assign(option, { type: 'button', id: 'here-' + i, className: 'choice', role: 'option', tabIndex: -1, ariaSelected: false });
      option.append(label, cap.textContent && cap);
      option.addEventListener('click', () => {
        list.closest('dialog').close();
        if (el.matches('input, select, textarea')) el.focus();
        else el.click();
      });
      list.append(option);
    });
  }

  document.addEventListener('htmx:after:swap', () => {
    const field = document.querySelector('dialog [role=combobox]') ?? document.querySelector('[role=combobox]:focus');
    const list = field && listOf(field);
    if (!list || list.dataset.here) return;
    list.dataset.here = 'yes';
    if (list.closest('dialog')) here(list, field.value.trim().toLowerCase());
    choose(field, options(list)[0]);
  });
})();
