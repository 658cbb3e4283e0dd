import { isNamed } from './brand.ts';
import { ExaError } from './exa-error.ts';

/** An option of `createClient` is not usable, or there is no usable API key. Nothing was sent. */
export class ConfigurationError extends ExaError {
  override get name(): string {
    return 'ConfigurationError';
  }
}

/** Is it a {@link ConfigurationError}, from whichever copy of this package? */
export function isConfigurationError(error: unknown): error is ConfigurationError {
  return isNamed(error, 'ConfigurationError');
}
