// Generated from openapi/ by `npm run generate`. Do not edit.
export declare const validators: Readonly<Record<string, (value: unknown) => boolean>>;
