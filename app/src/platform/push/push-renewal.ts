import { onLanguage } from '../device/language.ts';

/** Under this name the device keeps what it is registered as; it goes with everything else at sign-out. */
export const registeredKey = 'shouwen.push';

/** Keeps this device's registration good, where there is one; for everybody else nothing is loaded. */
export function watchPush(): void {
  const renew = (): void => {
    if (localStorage.getItem(registeredKey) === null) return;
    import('./push.ts').then(({ renewPush }) => renewPush()).catch(() => undefined);
  };
  onLanguage(renew);
  renew();
}
