/** What stands in every protocol. The version is that of package.json; a test holds them together. */
export const PRODUCT = { name: 'ISU Lathund', version: '0.1.0' } as const;
