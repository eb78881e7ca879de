import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { Button } from '../ui/action/Button.tsx';

/**
 * A page that broke, or whose code could not be fetched, says so and offers to start anew. Plain elements only: whatever broke
 * may have been a part of the frame.
 */
export class PageFailure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="blank">
        <h1>{i18next.t('shell:pageFailed.title')}</h1>
        <p>{i18next.t('shell:pageFailed.text')}</p>
        <Button onClick={() => location.reload()}>{i18next.t('shell:pageFailed.reload')}</Button>
      </main>
    );
  }
}
