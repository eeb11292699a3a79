import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { describeOnPosix } from '../support/platform.ts';
import { actProgram, LEAST_ACT } from './act-program.ts';

describeOnPosix('the act that runs workflows', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'act-program-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  /** A folder with an act program that prints this version. */
  function folderWith(output: string): string {
    const folder = mkdtempSync(path.join(home, 'bin-'));
    const program = path.join(folder, 'act');
    writeFileSync(program, `#!/bin/sh\necho '${output}'\n`);
    chmodSync(program, 0o755);
    return folder;
  }

  test.each([LEAST_ACT, 'v0.2.100', '1.0.0', '0.2.88-dev'])('may be version %s', (version) => {
    const folder = folderWith(`act version ${version}`);
    expect(actProgram({ asked: undefined, folders: [folder] })).toBe(path.join(folder, 'act'));
  });

  test('is the first program that is new enough', () => {
    const folders = [path.join(home, 'none'), folderWith('act version 0.2.9'), folderWith('act version 0.2.90')];
    expect(actProgram({ asked: undefined, folders })).toBe(path.join(folders[2] ?? '', 'act'));
  });

  test.each([
    ['act version 0.2.86', 'is 0.2.86'],
    ['another program', 'is of an unknown version'],
  ])('is rejected if it prints "%s"', (output, problem) => {
    const folder = folderWith(output);
    const looks = [
      { asked: undefined, folders: [folder] },
      { asked: path.join(folder, 'act'), folders: [folderWith('act version 9.9.9')] },
    ];
    for (const places of looks) {
      expect(() => actProgram(places)).toThrow(
        `by nektos/act, ${LEAST_ACT} or newer: ${path.join(folder, 'act')} ${problem}. Install it with Go`,
      );
    }
  });

  test('is reported as missing with the command to install it', () => {
    mkdirSync(path.join(home, 'bin'));
    expect(() => actProgram({ asked: undefined, folders: [path.join(home, 'bin')] })).toThrow(
      `which is not here. Install it with Go, \`go install github.com/nektos/act@v${LEAST_ACT}\``,
    );
  });
});
