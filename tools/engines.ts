import { existsSync } from 'node:fs';
import { canInstallDebianPackages, installDebianPackages } from './browser.ts';

/** A browser engine besides Chromium, and what has to be there to drive it. */
export interface Engine {
  name: 'webkit' | 'old-webkit' | 'firefox';
  /** For whoever reads what was tested. */
  standsFor: string;
  /** Debian's packages that bring these files. */
  packages: readonly string[];
  files: readonly string[];
}

export interface Engines {
  here: Engine[];
  missing: Engine[];
}

const engines: readonly Engine[] = [
  {
    name: 'webkit',
    standsFor: 'WebKit, which every browser of an iPhone is made of',
    packages: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1', 'gir1.2-gtk-3.0', 'procps'],
    files: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', '/usr/lib/python3/dist-packages/gi', '/usr/lib/x86_64-linux-gnu/girepository-1.0/WebKit2-4.1.typelib'],
  },
  {
    name: 'old-webkit',
    standsFor: 'WebKit of Safari 16.0, the oldest that is supported',
    packages: ['wpewebkit-driver', 'libwpewebkit-1.1-0'],
    files: ['/usr/bin/WPEWebDriver', '/usr/lib/x86_64-linux-gnu/wpe-webkit-1.1/MiniBrowser'],
  },
  { name: 'firefox', standsFor: 'Firefox', packages: ['firefox-esr'], files: ['/usr/bin/firefox-esr'] },
];

/** Which of them this machine has. */
export function findEngines(): Engines {
  const isHere = ({ files }: Engine): boolean => files.every((file) => existsSync(file));
  return { here: engines.filter(isHere), missing: engines.filter((engine) => !isHere(engine)) };
}

/** The same after what is missing has been got from Debian, where that can be done. */
export function ensureEngines(): Engines {
  const { missing } = findEngines();
  if (missing.length > 0 && canInstallDebianPackages()) installDebianPackages(...new Set(missing.flatMap(({ packages }) => packages)));
  return findEngines();
}
