// SPDX-FileCopyrightText: 2026 The Obnova authors
// SPDX-License-Identifier: Apache-2.0

// The part of the msi that tells browsers of Windows where the host's manifests are: one registry key a place.

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * @param {{id: string, family: string, windows: {manifests: string}}[]} browsers
 * @param {string} name the host's
 * @returns {string} a fragment for WiX 3.14 and 4
 */
export const registry = (browsers, name) => {
  const places = new Map(browsers.map(({family, windows}) => [windows.manifests.toLowerCase(), {family, key: windows.manifests}]));
  const values = [...places.values()].map(
    ({family, key}) =>
      `        <RegistryValue Root="HKLM" Key="${escaped(key)}\\${name}" Type="string" Value="[INSTALLDIR]manifests\\${family}.json"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Written by installer/packages/manifests.js. For all persons of the computer; a key that is empty in the end goes with its value. -->
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Fragment>
    <DirectoryRef Id="INSTALLDIR">
      <Component Id="ObnovaBrowsers" Guid="6d0f4f6a-6c0d-5d53-9f0c-6b2d0d7e3a55" Win64="yes">
        <RegistryValue Root="HKLM" Key="Software\\Obnova" Name="Browsers" Type="integer" Value="1" KeyPath="yes"/>
${values.join('\n')}
      </Component>
    </DirectoryRef>
  </Fragment>
</Wix>
`;
};
