import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { MissingCode } from './missing-code.ts';
import { Button } from '../ui/action/Button.tsx';

/** Whether a page's code could not be fetched, or the page broke over what it was to show: only the one has to do with the network. */
interface PageState {
  failed: 'pageMissing' | 'pageBroken' | null;
}

/**
 * A page that broke, or whose code could not be fetched, says so and offers to start anew. Plain elements only: whatever broke
 * may have been a part of the frame.
 */
export class PageFailure extends Component<{ children: ReactNode }, PageState> {
  override state: PageState = { failed: null };

  static getDerivedStateFromError(error: unknown): PageState {
    return { failed: error instanceof MissingCode ? 'pageMissing' : 'pageBroken' };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return (
      <main className="blank">
        <h1>{i18next.t(`shell:${failed}.title`)}</h1>
        <p>{i18next.t(`shell:${failed}.text`)}</p>
        <Button onClick={() => location.reload()}>{i18next.t('shell:lasting.reload')}</Button>
      </main>
    );
  }
}
