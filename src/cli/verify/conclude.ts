import { VERSION } from '../../client/version.ts';
import { withFindings } from '../../contract/count-findings.ts';
import { printable } from '../../contract/printable.ts';
import type { Report } from '../../contract/report.ts';
import type { ReportContext } from '../../contract/reporters/shared/context.ts';
import { createReportContext } from '../../contract/reporters/shared/context.ts';
import type { Evidence } from '../../contract/reporters/shared/evidence.ts';
import { coverageGate, elsewhereText, unreadText } from '../../contract/reporters/shared/outcome.ts';
import type { Contracts } from '../../contract/run/contracts.ts';
import { ageFindings } from '../../contract/run/findings/age-findings.ts';
import { isOfWaiver, waiveReport } from '../../contract/waivers/apply.ts';
import type { Waiver } from '../../contract/waivers/waiver.ts';
import { EXIT, type ExitCode, exitCodeOf } from '../exit-code.ts';
import { refuseToReplace, type UsedFile } from '../output-files.ts';
import { type Terminal, wantsColor } from '../terminal.ts';
import { deliver } from './deliver.ts';
import type { JudgeOptions } from './judge-options.ts';
import { render } from './render.ts';

/** What a run found, before anything was accepted. */
export interface Found {
  readonly contracts: Contracts;
  readonly report: Report;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** The waivers that the shards were given that it was put together of. */
  readonly waivers?: readonly Waiver[];
}

/** Makes of what a run found what the options ask for. */
export type Conclude = (found: Found, terminal: Terminal, now: Date) => Promise<ExitCode>;

/**
 * Reads the waivers that the options name; resolves with what applies them to what a run found, writes the reports, and
 * gives the exit code.
 *
 * @throws WaiverError
 */
export async function prepareConclusion(options: JudgeOptions): Promise<Conclude> {
  // Loaded when asked for: the YAML parser takes longer to load than a run takes.
  const work = options.waivers === undefined ? undefined : await import('./waivers.ts');
  const waivers = await work?.readWaivers(options.waivers ?? '', options.updateWaivers);
  return async (found, terminal, now) => {
    const { report, context } = await judged(found, options, waivers?.finished, now);
    const written: UsedFile[] = [];
    for (const { format, file } of options.targets) {
      // Two names of files that were not there yet can turn out to be one, where case makes no difference.
      const own = file === undefined ? [] : [{ file, what: `where the ${format} report went` }];
      await refuseToReplace(own, written);
      const color = file === undefined && wantsColor(terminal.out, terminal.env);
      const columns = file === undefined ? terminal.out.columns : undefined;
      await deliver(await render(format, { report, context, color, columns }), file, terminal);
      written.push(...own);
    }
    if (work !== undefined && waivers !== undefined && options.updateWaivers) {
      // What was not read may have any finding, and lack any.
      const done =
        report.unread.length > 0
          ? 'left as it is, for not everything was read'
          : await work.updateWaivers(waivers, report, options.gates.failOn, dayOf(now));
      terminal.err.write(`${printable(waivers.path)}: ${done}\n`);
    }
    const gate = coverageGate(report, options.gates.minCoverage);
    if (gate !== undefined) terminal.err.write(`exa-enrichments: ${gate}\n`);
    for (const one of report.unread) terminal.err.write(`exa-enrichments: ${printable(unreadText(one))}\n`);
    const exit = exitCodeOf(report, options.gates);
    const elsewhere = exit === EXIT.nothingVerified ? elsewhereText(report) : undefined;
    if (elsewhere !== undefined) terminal.err.write(`exa-enrichments: ${printable(elsewhere)}\n`);
    // That another shard verified something is for `merge-reports` to see.
    return report.shard !== undefined && exit === EXIT.nothingVerified ? EXIT.clean : exit;
  };
}

async function judged(
  { contracts, report: found, evidence, waivers: given = [] }: Found,
  options: JudgeOptions,
  named: readonly Waiver[] | undefined,
  now: Date,
): Promise<{ report: Report; context: ReportContext }> {
  const aged = withMore(found, ageFindings(found.recordings ?? [], options.maxAge, dayOf(now)));
  const waivers = named ?? given;
  const waived = waivers.length === 0 ? aged : waiveReport(aged, waivers, dayOf(now));
  const report = waived.shard === undefined ? waived : withoutWaiverFindings(waived, waivers);
  const context = await createReportContext(report, {
    contract: contracts,
    description: options.apis.length === 0 ? 'bundled' : 'own',
    toolVersion: VERSION,
    createdAt: now,
    ...options.gates,
    evidence,
    waivers,
  });
  return { report, context };
}

function withMore(report: Report, more: Report['findings']): Report {
  return more.length === 0 ? report : withFindings(report, [...report.findings, ...more]);
}

/** A waiver that covers nothing in one shard may cover something in another: `merge-reports` sees. */
function withoutWaiverFindings(report: Report, waivers: readonly Waiver[]): Report {
  const findings = report.findings.filter((finding) => !isOfWaiver(finding));
  const { shard } = report;
  return {
    ...withFindings(report, findings),
    ...(shard && { shard: { ...shard, ...(waivers.length > 0 && { waivers }) } }),
  };
}

/** In UTC, `YYYY-MM-DD`. */
function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
