import { describe, expect, test } from '@jest/globals';
import { requireFormats } from '../../src/outputs/formats.ts';
import { userErrorOf } from '../auth/thrown.ts';

describe('the names of file formats', () => {
  test('are accepted in any case, with CSV among them', () => {
    expect(() => {
      requireFormats(['csv', 'HTML', 'json', 'Sarif', 'junit']);
    }).not.toThrow();
  });

  test('are listed in the error of an unknown one', () => {
    const error = userErrorOf(() => {
      requireFormats(['csv', 'pdf']);
    });
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('"pdf"') });
    expect(error.hint).toContain('"csv", "html", "json", "sarif", "junit"');
  });
});
