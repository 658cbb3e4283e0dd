/** Colours of both themes, side by side: `light-dark()` follows the system until the reader chooses. */
export const TOKENS = `
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
