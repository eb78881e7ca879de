import type { lock as original } from '../zh-CN/lock.ts';
import type { Translation } from '../translation.ts';

export const lock = {
  title: 'Locked',
  text: 'Nobody has touched this device for a while. {{name}}, please enter your password to go on; everything you typed is still here.',
  password: 'Password',
  unlock: 'Unlock',
  checking: 'Checking…',
  byDevice: 'Unlock by fingerprint, face or device code',
  missing: 'Please enter your password.',
  wrongPassword: 'That is not the password. Please try again.',
  offline: 'There is no network, and this device cannot check this password. Please connect and try again.',
  tooMany: 'Too many tries. Please try again in a few minutes.',
  unknown: 'That did not work. Please try again.',
  device: 'The device did not recognise you. Please try again or enter your password.',
  signOut: 'Somebody else: sign out',
  unsent: 'This device still holds what {{name}} has not sent or finished. They have to unlock it and sign out before somebody else can use it.',
  card: {
    title: 'Screen lock',
    text_one: 'After one minute without a touch the app locks until you unlock it.',
    text_other: 'After {{count}} minutes without a touch the app locks until you unlock it.',
    ownText: 'You alone use this device, and its own lock protects it.',
    isOwn: 'I alone use this device',
    setUp: 'Set up unlocking by fingerprint, face or device code',
    isSetUp: 'Fingerprint, face or device code unlocks.',
    forget: 'Unlock by it no more',
    failed: 'It could not be set up.',
  },
} satisfies Translation<typeof original>;
