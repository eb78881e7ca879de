import { z } from 'zod';

/** Ids that clients write or name: whatever else would stand in a path could lead to another document, or to none at all, which stops whoever reads it. */

/** Made by a phone: a UUID or a Firestore auto-id. Anything else is refused, a trailing space above all: it crashes triggers. */
export const deviceIdPattern = /^[A-Za-z0-9-]{20,36}$/;
export const writtenDeviceId = z.string().regex(deviceIdPattern);

/** A member of staff. */
export const writtenUid = z.string().regex(/^[A-Za-z0-9-]{3,40}$/);

export const writtenUnitId = z.string().regex(/^[a-z0-9-]{2,40}$/);

/** The number of something that is kept under it, as a card or a voucher, in whatever spelling: something of it has to tell it from others. */
export const writtenNumber = z
  .string()
  .trim()
  .max(40)
  .regex(/^[\s\S]*[0-9A-Za-z\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A][\s\S]*$/);

/** A version of the policy. */
export const versionPattern = /^[a-z]+-[\d.]+$/;
export const writtenVersion = z.string().max(30).regex(versionPattern);
