// A picture that is pasted on a page, or dropped on it, goes where the page's own form would send it.
(() => {
  const field = () => document.getElementById('picture');

  function take(event, { files }) {
    const file = [...files].find(({ type }) => type.startsWith('image/'));
    if (!file || !field() || event.target.closest?.('textarea, input:not([type=file])')) return;
    event.preventDefault();
    const chosen = new DataTransfer();
    chosen.items.add(file);
    field().files = chosen.files;
    field().form.requestSubmit();
  }

  addEventListener('paste', (event) => take(event, event.clipboardData));
  addEventListener('drop', (event) => take(event, event.dataTransfer));
  addEventListener('dragover', (event) => {
    if (field() && event.dataTransfer.types.includes('Files')) event.preventDefault();
  });
})();
