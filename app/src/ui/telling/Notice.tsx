import './Notice.css';
import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

interface NoticeProps {
  tone: 'info' | 'success' | 'warning' | 'danger';
  children: ReactNode;
  action?: string;
  onAction?: () => void;
  dismiss?: string;
  onDismiss?: () => void;
}

const icons: Record<NoticeProps['tone'], IconName> = { info: 'question', success: 'check', warning: 'warning', danger: 'alert' };

/** A sentence that matters now, told by sign and words as well as by colour, and read out when it appears. */
export function Notice({ tone, children, action, onAction, dismiss, onDismiss }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} size={20} />
      <p>{children}</p>
      {action !== undefined && (
        <button type="button" className="notice-action" onClick={onAction}>
          {action}
        </button>
      )}
      {dismiss !== undefined && (
        <button type="button" className="notice-action" onClick={onDismiss}>
          {dismiss}
        </button>
      )}
    </div>
  );
}
