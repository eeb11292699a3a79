/** A password as PKCS#12 files have turned it into bytes, the likeliest form first. */
export interface PasswordBytes {
  /** For the key derivation of PKCS#12: UTF-16BE with a final NUL (RFC 7292, appendix B.1). */
  readonly pkcs12: readonly Buffer[];
  /** For PBKDF2: UTF-8 (RFC 8018, section 3). */
  readonly pbkdf2: readonly Buffer[];
}

export function passwordBytes(password: string): PasswordBytes {
  const bmp = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const utf8 = Buffer.from(password, 'utf8');
  // Without a password some Microsoft exports derive from no bytes at all, where others derive from the NUL.
  if (password === '') return { pkcs12: [bmp, Buffer.alloc(0)], pbkdf2: [utf8] };
  // Tools that take characters for bytes write Latin-1.
  const latin1 = /[\x80-\xff]/.test(password) && /^[\0-\xff]*$/.test(password);
  return { pkcs12: [bmp], pbkdf2: latin1 ? [utf8, Buffer.from(password, 'latin1')] : [utf8] };
}
