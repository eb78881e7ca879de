/** One measured figure. `baseline` is the arm measured beside it in the same run, or the limit that it is held against; `ratio` is value over baseline. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
}

/** A group of figures that are measured together. */
export interface FigureGroup {
  names: readonly string[];
  measure(): Promise<Figure[]>;
}

/** A figure beside its baseline; a baseline of 0 has no ratio. */
export function figure(name: string, value: number, unit: string, baseline: number | null = null): Figure {
  return { name, value: rounded(value), unit, baseline: baseline === null ? null : rounded(baseline), ratio: baseline ? rounded(value / baseline) : null };
}

/** A figure that is a ratio itself, with the baseline's own measure beside it. */
export function ratioFigure(name: string, ours: number, baseline: number, unit: string): Figure {
  return { name, value: rounded(ours), unit, baseline: rounded(baseline), ratio: rounded(ours / baseline) };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
