/** What is still to happen, in the order of time; things of the same moment in the order in which they were put down. */
export class Agenda<Item> {
  private readonly heap: { atMs: number; order: number; item: Item }[] = [];
  private added = 0;

  /** When the next thing happens; never when there is none. */
  get nextAtMs(): number {
    return this.heap[0]?.atMs ?? Number.POSITIVE_INFINITY;
  }

  add(atMs: number, item: Item): void {
    const { heap } = this;
    const entry = { atMs, order: (this.added += 1), item };
    let index = heap.length;
    for (let parent = (index - 1) >> 1; index > 0 && this.isBefore(entry, heap[parent]); parent = (index - 1) >> 1) {
      heap[index] = heap[parent] ?? entry;
      index = parent;
    }
    heap[index] = entry;
  }

  take(): Item | null {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) return null;
    if (heap.length > 0) this.sink(last);
    return first.item;
  }

  private sink(entry: Agenda<Item>['heap'][number]): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const child = this.isBefore(heap[left + 1] ?? entry, heap[left]) && left + 1 < heap.length ? left + 1 : left;
      const lower = heap[child];
      if (!lower || !this.isBefore(lower, entry)) break;
      heap[index] = lower;
      index = child;
    }
    heap[index] = entry;
  }

  private isBefore(one: { atMs: number; order: number }, other: { atMs: number; order: number } | undefined): boolean {
    return other !== undefined && (one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order));
  }
}
