import {
  COVERAGE_KINDS,
  type Coverage,
  type CoverageCount,
  type CoverageKind,
  type Point,
  percentOf,
} from '../coverage/coverage.ts';

/** What reports of one description cover together: missing is what is missing in each of them. */
export function mergeCoverage(coverages: readonly [Coverage, ...Coverage[]]): Coverage {
  const [first, ...others] = coverages;
  const missingElsewhere = others.map(({ missing }) => new Set(missing.map(nameOf)));
  const reasons = new Map(
    [...coverages]
      .reverse()
      .flatMap(({ missing }) =>
        missing.flatMap((point) =>
          point.reason === undefined ? [] : [[nameOf(point), point.reason] as const],
        ),
      ),
  );
  const missing = first.missing
    .filter((point) => missingElsewhere.every((set) => set.has(nameOf(point))))
    .map((point) => {
      const reason = reasons.get(nameOf(point));
      return reason === undefined ? point : { ...point, reason };
    });
  const kinds = Object.fromEntries(
    COVERAGE_KINDS.map((kind): [CoverageKind, CoverageCount] => {
      const eligible = first.kinds[kind]?.eligible ?? 0;
      return [kind, { covered: eligible - missing.filter((point) => point.kind === kind).length, eligible }];
    }),
  ) as Record<CoverageKind, CoverageCount>;
  const total = { covered: first.eligible - missing.length, eligible: first.eligible };
  return { ...total, percent: percentOf(total), kinds, missing, ineligible: first.ineligible };
}

function nameOf({ kind, name, spec }: Point): string {
  return `${kind} ${name} ${spec}`;
}
