import { onLanguage } from '../device/language.ts';
import { registeredKey } from './registered-device.ts';

/** Keeps this device's registration good, where there is one; for everybody else nothing is loaded. */
export function watchPush(): void {
  const renew = (): void => {
    if (localStorage.getItem(registeredKey) === null) return;
    import('./push.ts').then(({ renewPush }) => renewPush()).catch(() => undefined);
  };
  onLanguage(renew);
  renew();
}
