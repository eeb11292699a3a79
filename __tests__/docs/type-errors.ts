/**
 * Prints the type errors of changed files, and of the files that import them, directly or through others: no other file can have new
 * ones. Exits with 1 if there are some.
 * Usage: `node __tests__/docs/type-errors.ts FILE...`, in the folder of the tsconfig.json
 */
import path from 'node:path';
import ts from 'typescript';

const changed = process.argv.slice(2).map((file) => path.resolve(file));
const host: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
};
const { options = {}, fileNames = [] } = ts.getParsedCommandLineOfConfigFile('tsconfig.json', {}, host) ?? {};
const sources = fileNames.filter((file) => path.resolve(file).startsWith(path.resolve('src') + path.sep));
const program = ts.createProgram([...sources, ...changed], options);
const files = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('/node_modules/'));
const imports = new Map(
  files.map(({ fileName, text }) => [
    fileName,
    ts.preProcessFile(text).importedFiles.map((target) => path.resolve(path.dirname(fileName), target.fileName)),
  ]),
);

const affected = new Set(changed);
for (let size = 0; size < affected.size;) {
  size = affected.size;
  for (const [file, targets] of imports) if (targets.some((target) => affected.has(target))) affected.add(file);
}
const errors = files
  .filter(({ fileName }) => affected.has(path.resolve(fileName)))
  .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
console.log(
  ts.formatDiagnostics(errors, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  }),
);
if (errors.length > 0) process.exitCode = 1;
