import { jsonOrUndefined, property, type Json } from '../json.ts';

/** The parts of an error of the admin API that say what happened. */
export interface ExchangeErrorText {
  /** The last part of the exception's name, such as `ManagementObjectNotFoundException`; '' if there is none. */
  readonly exception: string;
  /** Without names of servers and stack traces. Hostile text until escaped. */
  readonly message: string;
}

/**
 * Names of Exchange's servers and domain controllers: `AM0PR01A003.EURPR01A003.PROD.OUTLOOK.COM`, `DB7PR02MB4321`,
 * `PH1P110MB1605` in the government's clouds.
 */
const SERVERS = [
  /\b[\w-]+(?:\.[\w-]+)*\.(?:PROD|SDF|MGT)\.(?:OUTLOOK|EXCHANGELABS|PARTNER\.OUTLOOK|OFFICE365)\.(?:COM|CN|US)\b/gi,
  /\b[\w-]+(?:\.[\w-]+)*\.(?:protection|mail|exchangelabs|namprd\d+|eurprd\d+|apcprd\d+)\.(?:outlook|exchangelabs|live)\.com\b/gi,
  /\b[A-Z]{2}\w{0,4}P(?:R|\d{3})\w{0,6}(?:MB|DC|CA|BE|FE)\w{0,4}\d{2,4}\b/g,
  /\[Server=[^\]]*\]/g,
];
const STACK_TRACE = /(?:\r?\n\s*|\s{2,})(?:at|in|---) [\s\S]*$/;
const MAX_LENGTH = 500;

/**
 * The text of an error envelope; undefined if a body has none. `error.message` is "Invalid Operation" for almost every
 * error: the reason is in the inner exception, or in the last detail after the name of the exception.
 */
export function errorTextOf(body: Json | undefined): ExchangeErrorText | undefined {
  const error = property(body, 'error');
  if (error === undefined) return undefined;
  const internal = property(property(error, 'innererror'), 'internalexception');
  const detail = detailOf(property(error, 'details'));
  const message = textIn(internal, 'message') ?? detail?.message ?? textIn(error, 'message') ?? '';
  const type = textIn(internal, 'type') ?? detail?.type ?? textIn(error, 'code') ?? '';
  return { exception: /[^.|]*$/.exec(type)?.[0] ?? '', message: redacted(message) };
}

/** `ManagementObjectNotFoundException: The operation couldn't be performed ...`. */
export function shownError({ exception, message }: ExchangeErrorText): string {
  return [exception, message].filter((part) => part !== '').join(': ');
}

/** A text of the service without the names of its servers and without a stack trace, cut at 500 characters. */
export function redacted(text: string): string {
  const withoutTrace = text.replace(STACK_TRACE, '');
  return SERVERS.reduce((shown, server) => shown.replace(server, '(server)'), withoutTrace)
    .trim()
    .slice(0, MAX_LENGTH);
}

/** `|Microsoft.Exchange...Exception|The reason`, or JSON with a `Message`. */
function detailOf(details: Json | undefined): { readonly type: string; readonly message: string } | undefined {
  const written = textIn(Array.isArray(details) ? details[0] : undefined, 'message');
  if (written === undefined) return undefined;
  const parts = (textIn(jsonOrUndefined(written), 'Message') ?? written).split('|');
  return { type: parts.at(-2) ?? '', message: parts.at(-1) ?? '' };
}

function textIn(value: Json | undefined, key: string): string | undefined {
  const text = property(value, key);
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
