/** A stylesheet that is imported for its effect: pbiviz puts it in the package. */
declare module '*.less';
