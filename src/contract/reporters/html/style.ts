import { COVERAGE_STYLE } from './style/coverage.ts';
import { FINDINGS_STYLE } from './style/findings.ts';
import { PAGE_STYLE } from './style/page.ts';
import { TOKENS } from './style/tokens.ts';

export const STYLE: string = [TOKENS, PAGE_STYLE, FINDINGS_STYLE, COVERAGE_STYLE].join('');
