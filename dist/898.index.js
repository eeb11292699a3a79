export const id = 898;
export const ids = [898];
export const modules = {

/***/ 58898:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l2: () => (/* binding */ checkConfig),
  withConfig: () => (/* binding */ withConfig)
});

// UNUSED EXPORTS: CONFIG_FILE, CONFIG_SCHEMA, parseConfigFile, readConfig

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/files/fields.ts
var fields = __webpack_require__(59682);
// EXTERNAL MODULE: ./src/files/workspace.ts
var files_workspace = __webpack_require__(79622);
// EXTERNAL MODULE: ./src/files/yaml-file.ts + 1 modules
var yaml_file = __webpack_require__(25948);
// EXTERNAL MODULE: ./src/run/inputs.ts
var inputs = __webpack_require__(94280);
;// CONCATENATED MODULE: ./src/run/input-table.ts

const SECRET = 'A secret does not belong into a file that is committed.';
const file = (description, example) => input_table_text('file', description, { example });
const files = (description, more = {}) => ({
    ...{ default: '', kind: 'list', value: 'file...', description },
    ...more,
});
const input_table_text = (value, description, more = {}) => ({
    ...{ default: '', kind: 'text', value, description },
    ...more,
});
const choice = (choices, description) => ({
    ...{ default: choices[0], kind: 'text', choices, value: choices.join('|'), description },
});
/** By name, in the order of action.yml. */
const TABLE = {
    'tenant-id': input_table_text('id', 'Directory (tenant) ID or a verified domain', { example: 'contoso.onmicrosoft.com' }),
    'client-id': input_table_text('id', 'Application (client) ID', { example: '00000000-0000-0000-0000-000000000000' }),
    credential: choice(inputs/* CREDENTIALS */.tG, 'how the application signs in'),
    pfx: input_table_text('file', 'the PFX', { refused: SECRET, option: false }),
    'pfx-password': input_table_text('password', 'the password of the PFX', { refused: SECRET, option: false }),
    cloud: choice(['global', 'usgov', 'usgov-dod', 'china'], 'the cloud of the tenant'),
    'authority-host': input_table_text('url', "sign-in URL instead of the cloud's"),
    'graph-url': input_table_text('url', "URL of Microsoft Graph instead of the cloud's"),
    'exchange-url': input_table_text('url', "URL of Exchange Online instead of the cloud's"),
    mailboxes: files('mailbox lists, as paths or globs', { example: 'mailboxes.txt' }),
    'mailbox-column': input_table_text('name', 'column or key of the address', { example: 'UserPrincipalName' }),
    'mailbox-columns': input_table_text('names', 'columns of the list that every report carries', {
        kind: 'list',
        example: 'Department',
    }),
    config: input_table_text('file', 'file whose keys are inputs', { refused: 'A file cannot name another one.' }),
    report: files('reports, by name or file', { default: 'mailbox-settings', value: 'name...', example: 'inbox-rules' }),
    policy: file('policy file', 'policy.yml'),
    baseline: file('baseline.csv with known violations; needs a policy', 'baseline.csv'),
    'fail-on': choice(['error', 'warning', 'never'], 'the violations that fail the run'),
    unlisted: choice(['ignore', 'warn', 'fail', 'include'], 'mailboxes that the tenant has and the list lacks'),
    'internal-domains': input_table_text('domains', 'internal domains, separated by commas', {
        kind: 'list',
        example: 'contoso.com',
    }),
    'max-unreadable': input_table_text('number', 'mailboxes that may be unreadable: a number, or a percentage such as 2%', {
        ...{ default: '0', kind: 'number', example: '2%' },
    }),
    compare: input_table_text('report', 'the earlier report: auto, required, off, or a folder or zip', { default: 'auto' }),
    'github-token': input_table_text('token', 'the token of the job', {
        ...{ default: '${{ github.token }}', refused: SECRET, option: false },
    }),
    shard: input_table_text('n/m', 'read only this share of the list, for example 2/8, for merge', { example: '2/8' }),
    'artifact-name': input_table_text('name', 'name of the workflow artifact', { default: 'mailbox-report', option: false }),
    'retention-days': input_table_text('number', 'days to keep the artifact', { kind: 'number', option: false }),
    'output-directory': input_table_text('folder', 'folder for the files', { example: 'mailbox-report' }),
    formats: input_table_text('formats', 'files besides CSV, of html, json, sarif and junit, by commas', {
        ...{ default: 'html', kind: 'list', example: 'html,sarif' },
    }),
    'csv-bom': input_table_text('true|false', 'whether CSV files start with a byte order mark', { default: 'true', kind: 'flag' }),
    'csv-delimiter': choice([',', ';'], 'delimiter of the CSV files'),
    retirements: file('list of retirements instead of the one that is shipped', 'retirements.yml'),
    summary: choice(['full', 'counts', 'none'], 'the summary: counts names no mailbox'),
    concurrency: input_table_text('number', 'batches of 20 requests in flight, or auto', { default: 'auto', kind: 'number' }),
};
const INPUTS = new Map(Object.entries(TABLE));
/** The variable in which the runner passes an input. */
function inputVariable(name) {
    return `INPUT_${name.toUpperCase()}`;
}

;// CONCATENATED MODULE: ./src/run/config-file.ts






/** The file that the terminal program reads if the current folder has it. */
const CONFIG_FILE = 'mailbox-report.yml';
const MAX_VALUES = 1_000;
/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER = {
    schema: { type: ['number', 'string'] },
    read: (value) => value.scalarText()?.trim(),
};
/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE = {
    schema: { type: 'string' },
    read: (value) => ((0,dist/* isScalar */.jn)(value.node) && value.node.value === '' ? '' : value.text()),
};
const FLAG = {
    schema: fields/* truth */.Im.schema,
    read: (value) => fields/* truth */.Im.read(value)?.toString(),
};
/** A value as the runner passes it. */
function fieldOf({ kind, choices, description, default: usual }) {
    if (choices !== undefined)
        return (0,fields/* choice */.Yq)(...choices);
    if (kind === 'number')
        return NUMBER;
    if (kind === 'flag')
        return FLAG;
    if (kind === 'text')
        return usual === '' ? fields/* anyText */.Ae : BLANKABLE;
    const many = (0,fields/* oneOrMore */.h9)(fields/* anyText */.Ae, {
        ...{ noun: 'value', maxItems: MAX_VALUES },
        hint: `Name ${description}.`,
    });
    return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}
function keyOf(spec) {
    const { description, example, default: usual } = spec;
    const known = { ...(example !== undefined && { examples: [example] }), ...(usual !== '' && { default: usual }) };
    return { is: fieldOf(spec), description, ...known };
}
const KEYS = (0,fields/* record */.g1)(Object.fromEntries([...INPUTS]
    .filter(([, { refused }]) => refused === undefined)
    .map(([name, spec]) => [name, keyOf(spec)])));
/** The JSON Schema of mailbox-report.yml. */
const CONFIG_SCHEMA = KEYS.schema;
/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
function parseConfigFile(content, file) {
    return (0,yaml_file/* readYaml */.g)(content, file, 'CONFIG_FILE', (root) => {
        const refused = (root.entries() ?? []).flatMap(({ key, keyOffset }) => {
            const reason = INPUTS.get(key)?.refused;
            return reason === undefined ? [] : [{ key, keyOffset, reason }];
        });
        for (const { key, keyOffset, reason } of refused)
            root.report(`The key "${key}" is refused here.`, reason, keyOffset);
        return refused.length === 0 ? valuesOf(root) : undefined;
    });
}
function valuesOf(root) {
    const keys = KEYS.read(root);
    const entries = (root.entries() ?? []).filter(({ key }) => INPUTS.has(key));
    return Object.fromEntries(entries.map(({ key }) => [inputVariable(key), keys?.get(key)]));
}
/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
function checkConfig(file, workspace) {
    const wanted = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] };
    return (0,files_workspace/* checkWorkspaceFile */.K$)(file, workspace, wanted, parseConfigFile);
}
/** The same. Rejects with the first problem, the UserError `CONFIG_FILE`. */
async function readConfig(file, workspace) {
    return (0,errors/* requireValue */.vd)(await checkConfig(file, workspace));
}
/**
 * The environment of an action with the values of the file that the input `config` names. An input that differs from its
 * default takes precedence: the runner passes the default of each input that is not set. Rejects as `readConfig` does.
 */
async function withConfig(env, workspace) {
    const file = env[inputVariable('config')]?.trim() ?? '';
    if (file === '')
        return env;
    const merged = { ...env };
    for (const [variable, value] of Object.entries(await readConfig(file, workspace))) {
        const usual = [...INPUTS].find(([name]) => inputVariable(name) === variable)?.[1].default ?? '';
        if ((env[variable]?.trim() ?? usual) === usual)
            merged[variable] = value;
    }
    return merged;
}


/***/ })

};
