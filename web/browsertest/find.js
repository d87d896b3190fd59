// What a person would look for on a page. The functions are handed to the page with every question, because its
// content security policy and a change of the page let nothing stay.
const tidy = (s) => s.replace(/\s+/g, ' ').trim();
const shown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && e.getClientRects().length > 0;

// The visible element that css selects and that says text: exactly, else at its beginning, else anywhere in it.
function find(css, text) {
  const all = [...document.querySelectorAll(css)].filter(shown);
  const says = (e) => tidy(e.innerText || e.value || e.getAttribute('aria-label') || '');
  return all.find((e) => says(e) === text) ?? all.find((e) => says(e).startsWith(text)) ?? all.find((e) => says(e).includes(text));
}

// The control that a label names.
function field(label) {
  return [...document.querySelectorAll('label')].find((l) => tidy(l.innerText) === label)?.control;
}

// Where to click an element: its middle, once nothing covers it.
function spot(e) {
  if (!e) return null;
  e.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const box = e.getClientRects()[0];
  if (!box) return null;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(x, y);
  return top && (e.contains(top) || top.closest('label')?.control === e) ? [x, y] : null;
}

// The selector of the row that tells of a gift.
function row(title) {
  const found = [...document.querySelectorAll('[data-row]')].find((r) => r.innerText.includes(title));
  return found ? '#' + CSS.escape(found.id) : null;
}
