/** Colours of both themes, side by side: `light-dark()` follows the system until the reader chooses. */
const TOKENS = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #0e1116);
  --card: light-dark(#ffffff, #161b22);
  --sunk: light-dark(#f3f4f7, #0f141b);
  --line: light-dark(#dfe3ea, #2b333e);
  --ink: light-dark(#16191f, #e6eaf0);
  --soft: light-dark(#555e6c, #9ba6b4);
  --accent: light-dark(#3347c8, #9db0ff);
  --error: light-dark(#b3261e, #ff8f86);
  --error-sunk: light-dark(#fdeceb, #35191a);
  --warning: light-dark(#8a5300, #f0b45a);
  --warning-sunk: light-dark(#fdf2dd, #33260f);
  --info: light-dark(#1f5fa8, #85bcff);
  --info-sunk: light-dark(#e8f1fc, #14263c);
  --seen: light-dark(#146c3a, #6bdc9a);
  --seen-sunk: light-dark(#dff5e6, #12301f);
  --seen-fill: light-dark(#2fa866, #36b873);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
`;

/** The frame of the page: type, head, figures, tables. */
const PAGE_STYLE = `
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
.tiles { display: grid; grid-template-columns: repeat(5, 1fr) 1.5fr; gap: 12px; }
.tile { padding: 13px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
.tile dt { color: var(--soft); font-size: 13px; }
.tile b { display: block; font-size: 27px; font-weight: 640; line-height: 1.25; font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
.tile small { display: block; line-height: 1.35; }
.tile.error b { color: var(--error); }
.tile.warning b { color: var(--warning); }
.tile.info b { color: var(--info); }
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
@media (min-width: 901px) and (max-width: 1100px) {
  .ring { display: none; }
}
@media (max-width: 900px) {
  .tiles { grid-template-columns: repeat(3, 1fr); }
}
@media (max-width: 600px) {
  .tiles { grid-template-columns: 1fr 1fr; }
  .ring { display: none; }
  .wide { padding-left: 14px; padding-right: 14px; }
  .theme { position: static; margin-top: 12px; }
  h1 { margin-right: 0; font-size: 21px; }
}
@media print {
  .theme, .jumps, .filters, .copy { display: none; }
  .card { break-inside: avoid; }
}
`;

/** Findings: a line each, and both sides beside each other when it is open. */
const FINDINGS_STYLE = `
.filters { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: center; margin-bottom: 14px; font-size: 13.5px; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; border: 0; }
.search { color: var(--soft); }
.search input { width: 250px; max-width: 100%; margin-left: 6px; padding: 6px 10px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); font: inherit; }
.toggle { padding: 4px 11px; border: 1px solid var(--line); border-radius: 99px; background: var(--card); cursor: pointer; }
.toggle input { margin: 0 3px 0 0; vertical-align: -1px; accent-color: var(--accent); }
.toggle span { color: var(--soft); font-variant-numeric: tabular-nums; }
.keys { margin-left: auto; color: var(--soft); }
kbd { padding: 1px 6px; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 5px; background: var(--card); color: var(--ink); }
.badge.error { background: var(--error-sunk); color: var(--error); }
.badge.warning { background: var(--warning-sunk); color: var(--warning); }
.badge.info { background: var(--info-sunk); color: var(--info); }
.badge.waived { background: var(--sunk); color: var(--soft); }
.notes { margin: 14px 0 0; padding: 12px 16px; list-style: none; font-size: 13.5px; overflow-wrap: anywhere; }
.notes li + li { margin-top: 6px; }
.finding { margin-bottom: 10px; overflow: clip; }
.finding > summary { display: flex; gap: 12px; align-items: flex-start; padding: 12px 42px 12px 14px; position: relative; cursor: pointer; list-style: none; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary::after { content: ""; position: absolute; top: 20px; right: 18px; width: 8px; height: 8px; border: solid var(--soft); border-width: 0 2px 2px 0; transform: rotate(45deg); }
.finding[open] > summary::after { top: 24px; transform: rotate(-135deg); }
.finding > summary:hover { background: var(--sunk); }
.finding > summary:focus-visible { outline-offset: -2px; border-radius: 12px; }
.finding .badge { flex: none; min-width: 68px; margin-top: 1px; text-align: center; }
.what { min-width: 0; }
.message { display: block; font-weight: 560; overflow-wrap: anywhere; }
.meant { color: var(--accent); font-weight: 400; }
.where { display: flex; flex-wrap: wrap; gap: 1px 14px; color: var(--soft); font-size: 13.5px; }
.times { color: var(--ink); font-weight: 600; }
.inside { padding: 4px 16px 14px; border-top: 1px solid var(--line); }
.waiver { margin-top: 12px; padding: 9px 13px; border-radius: 8px; background: var(--sunk); }
.comparison { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-top: 12px; }
.comparison > div { min-width: 0; padding: 8px 13px; border-radius: 8px; }
.comparison dt { font-size: 12.5px; font-weight: 600; }
.received { background: var(--error-sunk); }
.received dt { color: var(--error); }
.warning .received { background: var(--warning-sunk); }
.warning .received dt { color: var(--warning); }
.waived .received, .info .received { background: var(--sunk); }
.waived .received dt, .info .received dt { color: var(--soft); }
.documented { background: var(--seen-sunk); }
.documented dt { color: var(--seen); }
.panes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 16px; margin-top: 16px; }
.pane { min-width: 0; }
.file { margin-bottom: 6px; font-size: 13.5px; }
.call { margin-bottom: 8px; font-size: 13px; }
.call code { word-break: break-all; }
.status { padding: 0 7px; border: 1px solid var(--line); border-radius: 6px; font-size: 12.5px; font-variant-numeric: tabular-nums; }
pre { margin: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--sunk); line-height: 1.6; }
.code { padding: 8px 0; }
.line { display: grid; grid-template-columns: 46px minmax(0, 1fr); column-gap: 12px; padding-right: 14px; }
.line .number { padding-right: 10px; border-right: 1px solid var(--line); color: var(--soft); text-align: right; user-select: none; }
.line .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.line.marked { background: var(--warning-sunk); box-shadow: inset 3px 0 0 var(--warning); }
mark { background: none; color: inherit; font-weight: 650; text-decoration: underline 2px var(--warning); text-underline-offset: 3px; }
.part { margin-top: 8px; font-size: 13px; }
.part summary { width: fit-content; color: var(--soft); cursor: pointer; }
.part[open] summary { margin-bottom: 4px; color: var(--ink); }
.part dl { padding: 8px 12px; border-radius: 8px; background: var(--sunk); font-family: var(--mono); font-size: 12.5px; }
.part dl div { display: flex; flex-wrap: wrap; gap: 0 10px; overflow-wrap: anywhere; }
.part dt { color: var(--soft); }
.part dt::after { content: ":"; }
.part .marked { background: var(--warning-sunk); }
.command { position: relative; margin-top: 16px; }
.command h3 { margin-bottom: 6px; }
.command pre { padding: 9px 84px 9px 13px; white-space: pre-wrap; overflow-wrap: anywhere; }
.copy { position: absolute; right: 6px; bottom: 6px; padding: 3px 10px; }
.fingerprint { margin-top: 10px; color: var(--soft); font-size: 12.5px; }
.undocumented { overflow-x: auto; margin-top: 16px; }
.leading { margin: 0 0 16px; }
.undocumented h3 { padding: 13px 16px 5px; font-weight: 560; }
@media (max-width: 700px) {
  .comparison { grid-template-columns: 1fr; }
  .finding > summary { flex-direction: column; gap: 6px; }
  .keys { display: none; }
  .search, .search input { width: 100%; }
  .search input { margin: 4px 0 0; }
}
`;

/** Coverage: filled is seen, hollow is not. */
const COVERAGE_STYLE = `
.chip { display: inline-block; max-width: 100%; padding: 0 9px; border: 1px solid; border-radius: 99px; font: 12.5px/1.75 var(--mono); overflow-wrap: anywhere; position: relative; }
.chip i { margin-right: 5px; font-style: normal; font-size: 11px; }
.chip.seen { border-color: transparent; background: var(--seen-sunk); color: var(--seen); }
.chip.unseen { border-color: var(--line); border-style: dashed; color: var(--soft); }
.chip.exempt { border-color: transparent; background: var(--sunk); color: var(--soft); }
.marks > div { display: flex; gap: 10px; margin-top: 6px; }
.marks dt { flex: none; width: 58px; color: var(--soft); font-size: 12.5px; line-height: 1.9; }
.marks dd { min-width: 0; }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.values { display: flex; flex-wrap: wrap; gap: 6px; }
.row .values { display: contents; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; margin-bottom: 14px; color: var(--soft); font-size: 13.5px; }
.meters { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: 10px 22px; margin-bottom: 18px; }
.meters li { display: flex; flex-wrap: wrap; justify-content: space-between; font-size: 13px; }
.meters .figure { color: var(--soft); font-variant-numeric: tabular-nums; }
.bar { width: 100%; height: 6px; margin-top: 4px; border-radius: 3px; }
.bar .rest { fill: var(--line); stroke: none; }
.bar .part { fill: var(--seen-fill); }
.operations { padding: 14px 18px 18px; }
.operations li { margin-top: 12px; }
.operation { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin-bottom: 8px; }
.schemas { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(460px, 100%), 1fr)); gap: 14px; align-items: start; margin-top: 14px; }
.schema { min-width: 0; padding: 14px 18px 16px; }
.schema h3 { margin-bottom: 8px; }
.count { color: var(--soft); font-size: 13px; font-weight: 400; }
.tree .tree { margin-left: 12px; padding-left: 14px; border-left: 1px solid var(--line); }
.row { display: flex; flex-wrap: wrap; gap: 3px 8px; align-items: baseline; padding: 3px 0; }
.type { color: var(--soft); font-size: 12.5px; font-weight: 400; }
.step { color: var(--soft); font: 12.5px var(--mono); }
.alternative { margin-top: 10px; padding: 9px 12px 8px; border: 1px solid var(--line); border-radius: 9px; }
.alternative h4 { margin-bottom: 4px; color: var(--ink); font-size: 13.5px; }
.or { color: var(--soft); font-weight: 400; }
`;

export const STYLE: string = [TOKENS, PAGE_STYLE, FINDINGS_STYLE, COVERAGE_STYLE].join('');
