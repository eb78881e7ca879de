import { webConfig } from '../device/web-config.ts';

/** Whether this device is told by push, and if not, what keeps it from being. */
export type PushSetting = 'notSetUp' | 'installFirst' | 'unsupported' | 'denied' | 'off' | 'on';

/** What decides about it. */
export interface PushSurroundings {
  isSetUp: boolean;
  hasPush: boolean;
  /** An iPhone's browser shows notifications for installed apps only. */
  isUninstalledIphone: boolean;
  permission: NotificationPermission;
  isRegistered: boolean;
}

export function pushSettingOf({ isSetUp, hasPush, isUninstalledIphone, permission, isRegistered }: PushSurroundings): PushSetting {
  if (!isSetUp) return 'notSetUp';
  if (!hasPush) return isUninstalledIphone ? 'installFirst' : 'unsupported';
  if (permission === 'denied') return 'denied';
  return isRegistered && permission === 'granted' ? 'on' : 'off';
}

export function pushSurroundings(isRegistered: boolean): PushSurroundings {
  const hasPush = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
  return {
    isSetUp: webConfig.push !== undefined,
    hasPush,
    isUninstalledIphone: 'standalone' in navigator && navigator.standalone === false,
    permission: hasPush ? Notification.permission : 'default',
    isRegistered,
  };
}
