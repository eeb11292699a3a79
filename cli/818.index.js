export const id = 818;
export const ids = [818];
export const modules = {

/***/ 2818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runDoctor: () => (/* binding */ runDoctor)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/failure.ts
var failure = __webpack_require__(1633);
;// CONCATENATED MODULE: ./src/credential/certificate.ts


/** SHA-1 of a certificate in upper-case hexadecimal, as the portal and Windows show it. */
function thumbprintOf(certificate) {
    return (0,external_node_crypto_.createHash)('sha1').update(certificate.raw).digest('hex').toUpperCase();
}
/** Gives the certificate its names and dates. The key must be the certificate's own. */
function clientCertificate(privateKey, certificate) {
    const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
    const thumbprint = thumbprintOf(certificate);
    return {
        privateKey,
        certificate,
        thumbprint,
        x5tS256: (0,external_node_crypto_.createHash)('sha256').update(certificate.raw).digest('base64url'),
        notBefore: certificate.validFromDate,
        notAfter: certificate.validToDate,
        warnings: bits < 2048
            ? [`The key of certificate ${thumbprint} has ${bits} bits. Make a new certificate of 2048 bits or more.`]
            : [],
    };
}
/**
 * Hands the certificate back where `now` lies within its dates; Entra would refuse it otherwise, with less to go on.
 * Throws UserError EXPIRED or NOT_YET_VALID.
 */
function requireValid(certificate, now) {
    const { thumbprint, notBefore, notAfter } = certificate;
    const span = `it is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}`;
    if (now.getTime() > notAfter.getTime()) {
        throw new failure/* UserError */.yo('EXPIRED', `The certificate in "pfx" has expired: ${span}. Its thumbprint is ${thumbprint}.`, {
            hint: 'Make a new certificate, upload its public part to the application (App registrations > your application > ' +
                'Certificates & secrets) and put the new PFX into the secret behind "pfx".',
        });
    }
    if (now.getTime() < notBefore.getTime()) {
        throw new failure/* UserError */.yo('NOT_YET_VALID', `The certificate in "pfx" is not valid yet: ${span}. Its thumbprint is ${thumbprint}.`, {
            hint: `Use a certificate that is valid today, or check the clock of this runner: it says ${now.toISOString()}.`,
        });
    }
    return certificate;
}

;// CONCATENATED MODULE: ./src/credential/der.ts
/** The bytes are no BER: cut short, damaged, or something else altogether. */
class DerError extends Error {
    name = 'DerError';
}
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const SEQUENCE = 0x30;
/** `[0]`, constructed: what PKCS#7 wraps explicit content in. */
const EXPLICIT_0 = 0xa0;
const CONSTRUCTED = 0x20;
const DEEPEST = 32;
/** Reads the element at an offset and passes over what follows it. Throws DerError. */
function readElement(bytes, at = 0, depth = 0) {
    const tag = bytes[at];
    const first = bytes[at + 1];
    if (tag === undefined || first === undefined)
        throw new DerError('an element is cut short');
    if ((tag & 0x1f) === 0x1f)
        throw new DerError('a tag number of more than one byte');
    if (depth > DEEPEST)
        throw new DerError('elements are nested too deep');
    const start = at + 2;
    if (first === 0x80)
        return indefinite(bytes, tag, start, depth);
    if (first < 0x80)
        return definite(bytes, tag, start, first);
    const size = first & 0x7f;
    if (size > 4 || start + size > bytes.length)
        throw new DerError('a length that cannot be');
    return definite(bytes, tag, start + size, bytes.readUIntBE(start, size));
}
function definite(bytes, tag, start, length) {
    const end = start + length;
    if (end > bytes.length)
        throw new DerError('an element is longer than what holds it');
    return { tag, content: bytes.subarray(start, end), end };
}
function indefinite(bytes, tag, start, depth) {
    if ((tag & CONSTRUCTED) === 0)
        throw new DerError('an indefinite length on a primitive element');
    for (let at = start;; at = readElement(bytes, at, depth + 1).end) {
        if (bytes[at] === 0 && bytes[at + 1] === 0)
            return { tag, content: bytes.subarray(start, at), end: at + 2 };
    }
}
/** The elements inside a constructed element. Throws DerError, also where it is another than `tag`. */
function children(element, tag = SEQUENCE) {
    const { content } = expectTag(element, tag);
    const found = [];
    for (let at = 0; at < content.length;) {
        const child = readElement(content, at);
        found.push(child);
        at = child.end;
    }
    return found;
}
/** The one element inside an explicit `[0]`. Throws DerError. */
function explicit(element) {
    return readElement(expectTag(element, EXPLICIT_0).content);
}
/**
 * The bytes of an OCTET STRING, or of one with an implicit tag; BER writers cut long ones into pieces, which are joined.
 * Throws DerError.
 */
function octets(element, tag = OCTET_STRING, depth = 0) {
    if (element?.tag === tag)
        return element.content;
    if (depth > DEEPEST)
        throw new DerError('elements are nested too deep');
    return Buffer.concat(children(element, tag | CONSTRUCTED).map((piece) => octets(piece, OCTET_STRING, depth + 1)));
}
/** A whole number from 0; Infinity where it is too large to count with. Throws DerError. */
function integer(element) {
    const { content } = expectTag(element, INTEGER);
    if (content.length === 0 || (content[0] ?? 0) >= 0x80)
        throw new DerError('a number below zero');
    const digits = content.toString('hex').replace(/^0+/, '');
    return digits.length > 12 ? Infinity : Number(`0x0${digits}`);
}
/** An object identifier in dotted form. Throws DerError. */
function oid(element) {
    const { content } = expectTag(element, OBJECT_IDENTIFIER);
    const arcs = [];
    let arc = 0;
    for (const byte of content) {
        arc = arc * 128 + (byte & 0x7f);
        if (byte < 0x80) {
            arcs.push(arc);
            arc = 0;
        }
    }
    const [head = 0, ...rest] = arcs;
    const root = Math.min(2, Math.floor(head / 40));
    return [root, head - root * 40, ...rest].join('.');
}
function expectTag(element, tag) {
    if (element?.tag !== tag) {
        throw new DerError(`a tag ${element?.tag.toString(16) ?? '(none)'} where ${tag.toString(16)} was expected`);
    }
    return element;
}

;// CONCATENATED MODULE: ./src/credential/pfx-errors.ts

const ENCODE = 'Encode the PFX file itself: base64 -w0 app.pfx on Linux, base64 -i app.pfx on macOS, or ' +
    '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$PWD\\app.pfx")) in PowerShell; then store the text as the secret.';
const PAIR = 'Export the certificate together with its private key: Export-PfxCertificate in PowerShell, or ' +
    'openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx';
const REWRITE = 'Write the file again: openssl pkcs12 -legacy -in app.pfx -nodes -out app.pem, then ' +
    'openssl pkcs12 -export -in app.pem -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256 -out new.pfx, and delete app.pem.';
const HINTS = {
    EMPTY: 'Store the PFX in base64 as a secret and pass it: pfx: ${{ secrets.PFX }}. A secret that does not exist gives an ' +
        'empty text, and workflows from forks get no secrets.',
    NOT_BASE64: ENCODE,
    IS_PEM: 'Make a PFX of it: openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx; then store that file in ' +
        'base64.',
    NOT_PFX: ENCODE,
    BAD_PASSWORD: 'Set "pfx-password" to the password that the PFX was exported with. Blanks and line breaks at its ends count: store ' +
        'the secret without a final line break. If the password is right, the file was damaged: encode it again.',
    KEY_PASSWORD: 'Export it again with one password for the file and for the key. With keytool: keytool -importkeystore -srckeystore ' +
        'app.pfx -destkeystore new.pfx -deststoretype PKCS12 with equal -deststorepass and -destkeypass.',
    NO_PRIVATE_KEY: `${PAIR}. In the Windows dialog choose "Yes, export the private key".`,
    NO_CERTIFICATE: `${PAIR}.`,
    KEY_NOT_RSA: 'Entra ID takes assertions of RSA keys alone. Make a certificate with an RSA key of 2048 bits or more, register it ' +
        'on the application and use its PFX.',
    KEY_CERT_MISMATCH: `${PAIR}.`,
    MANY_KEYS: 'Export the one certificate that is registered on the application, with its key alone.',
    UNSUPPORTED: REWRITE,
};
/**
 * What is wrong with the PFX, in words that name the inputs `pfx` and `pfx-password`. The message must carry nothing of
 * the key or the password.
 */
function pfxError(code, message, extra = {}) {
    return new failure/* UserError */.yo(code, message, { hint: extra.hint ?? HINTS[code], cause: extra.cause });
}
/** NOT_PFX: a certificate alone, as a `.cer` holds it; base64 of it would be none the better. */
function onlyCertificate(cause) {
    const message = 'The input "pfx" is no PFX file: it is a certificate without its key (.cer).';
    return pfxError('NOT_PFX', message, { hint: HINTS.NO_PRIVATE_KEY, cause });
}
/** UNSUPPORTED: `what` names an algorithm or a form that this reader does not open. */
function unsupported(what) {
    return pfxError('UNSUPPORTED', `The PFX in "pfx" uses ${what}, which this action does not read.`);
}

;// CONCATENATED MODULE: ./src/credential/derivation-budget.ts

/**
 * What a file may cost its reader, all derivations together, in rounds of PBKDF2 with HMAC-SHA-1 or 256: some 130 ns
 * each. Half a second, also for a file that somebody crafted or a transfer damaged: MACs of 600,000 rounds of the PKCS#12
 * derivation are met in practice.
 */
const UNPROVEN = 4_400_000;
/** Key, IV and certificates of a file with 600,000 rounds of the PKCS#12 derivation: some three seconds. */
const PROVEN = 26_000_000;
/** One derivation: a key of 24 bytes from 600,000 rounds of the PKCS#12 derivation. A second, whoever made the file. */
const LONGEST = 8_400_000;
/** HMAC-SHA-384 and 512 take more than three times as long as the shorter ones. */
const WIDE_DIGEST = 32;
const WIDE_PBKDF2 = 4;
/** A round of the PKCS#12 derivation is a call of node:crypto, most of it on the way there and back. */
const PKCS12 = 7;
const WIDE_PKCS12 = 9;
/**
 * Bounds what a file can make its reader do: a count of 2^31 rounds would hang it. Asked before any derivation, and
 * counts over the whole file, for it may hold many small ones.
 */
class DerivationBudget {
    #most = UNPROVEN;
    #spent = 0;
    /** What was allowed so far, in the unit of `UNPROVEN`. */
    get spent() {
        return this.#spent;
    }
    /** To be told when the password fits: who knows it made the file, and it may cost more. Counts from there. */
    proven() {
        if (this.#most === PROVEN)
            return;
        this.#most = PROVEN;
        this.#spent = 0;
    }
    /** For `length` bytes of key from HMACs of `digestLength` bytes. Throws UserError UNSUPPORTED. */
    pbkdf2(iterations, length, digestLength) {
        this.#spend(iterations, Math.ceil(length / digestLength) * (digestLength > WIDE_DIGEST ? WIDE_PBKDF2 : 1));
    }
    /** For `length` bytes of key from hashes of `digestLength` bytes. Throws UserError UNSUPPORTED. */
    pkcs12(iterations, length, digestLength) {
        this.#spend(iterations, Math.ceil(length / digestLength) * (digestLength > WIDE_DIGEST ? WIDE_PKCS12 : PKCS12));
    }
    #spend(iterations, cost) {
        const left = Math.min(this.#most - this.#spent, LONGEST);
        if (iterations * cost > left)
            throw tooMany(iterations, Math.floor(Math.min(this.#most, LONGEST) / cost));
        this.#spent += iterations * cost;
    }
}
function tooMany(iterations, most) {
    const count = Number.isFinite(iterations) ? iterations.toLocaleString('en-US') : 'endless';
    return unsupported(`a key derivation of ${count} iterations (at most ${most.toLocaleString('en-US')} in all)`);
}

// EXTERNAL MODULE: ./node_modules/node-forge/lib/rc2.js
var rc2 = __webpack_require__(6893);
var rc2_default = /*#__PURE__*/__webpack_require__.n(rc2);
// EXTERNAL MODULE: ./node_modules/node-forge/lib/util.js
var util = __webpack_require__(7456);
var util_default = /*#__PURE__*/__webpack_require__.n(util);
;// CONCATENATED MODULE: ./src/credential/pbkdf2.ts



const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';
/** HMACs by object identifier: RFC 8018, appendix B.1. */
const HMACS = {
    '1.2.840.113549.2.7': { name: 'sha1', length: 20 },
    '1.2.840.113549.2.8': { name: 'sha224', length: 28 },
    '1.2.840.113549.2.9': { name: 'sha256', length: 32 },
    '1.2.840.113549.2.10': { name: 'sha384', length: 48 },
    '1.2.840.113549.2.11': { name: 'sha512', length: 64 },
    '1.2.840.113549.2.13': { name: 'sha512-256', length: 32 },
};
const SHA1 = { name: 'sha1', length: 20 };
/** The HMAC that an algorithm identifier names. Throws UserError UNSUPPORTED, DerError. */
function hmacDigest(algorithm) {
    const name = oid(children(algorithm)[0]);
    const digest = HMACS[name];
    if (digest === undefined)
        throw unsupported(`the HMAC ${name}`);
    return digest;
}
/** Reads the algorithm identifier of a key derivation. Throws UserError UNSUPPORTED, DerError. */
function readPbkdf2(algorithm) {
    const [name, parameters] = children(algorithm);
    const derivation = oid(name);
    if (derivation !== PBKDF2) {
        throw unsupported(`the key derivation ${derivation === SCRYPT ? 'scrypt' : derivation}`);
    }
    const [salt, iterations, ...optional] = children(parameters);
    const keyLength = optional.find(({ tag }) => tag === INTEGER);
    const prf = optional.find(({ tag }) => tag === SEQUENCE);
    const rounds = integer(iterations);
    if (rounds === 0)
        throw new DerError('a key derivation without iterations');
    return {
        salt: octets(salt),
        iterations: rounds,
        keyLength: keyLength === undefined ? undefined : integer(keyLength),
        digest: prf === undefined ? SHA1 : hmacDigest(prf),
    };
}
/** Throws UserError UNSUPPORTED where the budget does not allow it. */
function derivePbkdf2(pbkdf2, password, length, budget) {
    const { salt, iterations, digest } = pbkdf2;
    budget.pbkdf2(iterations, length, digest.length);
    return (0,external_node_crypto_.pbkdf2Sync)(password, salt, iterations, length, digest.name);
}

// EXTERNAL MODULE: ./src/credential/pkcs12-kdf.ts
var pkcs12_kdf = __webpack_require__(5843);
;// CONCATENATED MODULE: ./src/credential/pfx-decryption.ts







const PBES2 = '1.2.840.113549.1.5.13';
/** RFC 8018, appendix B.2, and RFC 3565. */
const PBES2_CIPHERS = {
    '2.16.840.1.101.3.4.1.2': pfx_decryption_native('aes-128-cbc', 16, 16),
    '2.16.840.1.101.3.4.1.22': pfx_decryption_native('aes-192-cbc', 24, 16),
    '2.16.840.1.101.3.4.1.42': pfx_decryption_native('aes-256-cbc', 32, 16),
    '1.2.840.113549.3.7': pfx_decryption_native('des-ede3-cbc', 24, 8),
};
/** RFC 7292, appendix C. */
const PKCS12_CIPHERS = {
    '1.2.840.113549.1.12.1.3': pfx_decryption_native('des-ede3-cbc', 24, 8),
    '1.2.840.113549.1.12.1.4': twoKeyTripleDes(),
    '1.2.840.113549.1.12.1.5': rc2Cbc(16),
    '1.2.840.113549.1.12.1.6': rc2Cbc(5),
};
const NAMES = {
    '1.2.840.113549.1.12.1.1': 'PBE-SHA1-RC4-128',
    '1.2.840.113549.1.12.1.2': 'PBE-SHA1-RC4-40',
    '1.2.840.113549.1.5.3': 'PBE-MD5-DES',
    '1.2.840.113549.1.5.6': 'PBE-MD5-RC2-64',
    '1.2.840.113549.1.5.10': 'PBE-SHA1-DES',
    '1.2.840.113549.1.5.11': 'PBE-SHA1-RC2-64',
    '2.16.840.1.101.3.4.1.6': 'AES-128-GCM',
    '2.16.840.1.101.3.4.1.46': 'AES-256-GCM',
    '1.2.840.113549.3.2': 'RC2-CBC',
};
/**
 * What the ciphertext may say under each form of the password, tried one after another as they are asked for; nothing
 * where no form gives a sound padding. A wrong password passes that test by chance once in 256, so the caller has to
 * read the result. Throws UserError UNSUPPORTED, DerError.
 */
function* decryptions(algorithm, ciphertext, password, budget) {
    const [name, parameters] = children(algorithm);
    const scheme = oid(name);
    const keys = scheme === PBES2 ? pbes2(parameters, password, budget) : pkcs12(scheme, parameters, password, budget);
    for (const { cipher, key, iv } of keys) {
        if (ciphertext.length === 0 || ciphertext.length % cipher.blockLength !== 0)
            return;
        const text = unpadded(cipher.decrypt(key, iv, ciphertext), cipher.blockLength);
        if (text !== undefined)
            yield text;
    }
}
function* pbes2(parameters, password, budget) {
    const [derivation, encryption] = children(parameters);
    const pbkdf2 = readPbkdf2(derivation);
    const [name, ivElement] = children(encryption);
    const cipher = PBES2_CIPHERS[oid(name)];
    if (cipher === undefined)
        throw unsupported(`the cipher ${NAMES[oid(name)] ?? oid(name)}`);
    const iv = octets(ivElement);
    if (iv.length !== cipher.blockLength)
        throw new DerError('an initialisation vector of the wrong length');
    for (const bytes of password.pbkdf2)
        yield { cipher, key: derivePbkdf2(pbkdf2, bytes, cipher.keyLength, budget), iv };
}
function* pkcs12(scheme, parameters, password, budget) {
    const cipher = PKCS12_CIPHERS[scheme];
    if (cipher === undefined)
        throw unsupported(`the encryption ${NAMES[scheme] ?? scheme}`);
    const [saltElement, iterationsElement] = children(parameters);
    const salt = octets(saltElement);
    const iterations = integer(iterationsElement);
    if (iterations === 0)
        throw new DerError('a key derivation without iterations');
    for (const bytes of password.pkcs12) {
        const derive = (purpose, length) => {
            budget.pkcs12(iterations, length, 20);
            return (0,pkcs12_kdf/* pkcs12Kdf */.W)({ digest: 'sha1', digestLength: 20, purpose, password: bytes, salt, iterations, length });
        };
        yield { cipher, key: derive(pkcs12_kdf/* KEY */._, cipher.keyLength), iv: derive(pkcs12_kdf.IV, cipher.blockLength) };
    }
}
function pfx_decryption_native(name, keyLength, blockLength) {
    return {
        keyLength,
        blockLength,
        decrypt: (key, iv, ciphertext) => {
            const decipher = (0,external_node_crypto_.createDecipheriv)(name, key, iv).setAutoPadding(false);
            return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
        },
    };
}
function twoKeyTripleDes() {
    const three = pfx_decryption_native('des-ede3-cbc', 24, 8);
    return {
        ...three,
        keyLength: 16,
        decrypt: (key, iv, ciphertext) => three.decrypt(Buffer.concat([key, key.subarray(0, 8)]), iv, ciphertext),
    };
}
/** OpenSSL 3 keeps RC2 in its legacy provider, which Node does not load. */
function rc2Cbc(keyLength) {
    return {
        keyLength,
        blockLength: 8,
        decrypt: (key, iv, ciphertext) => {
            const cipher = rc2_default().createDecryptionCipher(key.toString('latin1'), keyLength * 8);
            cipher.start(iv.toString('latin1'));
            cipher.update(util_default().createBuffer(ciphertext.toString('latin1')));
            cipher.finish(() => true);
            return Buffer.from(cipher.output.getBytes(), 'latin1');
        },
    };
}
/** RFC 8018, section 6.1.1: as many bytes as the last one says, all alike. */
function unpadded(text, blockLength) {
    const count = text.at(-1) ?? 0;
    if (count === 0 || count > blockLength || count > text.length)
        return undefined;
    const end = text.length - count;
    return text.subarray(end).every((byte) => byte === count) ? text.subarray(0, end) : undefined;
}

;// CONCATENATED MODULE: ./src/credential/pfx-bags.ts



const DATA = '1.2.840.113549.1.7.1';
const ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SAFE_CONTENTS_BAG = '1.2.840.113549.1.12.10.1.6';
const pfx_bags_DEEPEST = 8;
/**
 * Opens an `AuthenticatedSafe` (RFC 7292, section 4.1). CRLs, secrets and bags of other kinds are passed over.
 * Throws UserError BAD_PASSWORD, KEY_PASSWORD, UNSUPPORTED; DerError.
 */
function openBags(authenticatedSafe, lock) {
    const bags = { keys: [], certificates: [] };
    let opened = lock.passwordFits;
    for (const info of children(readElement(authenticatedSafe))) {
        const [type, content] = children(info);
        switch (oid(type)) {
            case DATA:
                opened = collect(readElement(octets(explicit(content))), bags, { ...lock, passwordFits: opened });
                break;
            case ENCRYPTED_DATA:
                opened = collect(decryptContents(explicit(content), { ...lock, passwordFits: opened }), bags, {
                    ...lock,
                    passwordFits: true,
                });
                break;
            case ENVELOPED_DATA:
                throw unsupported('protection by a public key (a group or user of a Windows domain)');
            default:
                throw unsupported(`content of type ${oid(type)}`);
        }
    }
    return bags;
}
function decryptContents(encryptedData, lock) {
    const [, encryptedContent] = children(encryptedData);
    const [, algorithm, content] = children(encryptedContent);
    const found = firstReadable(algorithm, octets(content, EXPLICIT_0 & ~0x20), lock, (text) => {
        const contents = readElement(text);
        for (const bag of children(contents))
            oid(children(bag)[0]);
        return contents;
    });
    if (found !== undefined)
        return found;
    throw lock.passwordFits
        ? pfxError('KEY_PASSWORD', 'A part of the PFX in "pfx" has another password than the file, or is damaged.')
        : badPassword();
}
/** Gives whether the password is known to fit after this. */
function collect(contents, bags, lock, depth = 0) {
    let opened = lock.passwordFits;
    if (depth > pfx_bags_DEEPEST)
        throw new DerError('bags are nested too deep');
    for (const bag of children(contents)) {
        const [type, wrapped] = children(bag);
        switch (oid(type)) {
            case KEY_BAG:
                bags.keys.push(whole(explicit(wrapped), wrapped));
                break;
            case SHROUDED_KEY_BAG:
                bags.keys.push(decryptKey(explicit(wrapped), { ...lock, passwordFits: opened }));
                opened = true;
                break;
            case CERT_BAG: {
                const [kind, certificate] = children(explicit(wrapped));
                if (oid(kind) === X509_CERTIFICATE)
                    bags.certificates.push(octets(explicit(certificate)));
                break;
            }
            case SAFE_CONTENTS_BAG:
                opened = collect(explicit(wrapped), bags, { ...lock, passwordFits: opened }, depth + 1);
                break;
            default:
        }
    }
    return opened;
}
function decryptKey(encrypted, lock) {
    const [algorithm, ciphertext] = children(encrypted);
    const key = firstReadable(algorithm, octets(ciphertext), lock, (text) => {
        const [, keyAlgorithm, privateKey] = children(readElement(text));
        oid(children(keyAlgorithm)[0]);
        octets(privateKey);
        return text;
    });
    if (key !== undefined)
        return key;
    throw lock.passwordFits
        ? pfxError('KEY_PASSWORD', 'The private key in the PFX of "pfx" has a password of its own: "pfx-password" opens the file but not the key.')
        : badPassword();
}
function firstReadable(algorithm, ciphertext, lock, read) {
    for (const text of decryptions(algorithm, ciphertext, lock.password, lock.budget)) {
        try {
            const found = read(text);
            lock.budget.proven();
            return found;
        }
        catch (error) {
            if (!(error instanceof DerError))
                throw error;
        }
    }
    return undefined;
}
/** The bytes of the element inside an explicit tag, its own tag and length included. */
function whole(element, wrapper) {
    if (element.tag !== SEQUENCE || wrapper === undefined)
        throw new DerError('a key that is no sequence');
    return wrapper.content.subarray(0, element.end);
}
/** The password opens nothing; a file that was changed looks the same. */
function badPassword() {
    return pfxError('BAD_PASSWORD', 'The password in "pfx-password" does not open the PFX in "pfx", or the file was changed after it was made.');
}

;// CONCATENATED MODULE: ./src/credential/pfx-mac.ts





const PBMAC1 = '1.2.840.113549.1.5.14';
const LONGEST_KEY = 1024;
const DIGESTS = {
    '1.2.840.113549.2.5': { name: 'md5', length: 16 },
    '1.3.14.3.2.26': { name: 'sha1', length: 20 },
    '2.16.840.1.101.3.4.2.4': { name: 'sha224', length: 28 },
    '2.16.840.1.101.3.4.2.1': { name: 'sha256', length: 32 },
    '2.16.840.1.101.3.4.2.2': { name: 'sha384', length: 48 },
    '2.16.840.1.101.3.4.2.3': { name: 'sha512', length: 64 },
};
/**
 * Whether the `MacData` of a PFX fits its content under the password: RFC 7292, section 4, and PBMAC1 of RFC 9579.
 * Throws UserError UNSUPPORTED, DerError.
 */
function macFits(macData, content, password, budget) {
    const [digestInfo, salt, iterations] = children(macData);
    const [algorithm, expected] = children(digestInfo);
    const mac = octets(expected);
    const [name, parameters] = children(algorithm);
    if (oid(name) === PBMAC1) {
        return keysOfPbmac1(parameters, password, budget).some(({ key, digest }) => equals(hmac(digest, key, content), mac));
    }
    const digest = DIGESTS[oid(name)];
    if (digest === undefined)
        throw unsupported(`the MAC algorithm ${oid(name)}`);
    const rounds = iterations === undefined ? 1 : integer(iterations);
    if (rounds === 0)
        throw new DerError('a MAC without iterations');
    return password.pkcs12.some((bytes) => {
        budget.pkcs12(rounds, digest.length, digest.length);
        const key = (0,pkcs12_kdf/* pkcs12Kdf */.W)({
            digest: digest.name,
            digestLength: digest.length,
            purpose: pkcs12_kdf/* MAC */.ew,
            password: bytes,
            salt: octets(salt),
            iterations: rounds,
            length: digest.length,
        });
        return equals(hmac(digest.name, key, content), mac);
    });
}
function keysOfPbmac1(parameters, password, budget) {
    const [derivation, scheme] = children(parameters);
    const pbkdf2 = readPbkdf2(derivation);
    const digest = hmacDigest(scheme);
    const length = pbkdf2.keyLength ?? digest.length;
    if (length === 0 || length > LONGEST_KEY)
        throw unsupported(`a MAC key of ${length} bytes`);
    return password.pbkdf2.map((bytes) => ({ key: derivePbkdf2(pbkdf2, bytes, length, budget), digest: digest.name }));
}
function hmac(digest, key, content) {
    return (0,external_node_crypto_.createHmac)(digest, key).update(content).digest();
}
function equals(left, right) {
    return left.length === right.length && (0,external_node_crypto_.timingSafeEqual)(left, right);
}

;// CONCATENATED MODULE: ./src/credential/pfx-pair.ts



/**
 * The RSA key and its certificate among what a PFX holds. They are matched by public key alone: positions and
 * localKeyIDs are what the writing tool made of them.
 *
 * Throws UserError NO_PRIVATE_KEY, NO_CERTIFICATE, KEY_NOT_RSA, KEY_CERT_MISMATCH, MANY_KEYS.
 */
function pickPair(keys, certificates, now) {
    if (keys.length === 0) {
        throw pfxError('NO_PRIVATE_KEY', 'The PFX in "pfx" holds no private key: it was exported without it.');
    }
    if (certificates.length === 0) {
        throw pfxError('NO_CERTIFICATE', 'The PFX in "pfx" holds a private key but no certificate.');
    }
    const rsaKeys = distinct(keys.flatMap((key) => ('algorithm' in key ? [] : key)), publicDer).filter((key) => key.asymmetricKeyType === 'rsa');
    if (rsaKeys.length === 0) {
        const kinds = keys.map((key) => ('algorithm' in key ? key.algorithm : (key.asymmetricKeyType ?? 'unknown')));
        throw pfxError('KEY_NOT_RSA', `The private key in the PFX of "pfx" is no RSA key but ${[...new Set(kinds)].join(', ')}.`);
    }
    const found = distinct(certificates, (certificate) => certificate.raw.toString('base64'));
    const pairs = rsaKeys.flatMap((privateKey) => {
        const own = found.filter((certificate) => certificate.checkPrivateKey(privateKey));
        return own.length === 0 ? [] : [{ privateKey, own }];
    });
    const [pair, ...others] = pairs;
    if (pair === undefined) {
        throw pfxError('KEY_CERT_MISMATCH', `The private key in the PFX of "pfx" belongs to none of its certificates (${thumbprints(found)}).`);
    }
    if (others.length > 0) {
        const all = pairs.flatMap(({ own }) => own);
        throw pfxError('MANY_KEYS', `The PFX in "pfx" holds ${pairs.length} keys with certificates: ${thumbprints(all)}.`);
    }
    return newest(pair.privateKey, pair.own, now);
}
/** A renewed certificate may share its key with the one before: the one that lasts longest of those valid now is meant. */
function newest(privateKey, own, now) {
    const rank = (certificate) => certificate.validToDate.getTime() - (certificate.validFromDate > now ? Number.MAX_SAFE_INTEGER : 0);
    const certificate = own.reduce((best, next) => (rank(next) > rank(best) ? next : best));
    const warnings = own.length === 1
        ? []
        : [`The PFX holds several certificates of one key (${thumbprints(own)}); ${thumbprintOf(certificate)} is used.`];
    return { privateKey, certificate, warnings };
}
function distinct(all, identity) {
    return [...new Map(all.map((one) => [identity(one), one])).values()];
}
function publicDer(key) {
    return (0,external_node_crypto_.createPublicKey)(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
function thumbprints(certificates) {
    return certificates.map(thumbprintOf).join(', ');
}

// EXTERNAL MODULE: ./src/credential/pfx-password.ts
var pfx_password = __webpack_require__(6453);
;// CONCATENATED MODULE: ./src/credential/pfx-text.ts

/** A PFX encoded twice is met in practice; more often than that it is something else. */
const MOST_ENCODINGS = 3;
/**
 * The bytes of the file behind a secret, in whatever form people store one: base64 and base64url, in lines or one, with
 * blanks, quotes or a byte order mark around it, line breaks written as `\n`, a data: URL, PKCS12 armour or that of
 * `certutil -encode`, UTF-16 from PowerShell, encoded twice, or the raw file.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, and NOT_PFX where text was encoded that is none of these.
 */
function pfxBytes(input) {
    if (input.length === 0)
        throw empty();
    let bytes = typeof input === 'string' ? fromText(input) : input;
    for (let round = 1;; round++) {
        const text = textOf(bytes);
        if (text === undefined)
            return bytes;
        const raw = typeof input !== 'string' && round === 1;
        if (round > MOST_ENCODINGS || (!raw && !isEncoding(text))) {
            throw pfxError('NOT_PFX', 'The input "pfx" is base64 of a text, not of a PFX file.');
        }
        bytes = fromText(text);
    }
}
function fromText(input) {
    const text = plain(input);
    if (text === '')
        throw empty();
    const [, armoured, second] = text.split('-----BEGIN ', 3);
    if (armoured === undefined)
        return decode(text);
    const [, label = '', rest = ''] = /^([A-Z0-9 ]+)-----([\s\S]*)$/.exec(armoured) ?? [];
    const end = rest.indexOf(`-----END ${label}-----`);
    const body = rest.slice(0, end);
    if (second !== undefined || end === -1 || body.includes(':'))
        throw isPem();
    if (!['PKCS12', 'PFX', 'CERTIFICATE'].includes(label))
        throw isPem();
    const bytes = decode(body);
    // certutil puts CERTIFICATE around any file; a certificate begins with two sequences, a PFX with a version number.
    if (label === 'CERTIFICATE' && /^30(?:[0-7].|81..|82....|83.{6})30/s.test(bytes.toString('hex', 0, 8)))
        throw isPem();
    return bytes;
}
/** The text without what editors, shells and YAML leave around it. */
function plain(text) {
    return text
        .replace(/[\0\u200b\ufeff\ufffd]/g, '')
        .replace(/\\[rn]/g, '\n')
        .trim()
        .replace(/^(["'])([\s\S]*)\1$/, '$2')
        .trim()
        .replace(/^data:[^,]{0,200};base64,/i, '');
}
function decode(text) {
    const letters = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
    if (!/^[\w+/-]+$/.test(letters)) {
        const pointer = text.startsWith('version https://git-lfs');
        throw pfxError('NOT_BASE64', pointer
            ? 'The input "pfx" is a Git LFS pointer, not the file that it points to.'
            : 'The input "pfx" is not base64: it has characters that base64 does not use.');
    }
    return Buffer.from(letters.replace(/_/g, '/').replace(/-/g, '+'), 'base64');
}
/** Whether text that was itself encoded is encoded again; a short word might be either. */
function isEncoding(text) {
    return text.includes('-----BEGIN ') || /^[\w+/=\s-]{40,}$/.test(plain(text));
}
/** Bytes that are text rather than DER; undefined for DER, whose lengths and keys never are all printable. */
function textOf(bytes) {
    if (bytes.length === 0)
        return '';
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe)
        return bytes.toString('utf16le');
    if (first === 0xfe && second === 0xff && bytes.length % 2 === 0)
        return Buffer.from(bytes).swap16().toString('utf16le');
    if (first === 0xef && second === 0xbb && third === 0xbf)
        return bytes.toString('utf8');
    const text = bytes.toString('latin1');
    if (/^(?:[\t\n\r\x20-\x7e]\0)+$/.test(text))
        return bytes.toString('utf16le');
    return /^[\t\n\r\x20-\x7e]*$/.test(text) ? text : undefined;
}
function empty() {
    return pfxError('EMPTY', 'The input "pfx" is empty.');
}
function isPem() {
    return pfxError('IS_PEM', 'The input "pfx" holds PEM (a key or a certificate as text), not a PFX file.');
}

;// CONCATENATED MODULE: ./src/credential/pfx.ts










const pfx_DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
/**
 * The certificate and key in a PFX (PKCS#12, RFC 7292), given as the text of a secret or as the file's bytes. Reads what
 * openssl, Windows, .NET, Java and Key Vault write, in the text forms that people store. Its dates are not judged here:
 * see `requireValid`; `now` only chooses among several certificates of one key. `budget` bounds the work.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, NOT_PFX, BAD_PASSWORD, KEY_PASSWORD, NO_PRIVATE_KEY, NO_CERTIFICATE,
 * KEY_NOT_RSA, KEY_CERT_MISMATCH, MANY_KEYS or UNSUPPORTED.
 */
function readPfx(text, password, now, budget = new DerivationBudget()) {
    const bytes = pfxBytes(text);
    try {
        const { keys, certificates } = pfx_open(bytes, password, budget);
        const pair = pickPair(keys.flatMap(privateKey), certificates.flatMap(x509), now);
        const made = clientCertificate(pair.privateKey, pair.certificate);
        return { ...made, warnings: [...made.warnings, ...pair.warnings] };
    }
    catch (error) {
        if (error instanceof DerError)
            throw notPfx(bytes, error);
        throw error;
    }
}
function pfx_open(bytes, password, budget) {
    // Some writers leave zeros or a line break behind the outer element; it alone counts.
    const [version, authSafe, macData] = children(readElement(bytes));
    if (version?.tag !== INTEGER)
        throw new DerError('no version number');
    const [type, content] = children(authSafe);
    if (oid(type) === SIGNED_DATA)
        throw unsupported('a signature instead of a password for its integrity');
    if (oid(type) !== pfx_DATA)
        throw new DerError(`content of type ${oid(type)}`);
    const authenticatedSafe = octets(explicit(content));
    const lock = { password: (0,pfx_password/* passwordBytes */.x)(password), budget };
    if (macData === undefined)
        return openBags(authenticatedSafe, { ...lock, passwordFits: false });
    if (!macFits(macData, authenticatedSafe, lock.password, budget))
        throw badPassword();
    budget.proven();
    return openBags(authenticatedSafe, { ...lock, passwordFits: true });
}
/** None for a key of a kind that node:crypto does not know: it could not sign for Entra anyway. */
function privateKey(pkcs8) {
    const algorithm = oid(children(children(readElement(pkcs8))[1])[0]);
    try {
        return [(0,external_node_crypto_.createPrivateKey)({ key: pkcs8, format: 'der', type: 'pkcs8' })];
    }
    catch {
        if (algorithm === RSA_ENCRYPTION)
            throw new DerError('the RSA key is damaged');
        return [{ algorithm }];
    }
}
/** None for a certificate that cannot be read: the one that fits the key may be another. */
function x509(der) {
    try {
        return [new external_node_crypto_.X509Certificate(der)];
    }
    catch {
        return [];
    }
}
function notPfx(bytes, cause) {
    if (bytes[0] === SEQUENCE && x509(bytes).length > 0)
        return onlyCertificate(cause);
    return pfxError('NOT_PFX', `The input "pfx" is no PFX file: ${guess(bytes)}.`, { cause });
}
function guess(bytes) {
    const magic = bytes.toString('hex', 0, 4);
    if (magic === 'feedfeed' || magic === 'cececece')
        return 'it is a Java key store of the old kind (JKS)';
    if (bytes[0] !== SEQUENCE)
        return 'it begins with other bytes than a PFX does';
    return firstTag(bytes) === INTEGER ? 'it is damaged or cut short' : 'it holds something else';
}
function firstTag(bytes) {
    const first = bytes[1] ?? 0;
    return bytes[2 + (first > 0x80 ? first & 0x7f : 0)];
}

;// CONCATENATED MODULE: ./src/credential/app-roles.ts
const RANKS = ['ReadBasic', 'Read', 'ReadWrite'];
/**
 * Whether a token with these app roles may do what a permission is for: one that reads more covers one that reads less,
 * and Entra names some application permissions with `.All` and some without.
 * https://learn.microsoft.com/graph/permissions-reference
 */
function covers(roles, permission) {
    const needed = parsed(permission);
    return roles.some((role) => {
        const carried = parsed(role);
        return carried.of === needed.of && (carried.rank === needed.rank || RANKS.indexOf(carried.rank) > rankOf(needed));
    });
}
/**
 * One warning of every report whose permission the token's app roles lack; Graph will then deny it each mailbox. Roles may
 * also come from RBAC for Applications in Exchange Online, which stand in no token: so it is no more than a warning.
 * Undefined where nothing is missing or the token does not tell. `consentUrl`: where an administrator grants what the
 * application asks for.
 */
function roleWarning(roles, reports, consentUrl) {
    const missing = reports.filter(({ permission }) => roles !== undefined && !covers(roles, permission));
    if (roles === undefined || missing.length === 0)
        return undefined;
    const carried = roles.length === 0 ? 'no app role at all' : `only ${roles.join(', ')}`;
    const needs = missing.map(({ name, permission }) => `the report "${name}" needs ${permission}`).join(', ');
    return (`The token carries ${carried}; ${needs}. Add what is missing under API permissions > Microsoft Graph > Application ` +
        `permissions, and let an administrator grant consent there or at ${consentUrl} . Until then Graph denies these ` +
        'mailboxes. Where RBAC for Applications in Exchange Online grants it for some of them, this warning can be ignored.');
}
/** Whether both name one permission. */
function isSameRole(one, other) {
    const [a, b] = [parsed(one), parsed(other)];
    return a.of === b.of && a.rank === b.rank;
}
/** `Mail.ReadBasic.All` is of `Mail`, with the rank `ReadBasic`. */
function parsed(permission) {
    const words = permission.replace(/\.All$/, '').split('.');
    return { of: words.slice(0, -1).join('.'), rank: words.at(-1) ?? '' };
}
function rankOf({ rank }) {
    const at = RANKS.indexOf(rank);
    return at < 0 ? RANKS.length : at;
}

// EXTERNAL MODULE: ./node_modules/jose/dist/webapi/jwt/sign.js + 9 modules
var sign = __webpack_require__(362);
;// CONCATENATED MODULE: ./src/credential/assertion.ts


/** Entra takes assertions of five to ten minutes. */
const LIFETIME_SECONDS = 600;
/**
 * A client assertion (RFC 7523) signed with the certificate's key as Entra asks for it: PS256, with the SHA-256
 * thumbprint in `x5t#S256`. Each has an identifier of its own, so make a new one for every request.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
async function clientAssertion(certificate, request) {
    const issuedAt = Math.floor(request.now / 1000);
    return new sign/* SignJWT */.P({ jti: (0,external_node_crypto_.randomUUID)() })
        .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': certificate.x5tS256 })
        .setAudience(request.audience)
        .setIssuer(request.clientId)
        .setSubject(request.clientId)
        .setNotBefore(issuedAt)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .sign(certificate.privateKey);
}

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/credential/attempts.ts

const FIRST_BACKOFF_MS = 500;
/** Four minutes: Entra tells to wait up to five for a new federated credential, and the first answer took its time. */
const SPREADING_MS = [2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
const MOST_SPREADING_MS = 360_000;
/**
 * Asks until it gets an answer, the failure is one that asking again does not mend, or the attempts are used up; what is
 * yet to spread uses up none of them and has some minutes of its own. Throws the last failure's error, whatever `ask`
 * throws, and the signal's reason.
 */
async function attempts_attempt(ask, { attempts, longestWaitMs, signal, sleep = sleepUntil }) {
    const soon = growingPauses(attempts - 1);
    const later = spreadingPauses();
    let spreading = 0;
    for (;;) {
        signal?.throwIfAborted();
        const outcome = await ask();
        if (!isFailure(outcome))
            return outcome;
        const pauses = outcome.spreading === true ? later : soon;
        const next = outcome.transient ? pauses.next() : undefined;
        if (next === undefined || next.done === true)
            throw outcome.error;
        const asked = outcome.retryAfterMs;
        // What spreads takes its minutes, whatever the server says, and no more than those.
        const pause = outcome.spreading === true ? Math.max(asked ?? 0, next.value) : (asked ?? next.value);
        if (outcome.spreading === true)
            spreading += pause;
        if (pause > longestWaitMs || spreading > MOST_SPREADING_MS)
            throw outcome.error;
        await sleep(pause, signal);
    }
}
/** Half of it is chance, so that jobs that failed together do not come back together. */
function* growingPauses(count) {
    for (let pause = 0; pause < count; pause++)
        yield FIRST_BACKOFF_MS * 2 ** pause * (0.5 + Math.random() / 2);
}
function* spreadingPauses() {
    for (const ms of SPREADING_MS)
        yield ms * (0.75 + Math.random() / 4);
}
function isFailure(outcome) {
    return typeof outcome === 'object' && 'error' in outcome && 'transient' in outcome;
}
async function sleepUntil(ms, signal) {
    try {
        await (0,external_node_timers_promises_.setTimeout)(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/credential/federated.ts








const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 60_000;
const TIMEOUT_MS = 20_000;
const GUIDE = 'https://www.githubstatus.com';
/**
 * What a runner tells a job that may ask for OIDC tokens. Throws UserError `OIDC_UNAVAILABLE` where it told nothing.
 * https://docs.github.com/actions/reference/security/oidc
 */
function oidcEndpoint(env) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = env;
    const parsed = URL.parse(url);
    // The request token goes there, so nobody may listen on the way.
    if (parsed !== null && requestToken !== '' && isConfidential(parsed))
        return { url, requestToken };
    throw new UserError('OIDC_UNAVAILABLE', 'GitHub gives this job no OIDC token, which "credential: federated" signs in with.', {
        hint: 'Give the job, or the whole workflow, these "permissions:": "id-token: write" and "contents: read" (what is not ' +
            'named there is taken away). A workflow that calls this one must grant them too. Pull requests from forks get ' +
            'no OIDC token whatever is granted.',
    });
}
/**
 * A fresh OIDC token of GitHub for an audience, to be sent to Entra as the client assertion. It lives about five
 * minutes, so ask anew for each token request. Throws UserError `OIDC_REFUSED` where GitHub denies it and
 * `OIDC_UNREACHABLE` where no token comes however often it is asked; and the signal's reason.
 */
async function federated_federatedAssertion(endpoint, audience, options) {
    const { sleep, signal, mask } = options;
    mask(endpoint.requestToken);
    const token = await attempt(() => ask(endpoint, audience, options), {
        attempts: ATTEMPTS,
        longestWaitMs: LONGEST_WAIT_MS,
        sleep,
        signal,
    });
    mask(token);
    return token;
}
async function ask({ url, requestToken }, audience, { dispatcher, now, signal }) {
    const address = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
    let response;
    let text;
    try {
        // A redirect is an answer like any other: the request token follows none.
        response = await request(address, {
            dispatcher,
            headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
            signal: signal ?? null,
        });
        text = await readBounded(response.body);
    }
    catch (cause) {
        signal?.throwIfAborted();
        return { error: noAnswer(url, cause), transient: true, retryAfterMs: undefined };
    }
    const { statusCode, headers } = response;
    const json = jsonOrUndefined(text);
    const token = isRecord(json) ? json.value : undefined;
    if (statusCode === 200 && typeof token === 'string' && token !== '')
        return token;
    const transient = statusCode === 429 || statusCode >= 500;
    const denied = !transient && statusCode >= 400;
    // A 200 may hold a token in some other form, and a page may echo what it was sent.
    const page = excerpt(withoutEcho(text, requestToken));
    const said = statusCode === 200 ? ' without one.' : page === '' ? '.' : `: ${page}`;
    return {
        error: denied ? refused(url, statusCode, said) : wrongAnswer(url, statusCode, said),
        transient,
        retryAfterMs: retryAfterMs(firstValue(headers['retry-after']), now()),
    };
}
function refused(url, status, said) {
    return new UserError('OIDC_REFUSED', `GitHub refuses an OIDC token: ${hostOf(url)} answered ${status}${said}`, {
        hint: 'Check that the job has "id-token: write" and "contents: read" under "permissions:" and that it is still running: ' +
            'the right to ask ends with it. Then run it again.',
    });
}
function wrongAnswer(url, status, said) {
    return new UserError('OIDC_UNREACHABLE', `No OIDC token: ${hostOf(url)} answered ${status}${said}`, {
        hint: `Run again, and look at ${GUIDE}. ${PROXY}`,
    });
}
const PROXY = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY), and NODE_EXTRA_CA_CERTS where it inspects TLS.';
function noAnswer(url, cause) {
    const what = printable(describeError(cause));
    return new UserError('OIDC_UNREACHABLE', `No OIDC token: there is no connection to ${hostOf(url)} (${what}).`, {
        hint: `Check that the runner may reach ${hostOf(url)}, and look at ${GUIDE}. ${PROXY}`,
        cause,
    });
}
function hostOf(url) {
    return new URL(url).host;
}

;// CONCATENATED MODULE: ./src/http/first-value.ts
/** The first value of a header, which undici gives as a list where it was sent more than once. */
function first_value_firstValue(header) {
    return Array.isArray(header) ? header[0] : header;
}

;// CONCATENATED MODULE: ./src/http/retry-after.ts
/** The three date forms of HTTP: IMF-fixdate, the obsolete RFC 850 form, and asctime, which carries no zone. */
const HTTP_DATE = /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;
/**
 * How long a `Retry-After` header asks to wait, in milliseconds from `now` (epoch milliseconds). Reads whole seconds and
 * HTTP dates (RFC 9110, section 10.2.3), and fractions of a second, which Graph sends. A date that has passed gives 0;
 * a missing value, and one that is neither, gives undefined. Callers set the upper bound.
 */
function retry_after_retryAfterMs(value, now) {
    const text = value?.trim() ?? '';
    if (/^\d{1,12}(?:\.\d*)?$|^\.\d+$/.test(text))
        return Math.ceil(Number(text) * 1000);
    if (!HTTP_DATE.test(text))
        return undefined;
    const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

// EXTERNAL MODULE: ./src/json.ts
var src_json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/credential/access-token.ts

/**
 * The claims of a JWT, unverified: Entra's tokens are opaque by contract, so what stands here may warn early and must
 * never decide. Undefined where it cannot be read.
 */
function unverifiedClaims(jwt) {
    const parts = jwt.split('.');
    if (parts.length !== 3)
        return undefined;
    const claims = (0,src_json/* jsonOrUndefined */._D)(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    return (0,src_json/* isRecord */.u4)(claims) ? claims : undefined;
}
/** The app roles of an access token, as `AccessToken.roles` has them. */
function appRoles(jwt) {
    const claims = unverifiedClaims(jwt);
    if (claims === undefined)
        return undefined;
    const roles = Array.isArray(claims.roles) ? claims.roles : [];
    return roles.filter((role) => typeof role === 'string');
}

;// CONCATENATED MODULE: ./src/credential/foreign-text.ts
const LONGEST_ANSWER = 1 << 20;
const LONGEST_EXCERPT = 160;
/** The text of an answer; rejects where it is longer than an answer with a token can be. */
async function foreign_text_readBounded(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > LONGEST_ANSWER)
            throw new Error(`the answer is longer than ${LONGEST_ANSWER} bytes`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
const SHORTEST_ECHO = 16;
/**
 * A text with `***` in place of each part of it, of 16 characters or more, that stands in a secret which was sent: an
 * answer may echo it whole or cut off.
 */
function foreign_text_withoutEcho(text, secret) {
    if (secret === '')
        return text;
    const whole = text.replaceAll(secret, '***');
    const pieces = new Set();
    for (let at = 0; at + SHORTEST_ECHO <= secret.length; at++)
        pieces.add(secret.slice(at, at + SHORTEST_ECHO));
    let said = '';
    let copied = 0;
    for (let at = 0; at + SHORTEST_ECHO <= whole.length; at++) {
        if (!pieces.has(whole.slice(at, at + SHORTEST_ECHO)))
            continue;
        const begin = at;
        while (pieces.has(whole.slice(at + 1, at + 1 + SHORTEST_ECHO)))
            at++;
        said += `${whole.slice(copied, begin)}***`;
        copied = at + SHORTEST_ECHO;
        at = copied - 1;
    }
    return said + whole.slice(copied);
}
/** What a page says first, without its markup and on one line. */
function foreign_text_excerpt(page) {
    const said = page.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, ' ');
    return foreign_text_printable(said.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_EXCERPT);
}
/** Without characters that control a terminal or reorder what it shows. */
function foreign_text_printable(text) {
    return text.replace(/\p{C}+/gu, ' ');
}

;// CONCATENATED MODULE: ./src/credential/clouds.ts
/**
 * https://learn.microsoft.com/graph/deployments and
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
const clouds = {
    global: {
        authorityHost: 'https://login.microsoftonline.com',
        graphUrl: 'https://graph.microsoft.com',
        audience: 'api://AzureADTokenExchange',
    },
    usgov: {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://graph.microsoft.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    'usgov-dod': {
        authorityHost: 'https://login.microsoftonline.us',
        graphUrl: 'https://dod-graph.microsoft.us',
        audience: 'api://AzureADTokenExchangeUSGov',
    },
    china: {
        authorityHost: 'https://login.partner.microsoftonline.cn',
        graphUrl: 'https://microsoftgraph.chinacloudapi.cn',
        audience: 'api://AzureADTokenExchangeChina',
    },
};

;// CONCATENATED MODULE: ./src/credential/cloud-of-tenant.ts

/** How Entra calls the clouds, and their sign-in hosts, in its own sentences. */
const SPOKEN = [
    [/microsoftonline\.us\b|us ?gov|government|fairfax|arlington/i, ['usgov', 'usgov-dod']],
    [/microsoftonline\.cn\b|chinacloud|china|21vianet|mooncake|gallatin/i, ['china']],
    [/microsoftonline\.com\b|azure ?(?:public|cloud|ad ?global)|worldwide/i, ['global']],
];
/** The domain that each tenant begins with. Any other may end in any country's letters, wherever the tenant lives. */
const INITIAL_DOMAINS = [
    [/\.onmicrosoft\.us$/i, ['usgov', 'usgov-dod']],
    [/\.onmschina\.cn$/i, ['china']],
    [/\.onmicrosoft\.com$/i, ['global']],
];
/**
 * The values of `cloud` that a tenant may belong to after the sign-in of `authorityHost` has refused it: what Entra's
 * words, or else the tenant's initial domain, point to; else every other. Never the cloud that was asked.
 */
function otherClouds(authorityHost, tenantId, text) {
    const others = Object.entries(clouds).flatMap(([name, { authorityHost: host }]) => isCloud(name) && host !== authorityHost ? [name] : []);
    // It may name both clouds, that of the tenant and the one that was asked, and the tenant by a domain of any words.
    const [, home = ''] = /belongs to the national cloud '([^']*)'/i.exec(text) ?? [];
    const words = text.replaceAll(tenantId, '');
    return (firstNamed(SPOKEN, home, others) ??
        firstNamed(SPOKEN, words, others) ??
        firstNamed(INITIAL_DOMAINS, tenantId, others) ??
        others);
}
/** The values of `cloud` with another Graph than this, those with the same sign-in first. */
function cloudsOfOtherGraphs(graphUrl, authorityHost) {
    const others = Object.entries(clouds).flatMap(([name, cloud]) => isCloud(name) && cloud.graphUrl !== graphUrl ? [{ name, near: cloud.authorityHost === authorityHost }] : []);
    return others.toSorted((one, other) => Number(other.near) - Number(one.near)).map(({ name }) => name);
}
/** Whether it is the sign-in of a cloud, rather than one that only `authority-host` can name. */
function isOwnHost(authorityHost) {
    return Object.values(clouds).some((cloud) => cloud.authorityHost === authorityHost);
}
function firstNamed(names, text, others) {
    for (const [pattern, named] of names) {
        const candidates = named.filter((name) => others.includes(name));
        if (candidates.length > 0 && pattern.test(text))
            return candidates;
    }
    return undefined;
}
function isCloud(name) {
    return name in clouds;
}

;// CONCATENATED MODULE: ./src/credential/federated-registration.ts


/** A claim of an assertion as text of one line; `(none)` where it has none. */
function claimText(claims, name) {
    const value = claims?.[name];
    const text = typeof value === 'string' ? value : value === undefined ? '(none)' : JSON.stringify(value);
    return foreign_text_printable(text).slice(0, 300);
}
/** The three claims that Entra compares with what is registered. */
function sentClaims(claims) {
    const [subject, issuer, audience] = ['sub', 'iss', 'aud'].map((name) => claimText(claims, name));
    return `Sent were subject "${subject}", issuer "${issuer}" and audience "${audience}".`;
}
/**
 * What to register so that Entra takes the assertion next time: exactly what it said, in the portal or by a command.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
function registration({ clientId, sent }) {
    return [
        `Register exactly these under Microsoft Entra admin center > App registrations > ${clientId} > Certificates & ` +
            'secrets > Federated credentials > Add credential > Other issuer' +
            (command(clientId, sent) ?? '.'),
        'The issuer, the subject and the audience are compared letter by letter.',
        numericForm(claimText(sent, 'sub')),
    ].join(' ');
}
/** Repositories and owners by number: https://docs.github.com/actions/reference/security/oidc */
const NUMERIC = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/;
function numericForm(subject) {
    const when = 'repositories made, renamed or moved after 2026-07-15';
    const [, owner, repository, rest] = NUMERIC.exec(subject) ?? [];
    if (owner === undefined || repository === undefined || rest === undefined) {
        return `The subject of ${when} has the numeric form repo:OWNER@ID/REPO@ID:... instead of repo:OWNER/REPO:...`;
    }
    return (`The subject has the numeric form repo:OWNER@ID/REPO@ID:... of ${when}: a credential that has ` +
        `"repo:${owner}/${repository}:${rest}" does not fit it.`);
}
/** Nothing that a shell, or JSON, would read as anything but itself. */
const PLAIN = /^[\w .:/@*+-]+$/;
/**
 * The file and the command to copy, for any shell: PowerShell takes the quotes out of JSON on a command line. Undefined
 * where a claim could not be pasted as it is.
 */
function command(clientId, sent) {
    const [issuer, subject, audience] = [sent?.iss, sent?.sub, sent?.aud];
    if (![clientId, issuer, subject, audience].every((text) => typeof text === 'string' && PLAIN.test(text))) {
        return undefined;
    }
    const parameters = JSON.stringify({ name: newName(String(subject)), issuer, subject, audiences: [audience] });
    return (`; or save ${parameters} as federated.json and run ` +
        `az ad app federated-credential create --id ${clientId} --parameters '@federated.json'.`);
}
/** An application has each name once, and the likely one is that of the credential which does not fit. */
function newName(subject) {
    return `mailbox-report-${(0,external_node_crypto_.createHash)('sha256').update(subject).digest('hex').slice(0, 8)}`;
}

;// CONCATENATED MODULE: ./src/credential/entra-explanations.ts


const REGISTRATIONS = 'Microsoft Entra admin center > App registrations';
const OIDC_TIME = 'An OIDC token of GitHub lives for some minutes, and one that is held up for longer is of no use: run again.';
const CLOCK = 'Check the clock of the runner: an assertion is good for ten minutes around the time it was made.';
/** By the number behind `AADSTS`. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const explanations = {
    90002: (context) => ({
        message: `There is no tenant "${context.tenantId}" in the cloud behind ${context.authorityHost}.`,
        hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application, or to a verified domain. ` +
            `If it is right, the tenant may live in another cloud: ${cloudHint(context, '')}`,
    }),
    900023: (context) => ({
        message: `"${context.tenantId}" is neither the ID of a tenant nor a verified domain.`,
        hint: `Set "tenant-id" to the Directory (tenant) ID of ${REGISTRATIONS} > your application.`,
    }),
    90038: wrongCloud,
    900382: wrongCloud,
    900432: wrongCloud,
    700016: (context) => ({
        message: `There is no application "${context.clientId}" in tenant "${context.tenantId}".`,
        hint: `Set "client-id" to the Application (client) ID of ${REGISTRATIONS} > your application (not its object ID), and ` +
            '"tenant-id" to the tenant that it was registered in. Right after registration, wait a minute and run again.',
    }),
    7000229: missingPrincipal,
    7000112: (context) => ({
        message: `Application "${context.clientId}" is disabled in tenant "${context.tenantId}".`,
        hint: 'Ask an administrator to allow it: Microsoft Entra admin center > Enterprise applications > the application > ' +
            'Properties > Enabled for users to sign-in: Yes. Or set "client-id" to another application.',
    }),
    700027: certificateRefused,
    700030: (context) => ({
        message: `Entra ID does not accept ${certificate(context)}: it is revoked, or its issuer is not trusted for this application.`,
        hint: `Use a certificate that is valid and not revoked, from an issuer that the application trusts. ${upload(context)}`,
    }),
    50012: (context) => ({
        message: `The signature of the assertion does not fit ${certificate(context)}.`,
        hint: `Export the certificate together with its own key into "pfx" again. ${upload(context)}`,
    }),
    700024: (context) => ({
        message: 'The assertion is outside its time: Entra ID says that it is not valid yet or has expired.',
        hint: context.thumbprint === undefined ? OIDC_TIME : CLOCK,
    }),
    700021: (context) => ({
        message: `The assertion was made by "${claim(context, 'iss')}" for "${claim(context, 'sub')}", and neither may differ from application "${context.clientId}".`,
        hint: context.thumbprint === undefined
            ? 'Set "client-id" to the Application (client) ID that the federated credential is registered on.'
            : 'Set "client-id" to the Application (client) ID that the certificate in "pfx" is registered on.',
    }),
    700023: (context) => ({
        message: `The assertion is made for "${claim(context, 'aud')}", which is not the token endpoint that Entra ID expects.`,
        hint: `Check "authority-host", "cloud" and "tenant-id": together they name the token endpoint. ${cloudHint(context, '')}`,
    }),
    5002723: (context) => ({
        message: `The assertion names no certificate that Entra ID can look up; it was signed with ${certificate(context)}.`,
        hint: `Make a new certificate with an RSA key and put it into "pfx". ${upload(context)}`,
    }),
    5002738: (context) => ({
        message: `Entra ID does not take the algorithm that the assertion is signed with (PS256, with ${certificate(context)}).`,
        hint: `Use a certificate with an RSA key of 2048 bits or more in "pfx". ${upload(context)}`,
    }),
    50027: (context) => ({
        message: 'Entra ID cannot read the assertion.',
        hint: 'Check "authority-host", and whether a proxy changes what passes through it' +
            (context.thumbprint === undefined ? '.' : '; check that "pfx" holds an RSA key.'),
    }),
    53003: (context) => ({
        message: `A Conditional Access policy of tenant "${context.tenantId}" blocks application "${context.clientId}" from where this runner is.`,
        hint: 'Ask an administrator for the policy: Microsoft Entra admin center > Monitoring > Sign-in logs > Service ' +
            'principal sign-ins, by the correlation ID. Exclude the application, or run on a self-hosted runner in an allowed place.',
    }),
    50196: () => ({
        message: 'Entra ID sees the same request in a loop and refuses it for a while.',
        hint: 'Wait some minutes. Check that no other workflow asks for tokens of the same "client-id" again and again.',
    }),
    90055: throttled,
    90033: throttled,
    500011: (context) => ({
        message: `Tenant "${context.tenantId}" knows no Microsoft Graph at ${context.graphUrl}.`,
        hint: `Check "cloud" and "graph-url": they must name the Graph of the tenant's own cloud. ${otherGraphHint(context)}`,
    }),
    700213: federated('subject', 'sub'),
    700212: federated('audience', 'aud'),
    700211: federated('issuer', 'iss'),
    70021: (context) => ({
        message: `No federated credential of application "${context.clientId}" fits the assertion. ${sentClaims(context.sent)}`,
        hint: 'A federated credential that was just created takes some minutes to work, and this run has waited for four: run ' +
            'again in five minutes. ' +
            `Where it was not: ${registration(context)}`,
    }),
};
function certificateRefused(context, text) {
    if (/is expired/i.test(text)) {
        return {
            message: `${capital(certificate(context))} has expired on application "${context.clientId}".`,
            hint: 'Where the certificate itself is still valid, the application was told an earlier end (the Azure CLI ends a ' +
                'credential after a year unless --end-date says otherwise): register the same certificate again with a later ' +
                `end. Otherwise make a new one and put it into "pfx". ${upload(context)}`,
        };
    }
    if (/key was found/i.test(text)) {
        return {
            message: `The signature of the assertion does not fit ${certificate(context)}, which application "${context.clientId}" has.`,
            hint: `Export the certificate together with its own key into "pfx" again. ${upload(context)}`,
        };
    }
    return {
        message: `${capital(certificate(context))} is not registered on application "${context.clientId}".`,
        hint: `${upload(context)} Or put the PFX of a certificate that is listed there into "pfx".`,
    };
}
function missingPrincipal(context) {
    return {
        message: `Application "${context.clientId}" has no service principal in tenant "${context.tenantId}".`,
        hint: `Run az ad sp create --id ${shellWord(context.clientId)}, or grant admin consent: ${REGISTRATIONS} > the ` +
            'application > API permissions. Check "client-id" and "tenant-id".',
    };
}
function wrongCloud(context, text) {
    return {
        message: `Tenant "${context.tenantId}" does not belong to the cloud behind ${context.authorityHost}.`,
        hint: cloudHint(context, text),
    };
}
function throttled() {
    return {
        message: 'Entra ID is busy or throttles this tenant, and all attempts are used up.',
        hint: 'Run again later. Spread the schedules of workflows that start in the same minute.',
    };
}
function federated(what, name) {
    return (context) => ({
        message: `No federated credential of application "${context.clientId}" has the ${what} "${claim(context, name)}". ${sentClaims(context.sent)}`,
        hint: registration(context) +
            (name === 'aud'
                ? ' Where one with this issuer and subject is there already, change its audience instead: Entra ID takes no second.'
                : ''),
    });
}
function upload(context) {
    return (`Its public part belongs under ${REGISTRATIONS} > ${context.clientId} > Certificates & secrets > Certificates, ` +
        `where thumbprints are listed; or run az ad app credential reset --id ${shellWord(context.clientId)} --append ` +
        `--cert '@certificate.pem' --end-date ${context.notAfter?.toISOString().replace(/\.\d+Z$/, 'Z') ?? 'END'}`);
}
const SPELLED_OUT = {
    global: 'global (worldwide)',
    usgov: 'usgov (GCC High)',
    'usgov-dod': 'usgov-dod (DoD)',
    china: 'china (21Vianet)',
};
/** Two clouds share a sign-in, so that a tenant of the one signs in at the other, and only Graph tells. */
function otherGraphHint({ authorityHost, graphUrl }) {
    const named = cloudsOfOtherGraphs(graphUrl, authorityHost).map((cloud) => SPELLED_OUT[cloud]);
    return `Set "cloud" to ${named.join(' or ')}. Where "graph-url" is set, remove it: it goes before "cloud".`;
}
function cloudHint(context, text) {
    const { authorityHost, tenantId } = context;
    const named = otherClouds(authorityHost, tenantId, text).map((cloud) => SPELLED_OUT[cloud]);
    const override = isOwnHost(authorityHost)
        ? 'Where "authority-host" is set, remove it: it goes before "cloud".'
        : 'Remove "authority-host", which goes before "cloud".';
    return `Set "cloud" to ${named.join(' or ')}. ${override}`;
}
function certificate(context) {
    return context.thumbprint === undefined
        ? 'the certificate of the assertion'
        : `the certificate in "pfx" with thumbprint ${context.thumbprint}`;
}
function claim(context, name) {
    return claimText(context.sent, name);
}
function shellWord(text) {
    return /^[\w.-]+$/.test(text) ? text : '<client-id>';
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./src/credential/entra-errors.ts




/** Undefined where the parsed JSON is not an OAuth error. What it echoes of `assertion`, which was sent, is left out. */
function parseEntraError(json, assertion = '') {
    if (!(0,src_json/* isRecord */.u4)(json) || typeof json.error !== 'string' || json.error === '')
        return undefined;
    const said = (text) => foreign_text_withoutEcho(text, assertion);
    const description = typeof json.error_description === 'string' ? json.error_description : '';
    const codes = Array.isArray(json.error_codes) ? json.error_codes : [];
    const written = /AADSTS(\d{1,10})/.exec(description)?.[1];
    const code = codes.find((entry) => typeof entry === 'number' && Number.isSafeInteger(entry)) ?? written;
    // Where the members are missing, the description carries them on lines of their own.
    const member = (name, label) => {
        const value = json[name] ?? new RegExp(`^${label}: ([^\\r\\n]{1,64})`, 'm').exec(description)?.[1];
        return typeof value === 'string' ? said(value.replace(/[^\w :.-]/g, '')).slice(0, 64) : undefined;
    };
    return {
        error: said(json.error.replace(/[^\w.-]/g, '')).slice(0, 64),
        code: code === undefined ? undefined : Number(code),
        text: firstLine(said(description)),
        traceId: member('trace_id', 'Trace ID'),
        correlationId: member('correlation_id', 'Correlation ID'),
        timestamp: member('timestamp', 'Timestamp'),
    };
}
/**
 * Entra's refusal in the terms of this action: which input, portal page or command mends it. Its code is `AADSTS` and
 * the number; its message ends with Entra's identifiers on a line of their own, which Microsoft's support asks for. A
 * code that is not known here gives Entra's own first line.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
function entraError(body, context) {
    const code = body.code === undefined ? `ENTRA_${body.error.toUpperCase()}` : `AADSTS${body.code}`;
    const explanation = body.code === undefined ? undefined : explanations[body.code]?.(context, body.text);
    const { message, hint } = explanation ?? {
        message: `Entra ID issues no token (${body.error}): ${body.text === '' ? 'it gives no reason.' : body.text}`,
        hint: body.code === undefined
            ? 'Check "tenant-id", "client-id" and "cloud".'
            : `Look the code up: https://login.microsoftonline.com/error?code=${body.code}`,
    };
    return new failure/* UserError */.yo(code, [`${code}: ${message}`, ...identifiers(body)].join('\n'), { hint });
}
/**
 * What the answer itself says of asking again, whatever its status: `soon` for too many requests and an outage, `spreading`
 * for a federated credential that has yet to reach all servers, `never` for a loop, which each request prolongs.
 */
function asksAgain(body) {
    if (body.code === 50196)
        return 'never';
    if (body.code === 70021)
        return 'spreading';
    if (body.error === 'temporarily_unavailable' || body.code === 90033 || body.code === 90055)
        return 'soon';
    return undefined;
}
function identifiers(body) {
    const parts = [
        ['Trace ID', body.traceId],
        ['Correlation ID', body.correlationId],
        ['Timestamp', body.timestamp],
    ].flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
    return parts.length === 0 ? [] : [parts.join(', ')];
}
function firstLine(description) {
    // Entra ends its sentence with a line break, or runs the identifiers on behind a blank.
    const line = description.split(/\r?\n| Trace ID: /, 1)[0] ?? '';
    return foreign_text_printable(line.replace(/^AADSTS\d+: */, ''))
        .trim()
        .slice(0, 400);
}

;// CONCATENATED MODULE: ./src/http/proxy.ts


const proxy_PROXY = ['https_proxy', 'HTTPS_PROXY'];
/** The proxy on the way, not the server behind it, is why there is no connection. Its message holds no credentials. */
class ProxyError extends Error {
    name = 'ProxyError';
    /** Such as `proxy.contoso.com:8080`. */
    host;
    /** What it answered to CONNECT; undefined where it did not answer. */
    status;
    constructor(host, status, cause) {
        const what = status === undefined
            ? `the proxy ${host} cannot be reached (${(0,failure/* describeError */.Uc)(cause)})`
            : `the proxy ${host} refuses the connection (HTTP ${status})`;
        super(what, cause === undefined ? {} : { cause });
        this.host = host;
        this.status = status;
    }
}
/** Connections to a proxy, each a tunnel to one server (RFC 9110, 9.3.6), which say so where the proxy is at fault. */
class ProxyConnections extends undici/* Pool */.bC {
    #host;
    constructor(proxy, options) {
        super(proxy, options);
        this.#host = proxy.host;
    }
    connect(options, callback) {
        if (callback === undefined)
            return this.#tunnel(super.connect(options));
        super.connect(options, callback);
        return undefined;
    }
    async #tunnel(connecting) {
        let data;
        try {
            data = await connecting;
        }
        catch (cause) {
            throw new ProxyError(this.#host, undefined, cause);
        }
        if (data.statusCode === 200)
            return data;
        data.socket.on('error', () => undefined).destroy();
        throw new ProxyError(this.#host, data.statusCode);
    }
}
/** The proxy for https, or undefined where there is none; what `requireUsableProxy` refuses is none either. */
function httpsProxy(env) {
    const value = variable(env, proxy_PROXY)?.value;
    return value === undefined ? undefined : proxyAddress(value);
}
/**
 * The proxy's variable as an address with its scheme, for what else runs in this process: the client of the artifact's
 * storage takes `proxy.contoso.com:8080` for no address at all. Empty where there is no proxy.
 */
function proxyWithScheme(env) {
    const proxy = httpsProxy(env);
    const name = variable(env, proxy_PROXY)?.name;
    return proxy === undefined || name === undefined ? {} : { [name]: proxy.href };
}
/** Hosts that are asked past the proxy, as NO_PROXY lists them. */
function noProxy(env) {
    return variable(env, ['no_proxy', 'NO_PROXY'])?.value ?? '';
}
/** Throws UserError `PROXY_INVALID` where the proxy's variable holds no address of one. Its value may hold a password. */
function requireUsableProxy(env) {
    const proxy = variable(env, proxy_PROXY);
    if (proxy === undefined || proxyAddress(proxy.value) !== undefined)
        return;
    throw new failure/* UserError */.yo('PROXY_INVALID', `The environment variable ${proxy.name} is not the address of a proxy.`, {
        hint: `Set ${proxy.name} on the runner to an address such as http://proxy.contoso.com:8080, or take it away. Special ` +
            'characters of a user name or password in it are percent-encoded; SOCKS is not supported.',
    });
}
/**
 * What of the proxy's address is secret: its password, or its user name where that stands alone and so is a token; as it is
 * written, as it is meant, and as it is sent. Of an address that is refused too, whose text nobody else takes apart.
 */
function proxySecrets(env) {
    const value = variable(env, proxy_PROXY)?.value ?? '';
    // What is refused may hold an @ or a / that should have been percent-encoded.
    const [, userInfo = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?(.*)@/is.exec(value) ?? [];
    const colon = userInfo.indexOf(':');
    const [username, password] = colon < 0 ? [userInfo, ''] : [userInfo.slice(0, colon), userInfo.slice(colon + 1)];
    const written = password === '' ? username : password;
    if (written === '')
        return [];
    const sent = `${decoded(username)}:${decoded(password)}`;
    // An address that is passed on has the characters that it may not hold percent-encoded.
    const { username: user = '', password: word = '' } = httpsProxy(env) ?? {};
    const secrets = [written, decoded(written), Buffer.from(sent).toString('base64'), word === '' ? user : word];
    return [...new Set(secrets)].filter((secret) => secret !== '');
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** As curl and GitHub's own toolkit have it: the lower-case name goes first, and an empty variable is none. */
function variable(env, names) {
    for (const name of names) {
        const value = env[name]?.trim() ?? '';
        if (value !== '')
            return { name, value };
    }
    return undefined;
}
/** `proxy.contoso.com:8080` alone is an address of a proxy too. */
function proxyAddress(value) {
    const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
    if (url === null || !['http:', 'https:'].includes(url.protocol))
        return undefined;
    try {
        decodeURIComponent(`${url.username}${url.password}`);
    }
    catch {
        return undefined;
    }
    return url;
}

;// CONCATENATED MODULE: ./src/credential/entra-unreachable.ts



/** Node's names for a chain that ends in no root that it knows: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_ROOT = new Set([
    'CERT_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const PRIVATE_ROOT = 'Where a proxy inspects TLS or the certificate is of a private authority, set NODE_EXTRA_CA_CERTS on the runner to ' +
    'the PEM file of its root certificate.';
/**
 * The error for a request that got no answer (DNS, connection, TLS, time-out): code `ENTRA_UNREACHABLE`. `transient`
 * says whether another attempt may fare better, which a certificate that is not trusted will not.
 */
function unreachable(endpoint, cause) {
    const proxy = proxyErrorIn(cause);
    const { what, hint, transient } = proxy === undefined ? ofServer(endpoint, cause) : ofProxy(endpoint, proxy);
    const why = proxy?.status === undefined ? (0,failure/* describeError */.Uc)(proxy?.cause ?? cause) : `HTTP ${proxy.status}`;
    const message = `No token: ${what} (${foreign_text_printable(why)}).`;
    return { error: new failure/* UserError */.yo('ENTRA_UNREACHABLE', message, { hint, cause }), transient };
}
/** What to do about a proxy that does not let through to the sign-in. */
function ofProxy(endpoint, { host, status, cause }) {
    const to = new URL(endpoint).host;
    const past = `Where ${to} is to be reached past it, add that to NO_PROXY.`;
    if (status === 407) {
        return {
            what: `the proxy ${host} wants other credentials`,
            hint: 'Put user name and password into HTTPS_PROXY on the runner, http://user:password@host:port, with special ' +
                `characters percent-encoded; of the ways to authenticate, Basic is supported. ${past}`,
            transient: false,
        };
    }
    if (status !== undefined) {
        return {
            what: `the proxy ${host} refuses a connection to ${to}`,
            hint: `Have the proxy that HTTPS_PROXY names allow CONNECT to ${to}, and to Microsoft Graph. ${past}`,
            transient: status >= 500,
        };
    }
    const untrusted = isTlsFault(errorCode(cause));
    return {
        what: untrusted
            ? `the TLS certificate that the proxy ${host} presents is not trusted`
            : `the proxy ${host} cannot be reached`,
        hint: `Check HTTPS_PROXY on the runner, which names it, and whether it runs. ${untrusted ? PRIVATE_ROOT : past}`,
        transient: !untrusted,
    };
}
function ofServer(endpoint, cause) {
    const { host, hostname } = new URL(endpoint);
    const code = errorCode(cause);
    const override = 'check "authority-host" where that input is set.';
    if (code !== undefined && OUT_OF_TIME.has(code)) {
        return {
            what: `the TLS certificate that ${host} presents is not trusted today`,
            hint: `Check the clock of the runner and, where a proxy inspects TLS, the proxy's certificate; ${override}`,
            transient: false,
        };
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return {
            what: `the TLS certificate that ${host} presents is not trusted: it is another host's`,
            hint: `Something else answers in its place, such as a proxy or a gateway; ${override}`,
            transient: false,
        };
    }
    if (code !== undefined && UNKNOWN_ROOT.has(code)) {
        return {
            what: `the root of the TLS certificate that ${host} presents is not trusted`,
            hint: `${PRIVATE_ROOT} Otherwise ${override}`,
            transient: false,
        };
    }
    if (isTlsFault(code)) {
        return {
            what: `there is no TLS connection to ${host}`,
            hint: `Check what stands between, such as a proxy (HTTPS_PROXY); ${override}`,
            transient: false,
        };
    }
    const network = 'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY).';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
        return {
            what: `the name ${hostname} was not found`,
            hint: `Check "authority-host" (and "cloud") and the runner's DNS. ${network}`,
            transient: true,
        };
    }
    return {
        what: `there is no connection to ${host}`,
        hint: `Check that the runner may reach ${host}, and "authority-host" where that input is set. ${network}`,
        transient: true,
    };
}
/** The error for an answer that is not Entra's, such as the page of a gateway or a captive portal: code `NOT_ENTRA`. */
function notEntra(endpoint, answer) {
    const said = foreign_text_excerpt(answer.text);
    const to = answer.location === '' ? '' : ` to ${withoutQuery(answer.location)}`;
    const type = answer.contentType === '' ? 'no content type' : foreign_text_printable(answer.contentType).slice(0, 100);
    return new failure/* UserError */.yo('NOT_ENTRA', `No token: ${endpoint} answered ${answer.status}${to} (${type}), which is not an answer of Entra ID` +
        (said === '' ? '.' : `: ${said}`), {
        hint: 'Something between the runner and Entra ID answered, such as a proxy, a gateway or a sign-in page of the ' +
            'network. Check "authority-host", HTTPS_PROXY and NO_PROXY.',
    });
}
function isTlsFault(code) {
    if (code === undefined)
        return false;
    return UNKNOWN_ROOT.has(code) || OUT_OF_TIME.has(code) || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS');
}
function errorCode(thrown) {
    for (const error of causesOf(thrown)) {
        if ('code' in error && typeof error.code === 'string' && !error.code.startsWith('UND_ERR_SOCKET')) {
            return error.code;
        }
    }
    return undefined;
}
function proxyErrorIn(thrown) {
    for (const error of causesOf(thrown))
        if (error instanceof ProxyError)
            return error;
    return undefined;
}
function* causesOf(thrown) {
    for (let at = thrown; at instanceof Error; at = at instanceof AggregateError ? at.errors[0] : at.cause)
        yield at;
}
function withoutQuery(location) {
    return foreign_text_printable(location.replace(/[?#].*$/s, '')).slice(0, 200);
}

;// CONCATENATED MODULE: ./src/credential/token-request.ts









const token_request_ATTEMPTS = 5;
const token_request_LONGEST_WAIT_MS = 300_000;
const token_request_TIMEOUT_MS = 30_000;
/** One question to the token endpoint, asked again while an answer can still be hoped for. */
class TokenRequest {
    #options;
    #endpoint;
    #scope;
    constructor(options) {
        this.#options = options;
        this.#endpoint = `${withoutSlash(options.authorityHost)}/${encodeURIComponent(options.tenantId)}/oauth2/v2.0/token`;
        this.#scope = `${withoutSlash(options.graphUrl)}/.default`;
    }
    /**
     * Throws UserError: Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or `NOT_ENTRA`; whatever `assertion` throws;
     * and the signal's reason.
     */
    async send(claims) {
        const { sleep, signal } = this.#options;
        return attempts_attempt(() => this.#ask(claims), { attempts: token_request_ATTEMPTS, longestWaitMs: token_request_LONGEST_WAIT_MS, sleep, signal });
    }
    async #ask(claims) {
        const { clientId, now, mask, signal, dispatcher } = this.#options;
        const assertion = await this.#options.assertion(this.#endpoint);
        mask(assertion);
        const form = new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            scope: this.#scope,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: assertion,
            ...(claims === undefined ? {} : { claims }),
        });
        const asked = now();
        let response;
        let text;
        try {
            response = await (0,undici/* request */.Em)(this.#endpoint, {
                dispatcher,
                method: 'POST',
                headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
                body: form.toString(),
                headersTimeout: token_request_TIMEOUT_MS,
                bodyTimeout: token_request_TIMEOUT_MS,
                signal: signal ?? null,
            });
            text = await foreign_text_readBounded(response.body);
        }
        catch (cause) {
            signal?.throwIfAborted();
            return { ...unreachable(this.#endpoint, cause), retryAfterMs: undefined };
        }
        const { statusCode, headers } = response;
        const json = (0,src_json/* jsonOrUndefined */._D)(text);
        if (statusCode === 200) {
            const token = accessToken(json, asked);
            if (token !== undefined) {
                mask(token.value);
                return token;
            }
        }
        const retryAfter = retry_after_retryAfterMs(first_value_firstValue(headers['retry-after']), now());
        const busy = statusCode === 429 || statusCode >= 500;
        const body = statusCode === 200 ? undefined : parseEntraError(json, assertion);
        if (body === undefined) {
            const error = notEntra(this.#endpoint, {
                status: statusCode,
                // Whoever answers may echo what it was sent.
                contentType: foreign_text_withoutEcho(first_value_firstValue(headers['content-type']) ?? '', assertion),
                location: foreign_text_withoutEcho(first_value_firstValue(headers.location) ?? '', assertion),
                text: statusCode === 200 && !isPage(text) ? '' : foreign_text_withoutEcho(text, assertion),
            });
            return { error, transient: busy, retryAfterMs: retryAfter };
        }
        const { tenantId, authorityHost, graphUrl, thumbprint, notAfter } = this.#options;
        const error = entraError(body, {
            tenantId,
            clientId,
            authorityHost: withoutSlash(authorityHost),
            graphUrl: withoutSlash(graphUrl),
            thumbprint,
            notAfter,
            sent: unverifiedClaims(assertion),
        });
        const again = asksAgain(body) ?? (busy ? 'soon' : 'never');
        return { error, transient: again !== 'never', spreading: again === 'spreading', retryAfterMs: retryAfter };
    }
}
/** Whether a text is a page for people: anything else that comes in place of a token may still hold one. */
function isPage(text) {
    return /^\s*</.test(text);
}
function accessToken(json, asked) {
    if (!(0,src_json/* isRecord */.u4)(json))
        return undefined;
    const value = json.access_token;
    // Entra's older endpoints write the lifetime as a string.
    const seconds = Number(json.expires_in);
    if (typeof value !== 'string' || value === '' || !Number.isFinite(seconds) || seconds <= 0)
        return undefined;
    return { value, expiresAt: asked + seconds * 1000, roles: appRoles(value) };
}
function withoutSlash(url) {
    return String(url).replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./src/credential/token.ts

/** MSAL renews five minutes early; a token that lives shorter than twenty minutes is renewed in its last quarter. */
const RENEWAL_MARGIN_MS = 300_000;
const RENEWAL_SHARE = 1 / 4;
/**
 * The run's access token: asked for once however many callers wait, renewed before it expires and after a 401. A
 * renewal that fails while the token is still valid does no harm: the old one serves and the next is tried later.
 */
class token_TokenSource {
    #request;
    #now;
    #held;
    #pending;
    /** After a failed renewal, when to try the next. */
    #nextRenewal = 0;
    constructor(options) {
        this.#request = new TokenRequest(options);
        this.#now = options.now;
    }
    /**
     * A token that is valid now. Throws UserError with Entra's code (`AADSTS700027`), `ENTRA_UNREACHABLE` or
     * `NOT_ENTRA`, and the reason of the signal once that has aborted.
     */
    async get() {
        const held = this.#held;
        const now = this.#now();
        if (held === undefined || now >= held.token.expiresAt)
            return this.#fetch();
        if (now < held.renewAt || now < this.#nextRenewal)
            return held.token;
        const renewal = this.#fetch();
        if (now < held.waitAt) {
            // A failure is not lost: whoever asks once the old token has expired asks again and gets it.
            renewal.catch(() => undefined);
            return held.token;
        }
        try {
            return await renewal;
        }
        catch (error) {
            if (this.#now() < held.token.expiresAt)
                return held.token;
            throw error;
        }
    }
    /**
     * The token to go on with after Graph answered 401 to `rejected`. Where another has come since, that one; else a new
     * one, asked for once for all who wait.
     * @param claims the JSON of a claims challenge, which Entra must see to issue a token that Graph takes again.
     */
    async renew(rejected, claims) {
        if (this.#held?.token.value === rejected.value) {
            this.#held = undefined;
        }
        else if (this.#held !== undefined) {
            return this.get();
        }
        return this.#fetch(claims);
    }
    #fetch(claims) {
        this.#pending ??= this.#fetchOnce(claims).finally(() => {
            this.#pending = undefined;
        });
        return this.#pending;
    }
    async #fetchOnce(claims) {
        try {
            const asked = this.#now();
            const token = await this.#request.send(claims);
            const margin = Math.min(RENEWAL_MARGIN_MS, (token.expiresAt - asked) * RENEWAL_SHARE);
            this.#held = { token, renewAt: token.expiresAt - margin, waitAt: token.expiresAt - margin / 5 };
            return token;
        }
        catch (error) {
            const held = this.#held;
            if (held !== undefined)
                this.#nextRenewal = this.#now() + (held.token.expiresAt - held.renewAt) / 10;
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./src/credential/sign-in.ts



const DAY = 86_400_000;
/** From so many days before its end a certificate is warned of. */
const RENEWAL_DAYS = 30;
/** The source of the run's tokens, each asked for with a new assertion of the certificate. Asks for none by itself. */
function tokensByCertificate({ certificate, ...options }) {
    return new token_TokenSource({
        ...options,
        thumbprint: certificate.thumbprint,
        notAfter: certificate.notAfter,
        assertion: (audience) => clientAssertion(certificate, { clientId: options.clientId, audience, now: options.now() }),
    });
}
/** The source of the run's tokens, each asked for with a new OIDC token of GitHub. Asks for none by itself. */
function tokensByFederation({ oidc, audience, ...options }) {
    return new TokenSource({ ...options, assertion: () => federatedAssertion(oidc, audience, options) });
}
/** Whole days until the certificate ends; negative once it has. `now`: epoch ms. */
function daysLeft(certificate, now) {
    return Math.floor((certificate.notAfter.getTime() - now) / DAY);
}
/** What to warn of while there is time: the next run may find the certificate expired. */
function certificateWarnings(certificate, now) {
    const left = daysLeft(certificate, now);
    if (left > RENEWAL_DAYS)
        return certificate.warnings;
    const end = certificate.notAfter.toISOString().slice(0, 10);
    const days = left === 1 ? '1 day' : `${left} days`;
    return [
        ...certificate.warnings,
        `The certificate in "pfx" ends on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new one to the ` +
            'application beside it, then replace the secrets "pfx" and "pfx-password".',
    ];
}
/**
 * Where an administrator grants an application what it asks for.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent
 */
function consentUrl({ authorityHost, tenantId, clientId, }) {
    return `${authorityHost}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(clientId)}`;
}

;// CONCATENATED MODULE: ./src/credential/claims-challenge.ts
/**
 * The claims that Graph wants a new token to be asked for with, from the `WWW-Authenticate` header of a 401: JSON, as
 * the token endpoint takes it. Undefined where the header carries no such challenge.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsChallenge(wwwAuthenticate) {
    if (wwwAuthenticate === undefined || !/\berror="?insufficient_claims"?/i.test(wwwAuthenticate))
        return undefined;
    const encoded = /\bclaims="([\w+/=-]+)"/i.exec(wwwAuthenticate)?.[1];
    return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}

;// CONCATENATED MODULE: ./src/graph/client.ts






/** Inside Graph a batch of 20 takes about five round trips to mailboxes: it may be slow, and should not be given up early. */
const TIMEOUTS = { connect: 10_000, headers: 60_000, body: 60_000 };
const MOST_BYTES = 64 * 1024 * 1024;
/**
 * The dispatcher for every request of ours. It reads HTTPS_PROXY and NO_PROXY, as self-hosted runners need it; behind a
 * proxy that fails it rejects with a ProxyError. Idle sockets outlive a Retry-After pause, or everything would have to
 * connect anew behind each. HTTP/1.1: over HTTP/2 all requests would share one connection and stop at the server's limit
 * of streams.
 */
function newDispatcher(timeouts = TIMEOUTS, env = process.env) {
    return new undici/* EnvHttpProxyAgent */.J2({
        // Plain http is for loopback alone, where no proxy has any business.
        httpProxy: '',
        httpsProxy: httpsProxy(env)?.href ?? '',
        noProxy: noProxy(env),
        clientFactory: (proxy, options) => new ProxyConnections(proxy, options),
        allowH2: false,
        // What is said above does not reach the TLS inside a tunnel.
        requestTls: { allowH2: false },
        connectTimeout: timeouts.connect,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        keepAliveTimeout: 60_000,
        maxResponseSize: MOST_BYTES,
    });
}
/** Sends requests to Graph with the token, and once more with a new one where Graph rejects it. */
class GraphClient {
    #origin;
    #prefix;
    #dispatcher;
    #tokens;
    #signal;
    constructor({ graphUrl, dispatcher, tokens, signal }) {
        const { origin, pathname } = new URL(graphUrl);
        this.#origin = origin;
        this.#prefix = pathname.replace(/\/$/, '');
        this.#dispatcher = dispatcher;
        this.#tokens = tokens;
        this.#signal = signal;
    }
    /**
     * POSTs JSON to a path such as `/v1.0/$batch`. Rejects where no whole answer came (reset, time-out, abort), and with
     * the token's UserError where Entra gives none. Redirects are answers like any other: the token follows none.
     */
    async post(path, body) {
        const token = await this.#tokens.get();
        const response = await this.#send(path, body, token);
        if (response.status !== 401)
            return response;
        return this.#send(path, body, await this.#tokens.renew(token, claimsChallenge(first_value_firstValue(response.headers['www-authenticate']))));
    }
    #send(path, body, token) {
        const signal = this.#signal;
        const clientRequestId = (0,external_node_crypto_.randomUUID)();
        return new Promise((resolve, reject) => {
            if (signal.aborted) {
                reject(aborted());
                return;
            }
            let abort = () => undefined;
            let status = 0;
            let headers = {};
            const chunks = [];
            this.#dispatcher.dispatch({
                origin: this.#origin,
                path: this.#prefix + path,
                method: 'POST',
                headers: {
                    authorization: `Bearer ${token.value}`,
                    'content-type': 'application/json',
                    accept: 'application/json',
                    'client-request-id': clientRequestId,
                },
                body,
            }, {
                onRequestStart(controller) {
                    // It may have waited for its connection until after the abort.
                    if (signal.aborted) {
                        controller.abort(aborted());
                        return;
                    }
                    abort = () => {
                        controller.abort(aborted());
                    };
                    signal.addEventListener('abort', abort, { once: true });
                },
                onResponseStart(_controller, statusCode, responseHeaders) {
                    status = statusCode;
                    headers = responseHeaders;
                },
                onResponseData(_controller, chunk) {
                    chunks.push(chunk);
                },
                onResponseEnd: () => {
                    signal.removeEventListener('abort', abort);
                    resolve({
                        status,
                        headers,
                        // What stands in its way may echo what it was sent, and rows and errors are read by many.
                        text: joined(chunks).replaceAll(token.value, '***'),
                        clientRequestId,
                        renewToken: async () => {
                            await this.#tokens.renew(token);
                        },
                    });
                },
                onResponseError(_controller, error) {
                    signal.removeEventListener('abort', abort);
                    reject(error);
                },
            });
        });
    }
}
function joined(chunks) {
    const [only] = chunks;
    return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).toString('utf8');
}
function aborted() {
    return new Error('the run was cancelled');
}
/** Graph's `{"error":{"code","message"}}` as `code: message`, or undefined where a body holds none. */
function graphError(body) {
    const error = (0,src_json/* property */.MZ)(body, 'error');
    const code = (0,src_json/* property */.MZ)(error, 'code');
    const message = (0,src_json/* property */.MZ)(error, 'message');
    if (typeof code !== 'string' && typeof message !== 'string')
        return undefined;
    return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}

;// CONCATENATED MODULE: ./src/graph/pace.ts
/**
 * When the next batch may leave, and how many may be under way at once.
 *
 * Nothing is paced until the tenant refuses something (429, or 503 for a whole batch). Then the door is closed for the
 * longest Retry-After of the refusal, for everybody; the rate that the tenant took is learned from what it accepted;
 * and from then on batches leave evenly at a little under that rate, which creeps up along a cubic curve, as the window
 * of TCP does after a loss (RFC 9438): slowly near the rate that failed, ever faster once that lies far behind. A window
 * of requests in flight alone will not do: after each pause it is released in one burst, into the next refusal.
 *
 * Rates are mailboxes a second, since Graph counts each item of a batch as a request; times are ms.
 */
const AUTO_START = 24;
const AUTO_LEAST = 8;
const AUTO_MOST = 64;
/** A new batch in flight for each so many clean answers: fast enough, and few are under way when the door closes. */
const CLEAN_ANSWERS_A_STEP = 4;
/**
 * Mailboxes a ms that Graph takes of one application: 130,000 in 10 s. What is in flight is rate times latency (Little's
 * law), so more batches than this rate fills at the latency seen only fill memory.
 * https://learn.microsoft.com/graph/throttling-limits
 */
const MOST_A_MS = 13;
/** The share of the learned rate at which sending goes on. */
const CAUTION = 0.95;
/** What was measured is the limit itself: the curve levels off a little below it. */
const HEADROOM = 0.98;
/** The shortest window in which limits are counted: a shorter sample says nothing of the rate. */
const SHORTEST_SAMPLE = 1000;
/** How late a batch may leave and the next still keep its own time: makes up for timers, allows no burst. */
const SLACK = 10;
/** Where nothing at all was accepted, one batch a second goes on: there is no rate to learn from. */
const SLOWEST = 20;
class Pace {
    #concurrency;
    #random;
    #window;
    #cleanAnswers = 0;
    #doorOpensAt = 0;
    #nextDeparture = 0;
    #rate;
    #episode = newEpisode(0);
    #closedInARow = 0;
    #waits = 0;
    #waited = 0;
    #refused = 0;
    constructor({ concurrency, random }) {
        this.#concurrency = concurrency;
        this.#random = random;
        this.#window = concurrency === 'auto' ? AUTO_START : concurrency;
    }
    /** How many batches may be in flight. After a pause, one goes ahead to see whether the door is open. */
    get window() {
        const { number, accepted } = this.#episode;
        return number > 0 && accepted === 0 ? 1 : this.#window;
    }
    /** How often the door closed, for how many ms in all, and how many mailboxes were refused at it. */
    get throttling() {
        return { waits: this.#waits, waitedMs: Math.round(this.#waited), refused: this.#refused };
    }
    /** How often in a row the door closed without one mailbox being answered in between. */
    get closedInARow() {
        return this.#closedInARow;
    }
    /** For how many ms, from `now`, nothing may be sent; 0 where a batch may leave at once. */
    delay(now) {
        return Math.max(0, this.#doorOpensAt - now, this.#rateAt(now) === undefined ? 0 : this.#nextDeparture - now);
    }
    /** Tells that a batch of so many mailboxes leaves. */
    departs(items, now) {
        if (this.#episode.closedAt !== undefined)
            this.#open(now);
        this.#episode.firstDeparture ??= now;
        const rate = this.#rateAt(now);
        if (rate !== undefined) {
            this.#nextDeparture = Math.max(this.#nextDeparture, now - SLACK) + (items / rate) * 1000;
        }
        return { episode: this.#episode.number, at: now };
    }
    /** Tells that so many mailboxes of a batch got an answer of their own, good or bad, rather than a refusal. */
    accepted(items, departure, now) {
        if (items === 0)
            return;
        this.#closedInARow = 0;
        if (departure.episode !== this.#episode.number)
            return;
        this.#episode.accepted += items;
        if (this.#episode.closedAt !== undefined)
            this.#episode.acceptedAfterClosing += items;
        else if (this.#concurrency === 'auto')
            this.#fit(items, now - departure.at);
    }
    #fit(items, latency) {
        if (this.#window * items > MOST_A_MS * latency)
            this.#window = Math.max(AUTO_LEAST, this.#window - 1);
        else if (this.#window < AUTO_MOST && ++this.#cleanAnswers % CLEAN_ANSWERS_A_STEP === 0)
            this.#window++;
    }
    /**
     * Tells that the tenant refused so many mailboxes of a batch, and for how many ms, where it said so. All that shares
     * the limit waits. Answers to what left before the door closed can only keep it closed for longer.
     */
    refused(items, retryAfter, departure, now) {
        this.#refused += items;
        const current = departure.episode === this.#episode.number;
        if (current) {
            if (this.#episode.closedAt === undefined) {
                this.#closedInARow++;
                this.#waits++;
            }
            this.#episode.closedAt = Math.min(this.#episode.closedAt ?? Infinity, departure.at);
            this.#episode.refused += items;
        }
        const wait = retryAfter ?? 1000 * 2 ** Math.min(this.#closedInARow - 1, 6) * (0.5 + this.#random() / 2);
        const opensAt = Math.max(this.#doorOpensAt, now + wait);
        this.#waited += opensAt - Math.max(now, this.#doorOpensAt);
        this.#doorOpensAt = opensAt;
        this.#episode.longestWait = Math.max(this.#episode.longestWait, wait);
    }
    #open(now) {
        const paced = this.#rateAt(this.#episode.closedAt ?? now);
        this.#rate = learn(this.#episode, paced === undefined ? undefined : this.#rate, paced, now);
        this.#nextDeparture = now;
        this.#episode = newEpisode(this.#episode.number + 1);
    }
    #rateAt(now) {
        return this.#rate === undefined ? undefined : creep(this.#rate, now);
    }
}
function newEpisode(number) {
    return {
        number,
        firstDeparture: undefined,
        closedAt: undefined,
        accepted: 0,
        acceptedAfterClosing: 0,
        refused: 0,
        longestWait: 0,
    };
}
/**
 * The rate that an episode taught, with the rate it was paced at. A refusal while most of what was under way got
 * through is no limit reached but a stray one: the rate hardly falls, and soon rises again.
 */
function learn(episode, rate, paced, now) {
    const lasted = (episode.closedAt ?? now) - (episode.firstDeparture ?? now);
    const sample = { accepted: episode.accepted, lasted };
    const stray = episode.acceptedAfterClosing > episode.refused;
    const measured = (episode.accepted / Math.max(lasted, stray ? 50 : SHORTEST_SAMPLE)) * 1000;
    const taken = rate === undefined ? measured : Math.min(measured, refill(rate, sample) ?? measured);
    const bounded = paced === undefined ? taken : Math.min(Math.max(taken, paced * (stray ? 0.8 : 0.5)), paced);
    return {
        ceiling: Math.max(SLOWEST, bounded * HEADROOM),
        since: now,
        plateau: plateauAfter(episode, stray),
        sample,
    };
}
function plateauAfter({ accepted, longestWait }, stray) {
    // The rate is the slowest there is, and no limit is known that a quick rise could run into.
    if (accepted === 0)
        return 500;
    // The longer a refusal costs, the longer a known limit is left alone.
    return stray ? 2_000 : Math.max(20_000, 6 * longestWait);
}
/**
 * Where a paced episode ended soon, the rate was too high from the start, for instance since the tenant lets a burst
 * through before it counts (a token bucket). Both samples began with that burst, so their difference is free of it.
 */
function refill({ plateau, sample }, { accepted, lasted }) {
    const longer = lasted - sample.lasted;
    if (longer < SHORTEST_SAMPLE || lasted > plateau / 4)
        return undefined;
    return ((accepted - sample.accepted) / longer) * 1000;
}
function creep({ ceiling, since, plateau }, now) {
    return ceiling * (1 + (1 - CAUTION) * ((now - since) / plateau - 1) ** 3);
}

;// CONCATENATED MODULE: ./src/graph/batch.ts

/** Graph takes at most so many requests in one batch. */
const BATCH_SIZE = 20;
/** As `batchBody` writes them. */
const ID = /^(?:0|[1-9]\d?)$/;
/**
 * The path of a request to one mailbox, relative to the version. An address goes into a URL percent-encoded; one that
 * begins with `$` is taken for a query option unless it stands in quotes, which are doubled inside.
 * https://learn.microsoft.com/graph/api/user-get (user principal names that begin with `$`)
 */
function mailboxUrl(address, path) {
    if (!address.startsWith('$'))
        return `/users/${percentEncoded(address)}/${path}`;
    return `/users('${percentEncoded(address.replaceAll("'", "''"))}')/${path}`;
}
/** Also the marks that `encodeURIComponent` leaves alone and OData gives a meaning. */
function percentEncoded(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The body of a `$batch` request of GETs. The ids are the positions, from 0. */
function batchBody(urls) {
    return JSON.stringify({ requests: urls.map((url, id) => ({ id: String(id), method: 'GET', url })) });
}
/**
 * The answers of a batch by the position of their request; an item that Graph left out is undefined. Answers come in any
 * order, so they are told apart by id alone. Throws where the text is no answer to a batch.
 */
function batchAnswers(text, size) {
    const responses = (0,src_json/* property */.MZ)((0,src_json/* parseJson */.qF)(text), 'responses');
    if (!Array.isArray(responses))
        throw new Error('no "responses" in the answer to a batch');
    const answers = new Array(size).fill(undefined);
    for (const response of responses) {
        const written = (0,src_json/* property */.MZ)(response, 'id');
        const id = typeof written === 'string' && ID.test(written) ? Number(written) : size;
        const status = (0,src_json/* property */.MZ)(response, 'status');
        if (id >= size || typeof status !== 'number')
            continue;
        const headers = (0,src_json/* property */.MZ)(response, 'headers');
        answers[id] ??= {
            status,
            body: (0,src_json/* property */.MZ)(response, 'body') ?? null,
            retryAfter: status < 400 ? undefined : header(headers, 'retry-after'),
            requestId: status < 400 ? undefined : header(headers, 'request-id'),
        };
    }
    return answers;
}
function header(headers, name) {
    if (!(0,src_json/* isObject */.Gv)(headers))
        return undefined;
    const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

;// CONCATENATED MODULE: ./src/graph/endurance.ts

/** The door closed so often in a row without one answer, and for longer than patience lasts: nothing is to be had. */
const MOST_CLOSED_IN_A_ROW = 6;
/** Limits are counted in windows of at most ten minutes; whoever says to wait for longer (in ms) is not waited for. */
const LONGEST_WAIT = 900_000;
/** A token that Entra has just issued was rejected so often in a row: it will not be otherwise. */
const MOST_FRESH_TOKENS_REJECTED = 3;
/** Judges by what batches bring how fast to go on asking, and whether at all. */
class Endurance {
    #pace;
    #patience;
    #lastAnswer;
    /** Batches in a row that brought no answer to anything. */
    #fruitless = 0;
    #freshTokensRejected = 0;
    /** `patience`: ms without one answer after which, if all that was asked was refused or failed, nothing more is asked. */
    constructor(pace, patience, now) {
        this.#pace = pace;
        this.#patience = patience;
        this.#lastAnswer = now;
    }
    /**
     * What a batch tells of the tenant as a whole: answers for the rate, refusals for the door, nothing for patience. Gives
     * why to end, where it is time.
     */
    judge(outcomes, departure, time) {
        const answers = outcomes.filter(({ kind }) => kind === 'read' || kind === 'final').length;
        this.#pace.accepted(answers, departure, time);
        if (answers > 0) {
            this.#fruitless = 0;
            this.#lastAnswer = time;
        }
        const exhausted = time - this.#lastAnswer > this.#patience;
        const refusals = outcomes.filter((outcome) => outcome.kind === 'again' && outcome.scope === 'tenant');
        const [refusal] = refusals;
        if (refusal?.kind === 'again') {
            const wait = longestWait(refusals);
            this.#pace.refused(refusals.length, wait, departure, time);
            const unavailing = exhausted && this.#pace.closedInARow >= MOST_CLOSED_IN_A_ROW;
            if (!unavailing && (wait ?? 0) <= LONGEST_WAIT)
                return undefined;
            return {
                status: refusal.status,
                error: `Everything was refused, and asking ended; the last was: ${refusal.error}`,
            };
        }
        if (answers > 0 || ++this.#fruitless < 3 * this.#pace.window || !exhausted)
            return undefined;
        const error = outcomes.find((outcome) => outcome.kind !== 'read')?.error ?? '';
        return { status: 'failed', error: `No answer for ${Math.round(this.#patience / 1000)} s; the last was: ${error}` };
    }
    /**
     * Graph may reject a token for one item, or, having rejected it for the batch already, the new one too. Throws the
     * UserError `GRAPH_TOKEN_REJECTED` once it rejects whatever Entra issues, or that of a token that cannot be had.
     */
    async renewRejected(response, outcomes) {
        const rejection = outcomes.find((outcome) => outcome.kind === 'token');
        if (rejection === undefined) {
            this.#freshTokensRejected = 0;
        }
        else if (response.status !== 401) {
            await response.renewToken();
        }
        else if (++this.#freshTokensRejected >= MOST_FRESH_TOKENS_REJECTED) {
            throw new failure/* UserError */.yo('GRAPH_TOKEN_REJECTED', `Graph rejects a token that Entra ID has just issued: ${rejection.error}`, {
                hint: 'Check "graph-url" and "cloud", and that the tenant has Exchange Online. Where the application was just ' +
                    'changed, run the workflow again in a few minutes.',
            });
        }
    }
}
function longestWait(outcomes) {
    const waits = outcomes.flatMap((outcome) => ('retryAfter' in outcome ? (outcome.retryAfter ?? []) : []));
    return waits.length > 0 ? Math.max(...waits) : undefined;
}

;// CONCATENATED MODULE: ./src/graph/in-order.ts
/** Holds answers that are ahead of their turn and gives them out in the order of their positions, each once. */
class InOrder {
    #length;
    /** A ring over positions: the window between the first missing answer and the furthest that may be here. */
    #ring;
    #head = 0;
    #placed = 0;
    /** `ahead`: how far an answer may be ahead of the first missing one. */
    constructor(length, ahead) {
        this.#length = length;
        this.#ring = new Array(Math.min(ahead, length)).fill(undefined);
    }
    /** How many answers have come, given out or not. */
    get placed() {
        return this.#placed;
    }
    /** Whether every answer was given out. */
    get done() {
        return this.#head >= this.#length;
    }
    /** The first position that was not given out. */
    get head() {
        return this.#head;
    }
    /** Positions from here on may not be placed yet. */
    get end() {
        return Math.min(this.#length, this.#head + this.#ring.length);
    }
    place(position, answer) {
        if (position < this.#head || position >= this.end)
            throw new RangeError(`position ${position} is not open`);
        this.#ring[position % this.#ring.length] = answer;
        this.#placed++;
    }
    /** At most so many answers whose turn has come; where one is missing, `instead` ends the chunk or fills the gap. */
    take(most, instead) {
        const chunk = [];
        while (!this.done && chunk.length < most) {
            const slot = this.#head % this.#ring.length;
            let answer = this.#ring[slot];
            if (answer === undefined) {
                if (instead === undefined)
                    break;
                answer = instead(this.#head);
                this.#placed++;
            }
            this.#ring[slot] = undefined;
            this.#head++;
            chunk.push(answer);
        }
        return chunk;
    }
}

;// CONCATENATED MODULE: ./src/graph/next-link.ts

const LINK = '@odata.nextLink';
/**
 * The next page's path relative to the version, as Graph wrote it: its skip token is opaque, and must come back whole. A
 * link elsewhere than to that version of Graph itself is refused, for the token goes where a request goes.
 * https://learn.microsoft.com/graph/paging
 *
 * @param root address of the version, such as `https://graph.microsoft.com/v1.0`
 */
function nextPage(page, root) {
    const link = (0,src_json/* property */.MZ)(page, LINK);
    if (link === undefined || link === null)
        return { kind: 'none' };
    const url = typeof link === 'string' ? URL.parse(link) : null;
    const base = new URL(root);
    if (typeof link !== 'string' || url === null)
        return { kind: 'refused', error: 'The link to the next page is no address' };
    if (url.origin !== base.origin || url.username !== '' || url.password !== '') {
        return { kind: 'refused', error: `The link to the next page leads to another host, ${url.host}` };
    }
    const [, path = ''] = /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link) ?? [];
    const prefix = base.pathname.replace(/\/$/, '');
    // What a server makes of `..` counts as well.
    if (![path, url.pathname].every((way) => way.toLowerCase().startsWith(`${prefix.toLowerCase()}/`))) {
        return { kind: 'refused', error: `The link to the next page leads out of ${prefix}` };
    }
    return { kind: 'path', path: path.slice(prefix.length) };
}

;// CONCATENATED MODULE: ./src/graph/errors.ts

const NO_MAILBOX = new Set([
    'MailboxNotEnabledForRESTAPI',
    'MailboxNotSupportedForRESTAPI',
    'ResourceNotFound',
    'ErrorNonExistentMailbox',
]);
/** Exchange says so of a mailbox that is not there by its root folder, and of anything else by what it is. */
const NO_ROOT = /root not found/i;
const AGAIN = new Set([408, 423, 429, 500, 502, 503, 504, 509]);
/**
 * Tells what an item's error means. Graph gives 404 both to an address that nobody has and to a user whose mailbox is
 * elsewhere; only the code tells them apart. https://learn.microsoft.com/graph/errors
 */
function itemFailure(status, body) {
    const { code = '', message = '' } = graphError(body) ?? {};
    const error = errorText(status, code, message);
    if (status === 401)
        return { kind: 'token', error };
    if (status === 429) {
        // Each mailbox has a limit of its own beside the one that the whole app shares.
        const scope = code === 'ApplicationThrottled' || /mailbox/i.test(message) ? 'mailbox' : 'tenant';
        return { kind: 'again', status: 'throttled', error, scope };
    }
    if (AGAIN.has(status))
        return { kind: 'again', status: 'failed', error, scope: 'mailbox' };
    if (code === 'ErrorItemNotFound') {
        const missing = NO_ROOT.test(message);
        return { kind: 'final', status: missing ? 'no-mailbox' : 'failed', error, gone: !missing };
    }
    if (NO_MAILBOX.has(code))
        return { kind: 'final', status: 'no-mailbox', error };
    if (status === 404)
        return { kind: 'final', status: 'not-found', error };
    if (status === 403)
        return { kind: 'final', status: 'access-denied', error };
    return { kind: 'final', status: 'failed', error };
}
/** Whether an answer to a whole batch is worth asking again for. */
function isTransient(status) {
    return AGAIN.has(status);
}
/** `code: message`, as it stands in a report's `Error` column. */
function errorText(status, code, message) {
    return [code === '' ? `HTTP ${status}` : code, message].filter((part) => part !== '').join(': ');
}

;// CONCATENATED MODULE: ./src/graph/outcome.ts







/**
 * The outcome of each item of a batch of so many, by position. A gateway's page, an answer cut short, and an answer
 * that leaves items out are outcomes too. `now`: epoch ms.
 */
function batchOutcomes(response, size, now) {
    if (response.status !== 200)
        return new Array(size).fill(wholeBatch(response, size, now));
    try {
        return batchAnswers(response.text, size).map((answer) => itemOutcome(answer, response, now));
    }
    catch (error) {
        return new Array(size).fill(again(`${(0,failure/* describeError */.Uc)(error)}, from ${contentType(response)}`));
    }
}
/** To be asked again later, of this mailbox alone. */
function again(error) {
    return { kind: 'again', status: 'failed', scope: 'mailbox', error, retryAfter: undefined };
}
function itemOutcome(answer, response, now) {
    if (answer === undefined)
        return again('No answer in the batch');
    const { status, body } = answer;
    if (status === 200)
        return (0,src_json/* isObject */.Gv)(body) ? bodyOutcome(body) : again('The answer is not JSON');
    // A property without a value has no content.
    if (status === 204)
        return { kind: 'read', body: {} };
    const requestId = answer.requestId ?? innerRequestId(body);
    return { ...itemFailure(status, body), requestId, retryAfter: waitFor(answer.retryAfter, response, now) };
}
/** An error is none the less one for the status that it comes with. */
function bodyOutcome(body) {
    if ((0,src_json/* property */.MZ)(body, 'error') === undefined)
        return { kind: 'read', body };
    const { code = '', message = '' } = graphError(body) ?? {};
    return again(errorText(200, code, message));
}
function wholeBatch(response, size, now) {
    const { status, headers, text } = response;
    const error = wholeError(response, (0,src_json/* jsonOrUndefined */._D)(text));
    const requestId = first_value_firstValue(headers['request-id']);
    const retryAfter = waitFor(first_value_firstValue(headers['retry-after']), response, now);
    if (status === 401)
        return { kind: 'token', error, requestId, retryAfter };
    if (status === 429 || (isTransient(status) && retryAfter !== undefined)) {
        const unread = status === 429 ? 'throttled' : 'failed';
        return { kind: 'again', status: unread, scope: 'tenant', error, requestId, retryAfter };
    }
    if (isTransient(status))
        return { ...again(error), requestId };
    if (status === 400 && size > 1)
        return { kind: 'alone', error, requestId };
    return { kind: 'final', status: status === 403 ? 'access-denied' : 'failed', error, requestId, retryAfter };
}
function wholeError(response, body) {
    const named = graphError(body);
    return named === undefined
        ? `HTTP ${response.status} with ${contentType(response)} in place of an answer`
        : errorText(response.status, named.code, named.message);
}
/** A date is read against the server's own clock where it tells it: ours may be off. */
function waitFor(value, { headers }, now) {
    const date = Date.parse(first_value_firstValue(headers.date) ?? '');
    return retry_after_retryAfterMs(value, Number.isNaN(date) ? now : date);
}
function contentType({ headers }) {
    return first_value_firstValue(headers['content-type'])?.split(';')[0] ?? 'no content type';
}
/** Items of a batch often have no such header, and tell it in their error instead. */
function innerRequestId(body) {
    const id = (0,src_json/* property */.MZ)((0,src_json/* property */.MZ)((0,src_json/* property */.MZ)(body, 'error'), 'innerError'), 'request-id');
    return typeof id === 'string' ? id : undefined;
}

;// CONCATENATED MODULE: ./src/graph/queue.ts

/**
 * What is asked next: first what is to be asked again or besides, then mailboxes not asked yet. So a batch is full as
 * long as there is anything left, and no mailbox waits for its second turn until the end of the list.
 */
class AskQueue {
    #begin;
    #fresh = 0;
    #ready = [];
    #delayed = [];
    /** `begin` opens the mailbox at a position and gives its first requests. */
    constructor(begin) {
        this.#begin = begin;
    }
    /**
     * The next batch at this moment (epoch ms), all of one version; empty where nothing is due. `end`: mailboxes from that
     * position on are not opened yet, and `limit`: nothing is asked of those from that position on.
     */
    next(now, end, limit = Infinity) {
        this.#wakeDelayed(now);
        const alone = this.#ready.findIndex((asked) => asked.alone && asked.turn.position < limit);
        if (alone >= 0)
            return this.#ready.splice(alone, 1);
        for (const last = Math.min(end, limit); this.#ready.length < BATCH_SIZE && this.#fresh < last; this.#fresh++) {
            this.#ready.push(...this.#begin(this.#fresh));
        }
        return limit === Infinity && this.#isUniform() ? this.#ready.splice(0, BATCH_SIZE) : this.#pick(limit);
    }
    /** Puts one in: to be asked as soon as anything may be sent, or not before a moment. */
    add(asked, due) {
        if (due === undefined)
            this.#ready.push(asked);
        else
            this.#delayed.push({ asked, due });
    }
    /** Lets nothing that is still to be asked of a mailbox go before a moment. */
    hold(position, until) {
        const held = this.#ready.filter(({ turn }) => turn.position === position);
        if (held.length > 0)
            this.#ready = this.#ready.filter(({ turn }) => turn.position !== position);
        this.#delayed = this.#delayed.map(({ asked, due }) => ({
            asked,
            due: asked.turn.position === position ? Math.max(due, until) : due,
        }));
        for (const asked of held)
            this.add(asked, until);
    }
    /** When the earliest of those that wait for a moment is due; Infinity where none does. */
    get nextDue() {
        return this.#delayed.reduce((earliest, { due }) => Math.min(earliest, due), Infinity);
    }
    /** Whether the first so many can go together. */
    #isUniform() {
        const version = this.#ready[0]?.line.inquiry.version;
        for (let at = 1; at < BATCH_SIZE && at < this.#ready.length; at++) {
            if (this.#ready[at]?.line.inquiry.version !== version)
                return false;
        }
        return true;
    }
    #pick(limit) {
        const version = this.#ready.find(({ turn }) => turn.position < limit)?.line.inquiry.version;
        const batch = [];
        const rest = [];
        for (const asked of this.#ready) {
            const goes = batch.length < BATCH_SIZE && asked.turn.position < limit && asked.line.inquiry.version === version;
            (goes ? batch : rest).push(asked);
        }
        this.#ready = rest;
        return batch;
    }
    #wakeDelayed(now) {
        for (let at = this.#delayed.length - 1; at >= 0; at--) {
            const waiting = this.#delayed[at];
            if (waiting === undefined || waiting.due > now)
                continue;
            this.#delayed.splice(at, 1);
            this.#ready.push(waiting.asked);
        }
    }
}

;// CONCATENATED MODULE: ./src/graph/turn.ts


/**
 * Outlook takes so many requests to one mailbox at a time from an application, in one batch or across batches.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
const MOST_AT_ONCE = 4;
/**
 * Answers that one inquiry may take. The same service takes no more requests to a mailbox in ten minutes, so what goes on
 * for longer holds the others up, and may have no end.
 */
const MOST_REQUESTS = 10_000;
/** A mailbox that is being asked: its inquiries, the requests they still take, and what has come of them. */
class MailboxTurn {
    position;
    /** Characters of the answers that are held for it. */
    held = 0;
    /** Epoch ms before which nothing more may be asked of it, as it said itself. */
    notBefore = -Infinity;
    #lines;
    #waiting;
    #underWay = 0;
    #openLines;
    /** `position`: of the mailbox, in the list. */
    constructor(position, inquiries) {
        this.position = position;
        this.#openLines = inquiries.length;
        this.#lines = inquiries.map((inquiry) => {
            const line = { inquiry, gathering: undefined, open: 0, answered: 0, pages: undefined, part: undefined };
            this.#ask(line, inquiry.path, undefined);
            return line;
        });
    }
    /** Whether every inquiry has come to its end. */
    get done() {
        return this.#openLines === 0;
    }
    /** What came of each inquiry; `instead` stands for one that has not come to its end, and never will. */
    parts(instead) {
        return this.#lines.map(({ part }) => part ?? instead);
    }
    /** The requests that may be sent now. Each counts as under way until it is read or failed. */
    begin() {
        const waiting = this.#waiting ?? [];
        const begun = waiting.splice(0, MOST_AT_ONCE - this.#underWay);
        this.#underWay += begun.length;
        // Most mailboxes are asked one thing: thousands of them at a time shall hold no empty arrays.
        if (waiting.length === 0)
            this.#waiting = undefined;
        return begun;
    }
    /** Whether the inquiry of a request has ended without it. */
    isOver({ line }) {
        return line.part !== undefined;
    }
    /** Whether a request asks for what an answer of the same inquiry named, and is no further page. */
    isBelow({ path, take }) {
        return take !== undefined && !path.startsWith('/');
    }
    /** A request was answered with a page. */
    read(asked, page, next) {
        this.#underWay--;
        const { line, path } = asked;
        if (line.part !== undefined)
            return;
        try {
            line.gathering ??= line.inquiry.gather();
            const { gathering } = line;
            const { take = gathering.take } = asked;
            if (next.kind === 'refused')
                throw new Error(next.error);
            if (next.kind === 'path' && this.#isKnown(line, path, next.path))
                throw new Error('The link to the next page leads back to a page that was read');
            const further = take(page, next.kind === 'path');
            if (next.kind === 'path')
                this.#ask(line, next.path, take);
            for (const request of further)
                this.#ask(line, request.path, request.take);
            if (--line.open > 0 && ++line.answered >= MOST_REQUESTS) {
                throw new Error(`Not everything was read after ${MOST_REQUESTS.toLocaleString('en-US')} requests`);
            }
            if (line.open === 0)
                this.#end(line, { status: 'ok', value: gathering.result() });
        }
        catch (error) {
            this.#end(line, { status: 'failed', error: (0,failure/* describeError */.Uc)(error) });
        }
    }
    /** A request will not be answered, so its inquiry has no answer. */
    fail({ line }, status, error) {
        this.#underWay--;
        if (line.part === undefined)
            this.#end(line, { status, error });
    }
    /** Whether a link leads to where it stands, or where another one of the inquiry has led. */
    #isKnown(line, from, to) {
        line.pages ??= new Set([from]);
        if (line.pages.has(to) || from === to)
            return true;
        line.pages.add(to);
        return false;
    }
    /** What an inquiry that has ended still wanted to ask is asked no more. */
    #end(line, part) {
        line.part = part;
        line.gathering = undefined;
        line.pages = undefined;
        this.#openLines--;
        this.#waiting = this.#waiting?.filter((asked) => asked.line !== line);
    }
    #ask(line, path, take) {
        line.open++;
        this.#waiting ??= [];
        this.#waiting.push({ turn: this, line, path, take, attempts: 0, alone: false });
    }
}
/** Where a request to the mailbox of an address goes, relative to the version. */
function urlOf({ path }, address) {
    return path.startsWith('/') ? path : mailboxUrl(address, path);
}

;// CONCATENATED MODULE: ./src/graph/read.ts








/** How often one thing is asked of a mailbox at the most. */
const MOST_ATTEMPTS = 7;
/** A slow mailbox must not hold up the others soon, nor may all of them be held in memory. */
const READ_AHEAD = 20_000;
/** What mailboxes with thousands of rules or folders need, in characters; settings never do. */
const ROOM = 32 * 1024 * 1024;
/** Of one mailbox, in characters: some hundred thousand rules. Pages without an end would fill the memory first. */
const MOST_OF_A_MAILBOX = 64 * 1024 * 1024;
const BACKOFF = 1_000;
const LONGEST_BACKOFF = 60_000;
const PATIENCE = 60_000;
const LARGEST_CHUNK = 1_000;
/** A timer counts no longer than some 24 days, and a wait may be cut short: it is waited for in pieces. */
const LONGEST_TIMER = 60_000;
/**
 * Makes the inquiries of every mailbox: batches of 20 in parallel, paced as `pace` has it, with only that asked again that
 * failed. Whatever order answers come in, they are yielded in the list's order, in chunks, each mailbox once.
 */
class MailboxReader {
    #options;
    #answers;
    #queue;
    /** The mailboxes that are being asked: a ring over positions. A map would bring each into V8's old generation. */
    #turns;
    #endurance;
    #held = 0;
    #inFlight = 0;
    #timer;
    #wake = () => undefined;
    #bug;
    #stopped;
    constructor(options) {
        this.#options = options;
        this.#answers = new InOrder(options.mailboxes.length, READ_AHEAD);
        this.#turns = new Array(Math.min(READ_AHEAD, options.mailboxes.length)).fill(undefined);
        this.#queue = new AskQueue((position) => this.#begin(position));
        this.#endurance = new Endurance(options.pace, options.patience ?? PATIENCE, options.now());
    }
    /** How many mailboxes have come to their end, read or not. */
    get answered() {
        return this.#answers.placed;
    }
    /** Why reading ended early for everybody, where it is something that a user can mend. */
    get stoppedBy() {
        return this.#stopped?.cause;
    }
    /** Whatever Graph does is an answer; what it throws is a fault of this program. */
    async *read() {
        const { signal } = this.#options;
        const cancel = () => {
            this.#stop({ status: 'cancelled', error: 'The run was cancelled before this mailbox was read' });
        };
        if (signal.aborted)
            cancel();
        signal.addEventListener('abort', cancel, { once: true });
        try {
            while (!this.#answers.done) {
                if (this.#bug !== undefined)
                    throw this.#bug.error;
                this.#sendWhatMayGo();
                const chunk = this.#answers.take(LARGEST_CHUNK, this.#unreadInstead());
                if (chunk.length === 0) {
                    await this.#nextEvent();
                    continue;
                }
                yield chunk;
                for (const { held } of chunk)
                    this.#held -= held;
            }
        }
        finally {
            signal.removeEventListener('abort', cancel);
            clearTimeout(this.#timer);
        }
    }
    /** Once stopped, whatever has no answer gets the reason; what a mailbox has answered already is kept. */
    #unreadInstead() {
        if (this.#stopped === undefined)
            return undefined;
        const { mailboxes, inquiries } = this.#options;
        const { status, error } = this.#stopped;
        return (position) => {
            const turn = this.#turns[position % READ_AHEAD];
            const parts = turn?.parts({ status, error }) ?? inquiries.map(() => ({ status, error }));
            return { mailbox: mailboxes.at(position), parts, held: turn?.held ?? 0 };
        };
    }
    #begin(position) {
        const turn = new MailboxTurn(position, this.#options.inquiries);
        this.#turns[position % READ_AHEAD] = turn;
        return turn.begin();
    }
    #nextEvent() {
        return new Promise((resolve) => {
            this.#wake = resolve;
        });
    }
    #sendWhatMayGo() {
        const { pace, now, room = ROOM } = this.#options;
        clearTimeout(this.#timer);
        while (this.#stopped === undefined && this.#inFlight < pace.window) {
            const time = now();
            const closed = pace.delay(time);
            if (closed > 0) {
                this.#wakeIn(closed);
                return;
            }
            const { head, end } = this.#answers;
            const batch = this.#queue.next(time, end, this.#held > room ? head + BATCH_SIZE : Infinity);
            if (batch.length === 0) {
                this.#wakeIn(this.#queue.nextDue - time);
                return;
            }
            this.#inFlight++;
            void this.#ask(batch, pace.departs(batch.length, time))
                .catch((error) => {
                this.#bug ??= { error };
            })
                .finally(() => {
                this.#inFlight--;
                this.#wake();
            });
        }
    }
    #wakeIn(ms) {
        if (ms === Infinity)
            return;
        const wake = () => {
            this.#wake();
        };
        this.#timer = setTimeout(wake, Math.min(Math.max(Math.ceil(ms), 1), LONGEST_TIMER));
    }
    async #ask(batch, departure) {
        const { post, now, mailboxes } = this.#options;
        for (const asked of batch)
            asked.attempts++;
        const version = batch[0]?.line.inquiry.version ?? 'v1.0';
        let response;
        let outcomes;
        try {
            response = await post(`/${version}/$batch`, batchBody(batch.map((asked) => urlOf(asked, mailboxes.at(asked.turn.position).address))));
            outcomes = batchOutcomes(response, batch.length, now());
            await this.#endurance.renewRejected(response, outcomes);
        }
        catch (error) {
            if (error instanceof failure/* UserError */.yo)
                this.#stop({ status: 'failed', error: read_firstLine(error.message) }, error);
            outcomes = batch.map(() => unanswered(error, batch.length));
        }
        if (this.#stopped !== undefined)
            return;
        const ending = this.#endurance.judge(outcomes, departure, now());
        if (ending !== undefined)
            this.#stop(ending);
        const share = Math.ceil((response?.text.length ?? 0) / batch.length);
        batch.forEach((asked, at) => {
            const outcome = outcomes[at];
            if (outcome !== undefined)
                this.#take(asked, outcome, { share, clientRequestId: response?.clientRequestId });
        });
    }
    #take(asked, outcome, { share, clientRequestId }) {
        const { turn } = asked;
        const { mostOfAMailbox = MOST_OF_A_MAILBOX } = this.#options;
        if (outcome.kind === 'read') {
            // One that comes behind the last answer is let go at once.
            if (this.#isOpen(turn)) {
                turn.held += share;
                this.#held += share;
            }
            if (turn.held > mostOfAMailbox)
                turn.fail(asked, 'failed', 'Its answers are larger than can be held');
            else
                turn.read(asked, outcome.body, nextPage(outcome.body, `${this.#options.graphUrl}/${asked.line.inquiry.version}`));
            this.#goOn(turn);
            return;
        }
        const { error, requestId } = outcome;
        const tooLong = outcome.kind === 'again' && (outcome.retryAfter ?? 0) > LONGEST_WAIT;
        const ends = turn.isOver(asked) || outcome.kind === 'final' || tooLong || asked.attempts >= MOST_ATTEMPTS;
        const { mailboxes, onFailure } = this.#options;
        if (onFailure !== undefined) {
            const { address } = mailboxes.at(turn.position);
            onFailure({ address, error, requestId, clientRequestId, again: !ends });
        }
        if (outcome.kind === 'final' && outcome.gone === true && turn.isBelow(asked)) {
            // It was deleted since the answer that named it, with what it held.
            turn.read(asked, { value: [] }, { kind: 'none' });
            this.#goOn(turn);
        }
        else if (ends) {
            turn.fail(asked, outcome.kind === 'final' || outcome.kind === 'again' ? outcome.status : 'failed', error);
            this.#goOn(turn);
        }
        else {
            this.#askAgain(asked, outcome);
        }
    }
    /** A mailbox is asked what it is still to be asked, and its answer is placed once there is nothing more. */
    #goOn(turn) {
        const due = turn.notBefore > this.#options.now() ? turn.notBefore : undefined;
        for (const asked of turn.begin())
            this.#queue.add(asked, due);
        // A request of an inquiry that has failed may come back behind the last answer.
        if (!turn.done || !this.#isOpen(turn))
            return;
        const { position, held } = turn;
        this.#turns[position % READ_AHEAD] = undefined;
        const mailbox = this.#options.mailboxes.at(position);
        this.#answers.place(position, { mailbox, parts: turn.parts({ status: 'failed', error: '' }), held });
    }
    #isOpen(turn) {
        return this.#turns[turn.position % READ_AHEAD] === turn;
    }
    #askAgain(asked, outcome) {
        if (outcome.kind === 'alone')
            asked.alone = true;
        // The door is the wait of all that it closes for.
        if (outcome.kind === 'alone' || (outcome.kind === 'again' && outcome.scope === 'tenant')) {
            this.#queue.add(asked);
            return;
        }
        const { backoff = BACKOFF, random, now } = this.#options;
        const growing = Math.min(backoff * 2 ** (asked.attempts - 1), LONGEST_BACKOFF) * (0.5 + random() / 2);
        const { turn } = asked;
        this.#queue.add(asked, Math.max(turn.notBefore, now() + (outcome.retryAfter ?? growing)));
        if (outcome.retryAfter === undefined)
            return;
        // Whatever else is asked of a mailbox that said to wait is refused as well, and counts against its quota.
        turn.notBefore = Math.max(turn.notBefore, now() + outcome.retryAfter);
        this.#queue.hold(turn.position, turn.notBefore);
    }
    #stop(ending, cause) {
        this.#stopped ??= { ...ending, cause };
        this.#wake();
    }
}
/** What no whole answer came of. One that is too long for its batch may still be had by itself. */
function unanswered(error, size) {
    const reason = (0,failure/* describeError */.Uc)(error);
    return size > 1 && isTooLong(error) ? { kind: 'alone', error: reason } : again(reason);
}
function isTooLong(error) {
    return error instanceof Error && 'code' in error && error.code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE';
}
/** Entra's messages name its ids on further lines, which belong into an annotation and not into every row. */
function read_firstLine(text) {
    return text.split('\n', 1)[0] ?? '';
}

;// CONCATENATED MODULE: ./src/confidential-url.ts
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Whether nobody on the way can listen: https, or http that never leaves this machine. Secrets go nowhere else. */
function confidential_url_isConfidential({ protocol, hostname }) {
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./src/mailboxes/address.ts
var mailboxes_address = __webpack_require__(6592);
// EXTERNAL MODULE: ./src/text/shown-text.ts
var shown_text = __webpack_require__(5936);
;// CONCATENATED MODULE: ./src/mailboxes/internal-domains.ts




/** Letters, digits and hyphens of any script, as in the addresses of mailboxes. */
const DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
/**
 * Local parts behind which somebody else stands than the domain tells: an address of another kind as Exchange encapsulates
 * it (`IMCEASMTP-eve+40evil+2Ecom@contoso.com`), the user principal name of a guest, and an X.500 address whose last name
 * holds an `@`.
 */
const SOMEWHERE_ELSE = /^(?:imcea|\/[a-z]+=)|#ext#$/i;
/** The domains that count as inside, each with all of its subdomains. */
class InternalDomains {
    #given;
    #known;
    /** Takes domains as `asciiDomain` writes them, when they are first asked for. */
    constructor(domains) {
        this.#given = domains;
    }
    get #domains() {
        this.#known ??= new Set(this.#given);
        return this.#known;
    }
    /** Whether a domain is one of these or below one. Without case, trailing dot, or difference between `ü` and `xn--`. */
    has(domain) {
        const ascii = asciiDomain(domain);
        if (ascii === undefined)
            return false;
        if (this.#domains.has(ascii))
            return true;
        const labels = ascii.split('.');
        // A domain of one label has nothing below it: a list with `root@com` must not bring half the world inside.
        return labels.some((_, at) => at > 0 && at < labels.length - 1 && this.#domains.has(labels.slice(at).join('.')));
    }
    /**
     * Whether an SMTP address leads to an inside mailbox. What is not plainly such an address, and nothing else beside it,
     * is not: nobody shall hide behind `eve@evil.com <ceo@contoso.com>`.
     */
    holds(address) {
        const [, local, domain] = /^(.*)@([^@]*?)\.?$/s.exec(address.trim()) ?? [];
        if (local === undefined || domain === undefined)
            return false;
        return (0,mailboxes_address/* isAddress */.P)(`${local}@${domain}`) && !SOMEWHERE_ELSE.test(local) && this.has(domain);
    }
}
/**
 * The domains of the input's lines. `contoso.com`, `@contoso.com` and `*.contoso.com` mean the same, since subdomains are
 * inside anyway; empty lines are passed over. Throws a UserError `INPUT_INVALID` for a line that is no domain.
 */
function internalDomains(lines) {
    const domains = [];
    for (const line of lines) {
        const text = line.trim();
        if (text === '')
            continue;
        const domain = asciiDomain(text.replace(/^(?:@|(?:\*?\.))/, ''));
        if (domain?.includes('.') !== true)
            throw noDomain(text);
        domains.push(domain);
    }
    return new InternalDomains(domains);
}
/** The domains of a list's own mailboxes, looked for where a report asks: most do not. */
function domainsOfList(list) {
    return new InternalDomains(domainsIn(list));
}
function* domainsIn(list) {
    const written = new Set();
    for (let at = 0; at < list.length; at += 1) {
        const { address } = list.at(at);
        written.add(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    }
    for (const domain of written) {
        const ascii = asciiDomain(domain);
        if (ascii !== undefined)
            yield ascii;
    }
}
/** A domain in lower case and ASCII, without a trailing dot; undefined for what is none. https://www.rfc-editor.org/rfc/rfc5891 */
function asciiDomain(domain) {
    const text = domain.replace(/\.$/, '');
    if (!DOMAIN.test(text))
        return undefined;
    return (0,external_node_url_.domainToASCII)(text) || undefined;
}
function noDomain(text) {
    return new failure/* UserError */.yo('INPUT_INVALID', `The input "internal-domains" cannot be ${(0,shown_text/* shownText */.f)(text)}.`, {
        hint: 'Write one domain a line, such as contoso.com; its subdomains count as inside too.',
    });
}

;// CONCATENATED MODULE: ./src/inputs.ts




const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const inputs_DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
const MOST_CONCURRENCY = 256;
const MOST_RETENTION_DAYS = 400;
const LONGEST_ARTIFACT_NAME = 200;
/**
 * What is secret among the inputs, for masking before anything is checked, printed or thrown. Line by line too: a log
 * would show a single line of a PFX that was pasted with line breaks.
 */
function secretInputs(env) {
    const secrets = [raw(env, 'pfx') ?? '', raw(env, 'pfx-password') ?? ''];
    const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
    return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}
/**
 * Reads and checks the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a
 * UserError for the first that is wrong, naming the input and what to change.
 */
function readReportInputs(env) {
    const tenantId = identifier(env, 'tenant-id', /* domain allowed */ true);
    const clientId = identifier(env, 'client-id', false);
    const cloud = choice(env, 'cloud', ['global', 'usgov', 'usgov-dod', 'china']);
    const endpoints = clouds[cloud];
    return {
        tenantId,
        clientId,
        credential: credential(env, endpoints),
        cloud,
        authorityHost: url(env, 'authority-host') ?? endpoints.authorityHost,
        graphUrl: url(env, 'graph-url') ?? endpoints.graphUrl,
        mailboxes: requiredLines(env, 'mailboxes'),
        mailboxColumn: inputs_text(env, 'mailbox-column'),
        report: reports(env),
        policy: inputs_text(env, 'policy'),
        failOn: failOn(env),
        internalDomains: inside(env),
        maxUnread: maxUnread(env),
        artifactName: artifactName(env),
        retentionDays: retentionDays(env),
        outputDirectory: inputs_text(env, 'output-directory'),
        formats: formats(env),
        csvBom: yesOrNo(env, 'csv-bom', true),
        summary: choice(env, 'summary', ['full', 'counts', 'none']),
        concurrency: concurrency(env),
    };
}
/** Reads the inputs of the validate action. Throws a UserError where there is nothing to check. */
function readValidateInputs(env) {
    const mailboxes = lines(env, 'mailboxes', /\r?\n/);
    const report = lines(env, 'report', /\r?\n/);
    const policy = inputs_text(env, 'policy');
    if (mailboxes.length === 0 && report.length === 0 && policy === undefined) {
        throw new UserError('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
            hint: 'Set "mailboxes" to the mailbox lists, "report" to the report files, "policy" to the policy file, or some of them.',
        });
    }
    return { mailboxes, mailboxColumn: inputs_text(env, 'mailbox-column'), report, policy };
}
function credential(env, { audience }) {
    const kind = choice(env, 'credential', ['certificate', 'federated']);
    if (kind === 'federated')
        return { kind, audience };
    return { kind, pfx: required(env, 'pfx'), pfxPassword: raw(env, 'pfx-password') ?? '' };
}
function raw(env, name) {
    return env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
}
function inputs_text(env, name) {
    const value = raw(env, name)?.trim();
    return value === '' ? undefined : value;
}
function lines(env, name, separator = /[\r\n,]+/) {
    return (raw(env, name) ?? '')
        .split(separator)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
function requiredLines(env, name) {
    required(env, name);
    return lines(env, name, /\r?\n/);
}
function required(env, name) {
    const value = inputs_text(env, name);
    if (value !== undefined)
        return value;
    throw new failure/* UserError */.yo(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
        hint: `Set "${name}" under "with:". Where it comes from a secret or a variable: check that name, and that the ` +
            'workflow may read it. Workflows that a fork or Dependabot starts get no secrets.' +
            (name === 'pfx' ? ' To sign in without any secret, set "credential" to "federated".' : ''),
    });
}
function identifier(env, name, domainAllowed) {
    const value = required(env, name);
    if (GUID.test(value) || (domainAllowed && inputs_DOMAIN.test(value)))
        return value;
    const wanted = domainAllowed
        ? 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com'
        : 'the Application (client) ID';
    throw new failure/* UserError */.yo('INPUT_INVALID', `The input "${name}" is not ${domainAllowed ? 'an ID or a domain' : 'an ID'}.`, {
        hint: `Use ${wanted}, as the overview page of your application in the Entra portal shows it.`,
    });
}
function choice(env, name, choices) {
    const value = inputs_text(env, name);
    return value === undefined ? choices[0] : oneOf(name, value, choices);
}
function oneOf(name, value, choices) {
    const found = choices.find((choice) => choice === value.toLowerCase());
    if (found !== undefined)
        return found;
    throw invalid(name, value, `Use ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
}
function invalid(name, value, hint) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return new failure/* UserError */.yo('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(shown)}.`, { hint });
}
/** An override of one of the cloud's addresses; the token goes there, so it must be one that nobody can listen to. */
function url(env, name) {
    const value = inputs_text(env, name);
    if (value === undefined)
        return undefined;
    const parsed = URL.parse(value);
    const example = name === 'graph-url' ? clouds.global.graphUrl : clouds.global.authorityHost;
    const hint = `Use an address such as "${example}", or leave "${name}" out and set "cloud".`;
    // User names, queries and fragments have no place in it, and are not shown either: one may be a password.
    if (parsed?.href !== `${parsed?.origin}${parsed?.pathname}`)
        throw invalid(name, shownUrl(parsed, value), hint);
    if (!confidential_url_isConfidential(parsed)) {
        throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
    }
    return parsed.href.replace(/\/$/, '');
}
/** Only of an address on the web is the origin worth showing; `localhost:80` reads as one of the scheme `localhost`. */
function shownUrl(parsed, value) {
    if (parsed === null)
        return value;
    return parsed.origin === 'null' ? 'an address without https:' : parsed.origin;
}
/** One a line alone: a path may hold a comma. */
function reports(env) {
    const given = lines(env, 'report', /\r?\n/);
    return given.length > 0 ? given : ['mailbox-settings'];
}
function failOn(env) {
    const given = inputs_text(env, 'fail-on');
    if (given?.toLowerCase() !== 'new-violation')
        return choice(env, 'fail-on', ['violation', 'never']);
    const hint = 'Use "violation" or "never". What is new can be told only by a comparison with an earlier run.';
    throw invalid('fail-on', given, hint);
}
/** CSV is always written. Where nothing is asked for, there is a page besides. */
function formats(env) {
    const known = ['csv', 'html', 'json', 'sarif', 'junit'];
    const given = lines(env, 'formats');
    const chosen = (given.length === 0 ? ['html'] : given).map((format) => oneOf('formats', format, known));
    return new Set(chosen.filter((format) => format !== 'csv'));
}
function inside(env) {
    const given = lines(env, 'internal-domains');
    return given.length > 0 ? internalDomains(given) : undefined;
}
function maxUnread(env) {
    const value = inputs_text(env, 'max-unread') ?? '0';
    const [, digits, percent] = /^(\d{1,9}(?:\.\d{1,6})?)\s*(%?)$/.exec(value) ?? [];
    const most = Number(digits);
    const hint = 'Use a number of mailboxes such as 10, or a percentage of the list such as 2%.';
    if (digits === undefined || (percent === '%' ? most > 100 : !Number.isInteger(most))) {
        throw invalid('max-unread', value, hint);
    }
    return { kind: percent === '%' ? 'percent' : 'count', most };
}
/** The characters that GitHub's artifacts refuse in a name. */
const NOT_IN_ARTIFACT_NAMES = /["*/:<>?\\|\r\n]/;
/** Given and empty, nothing is uploaded; not given at all, as outside a runner, it has its default. */
function artifactName(env) {
    const given = raw(env, 'artifact-name');
    const value = given === undefined ? 'mailbox-report' : given.trim();
    if (NOT_IN_ARTIFACT_NAMES.test(value)) {
        throw invalid('artifact-name', value, 'GitHub allows none of the characters " * / : < > ? \\ | in it.');
    }
    // The report page is a file of that name.
    if (Buffer.byteLength(value) > LONGEST_ARTIFACT_NAME) {
        throw invalid('artifact-name', value, `It can have ${LONGEST_ARTIFACT_NAME} bytes at the most.`);
    }
    return value === '' ? undefined : value;
}
function retentionDays(env) {
    const value = inputs_text(env, 'retention-days');
    if (value === undefined || value === '0')
        return undefined;
    return wholeNumber('retention-days', value, MOST_RETENTION_DAYS);
}
function concurrency(env) {
    const value = inputs_text(env, 'concurrency') ?? 'auto';
    return value.toLowerCase() === 'auto' ? 'auto' : wholeNumber('concurrency', value, MOST_CONCURRENCY, '"auto" or ');
}
function wholeNumber(name, value, most, besides = '') {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most)
        return number;
    throw invalid(name, value, `Use ${besides}a whole number from 1 to ${most}.`);
}
/** As YAML 1.2 and the runner's own toolkit have it. */
function yesOrNo(env, name, standard) {
    const value = inputs_text(env, name);
    if (value === undefined)
        return standard;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (/^(?:false|False|FALSE)$/.test(value))
        return false;
    throw invalid(name, value, 'Use true or false.');
}

;// CONCATENATED MODULE: ./src/mailboxes/number-column.ts
/** Whole numbers by position, four bytes each, outside V8's heap. */
class NumberColumn {
    #numbers = new Uint32Array(1024);
    #length = 0;
    get length() {
        return this.#length;
    }
    add(number) {
        if (this.#length === this.#numbers.length) {
            const larger = new Uint32Array(2 * this.#length);
            larger.set(this.#numbers);
            this.#numbers = larger;
        }
        this.#numbers[this.#length] = number;
        this.#length += 1;
    }
    /** The number at a position from 0, undefined beyond the end. */
    at(position) {
        return position < this.#length ? this.#numbers[position] : undefined;
    }
}

;// CONCATENATED MODULE: ./src/mailboxes/address-bytes.ts

/**
 * Addresses by position, as bytes behind one another. Three hundred thousand strings of their own would live in V8's
 * heap for the whole run, and loading them alone would make it grow for good; a string is made when asked for one.
 */
class AddressBytes {
    #bytes = Buffer.allocUnsafe(64 * 1024);
    /** Where each address ends; the next one begins there. */
    #ends = new NumberColumn();
    get length() {
        return this.#ends.length;
    }
    add(address) {
        const start = this.#startOf(this.length);
        const end = start + Buffer.byteLength(address);
        if (end > this.#bytes.length) {
            const larger = Buffer.allocUnsafe(2 * end);
            this.#bytes.copy(larger);
            this.#bytes = larger;
        }
        this.#bytes.write(address, start);
        this.#ends.add(end);
    }
    /** The address at a position from 0, undefined beyond the end. */
    at(position) {
        const end = this.#ends.at(position);
        return end === undefined ? undefined : this.#bytes.toString('utf8', this.#startOf(position), end);
    }
    #startOf(position) {
        return this.#ends.at(position - 1) ?? 0;
    }
}

;// CONCATENATED MODULE: ./src/mailboxes/address-index.ts
const SMALLEST = 1024;
/**
 * Finds an address that was listed before, without case. A Map keyed by lower-case addresses would for a while take more
 * memory than the list itself; this keeps four bytes a slot, and looks the addresses up where they stand.
 */
class AddressIndex {
    addresses;
    /** Open addressing: position + 1 of an address, 0 for a free slot. At most half of the slots are taken. */
    slots = new Uint32Array(SMALLEST);
    /** @param addresses the list's, to which whoever owns it adds each address right after `claim` found it new */
    constructor(addresses) {
        this.addresses = addresses;
    }
    /** The position at which the address stands already; undefined if it is new, and then it has the list's next position. */
    claim(address) {
        if (this.addresses.length * 2 >= this.slots.length)
            this.grow();
        const folded = address.toLowerCase();
        const slot = this.slotOf(folded);
        const taken = this.slots[slot] ?? 0;
        if (taken !== 0)
            return taken - 1;
        this.slots[slot] = this.addresses.length + 1;
        return undefined;
    }
    /** The slot that holds the address, or the free one where it belongs. */
    slotOf(folded) {
        const mask = this.slots.length - 1;
        for (let slot = hashOf(folded) & mask;; slot = (slot + 1) & mask) {
            const taken = this.slots[slot] ?? 0;
            if (taken === 0 || this.addresses.at(taken - 1)?.toLowerCase() === folded)
                return slot;
        }
    }
    grow() {
        this.slots = new Uint32Array(this.slots.length * 2);
        for (let position = 0; position < this.addresses.length; position += 1) {
            this.slots[this.slotOf(this.addresses.at(position)?.toLowerCase() ?? '')] = position + 1;
        }
    }
}
/** FNV-1a over the text's code units, with its high bits folded in. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text) {
    let hash = 0x811c9dc5;
    for (let position = 0; position < text.length; position += 1) {
        hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
    }
    return (hash ^ (hash >>> 15)) >>> 0;
}

;// CONCATENATED MODULE: ./src/mailboxes/malformed-addresses.ts


const LINES_SHOWN = 10;
/** The entries of one file that are no addresses. All are looked for before the error, so that one go mends the file. */
class MalformedAddresses {
    first;
    otherLines = [];
    others = 0;
    add(text, line) {
        if (this.first === undefined) {
            this.first = { text, line };
            return;
        }
        this.others += 1;
        if (this.otherLines.length < LINES_SHOWN)
            this.otherLines.push(line);
    }
    /** Throws a UserError `ADDRESS_MALFORMED` that stands at the first and counts the rest, if there is one. */
    throwIfAny(file) {
        if (this.first === undefined)
            return;
        const { text, line } = this.first;
        const what = text === '' ? 'the address is missing' : `${quoted(text)} is no mailbox address`;
        throw new failure/* UserError */.yo('ADDRESS_MALFORMED', `${file}, line ${line}: ${what}.${this.rest()}`, {
            hint: 'Correct these lines or take them out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
            place: { file, line },
        });
    }
    rest() {
        if (this.others === 0)
            return '';
        const lines = this.otherLines.join(', ');
        const noun = this.others === 1 ? 'line' : 'lines';
        return ` ${this.others} more on ${noun} ${lines}${this.others > this.otherLines.length ? ' and further down' : ''}.`;
    }
}
/** What may name somebody is not repeated in a log or a summary that must name nobody: file and line tell where it is. */
function quoted(text) {
    return text.includes('@') ? 'the text there' : (0,shown_text/* shownText */.f)(text);
}

;// CONCATENATED MODULE: ./src/mailboxes/collected-list.ts





const DUPLICATES_KEPT = 10;
/** Gathers mailboxes file by file, each address once. */
class MailboxCollector {
    addresses = new AddressBytes();
    lines = new NumberColumn();
    files = [];
    index = new AddressIndex(this.addresses);
    duplicates = [];
    duplicateCount = 0;
    /**
     * Takes in one file: `read` calls back with each text that stands for an address, '' where one is missing. Throws a
     * UserError `ADDRESS_MALFORMED` when one is no address.
     */
    addFile(file, read) {
        this.files.push({ file, start: this.addresses.length });
        const malformed = new MalformedAddresses();
        read((text, line) => {
            const address = text.trim();
            if ((0,mailboxes_address/* isAddress */.P)(address))
                this.add(address, line);
            else
                malformed.add(address, line);
        });
        malformed.throwIfAny(file);
    }
    finish() {
        return new CollectedList({ addresses: this.addresses, lines: this.lines, files: this.files }, { count: this.duplicateCount, first: this.duplicates });
    }
    add(address, line) {
        const earlier = this.index.claim(address);
        if (earlier !== undefined) {
            this.addDuplicate(address, line, earlier);
            return;
        }
        this.addresses.add(address);
        this.lines.add(line);
    }
    addDuplicate(address, line, earlier) {
        this.duplicateCount += 1;
        if (this.duplicates.length === DUPLICATES_KEPT)
            return;
        this.duplicates.push({
            mailbox: { address, file: this.files.at(-1)?.file ?? '', line },
            firstAt: {
                address: this.addresses.at(earlier) ?? '',
                file: fileAt(this.files, earlier),
                line: this.lines.at(earlier) ?? 0,
            },
        });
    }
}
function fileAt(files, position) {
    return files.findLast(({ start }) => start <= position)?.file ?? '';
}
class CollectedList {
    length;
    duplicateCount;
    duplicates;
    files;
    columns;
    constructor(columns, duplicates) {
        this.columns = columns;
        this.length = columns.addresses.length;
        this.files = columns.files.map(({ file }) => file);
        this.duplicateCount = duplicates.count;
        this.duplicates = duplicates.first;
    }
    at(position) {
        const { addresses, lines, files } = this.columns;
        const address = addresses.at(position);
        const line = lines.at(position);
        if (address === undefined || line === undefined) {
            throw new RangeError(`The list has ${this.length} mailboxes, and none at position ${position}.`);
        }
        return { address, file: fileAt(files, position), line };
    }
}

// EXTERNAL MODULE: ./src/mailboxes/find-files.ts + 1 modules
var find_files = __webpack_require__(5821);
// EXTERNAL MODULE: ./src/mailboxes/list-file.ts + 5 modules
var list_file = __webpack_require__(4226);
;// CONCATENATED MODULE: ./src/mailboxes/list.ts



/**
 * Reads the mailbox lists of a repository into one, in order and each address once. Throws a UserError, whose code says
 * what is to mend: `LIST_NOT_FOUND`, `LIST_OUTSIDE_WORKSPACE`, `LIST_IS_DIRECTORY`, `LIST_UNREADABLE`, `LIST_FORMAT`,
 * `LIST_ENCODING`, `LIST_MALFORMED`, `LIST_NO_COLUMN`, `ADDRESS_MALFORMED`, `LIST_EMPTY`.
 */
async function readMailboxLists({ patterns, workspace, column }) {
    const files = await (0,find_files/* findListFiles */.l)(patterns, workspace);
    const readable = files.map((listed) => ({ listed, reader: (0,list_file/* readerFor */.d2)(listed) }));
    const collector = new MailboxCollector();
    for (const { listed, reader } of readable) {
        const { file } = listed;
        const text = await (0,list_file/* listText */.so)(listed);
        collector.addFile(file, (found) => {
            reader(text, { file, column }, found);
        });
    }
    const list = collector.finish();
    if (list.length === 0)
        throw (0,list_file/* emptyError */.CA)(list.files);
    return list;
}

// EXTERNAL MODULE: ./src/text/numbers.ts
var numbers = __webpack_require__(2613);
;// CONCATENATED MODULE: ./src/publish/remedies.ts
/** What happened to mailboxes of a status, and what to do about it: plain text. */
const REMEDIES = {
    'access-denied': 'Graph refuses these mailboxes to the application. Check that an administrator has granted admin consent to the ' +
        'permission that the report names, and that the mailboxes lie within what the application may reach: its scope ' +
        'in RBAC for Applications (Test-ServicePrincipalAuthorization shows it), or an application access policy, the older ' +
        'way (Test-ApplicationAccessPolicy). Exchange Online may take two hours to follow a change.',
    'not-found': 'Nobody in the tenant has such an address. Correct it in the list, or take it out. Graph finds a mailbox by its user ' +
        'principal name: where that differs from the mail address, list the user principal name.',
    'no-mailbox': 'The user exists, but has no mailbox in Exchange Online that Graph can read: it is on-premises, inactive, deleted or ' +
        'without a licence. Assign a licence or migrate the mailbox, or take the address out of the list.',
    throttled: 'Microsoft 365 refused these mailboxes until the retries were used up. Run the workflow again, away from the hours of ' +
        'other applications that read the same mailboxes; where it comes back, set "concurrency" to a low number.',
    failed: 'Graph gave an error, or no answer, until the retries were used up. Run the workflow again. Where it comes back, look ' +
        'at the service health in the Microsoft 365 admin center; with debug logging the log has the request ids that ' +
        "Microsoft's support asks for.",
    cancelled: 'The run ended before these mailboxes were asked. Run the workflow again, with a longer timeout-minutes if that ' +
        'ended it.',
};

// EXTERNAL MODULE: ./src/reports/choose.ts
var choose = __webpack_require__(4274);
// EXTERNAL MODULE: ./src/reports/expression.ts + 4 modules
var reports_expression = __webpack_require__(9345);
;// CONCATENATED MODULE: ./src/reports/truthy.ts
/** What JMESPath takes for true: all but null, false, and empty texts, arrays and objects. https://jmespath.site */
function isTruthy(value) {
    if (value === null || value === false || value === '')
        return false;
    if (Array.isArray(value))
        return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
}

;// CONCATENATED MODULE: ./src/reports/columns.ts


/**
 * Compiles a report's columns once for the run. Throws the UserError of an expression that does not parse; the reader
 * throws where one cannot be evaluated on what Graph sent, and names it.
 */
function compileColumns(report, inside) {
    const expressions = Object.entries(report.columns).map(([name, text]) => named(`column ${name}`, text, inside));
    const inconclusive = report.inconclusive === undefined ? undefined : named('inconclusive', report.inconclusive, inside);
    return (answer) => ({
        cells: expressions.map((expression) => orNothing(expression(answer))),
        partial: inconclusive !== undefined && isTruthy(inconclusive(answer)),
    });
}
/** For people who write rules a cell is blank or not: Graph has `null` for one mailbox and an empty text for the next. */
function orNothing(cell) {
    return cell === '' ? null : cell;
}
function named(name, text, inside) {
    const expression = (0,reports_expression/* compileExpression */.W)(text, inside);
    return (answer) => {
        try {
            return expression(answer);
        }
        catch (error) {
            throw new Error(`${name} cannot be made of the answer`, { cause: error });
        }
    };
}

;// CONCATENATED MODULE: ./src/reports/rows-in.ts


/** A path that finds an array in each page by itself: any other expression must see all pages at once. */
const PLAIN_ROWS = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** What Graph calls the array of a collection's page. */
const OF_COLLECTION = /^value\b/;
/**
 * The array that a report's `rows` finds in an answer; empty where there is none. What it gives throws on anything else, and
 * on a page of a collection that has no `value`: nobody shall seem to have no rules because of half an answer.
 */
function compileRows(rows, inside) {
    const expression = (0,reports_expression/* compileExpression */.W)(rows, inside);
    const ofCollection = OF_COLLECTION.test(rows);
    return (answer) => {
        if (ofCollection && !Array.isArray((0,src_json/* property */.MZ)(answer, 'value')))
            throw new TypeError('a page without "value"');
        const found = expression(answer);
        if (found === null)
            return [];
        if (!Array.isArray(found))
            throw new TypeError(`"rows" finds no array in the answer: ${rows}`);
        return found;
    };
}

;// CONCATENATED MODULE: ./src/reports/request-path.ts
/** The path of a report's request below `/users/{mailbox}/`, with its query, percent-encoded. */
function requestPath({ path, query }) {
    return path + queryOf(query);
}
/** The path that asks for what stands inside a row, by the row's own id. */
function childrenPath(template, id, query) {
    return template.replace('{id}', () => encodeURIComponent(id)) + queryOf(query);
}
/** OData's option names begin with `$`, which must not be encoded for every server to know them. */
function queryOf(query = {}) {
    const options = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
    return options.length === 0 ? '' : `?${options.join('&')}`;
}
function encoded(text) {
    return encodeURIComponent(text).replaceAll('%24', '$').replaceAll('%2C', ',');
}

;// CONCATENATED MODULE: ./src/reports/tree.ts





/** Nothing real is as deep; without a bound, a folder that stood in itself would be asked for without end. */
const tree_DEEPEST = 100;
/**
 * How the rows of a tree are gathered: for each row that holds others those are asked for, down to the last. They come
 * out depth first: each row, then what it holds, before its next sibling.
 */
function treeOf({ children, query }, { rows, cells, inside }) {
    const items = compileRows(rows, inside);
    const when = children?.when === undefined ? undefined : (0,reports_expression/* compileExpression */.W)(children.when, inside);
    const further = (item, parents, below) => {
        if (children === undefined || !(0,src_json/* isObject */.Gv)(item) || (when !== undefined && !isTruthy(when(item))))
            return [];
        const id = (0,src_json/* property */.MZ)(item, 'id');
        // Dots alone would lead up the path.
        if (typeof id !== 'string' || /^\.*$/.test(id))
            throw new TypeError('a row without an "id" to ask for what it holds');
        if (parents.length >= tree_DEEPEST)
            throw new RangeError(`rows inside rows more than ${tree_DEEPEST} deep`);
        return [{ path: childrenPath(children.path, id, query), take: taker(below, [...parents, item]) }];
    };
    const taker = (branches, parents) => (page) => items(page).flatMap((found) => {
        const item = (0,src_json/* isObject */.Gv)(found) ? { ...found, parents: [...parents] } : found;
        const branch = { cells: cells(item), below: [] };
        branches.push(branch);
        return further(item, parents, branch.below);
    });
    return () => {
        const root = [];
        return { take: taker(root, []), result: () => [...depthFirst(root)] };
    };
}
function* depthFirst(branches) {
    for (const { cells, below } of branches) {
        yield cells;
        yield* depthFirst(below);
    }
}

;// CONCATENATED MODULE: ./src/reports/gathering.ts




/**
 * Compiles how a report's rows are made of pages. Throws the UserError of an expression that does not parse; what is
 * gathered throws where the answer does not fit.
 */
function compileGathering(report, inside) {
    const cells = compileColumns(report, inside);
    const { rows, request } = report;
    if (request.children !== undefined)
        return treeOf(request, { rows: rows ?? 'value', cells, inside });
    if (rows === undefined)
        return () => ofWhole((answer) => [cells(answer)]);
    const items = compileRows(rows, inside);
    if (PLAIN_ROWS.test(rows))
        return () => pageByPage((page) => items(page).map(cells));
    return () => ofWhole((answer) => items(answer).map(cells));
}
/** Only the cells of a page are held. */
function pageByPage(read) {
    const gathered = [];
    const take = (page) => {
        for (const row of read(page))
            gathered.push(row);
        return [];
    };
    return { take, result: () => gathered };
}
/** The pages of a collection are put together first, as if Graph had sent one. */
function ofWhole(read) {
    let whole;
    let result = [];
    const take = (page, more) => {
        if (whole === undefined && !more) {
            result = read(page);
            return [];
        }
        whole ??= { ...page, value: [] };
        append(whole, page);
        if (!more)
            result = read(whole);
        return [];
    };
    return { take, result: () => result };
}
/** Others may have the page too, so it stays as it is. */
function append(whole, page) {
    const [values, further] = [(0,src_json/* property */.MZ)(whole, 'value'), (0,src_json/* property */.MZ)(page, 'value')];
    if (!Array.isArray(values) || !Array.isArray(further))
        throw new TypeError('a page without "value"');
    for (const value of further)
        values.push(value);
}

// EXTERNAL MODULE: ./src/reports/plain-text.ts
var plain_text = __webpack_require__(1587);
;// CONCATENATED MODULE: ./src/reports/plan.ts




/** Plans the reading of reports, which come in the order given. Rejects with the UserError of an expression that does not parse. */
async function planReading(definitions, inside) {
    if (JSON.stringify(definitions).includes('plain_text'))
        await (0,plain_text/* loadPlainText */.q)();
    const shared = new Map();
    const reports = definitions.map((definition) => {
        const key = sameRequest(definition);
        const request = shared.get(key) ?? { definition, gathers: [] };
        shared.set(key, request);
        const slot = request.gathers.push(compileGathering(definition, inside)) - 1;
        return { definition, inquiry: [...shared.keys()].indexOf(key), slot };
    });
    return { reports, inquiries: [...shared.values()].map(({ definition, gathers }) => inquiryOf(definition, gathers)) };
}
/** A tree's further requests depend on which of its rows it finds, so those must be the same too. */
function sameRequest({ request, rows }) {
    const { version, children } = request;
    const query = Object.entries(request.query ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify([version, request.path, query, children ?? null, children === undefined ? null : rows]);
}
function inquiryOf({ request }, gathers) {
    return {
        version: request.version,
        path: requestPath(request),
        gather: () => {
            const shares = gathers.map((gather) => new Share(gather()));
            return {
                take: together(shares.map((share) => [share, share.take])),
                result: () => shares.map((share) => share.slot()),
            };
        },
    };
}
/** A report's part in an inquiry. Where its expressions do not fit the answer it ends, and leaves the others alone. */
class Share {
    take;
    /** What ended it. */
    failure;
    #result;
    #failed = false;
    constructor({ take, result }) {
        this.take = take;
        this.#result = result;
    }
    /** Undefined once something has failed. */
    attempt(step) {
        if (this.#failed)
            return undefined;
        try {
            return step();
        }
        catch (error) {
            this.#failed = true;
            this.failure = error;
            return undefined;
        }
    }
    slot() {
        const rows = this.attempt(this.#result);
        return rows === undefined ? { error: (0,failure/* describeError */.Uc)(this.failure) } : { rows };
    }
}
/**
 * All of them take each page in. Those that share a request want the same further ones; once none is left to take them
 * in, nothing more is asked.
 */
function together(takes) {
    return (page, more) => {
        const wanted = takes.flatMap(([share, take]) => {
            const further = share.attempt(() => take(page, more));
            return further === undefined ? [] : [further.map((request) => ({ share, ...request }))];
        });
        if (wanted.length === 0)
            throw new AggregateError(takes.map(([share]) => share.failure));
        const [first = []] = wanted;
        return first.map(({ path }, at) => ({
            path,
            take: together(wanted.flatMap((further) => further.slice(at, at + 1)).map(({ share, take }) => [share, take])),
        }));
    };
}

;// CONCATENATED MODULE: ./src/reports/rows.ts
/**
 * The rows of a report that a mailbox's answer gives: here, and nowhere else, what Graph sent becomes a report. A mailbox
 * that has nothing of the kind, or could not be read, has one blank row.
 */
function rowsOf({ mailbox, parts }, { definition, inquiry, slot }) {
    const part = parts[inquiry];
    if (part?.status !== 'ok') {
        const { status, error } = part ?? { status: 'failed', error: 'It was not asked' };
        return [{ mailbox, status, error, content: 'none', cells: blank(definition) }];
    }
    const share = part.value[slot] ?? { error: 'It was not asked' };
    if ('error' in share) {
        return [{ mailbox, status: 'failed', error: share.error, content: 'none', cells: blank(definition) }];
    }
    const { rows: found } = share;
    const [first] = found;
    if (first === undefined)
        return [{ mailbox, status: 'ok', error: '', content: 'none', cells: blank(definition) }];
    const rows = [rowOf(mailbox, first)];
    for (let at = 1; at < found.length; at++) {
        const cells = found[at];
        if (cells !== undefined)
            rows.push(rowOf(mailbox, cells));
    }
    return rows;
}
function rowOf(mailbox, { cells, partial }) {
    return { mailbox, status: 'ok', error: '', content: partial ? 'partial' : 'whole', cells };
}
function blank({ columns }) {
    return Object.keys(columns).map(() => null);
}

// EXTERNAL MODULE: ./src/cli/terminal.ts + 2 modules
var cli_terminal = __webpack_require__(2331);
;// CONCATENATED MODULE: ./src/cli/findings.ts

const FORMATS = { ok: 'green', warning: 'yellow', failed: 'red' };
const WIDTH = 'warning'.length;
/** Where the messages begin: behind outcome and check. */
const INDENT = ' '.repeat(WIDTH + 2 + 'mailbox'.length + 2);
function failedBy(check, { code, message, hint }) {
    return { check, outcome: 'failed', code, message, hint };
}
/** A line for a terminal, and the hint below it. */
function findingLine({ check, outcome, code, message, hint }, style) {
    const said = indented(code === undefined ? message : (0,cli_terminal/* withCode */.SM)(code, message));
    const line = `${style(FORMATS[outcome], outcome.padEnd(WIDTH))}  ${check.padEnd('mailbox'.length)}  ${said}\n`;
    return hint === undefined ? line : `${line}${INDENT}${style('bold', indented(hint))}\n`;
}
function indented(text) {
    return (0,cli_terminal/* shownText */.f$)(text).replaceAll('\n', `\n${INDENT}`);
}

// EXTERNAL MODULE: ./src/cli/folder-words.ts
var folder_words = __webpack_require__(3372);
;// CONCATENATED MODULE: ./src/cli/option-names.ts


const PASSWORD_VARIABLE = 'MAILBOX_REPORT_PFX_PASSWORD';
const option_names_ENCODE = 'Give --pfx the PFX file itself, or a text file that holds all of it in base64.';
/** What the action says of its inputs, as it holds for the options that stand for them. The first that fit go first. */
const WORDS = [
    [/^Encode the PFX file itself: .*$/gs, option_names_ENCODE],
    [/; then store that file in base64\.$/g, '; then give --pfx that file.'],
    [/the secrets "pfx" and "pfx-password"/g, 'the secrets PFX and PFX_PASSWORD'],
    [/the secret behind "pfx"/g, 'the secret PFX'],
    [/"pfx-password"/g, PASSWORD_VARIABLE],
    [/The input "pfx"/g, 'The file of --pfx'],
    [/PFX (?:in|of) "pfx"/g, 'PFX of --pfx'],
    [/"pfx"/g, 'the file of --pfx'],
    [/\binput "mailboxes"/g, 'option --list'],
    [/"mailboxes"/g, '--list'],
    [/\binput "(tenant-id|client-id|cloud|authority-host|graph-url|mailbox-column|report)"/g, 'option --$1'],
    [/"(tenant-id|client-id|cloud|authority-host|graph-url|mailbox-column|report)"/g, '--$1'],
    [/\bthat input is set/g, 'that option is given'],
    [/\bOn a self-hosted runner behind/g, 'Behind'],
    [/\b(?:the|this) runner\b/g, 'this machine'],
    [/; with debug logging the log has the request ids that Microsoft's support asks for/g, ''],
    [/\bRun the workflow again\b/g, 'Try again'],
];
/** Hints that speak of secrets and steps of a workflow, for a command line. */
const option_names_HINTS = {
    EMPTY: option_names_ENCODE,
    INPUT_MISSING: 'Give the option a value; --help says which.',
    BAD_PASSWORD: `Give the password that the PFX was exported with, where it is asked for or in ${PASSWORD_VARIABLE}, which goes first. ` +
        'Blanks and line breaks at its ends count. If the password is right, the file was damaged: export or copy it again.',
};
/** A text of the action with its inputs called as the options are. */
function inOptionNames(text) {
    return WORDS.reduce((said, [input, option]) => said.replace(input, option), (0,folder_words/* inFolderWords */.H)(text));
}
/** The same failure, told to whom calls this program rather than to whom writes a workflow. */
function asOptions(error) {
    const { code, message, hint } = error;
    const said = code === 'BAD_PASSWORD'
        ? 'The password does not open the PFX of --pfx, or the file was changed after it was made.'
        : inOptionNames(message);
    return (0,failure/* reworded */.Fg)(error, said, option_names_HINTS[code] ?? inOptionNames(hint));
}

;// CONCATENATED MODULE: ./src/cli/superfluous-roles.ts

/**
 * A warning of app roles that no report needs: whoever gets hold of the certificate has them all. A role that stands in
 * for one that is needed is told from one that can go at once: taken away first, it would take the reports with it.
 * Undefined where there is none.
 */
function superfluousRoles(roles, needed) {
    const isNeeded = (role) => needed.some((permission) => isSameRole(permission, role));
    const kept = roles.filter(isNeeded);
    const others = roles.filter((role) => !isNeeded(role));
    if (others.length === 0)
        return undefined;
    const lacked = [...new Set(needed)].filter((permission) => !covers(kept, permission));
    const standIns = lacked
        .map((permission) => ({ permission, roles: others.filter((role) => covers([role], permission)) }))
        .filter((standIn) => standIn.roles.length > 0);
    const idle = others.filter((role) => !standIns.some((standIn) => standIn.roles.includes(role)));
    return [
        `The application may do more than the reports need, which is ${[...new Set(needed)].join(', ')}.`,
        ...standIns.map(({ permission, roles: own }) => inPlaceOf(own.join(', '), permission)),
        ...(idle.length === 0
            ? []
            : [`It also has ${idle.join(', ')}: remove what nothing else uses under API permissions > Microsoft Graph.`]),
    ].join(' ');
}
function inPlaceOf(roles, permission) {
    return (`It has ${roles} in place of ${permission}: first add ${permission} under API permissions > Microsoft Graph > ` +
        `Application permissions and grant consent, then remove ${roles} if nothing else uses it.`);
}

;// CONCATENATED MODULE: ./src/cli/doctor.ts























const PASSWORD = 'MAILBOX_REPORT_PFX_PASSWORD';
/**
 * Checks a set-up step by step, as far as each step needs the one before, and prints a line for each; answers with the
 * exit code. What is wrong is said of the options, not of the inputs they stand for. Throws UserError where it is called in a way that nothing can be checked: INPUT_INVALID, PROXY_INVALID,
 * PFX_UNREADABLE, NO_TERMINAL.
 */
async function runDoctor(options, env, terminal) {
    try {
        return await check(options, env, terminal);
    }
    catch (error) {
        throw error instanceof failure/* UserError */.yo ? asOptions(error) : error;
    }
}
async function check(options, env, terminal) {
    const inputs = inputsOf(options);
    const reports = await (0,choose/* chooseReports */.jK)(inputs.report, process.cwd());
    requireUsableProxy(env);
    const pfx = await pfxOf(options.pfx);
    const password = env[PASSWORD] ?? (await terminal.askSecret('Password of the PFX: '));
    if (password === undefined)
        throw noPassword();
    const findings = [];
    const tell = (found) => {
        const finding = found.hint === undefined ? found : { ...found, hint: inOptionNames(found.hint) };
        findings.push(finding);
        terminal.progress('');
        if (!options.json)
            terminal.out(findingLine(finding, terminal.style));
    };
    const dispatcher = newDispatcher(TIMEOUTS, env);
    try {
        await examine({ options, inputs, reports, pfx, password, dispatcher, terminal, tell });
    }
    finally {
        await dispatcher.destroy();
    }
    const ok = findings.every(({ outcome }) => outcome === 'ok' || outcome === 'warning');
    if (options.json)
        terminal.out((0,cli_terminal/* jsonText */.s$)({ ok, checks: findings }));
    return ok ? 0 : 1;
}
async function examine(examination) {
    const { tell } = examination;
    const certificate = await step('pfx', tell, () => openPfx(examination));
    const valid = certificate && (await step('dates', tell, () => checkDates(certificate, examination)));
    const tokens = valid && (await step('token', tell, () => signIn(certificate, examination)));
    const mailboxes = await step('list', tell, () => listOf(examination));
    if (tokens === undefined)
        return;
    await step('roles', tell, () => checkRoles(tokens, examination));
    if (mailboxes !== undefined)
        await step('mailbox', tell, () => readFirst(mailboxes, tokens, examination));
}
/** What a step found, and what the next ones go on with; undefined where it failed. */
async function step(check, tell, look) {
    try {
        const { value, findings } = await look();
        for (const finding of findings)
            tell({ check, ...finding });
        return value;
    }
    catch (error) {
        if (!(error instanceof failure/* UserError */.yo))
            throw error;
        tell(failedBy(check, asOptions(error)));
        return undefined;
    }
}
function ok(message) {
    return { outcome: 'ok', message };
}
function warning(message) {
    return { outcome: 'warning', message: inOptionNames(message) };
}
function openPfx({ pfx, password, terminal }) {
    const certificate = readPfx(pfx, password, new Date(terminal.now()));
    const bits = certificate.privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
    const opened = ok(`The PFX opens: RSA ${bits}, thumbprint ${certificate.thumbprint}.`);
    return { value: certificate, findings: [opened, ...certificate.warnings.map(warning)] };
}
function checkDates(certificate, { terminal }) {
    const now = terminal.now();
    requireValid(certificate, new Date(now));
    const ending = certificateWarnings(certificate, now).slice(certificate.warnings.length);
    const day = certificate.notAfter.toISOString().slice(0, 10);
    const valid = ok(`The certificate is valid until ${day}, ${daysLeft(certificate, now)} days from now.`);
    return { value: true, findings: ending.length > 0 ? ending.map(warning) : [valid] };
}
async function signIn(certificate, examination) {
    const { inputs, dispatcher, terminal } = examination;
    terminal.progress(`Signing in to ${inputs.authorityHost}…`);
    const tokens = tokensByCertificate({
        ...inputs,
        certificate,
        dispatcher,
        now: terminal.now,
        mask: () => undefined,
        signal: new AbortController().signal,
    });
    await tokens.get();
    return { value: tokens, findings: [ok(`${inputs.authorityHost} gives application ${inputs.clientId} a token.`)] };
}
async function checkRoles(tokens, { inputs, reports }) {
    const { roles } = await tokens.get();
    if (roles === undefined)
        return { value: true, findings: [warning('The app roles of the token cannot be read.')] };
    const missing = roleWarning(roles, reports, consentUrl(inputs));
    const needed = reports.map(({ permission }) => permission);
    const superfluous = superfluousRoles(roles, needed);
    const findings = [missing, superfluous].filter((text) => text !== undefined).map(warning);
    return { value: true, findings: findings.length > 0 ? findings : [ok(`The token carries ${roles.join(', ')}.`)] };
}
async function listOf({ options }) {
    if (options.list === undefined) {
        const collector = new MailboxCollector();
        collector.addFile('--mailbox', (found) => {
            found(options.mailbox ?? '', 1);
        });
        return { value: collector.finish(), findings: [] };
    }
    const file = external_node_path_default().resolve(options.list);
    const list = await readMailboxLists({
        patterns: [external_node_path_default().basename(file)],
        workspace: external_node_path_default().dirname(file),
        column: options.mailboxColumn,
    });
    const repeated = list.duplicateCount > 0 ? `, and ${list.duplicateCount} lines that repeat one` : '';
    return { value: list, findings: [ok(`The list holds ${(0,numbers/* counted */.hS)(list.length, 'address', 'addresses')}${repeated}.`)] };
}
async function readFirst(list, tokens, examination) {
    const { inputs, reports, dispatcher, terminal } = examination;
    const mailbox = list.at(0);
    const signal = new AbortController().signal;
    const { graphUrl } = inputs;
    terminal.progress('Reading a mailbox…');
    const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
    const plan = await planReading(reports);
    const reader = new MailboxReader({
        mailboxes: { length: 1, at: () => mailbox, duplicateCount: 0, duplicates: [], files: [] },
        inquiries: plan.inquiries,
        graphUrl,
        post: (url, body) => client.post(url, body),
        pace: new Pace({ concurrency: 1, random: Math.random }),
        now: terminal.now,
        random: Math.random,
        signal,
    });
    const findings = [];
    for await (const [answer] of reader.read()) {
        if (answer === undefined)
            continue;
        for (const planned of plan.reports) {
            findings.push(firstFinding(planned.definition.name, rowsOf(answer, planned)[0], reader.stoppedBy));
        }
    }
    return { value: true, findings };
}
function firstFinding(report, row, stoppedBy) {
    if (row.status === 'ok')
        return ok(`The report "${report}" of ${row.mailbox.address} can be read.`);
    return {
        outcome: 'failed',
        code: row.status,
        message: `${row.mailbox.address}: the report "${report}" cannot be read: ${row.error}`,
        hint: inOptionNames(stoppedBy?.hint ?? REMEDIES[row.status]),
    };
}
/** Checked by the rules of the action, whose inputs have the same names. */
function inputsOf(options) {
    return readReportInputs({
        'INPUT_TENANT-ID': options.tenantId,
        'INPUT_CLIENT-ID': options.clientId,
        INPUT_CLOUD: options.cloud,
        'INPUT_AUTHORITY-HOST': options.authorityHost,
        'INPUT_GRAPH-URL': options.graphUrl,
        // Both are read from files here; what the inputs say of them is never looked at.
        INPUT_PFX: options.pfx,
        INPUT_MAILBOXES: options.list ?? '-',
        INPUT_REPORT: options.report?.join('\n'),
    });
}
async function pfxOf(file) {
    try {
        return await (0,promises_.readFile)(file);
    }
    catch (error) {
        throw new failure/* UserError */.yo('PFX_UNREADABLE', `The file of --pfx cannot be read: ${(0,failure/* describeError */.Uc)(error)}`, {
            hint: 'Give --pfx the path of the PFX file, or of a text file that holds it in base64.',
            cause: error,
        });
    }
}
function noPassword() {
    return new failure/* UserError */.yo('NO_TERMINAL', 'There is no terminal on which the password of the PFX could be asked for.', {
        hint: `Set the environment variable ${PASSWORD}; to an empty text where the PFX has no password.`,
    });
}


/***/ })

};
