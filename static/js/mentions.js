// Completes "@To" in a comment, "#bo" in a line, or the tag after a comma, from the names in the list that the field
// names, which have the mark. Without the script they are typed out.
(() => {
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const listOf = (box) => document.getElementById(box.dataset?.mentions);
  const shown = (list) => [...list.children].filter((name) => !name.hidden);
  const chosen = (list) => list.querySelector('[aria-selected=true]');

  // What is typed after the last comma before the caret, or the last mark and what is after it, when no word goes before.
  const started = (box, list) => (list.dataset.after ? /(?:^|,)\s*([^,]{1,60})$/ : /(?:^|[^\p{L}\p{N}])([@#][^@#\n]{0,60})$/u)
    .exec(box.value.slice(0, box.selectionStart))?.[1];

  function choose(box, list, name) {
    list.querySelectorAll('[role=option]').forEach((other) => other.setAttribute('aria-selected', other === name));
    list.hidden = !name;
    box.setAttribute('aria-activedescendant', name?.id ?? '');
    name?.scrollIntoView({ block: 'nearest' });
  }

  function offer(box, list) {
    const start = started(box, list);
    for (const name of list.children) {
      const words = fold(name.textContent).split(/\s+/), mark = list.dataset.after ? '' : words[0][0];
      name.hidden = !start || !words.some((_, i) => ((i ? mark : '') + words.slice(i).join(' ')).startsWith(fold(start)));
    }
    choose(box, list, shown(list)[0]);
  }

  function take(box, list, name) {
    const at = box.selectionStart;
    box.setRangeText(name.textContent + (list.dataset.after ? ', ' : ' '), at - started(box, list).length, at, 'end');
    choose(box, list, null);
    box.focus();
  }

  addEventListener('input', ({ target }) => {
    const list = listOf(target);
    if (list) offer(target, list);
  });

  addEventListener('keydown', (event) => {
    const box = event.target;
    const list = listOf(box);
    if (!list || list.hidden || event.isComposing) return;
    const names = shown(list);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(box, list, names.at((names.indexOf(chosen(list)) + step) % names.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && !event.shiftKey) take(box, list, chosen(list));
    else if (event.key === 'Escape') choose(box, list, null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  addEventListener('mousedown', (event) => {
    const name = event.target.closest?.('.names [role=option]');
    const box = name && document.querySelector(`[data-mentions="${CSS.escape(name.parentElement.id)}"]`);
    if (!box) return;
    event.preventDefault(); // the field keeps the focus
    take(box, name.parentElement, name);
  });

  addEventListener('focusout', ({ target }) => {
    const list = listOf(target);
    if (list) choose(target, list, null);
  });
})();
