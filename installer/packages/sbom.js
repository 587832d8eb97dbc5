// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// What the packages are made of (CycloneDX 1.6, ECMA-424): node sbom.js LIBRARIES IMAGE EXTENSION OUTPUT
//   LIBRARIES  what Maven says of the host's libraries
//   IMAGE      the host's image, with the Java runtime that it carries
//   EXTENSION  the folder of the packed extension, which contains nothing of others

import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [libraries, image, extension, output] = process.argv.slice(2);
const sbom = JSON.parse(readFileSync(libraries, 'utf8'));
const shipped = readdirSync(join(image, 'lib')).filter((name) => name.endsWith('.jar'));

/** @param {string} file */
const sha256 = (file) => [{alg: 'SHA-256', content: createHash('sha256').update(readFileSync(file)).digest('hex')}];

// The jars of the image are not their makers' bytes: their signatures are left out, entries are stored.
for (const component of sbom.components) {
  const jar = `${component.name}-${component.version}.jar`;
  if (!shipped.includes(jar)) throw new Error(`${jar} is no part of the image`);
  component.hashes = sha256(join(image, 'lib', jar));
}
const named = sbom.components.map(({name, version}) => `${name}-${version}.jar`);
const unnamed = shipped.filter((jar) => jar !== 'obnova-host.jar' && !named.includes(jar));
if (unnamed.length > 0) throw new Error(`not named by Maven: ${unnamed}`);

const release = Object.fromEntries([...readFileSync(join(image, 'runtime/release'), 'utf8').matchAll(/^(\w+)="(.*)"$/gm)].map(([, name, value]) => [name, value]));
const java = release.JAVA_RUNTIME_VERSION ?? release.JAVA_VERSION;
const {version} = sbom.metadata.component;
sbom.components.push(
  {
    type: 'platform',
    'bom-ref': `pkg:generic/openjdk@${java}`,
    name: 'openjdk',
    version: java,
    description: 'the Java runtime that the packages carry',
    purl: `pkg:generic/openjdk@${encodeURIComponent(java)}`,
    licenses: [{expression: 'GPL-2.0-only WITH Classpath-exception-2.0'}],
    properties: [{name: 'modules', value: release.MODULES ?? ''}],
  },
  ...['crx', 'xpi'].map((kind) => ({
    type: 'application',
    'bom-ref': `obnova-extension-${kind}`,
    name: `obnova-extension.${kind}`,
    version,
    licenses: [{license: {id: 'Apache-2.0'}}],
    hashes: sha256(join(extension, `obnova-${version}.${kind}`)),
  })),
);
writeFileSync(output, JSON.stringify(sbom, null, 2) + '\n');
