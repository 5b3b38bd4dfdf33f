// The language model of the configuration. Its key comes from the environment when it is needed, and goes nowhere but
// into the requests.
import { InterdictError } from '../../model/errors.ts';
import { type LanguageModel, languageModelAt } from '../../news/language-model/endpoint.ts';
import type { LanguageModelConfig } from '../config.ts';

/**
 * @param environment variables by name, as in `process.env`
 * @throws InterdictError CONFIG_INVALID if the variable of the key is not set
 */
export function configuredModel(
  { url, model, keyVariable, timeoutSeconds }: LanguageModelConfig,
  environment: Readonly<Record<string, string | undefined>>,
): LanguageModel {
  const apiKey = keyVariable === undefined ? undefined : environment[keyVariable];
  if (keyVariable !== undefined && !apiKey) {
    const message = `The environment variable ${keyVariable}, which should hold the key of the language model, is not set.`;
    throw new InterdictError('CONFIG_INVALID', message, { field: 'language_model.key_env' });
  }
  return languageModelAt({
    baseUrl: url,
    model,
    apiKey,
    timeoutMs: timeoutSeconds === undefined ? undefined : timeoutSeconds * 1_000,
  });
}
