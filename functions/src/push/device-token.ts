import { z } from 'zod';

/** What a push service calls one browser on one device. */
export const deviceToken = z.string().regex(/^[\w:.-]{20,1000}$/);
