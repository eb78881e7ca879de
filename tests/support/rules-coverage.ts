/** One expression of the rules in the emulator's report, with the values that it came to. */
export interface CoverageNode {
  sourcePosition: { line: number; column: number; currentOffset: number; endOffset: number };
  values?: { value: { boolValue?: boolean; undefined?: object } }[];
  children?: CoverageNode[];
}

interface Seen {
  line: number;
  column: number;
  text: string;
  evaluated: boolean;
  booleans: Set<boolean>;
  /** Something like `data.open` can be true, and anything else: that makes no condition of it. */
  isOther: boolean;
}

/** Adds up the emulator's reports over many requests. */
export class RuleCoverage {
  private readonly seen = new Map<string, Seen>();
  private readonly rulesText: string;

  constructor(rulesText: string) {
    this.rulesText = rulesText;
  }

  add(report: readonly CoverageNode[]): void {
    for (const node of report) {
      this.addNode(node);
      this.add(node.children ?? []);
    }
  }

  get total(): number {
    return this.seen.size;
  }

  get booleanTotal(): number {
    return this.all().filter(isBoolean).length;
  }

  unevaluated(): string[] {
    return this.all()
      .filter((seen) => !seen.evaluated)
      .map(describe);
  }

  /** Conditions that were never seen both ways. */
  oneSided(): string[] {
    return this.all()
      .filter((seen) => isBoolean(seen) && seen.booleans.size === 1)
      .map((seen) => `${describe(seen)} was never ${String(!seen.booleans.has(true))}`);
  }

  private all(): Seen[] {
    return [...this.seen.values()].sort((one, other) => one.line - other.line || one.column - other.column);
  }

  private addNode({ sourcePosition, values = [] }: CoverageNode): void {
    const { line, column, currentOffset, endOffset } = sourcePosition;
    const key = `${currentOffset}-${endOffset}`;
    const seen = this.seen.get(key) ?? {
      line,
      column,
      text: this.textAt(currentOffset, endOffset),
      evaluated: false,
      booleans: new Set<boolean>(),
      isOther: false,
    };
    for (const { value } of values) {
      // What broke off, or was tried without the documents that it needs, has not been worked out.
      if (value.undefined === undefined) seen.evaluated = true;
      if (value.boolValue !== undefined) seen.booleans.add(value.boolValue);
      else if (value.undefined === undefined) seen.isOther = true;
    }
    this.seen.set(key, seen);
  }

  private textAt(start: number, end: number): string {
    return this.rulesText
      .slice(start, end + 1)
      .replaceAll(/\s+/g, ' ')
      .slice(0, 120);
  }
}

/** True and false written out are not conditions. */
function isBoolean({ booleans, isOther, text }: Seen): boolean {
  return booleans.size > 0 && !isOther && text !== 'true' && text !== 'false';
}

function describe({ line, column, text }: Seen): string {
  return `firestore.rules:${line}:${column} ${text}`;
}
