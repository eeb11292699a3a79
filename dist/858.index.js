export const id = 858;
export const ids = [858];
export const modules = {

/***/ 87858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D4: () => (/* binding */ withFile),
/* harmony export */   l2: () => (/* binding */ checkConfig),
/* harmony export */   withConfig: () => (/* binding */ withConfig)
/* harmony export */ });
/* unused harmony exports CONFIG_SCHEMA, parseConfigFile, configFileOf, readConfig, fileSettings */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83916);
/* harmony import */ var _files_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59682);
/* harmony import */ var _files_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79622);
/* harmony import */ var _files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(25948);
/* harmony import */ var _former_names_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31801);
/* harmony import */ var _input_readers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26464);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75481);









const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
const INPUT_PREFIX_LENGTH = (0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('').length;
/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER = {
    schema: { type: ['number', 'string'] },
    read: (value) => value.scalarText()?.trim(),
};
/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE = {
    schema: { type: 'string' },
    read: (value) => ((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) && value.node.value === '' ? '' : value.text()),
};
/** A value as the runner passes it. */
function fieldOf({ read, about }) {
    if (read?.choices !== undefined)
        return (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .choice */ .Yq)(...read.choices);
    if (read?.kind === 'number')
        return NUMBER;
    if (read?.kind !== 'list')
        return read?.blank === true ? BLANKABLE : _files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae;
    const many = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOrMore */ .h9)(_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .anyText */ .Ae, { noun: 'value', maxItems: MAX_VALUES, hint: `Name ${about}.` });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(row) {
    const { about: description, example } = row;
    const defaultValue = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
    return {
        is: fieldOf(row),
        description,
        ...(example !== undefined && { examples: [example] }),
        ...(defaultValue !== '' && { default: defaultValue }),
    };
}
/** Why the file must not have an input; undefined if it may. */
function refusal({ refused, secret }) {
    return secret === true ? 'A secret does not belong in a file that is committed.' : refused;
}
/** By the variable in which the runner passes them. */
const ROWS = new Map((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (refusal(row) === undefined ? [[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name), row]] : [])));
const KEYS = (0,_files_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(Object.fromEntries((0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .inputsOf */ .Vc)('report').flatMap(([name, row]) => (ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(name)) ? [[name, keyOf(row)]] : []))), refusedEntry);
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,_files_yaml_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .g)(content, file, 'CONFIG_FILE', (root) => {
        const keys = KEYS.read(root);
        const entries = (root.entries() ?? []).filter(
        // The variable of a key in another case is the same, but such a key is none.
        (entry) => entry.key === entry.key.toLowerCase() && ROWS.has((0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(entry.key)) && !refusedEntry(entry));
        return Object.fromEntries(entries.map(({ key }) => [(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)(key), keys?.get(key)]));
    });
}
/** Why the file must not have an entry: a former name or value, or an input that is no key. */
function refusedEntry({ key, value }) {
    const removed = (0,_former_names_js__WEBPACK_IMPORTED_MODULE_6__/* .removedInput */ .Je)('key', key, (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .isScalar */ .jn)(value.node) ? String(value.node.value) : '');
    if (removed !== undefined)
        return removed;
    const row = _inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .INPUTS */ .mc.get(key);
    const hint = row && refusal(row);
    return hint === undefined ? undefined : { message: `The key "${key}" is refused here.`, hint };
}
/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
function configFileOf(option) {
    return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const fileRules = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,_files_workspace_js__WEBPACK_IMPORTED_MODULE_4__/* .checkWorkspaceFile */ .K$)(file, workspace, fileRules, parseConfigFile);
}
/** The same. Rejects with the UserError `CONFIG_FILE`, which has all problems. */
async function readConfig(file, workspace) {
    const checked = await checkConfig(file, workspace);
    const { problems } = checked;
    const [first] = problems;
    if (first === undefined || problems.length === 1)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .requireValue */ .vd)(checked);
    const isList = (hint) => hint.startsWith('The keys here are');
    const lines = problems.map(({ message, hint, place }) => {
        const [sentence = ''] = isList(hint) ? [] : hint.split(/(?<=[.?]) /);
        return `Line ${place?.line ?? 1}: ${message} ${sentence}`.trimEnd();
    });
    const keys = problems.find(({ hint }) => isList(hint))?.hint ?? 'Correct these lines.';
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reworded */ .Fg)(first, [`${file} has ${problems.length} mistakes.`, ...lines].join('\n'), keys);
}
/** The environment of an action with the values of the file that the input `config` names. Rejects as `readConfig` does. */
async function withConfig(env, workspace) {
    const file = env[(0,_input_readers_js__WEBPACK_IMPORTED_MODULE_7__/* .inputVariable */ .LO)('config')]?.trim() ?? '';
    if (file === '')
        return { env, fileSettings: [] };
    const values = await readConfig(file, workspace);
    return { env: withFile(env, values), fileSettings: fileSettings(file, values, env) };
}
/** A sentence for each input that decides whether the step fails, and that the file sets: the environment does not. */
function fileSettings(file, values, env) {
    return [...ROWS].flatMap(([variable, { decides }]) => {
        const value = values[variable];
        if (decides !== true || value === undefined || isSet(variable, env))
            return [];
        return [`${file} sets ${variable.slice(INPUT_PREFIX_LENGTH).toLowerCase()}: ${value}`];
    });
}
/**
 * An environment with the values of a file. An input that is set takes precedence, even if it has the usual value: action.yml has
 * no default for it, except for the name of the artifact, where blank is a value.
 */
function withFile(env, file) {
    return { ...env, ...Object.fromEntries(Object.entries(file).filter(([variable]) => !isSet(variable, env))) };
}
function isSet(variable, env) {
    const row = ROWS.get(variable);
    const value = env[variable]?.trim() ?? '';
    if (row?.read?.blank !== true)
        return value !== '';
    return env[variable] !== undefined && value !== (0,_inputs_js__WEBPACK_IMPORTED_MODULE_8__/* .defaultOf */ .HA)(row);
}


/***/ })

};
