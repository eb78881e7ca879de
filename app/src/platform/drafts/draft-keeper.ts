export type Kept = 'untouched' | 'pending' | 'kept' | 'failed';

/** Where a draft is written to, and from where it is removed. */
export interface DraftPlace<Content> {
  write: (content: Content) => Promise<void>;
  erase: () => Promise<void>;
}

const pauseMs = 250;

/** Writes a draft down while it is being typed: a moment after the last change, and at once when the app goes out of sight. */
export class DraftKeeper<Content> {
  private readonly place: DraftPlace<Content>;
  private readonly notify: (kept: Kept, error?: unknown) => void;
  private latest: Content | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(place: DraftPlace<Content>, notify: (kept: Kept, error?: unknown) => void) {
    this.place = place;
    this.notify = notify;
  }

  change(draft: Content): void {
    if (this.ended) return;
    this.latest = draft;
    this.notify('pending');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pauseMs);
  }

  /** Resolves when everything changed so far is on the disk, or could not be put there. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    const draft = this.latest;
    this.latest = null;
    if (draft !== null) this.writing = this.writing.then(() => this.write(draft));
    return this.writing;
  }

  /** The draft has done its work, or is not wanted any more: it is removed, and what is typed from now on is another one. */
  forget(): Promise<void> {
    clearTimeout(this.timer);
    this.latest = null;
    this.notify('untouched');
    // One that cannot be removed is found again, which is better than the other way round.
    this.writing = this.writing.then(() => this.place.erase()).catch(() => undefined);
    return this.writing;
  }

  /** No more writing: the draft has become something else, or was deleted, and must not come back. */
  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    this.latest = null;
    await this.writing;
  }

  /** Writing goes on, because what the draft was to become could not be kept. */
  resume(draft: Content): void {
    this.ended = false;
    this.change(draft);
  }

  private async write(draft: Content): Promise<void> {
    try {
      await this.place.write(draft);
      this.notify('kept');
    } catch (error) {
      this.notify('failed', error);
    }
  }
}
