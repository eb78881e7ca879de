import { z } from 'zod';

/** Zod would compile schemas with `new Function`, which the page's content security policy forbids. Imported before any schema is made. */
z.config({ jitless: true });
