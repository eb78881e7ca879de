declare const __APP_VERSION__: string;

/** As in app/package.json, set by the build. */
export const appVersion: string = __APP_VERSION__;
