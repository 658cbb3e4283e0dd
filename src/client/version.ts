/** The version of this package, for the user agent. A test keeps it in step with package.json. */
export const VERSION = '0.1.0';
