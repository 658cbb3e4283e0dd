/** What the page does beyond showing: theme, filter, keys, copy. Without it the whole report is there to be read. */
export const SCRIPT = `(() => {
const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const themes = ['auto', 'light', 'dark'];
const stored = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
const setTheme = (name) => {
  const theme = themes.includes(name) ? name : 'auto';
  if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
  $('theme-name').textContent = theme;
  try { localStorage.setItem('theme', theme); } catch {}
};
setTheme(stored());
$('theme').hidden = false;
$('theme').addEventListener('click', () => {
  const now = root.dataset.theme ?? 'auto';
  setTheme(themes[(themes.indexOf(now) + 1) % themes.length]);
});
const cards = [...document.querySelectorAll('.finding')];
const filters = $('filters');
if (filters) {
  filters.hidden = false;
  const blocks = [...document.querySelectorAll('[data-mood]')];
  const texts = blocks.map((block) => block.textContent.toLowerCase());
  const apply = () => {
    const words = $('filter').value.toLowerCase().split(/\\s+/).filter(Boolean);
    const moods = [...filters.querySelectorAll('input:checked')].map((box) => box.value);
    let shown = 0;
    blocks.forEach((block, at) => {
      const fits = moods.includes(block.dataset.mood) && words.every((word) => texts[at].includes(word));
      block.hidden = !fits;
      if (fits) shown += 1;
    });
    $('no-match').hidden = shown > 0;
  };
  filters.addEventListener('input', apply);
  apply();
}
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest('input');
  if (typing) { if (event.key === 'Escape') typing.blur(); return; }
  if (event.key === '/' && $('filter')) { event.preventDefault(); $('filter').focus(); return; }
  if (event.key !== 'j' && event.key !== 'k') return;
  const open = cards.filter((card) => !card.hidden).map((card) => card.querySelector('summary'));
  if (open.length === 0) return;
  const now = open.findIndex((summary) => summary.parentElement.contains(document.activeElement));
  const next = event.key === 'j' ? now + 1 : now < 0 ? open.length - 1 : now - 1;
  const target = open[Math.max(0, Math.min(open.length - 1, next))];
  target.parentElement.open = true;
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
});
if (navigator.clipboard) for (const button of document.querySelectorAll('.copy')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const text = button.parentElement.querySelector('pre').textContent;
    try { await navigator.clipboard.writeText(text); button.textContent = 'Copied'; } catch { button.textContent = 'Copy by hand'; }
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  });
}
})();`;
