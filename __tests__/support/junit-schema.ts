import { validateXML } from 'xmllint-wasm';

/**
 * The common subset of JUnit XML readers: elements, attributes and order of the xUnit plugin of Jenkins in its
 * `junit-10.xsd` (https://github.com/jenkinsci/xunit-plugin), with the types of values and the required attributes of
 * Ant's task `junitreport` (https://github.com/windyroad/JUnit-Schema) where the first allows any text.
 */
const SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="seconds">
    <xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="localTime">
    <xs:restriction base="xs:dateTime"><xs:pattern value="[^.Z+]{19}"/></xs:restriction>
  </xs:simpleType>
  <xs:complexType name="outcome" mixed="true">
    <xs:attribute name="message" type="xs:string"/>
    <xs:attribute name="type" type="xs:string"/>
  </xs:complexType>
  <xs:complexType name="case">
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="failure" type="outcome"/>
      <xs:element name="error" type="outcome"/>
      <xs:element name="skipped" type="outcome"/>
      <xs:element name="system-out" type="xs:string"/>
      <xs:element name="system-err" type="xs:string"/>
    </xs:choice>
    <xs:attribute name="classname" type="xs:string" use="required"/>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="time" type="seconds" use="required"/>
    <xs:attribute name="group" type="xs:string"/>
  </xs:complexType>
  <xs:complexType name="suite">
    <xs:sequence>
      <xs:element name="testcase" type="case" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
    <xs:attribute name="name" use="required">
      <xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
    </xs:attribute>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
    <xs:attribute name="time" type="seconds" use="required"/>
    <xs:attribute name="timestamp" type="localTime" use="required"/>
    <xs:attribute name="hostname" type="xs:string"/>
    <xs:attribute name="id" type="xs:int"/>
    <xs:attribute name="package" type="xs:string"/>
  </xs:complexType>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="testsuite" type="suite" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence>
      <xs:attribute name="name" type="xs:string"/>
      <xs:attribute name="time" type="seconds"/>
      <xs:attribute name="tests" type="xs:nonNegativeInteger"/>
      <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
      <xs:attribute name="errors" type="xs:nonNegativeInteger"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
`;

/** The errors of a JUnit XML document by libxml2: well-formedness and schema. */
export async function junitErrors(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: xml },
    schema: { fileName: 'junit.xsd', contents: SCHEMA },
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

/** A parsed element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text of the element without that of its children. */
  text: string;
}

/**
 * A document as libxml2 reads it. It writes what it read in the canonical form (https://www.w3.org/TR/xml-c14n), which has
 * one way to write each thing.
 */
export async function parsedXml(xml: string): Promise<XmlElement> {
  const { normalized, errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: xml },
    normalization: 'c14n',
  });
  if (errors.length > 0) throw new Error(errors.map(({ rawMessage }) => rawMessage).join('\n'));
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, end, name, attributes = '', text] of normalized.matchAll(
    /<(\/?)([\w-]+)((?: [\w-]+="[^"]*")*)>|([^<]+)/g,
  )) {
    const around = open.at(-1) ?? root;
    if (text !== undefined) around.text += unescaped(text);
    else if (end === '/') open.pop();
    else {
      const element: XmlElement = { name: name ?? '', attributes: attributesOf(attributes), children: [], text: '' };
      around.children.push(element);
      open.push(element);
    }
  }
  const [document] = root.children;
  if (document === undefined) throw new Error('The document has no element');
  return document;
}

function attributesOf(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
]);

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9A-F]+)|(\w+));/g, (_, code: string | undefined, name: string) =>
    code === undefined ? (NAMED.get(name) ?? '') : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
