// Generated from openapi/ by `npm run generate`. Do not edit.
export declare const fits: Readonly<Record<string, (value: unknown) => boolean>>;
