/** The frame of the page: type, head, figures, tables. */
export const PAGE_STYLE = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 var(--sans); }
.wide { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
h1, h2, h3, h4, p, dl, dd, ul { margin: 0; }
ul { padding: 0; list-style: none; }
code, pre, kbd { font-family: var(--mono); font-size: 0.88em; }
code { overflow-wrap: anywhere; }
small { color: var(--soft); font-size: 13px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
.hush { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 12px; z-index: 2; padding: 8px 14px; background: var(--card); }
.top { background: var(--card); border-bottom: 1px solid var(--line); }
.top .wide { position: relative; padding-top: 26px; padding-bottom: 22px; }
.kicker { color: var(--accent); font-size: 12px; font-weight: 650; letter-spacing: 0.09em; text-transform: uppercase; }
h1 { margin: 4px 150px 8px 0; font-size: 25px; line-height: 1.25; letter-spacing: -0.012em; text-wrap: balance; }
.version { color: var(--soft); font-weight: 400; }
.meta { display: flex; flex-wrap: wrap; gap: 4px 20px; color: var(--soft); font-size: 13.5px; }
.theme { position: absolute; top: 28px; right: 24px; }
button { padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); font: inherit; font-size: 13px; cursor: pointer; }
button:hover { border-color: var(--soft); }
.jumps { display: flex; gap: 22px; padding-top: 12px; padding-bottom: 12px; font-size: 14px; }
.jumps a { text-decoration: none; }
.jumps a:hover { text-decoration: underline; }
main { padding-bottom: 80px !important; }
main > section + section { margin-top: 44px; }
section { scroll-margin-top: 16px; }
h2 { margin-bottom: 14px; font-size: 19px; letter-spacing: -0.01em; }
h3 { font-size: 15.5px; }
h4, .inside h3 { color: var(--soft); font-size: 12.5px; font-weight: 600; }
.card { border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
.none, .more { color: var(--soft); font-size: 13.5px; }
.note { margin-bottom: 12px; color: var(--warning); }
.verdict { margin-bottom: 14px; padding: 13px 18px; border: 1px solid; border-radius: 12px; }
.verdict b { font-size: 16.5px; }
.verdict.good { border-color: color-mix(in srgb, var(--seen) 35%, transparent); background: var(--seen-sunk); color: var(--seen); }
.verdict.bad { border-color: color-mix(in srgb, var(--error) 35%, transparent); background: var(--error-sunk); color: var(--error); }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr) 1.3fr; gap: 12px; }
.tile { padding: 13px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
.tile dt { color: var(--soft); font-size: 13px; }
.tile b { display: block; font-size: 27px; font-weight: 640; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
.tile small { display: block; line-height: 1.35; }
.tile.error b { color: var(--error); }
.tile.warning b { color: var(--warning); }
.tile { position: relative; }
.ring { position: absolute; top: calc(50% - 34px); right: 18px; width: 68px; transform: rotate(-90deg); }
.ring .rest, .bar .rest { stroke: var(--line); }
.ring .part { stroke: var(--seen-fill); }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { padding: 10px 16px; color: var(--soft); font-size: 12.5px; font-weight: 600; text-align: left; }
td { padding: 10px 16px; border-top: 1px solid var(--line); vertical-align: top; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.age { white-space: nowrap; }
.table table { min-width: 820px; }
.undocumented table { min-width: 520px; }
td small { display: block; }
.source, .badge { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 12.5px; font-weight: 600; line-height: 1.6; white-space: nowrap; }
.source { background: var(--sunk); color: var(--soft); }
.source.live { background: var(--seen-sunk); color: var(--seen); }
.source.simulator { background: var(--warning-sunk); color: var(--warning); }
.source.transcribed { background: var(--info-sunk); color: var(--info); }
@media (max-width: 900px) {
  .tiles { grid-template-columns: 1fr 1fr; }
  .tile:last-child { grid-column: 1 / -1; }
}
@media (max-width: 600px) {
  .wide { padding-left: 14px; padding-right: 14px; }
  .theme { position: static; margin-top: 12px; }
  h1 { margin-right: 0; font-size: 21px; }
}
@media print {
  .theme, .jumps, .filters, .copy { display: none; }
  .card { break-inside: avoid; }
}
`;
