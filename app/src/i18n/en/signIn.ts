import type { signIn as original } from '../zh-CN/signIn.ts';
import type { Translation } from '../translation.ts';

export const signIn = {
  title: 'Sign in',
  slogan: 'Whoever hears it first owns it to the end',
  email: 'Work e-mail',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  again: 'The sign-in has expired: {{name}}, please sign in again. Everything unsent is still here.',
  otherPerson: 'Someone else is using this phone',
  missing: 'Enter your e-mail and password.',
  failure: {
    wrongCredentials: 'The e-mail or the password is wrong. Check both and try again.',
    offline: 'There is no connection. The first sign-in needs one: check it and try again.',
    tooMany: 'Too many attempts. Try again in a few minutes.',
    disabled: 'This account is suspended. Ask your administrator.',
    noStaff: 'This account is not registered as staff. Ask your administrator.',
    otherPerson: 'This phone still holds work of {{name}}, who has to sign in and sign out first.',
    unknown: 'Signing in did not work. Try once more.',
  },
} satisfies Translation<typeof original>;
