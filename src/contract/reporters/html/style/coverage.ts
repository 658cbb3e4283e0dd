/** Coverage: filled is seen, hollow is not. */
export const COVERAGE_STYLE = `
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
