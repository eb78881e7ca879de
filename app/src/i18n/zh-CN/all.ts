import { inbox } from './inbox.ts';
import { me } from './me.ts';
import { outbox } from './outbox.ts';
import { shell } from './shell.ts';
import { signIn } from './signIn.ts';
import { vocabulary } from './vocabulary.ts';
import { worklist } from './worklist.ts';

export const chinese = { inbox, me, outbox, shell, signIn, vocabulary, worklist };
