import { type RecordingDraft, saveDraft } from '../../platform/drafts/draft-store.ts';

export type Kept = 'untouched' | 'pending' | 'kept' | 'failed';

const pauseMs = 250;

/** Writes a draft down while it is being typed: a moment after the last change, and at once when the app goes out of sight. */
export class DraftKeeper {
  private readonly ownerUid: string;
  private readonly tell: (kept: Kept, error?: unknown) => void;
  private latest: RecordingDraft | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(ownerUid: string, tell: (kept: Kept, error?: unknown) => void) {
    this.ownerUid = ownerUid;
    this.tell = tell;
  }

  change(draft: RecordingDraft): void {
    if (this.ended) return;
    this.latest = draft;
    this.tell('pending');
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

  /** No more writing: the draft has become a complaint, or was deleted, and must not come back. */
  async end(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    this.latest = null;
    await this.writing;
  }

  /** Writing goes on, because what the draft was to become could not be kept. */
  resume(draft: RecordingDraft): void {
    this.ended = false;
    this.change(draft);
  }

  private async write(draft: RecordingDraft): Promise<void> {
    try {
      await saveDraft(this.ownerUid, draft);
      this.tell('kept');
    } catch (error) {
      this.tell('failed', error);
    }
  }
}
