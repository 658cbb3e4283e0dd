/** Findings: a line each, and both sides beside each other when it is open. */
export const FINDINGS_STYLE = `
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
.notes { margin: 0 0 14px; padding: 12px 16px; list-style: none; font-size: 13.5px; overflow-wrap: anywhere; }
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
pre { margin: 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--sunk); line-height: 1.6; }
.code { padding: 8px 0; }
.code code { display: block; width: max-content; min-width: 100%; overflow-wrap: normal; }
.line { display: block; padding-right: 14px; white-space: pre; }
.line .number { display: inline-block; width: 44px; margin-right: 12px; padding-right: 10px; border-right: 1px solid var(--line); color: var(--soft); text-align: right; user-select: none; }
.line.marked { background: var(--warning-sunk); box-shadow: inset 3px 0 0 var(--warning); }
mark { background: none; color: inherit; font-weight: 600; }
.headers { margin-top: 8px; font-size: 13px; }
.headers summary { color: var(--soft); cursor: pointer; }
.headers dl { margin-top: 4px; padding: 8px 12px; border-radius: 8px; background: var(--sunk); font-family: var(--mono); font-size: 12.5px; }
.headers dl div { display: flex; flex-wrap: wrap; gap: 0 10px; overflow-wrap: anywhere; }
.headers dt { color: var(--soft); }
.headers dt::after { content: ":"; }
.headers .marked { background: var(--warning-sunk); }
.command { position: relative; margin-top: 16px; }
.command h3 { margin-bottom: 6px; }
.command pre { padding: 9px 84px 9px 13px; white-space: pre-wrap; overflow-wrap: anywhere; }
.copy { position: absolute; right: 6px; bottom: 6px; padding: 3px 10px; }
.fingerprint { margin-top: 10px; color: var(--soft); font-size: 12.5px; }
.undocumented { overflow-x: auto; margin-top: 16px; }
.undocumented h3 { padding: 13px 16px 5px; font-weight: 560; }
@media (max-width: 700px) {
  .comparison { grid-template-columns: 1fr; }
  .finding > summary { flex-direction: column; gap: 6px; }
  .keys { display: none; }
  .search, .search input { width: 100%; }
  .search input { margin: 4px 0 0; }
}
`;
